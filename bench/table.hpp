// SPDX-License-Identifier: MIT
#pragma once

#include "suite.hpp"

namespace bench {

/// Measures the rows at two sizes, in the first-level cache and in memory, and prints one table on
/// stdout as it goes. The runs are written to json, in Google Benchmark's format.
void print_table(const std::vector<row>& rows, input x, std::ostream& json);

}  // namespace bench
