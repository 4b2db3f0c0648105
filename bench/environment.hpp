// SPDX-License-Identifier: MIT
#pragma once

#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// What figures depend on, each with its name: processor, compiler and instruction set, libraries
/// of the rivals whose names match.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> environment(
    const std::regex& rivals);

}  // namespace bench
