// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace bench {

/// What figures depend on, each with its name: processor, compiler and instruction set, libraries.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> environment();

}  // namespace bench
