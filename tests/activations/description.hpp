// SPDX-License-Identifier: MIT
#pragma once

// What tests, benchmark and tables must know of an activation beside its header: one file each in
// this folder, tests/activations/NAME.hpp, which specialises description for its formula. None of
// act's own mathematics is used there.
//
// A description has
//
//     value(f, x), derivative(f, x)     the textbook formula over a number type R with more digits
//                                       than the formula's scalar: long double in the tests, others
//                                       in the sweep. For R there are the functions of <cmath> that
//                                       are used, and where(condition, a, b)
//     from_output(f, y)                 f'(x) given y = f(x), where it exists
//     value_range, derivative_range     in which all results lie for the default parameters
//     value_edges, derivative_edges     the cells of edges.md: what -inf, -largest, -least, -0, 0,
//                                       least, largest and inf become
//     edge(cell, x)                     what a word in such a cell means; numbers, x and multiples
//                                       of x are known without it
//     limits                            where a limit is reached that is not the value for all x
//     bends                             where kernels change over: samples are denser there
//     worst_values, worst_derivatives   doubles that a search has found to be worst
//     template <class V> plain          the formula as most people write it, for numbers and
//                                       batches: value(x), and derivative(x) or derivative(x, y) or
//                                       both, where each is the cheaper one in its place
//     template <class V> careful        the same with expm1, log1p and so on, as SLEEF has them
//     eigen                             the same as an expression of Eigen's: the fastest one
//     onednn<Algorithm>, xnnpack<Op>    how those libraries call it
//
// All but the first two, the ranges, the edges and plain may be missing.

#include <cmath>
#include <concepts>
#include <limits>
#include <string_view>

namespace act::test {

inline long double where(bool condition, long double yes, long double no) {
  return condition ? yes : no;
}

/// In what interval all results lie.
struct interval {
  static constexpr double infinity = std::numeric_limits<double>::infinity();
  double low = -infinity, high = infinity;
};

/// The cells of a row of edges.md, in the order of its columns. NaN stays NaN.
struct edge_cells {
  const char *minus_infinity, *minus_largest, *minus_least, *minus_zero;
  const char *zero, *least, *largest, *infinity;
};

enum class member { value, derivative };

/// A limit that member reaches for large arguments of this sign: what it is for the infinite one,
/// or the argument itself.
struct limit {
  member of;
  int sign;
};

template <class F>
struct description;

}  // namespace act::test
