// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

namespace bench {

/// Times training steps of dense layers, and prints a table of them. The runs are
/// written to json, in Google Benchmark's format.
void print_layers(std::ostream& json);

}  // namespace bench
