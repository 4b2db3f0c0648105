// SPDX-License-Identifier: MIT

// Calls that allocate nothing.

#include "support/allocations.hpp"

#include <gtest/gtest.h>
#include <act/act.hpp>

namespace {

using Eigen::ArrayXXf;

TEST(allocation, is_seen) {
  EXPECT_EQ(of_one_array, 1U);
  EXPECT_EQ(allocations_of([] { ArrayXXf(33, 7).resize(33, 8); }), 2 * of_one_array);
  EXPECT_EQ(allocations_of([] { operator delete(operator new(8)); }), 1U);
  constexpr align_val_t line{64};
  EXPECT_EQ(allocations_of([] { operator delete[](operator new[](8, line), line); }), 1U);
}

/// All calls of f, from x into arrays of x's shape.
template <class F, class X, class Y>
std::size_t allocations_of_all(const F& f, const X& x, Y& y, Y& d) {
  return allocations_of([&] {
    y = f(x);
    y += f(x + x) - x;
    d = f.derivative(x);
    d = f.derivative_from_output(y);
    d = f.backward(x, y);
    f.value_and_derivative(x, y, d);
    f.value_and_derivative(x + x, y, d);
    y = f(y);
  });
}

template <class X>
void expect_none(Eigen::Index rows, Eigen::Index cols) {
  const X x = X::Constant(rows, cols, -0.5);
  X y = x, d = x;
  EXPECT_EQ(allocations_of_all(act::leaky_relu, x, y, d), 0U);
}

TEST(allocation, is_none_for_fixed_sizes) {
  expect_none<Eigen::Array4f>(4, 1);
  expect_none<Eigen::Matrix3d>(3, 3);
  expect_none<Eigen::Array<float, 5, 33, Eigen::RowMajor>>(5, 33);
  const Eigen::Array44f x = -Eigen::Array44f::Ones();
  float sum = 0;
  EXPECT_EQ(allocations_of([&] {
              const Eigen::Array44f y = act::relu(x);
              const auto z = act::step.derivative(Eigen::Array44f(x));
              const Eigen::Array4f sums = act::prelu.slope_gradient(x, x, Eigen::Array4f(x.col(0)));
              sum = y.sum() + z.sum() + sums.sum();
            }),
            0U);
  EXPECT_EQ(sum, 16);
}

TEST(allocation, is_none_into_arrays_of_the_right_size) {
  expect_none<ArrayXXf>(33, 7);
  expect_none<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(33, 7);
  expect_none<Eigen::ArrayXd>(100, 1);
  const ArrayXXf x = ArrayXXf::Ones(33, 7);
  ArrayXXf y = x, d = x;
  const auto inner = x.bottomRows(31).middleCols(2, 5);
  EXPECT_EQ(allocations_of([&] {
              y.block(1, 0, 31, 5) = act::relu(inner);
              d.topRows(7).transpose() = act::relu.backward(x.topRows(7), y.topRows(7));
              act::tanh.value_and_derivative(inner, y.block(1, 0, 31, 5), d.block(1, 0, 31, 5));
              y = x.unaryExpr(act::Tanh<float>{});
            }),
            0U);
}

}  // namespace
