// SPDX-License-Identifier: MIT
#pragma once

// value_and_derivative of Eigen's arrays, compared with calls of numbers.

#include <act/act.hpp>
#include "support/eigen_arrays.hpp"

namespace act::test {

inline const auto value = [](auto x) { return act::tanh(x); };
inline const auto derivative = [](auto x) { return act::tanh.derivative(x); };

/// Calls with outputs y and d, and compares.
template <class X, class Y, class D>
void expect_both(const X& x, Y&& y, D&& d) {
  const array_of<typename X::Scalar> before = x.array();
  act::tanh.value_and_derivative(x, y, d);
  EXPECT_TRUE(is_map_of(y, value, before));
  EXPECT_TRUE(is_map_of(d, derivative, before));
}

}  // namespace act::test
