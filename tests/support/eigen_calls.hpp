// SPDX-License-Identifier: MIT
#pragma once

#include <act/act.hpp>
#include "support/eigen_arrays.hpp"

namespace act::test {

/// act::leaky_relu(x, 0.25F) and its derivative.
constexpr float value(float x) { return x > 0 ? x : 0.25F * x; }
constexpr float slope(float x) { return x > 0 ? 1.F : 0.25F; }

/// Every call of x, an array expression.
template <class X>
void expect_calls_of(const X& x) {
  const Eigen::ArrayXXf argument = 1 * x, dy = 2 * argument + 1;
  Eigen::ArrayXXf y = act::leaky_relu(x, 0.25F), d = act::leaky_relu.derivative(x, 0.25F);
  EXPECT_TRUE(is_map_of(y, value, argument) && is_map_of(d, slope, argument));
  d = act::leaky_relu.backward(x, dy, 0.25F);
  EXPECT_TRUE(has_elements(d, x.rows(), x.cols(),
                           [&](Index i, Index j) { return dy(i, j) * slope(argument(i, j)); }));
  act::leaky_relu.value_and_derivative(x, y, d, 0.25F);
  EXPECT_TRUE(is_map_of(y, value, argument) && is_map_of(d, slope, argument));
  y = act::exact::leaky_relu(x, 0.25F);
  EXPECT_TRUE(is_map_of(y, value, argument));
  d = x.unaryExpr(act::LeakyReLU<float>{0.25F});
  EXPECT_TRUE(is_map_of(d, value, argument));
  d += act::leaky_relu(x, 0.25F);
  EXPECT_TRUE(is_map_of(
      d, [](float t) { return value(t) + value(t); }, argument));
}

}  // namespace act::test
