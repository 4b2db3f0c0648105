// SPDX-License-Identifier: MIT

// Whatever expression of Eigen's can be assigned to can be a result, in every call.

#include <gtest/gtest.h>
#include "support/eigen_calls.hpp"

namespace {

using namespace act::test;

/// Every call that writes to y.
template <class Y>
void expect_calls(Y&& y) {
  const Eigen::ArrayXXf x = filled<Eigen::ArrayXXf>(y.rows(), y.cols());
  const Eigen::ArrayXXf dy = 2 * x + 1;
  Eigen::ArrayXXf other;
  y = act::leaky_relu(x, 0.25F);
  EXPECT_TRUE(is_map_of(y, value, x));
  y += act::leaky_relu(x, 0.25F);
  EXPECT_TRUE(is_map_of(
      y, [](float t) { return value(t) + value(t); }, x));
  y = act::leaky_relu.derivative(x, 0.25F);
  EXPECT_TRUE(is_map_of(y, slope, x));
  y = act::leaky_relu.backward(x, dy, 0.25F);
  EXPECT_TRUE(has_elements(y, x.rows(), x.cols(),
                           [&](Index i, Index j) { return dy(i, j) * slope(x(i, j)); }));
  act::leaky_relu.value_and_derivative(x, y, other, 0.25F);
  EXPECT_TRUE(is_map_of(y, value, x) && is_map_of(other, slope, x));
  act::leaky_relu.value_and_derivative(1 * x, other, y, 0.25F);
  EXPECT_TRUE(is_map_of(other, value, x) && is_map_of(y, slope, x));
  y = x;
  y = act::leaky_relu(y, 0.25F);
  EXPECT_TRUE(is_map_of(y, value, x));
  y = x.unaryExpr(act::LeakyReLU<float>{0.25F});
  EXPECT_TRUE(is_map_of(y, value, x));
}

TEST(eigen_any_result, may_be_a_view_of_any_kind) {
  Eigen::ArrayXXf m(6, 4);
  Eigen::ArrayXf v(24);
  const std::vector<int> rows = {3, 0, 5};
  expect_calls(v(Eigen::seq(0, 20, 2)));
  expect_calls(m(rows, Eigen::seqN(0, 4)));
  expect_calls(m.reverse());
}

TEST(eigen_any_result, may_be_a_part_of_any_kind) {
  Eigen::ArrayXXf m(6, 4);
  Eigen::ArrayXf v(24);
  expect_calls(m.reshaped(8, 3));
  expect_calls(m.matrix().diagonal().array());
  expect_calls(m.block(1, 1, 4, 2).transpose());
  expect_calls(Eigen::Map<Eigen::ArrayXf, 0, Eigen::InnerStride<3>>(v.data(), 8));
  expect_calls(Eigen::Ref<Eigen::ArrayXXf>(m));
}

TEST(eigen_any_result, may_have_a_largest_size) {
  Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, 0, 6, 4> bounded(5, 3);
  expect_calls(bounded);
}

}  // namespace
