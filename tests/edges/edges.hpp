// SPDX-License-Identifier: MIT
#pragma once

// The edge values that descriptions state.

#include <array>
#include <cstdlib>
#include <limits>
#include <reference.hpp>
#include <string>
#include <utility>

namespace act::test {

template <class F>
[[nodiscard]] edge_cells cells_of(member of) {
  return of == member::value ? reference<F>::value_edges : reference<F>::derivative_edges;
}

/// Arguments, and what F does there in the words of a description.
template <class F, class T = typename F::scalar>
[[nodiscard]] std::array<std::pair<T, std::string>, 8> edges_of(member of) {
  using limits = std::numeric_limits<T>;
  const edge_cells c = cells_of<F>(of);
  return {{{-limits::infinity(), c.minus_infinity},
           {-limits::max(), c.minus_largest},
           {-limits::denorm_min(), c.minus_least},
           {-T(0), c.minus_zero},
           {T(0), c.zero},
           {limits::denorm_min(), c.least},
           {limits::max(), c.largest},
           {limits::infinity(), c.infinity}}};
}

/// What a cell says of the argument x: a number, a fraction, x or a multiple of it, or a word of
/// the description's own. Of none of these, a NaN.
template <class F>
[[nodiscard]] long double meaning(const std::string& cell, long double x) {
  if (cell == "x") return x;
  if (cell == "-x") return -x;
  char* rest = nullptr;
  long double number = std::strtold(cell.c_str(), &rest);
  if (rest != cell.c_str()) {
    if (*rest == '/') number /= std::strtold(rest + 1, &rest);
    if (*rest == '\0') return number;
    if (std::string_view(rest) == " x") return number * x;
  }
  if constexpr (requires { reference<F>::edge(cell, x); })
    return reference<F>::edge(cell, x);
  else
    return unknown_cell;
}

}  // namespace act::test
