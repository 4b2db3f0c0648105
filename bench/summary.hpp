// SPDX-License-Identifier: MIT
#pragma once

#include "best_times.hpp"

namespace bench {

/// A text in lines of at most 100 columns, the first after the title, the others below it.
void print_wrapped(const std::string& title, const std::string& text);

/// Of float the name of the function, with a prime for the derivative; else the row's own name.
[[nodiscard]] std::string shown(const row& r);

/// copy first, then the functions that compute something such as e^x, then those that only choose
/// and multiply.
void sort_by_kind(std::vector<row>& rows);

/// What the table says of arrays of n elements, in words.
void print_summary(const std::vector<row>& rows, std::size_t n, input x, const best_times& times);

}  // namespace bench
