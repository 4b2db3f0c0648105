// SPDX-License-Identifier: MIT
#pragma once

#include "suite.hpp"

namespace bench {

/// Measures the rows at two sizes, in the first-level cache and in memory, or at six if thorough,
/// and prints one table on stdout as it goes, and a summary. The runs are written to json, in
/// Google Benchmark's format; where scanning, so are those of values at eight more sizes.
void print_table(const std::vector<row>& rows, input x, bool thorough, bool scanning,
                 std::ostream& json);

}  // namespace bench
