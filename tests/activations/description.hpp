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
//     others, others_of_exact           formulas with other parameters, which both tiers are tested
//                                       with, or the exact tier instead of others
//     allowed(f, x)                     by how many ulps more than the bounds say others may be off
//                                       in the default tier
//     value_unit(f, x),                 what the bounds count the units in the last place of, where
//     derivative_unit(f, x)             it is not the result: a larger magnitude
//     template <class V> plain          the formula as most people write it, for numbers and
//                                       batches: value(x), and derivative(x) or derivative(x, y) or
//                                       both, where each is the cheaper one in its place
//     template <class V> careful        the same with expm1, log1p and so on, as SLEEF has them
//     eigen                             the same as an expression of Eigen's: the fastest one
//     onednn<Algorithm>, xnnpack<Op>    how those libraries call it
//
// All but the first two, the ranges, the edges, plain and eigen may be missing.

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

/// What edge(cell, x) says of a word that it does not know.
inline constexpr long double unknown_cell = std::numeric_limits<long double>::quiet_NaN();

/// A product with a parameter is rounded, and moves a result within its binade, where its error may
/// be up to twice as many ulps as before.
template <class F, class T = typename F::scalar>
[[nodiscard]] double rounded_product() {
  return 0.5 + F::value_error.template of<T>(simd::fuses<T>);
}

enum class member { value, derivative };

/// A limit that member reaches for large arguments of this sign: what it is for the infinite one,
/// or the argument itself.
struct limit {
  member of;
  int sign;
};

/// What the plain forms choose by, of numbers; batches have a select of their own.
template <std::floating_point T>
[[nodiscard]] T select(bool condition, T yes, T no) {
  return condition ? yes : no;
}

/// yes where the condition holds, else no(): for a number, the one of them that is needed.
template <class M, class V, class No>
[[nodiscard]] V select_or(M condition, V yes, No no) {
  if constexpr (std::same_as<M, bool>)
    return condition ? yes : no();
  else
    return select(condition, yes, no());
}

/// An array of Eigen's of the size of x.
template <class X>
[[nodiscard]] auto constant(const X& x, typename X::Scalar c) {
  return X::PlainObject::Constant(x.size(), c);
}

template <class F>
struct description;

}  // namespace act::test
