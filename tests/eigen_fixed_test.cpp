// SPDX-License-Identifier: MIT

// Arrays whose sizes the compiler knows: less than a register, part of one, a whole number of them.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <algorithm>
#include <utility>
#include "support/arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor;

template <class T>
class eigen_fixed : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_fixed, scalars, test_name);

template <class T>
using numbers = std::span<const T>;

template <class T>
T scalar_call(T x) {
  return act::elu(x);
}

/// y = times elu(x), for plain objects in their storage order.
template <class T>
void expect_elu_of(numbers<T> x, numbers<T> y, T times = 1) {
  EXPECT_TRUE(same_elements<T>(y, [&](auto i) { return times * scalar_call(x[i]); }));
}

template <class X, class T = typename X::Scalar>
void expect_elu_of_shape() {
  constexpr std::size_t size = X::SizeAtCompileTime;
  const auto of = [](const X& x) { return numbers<T>{x.data(), size}; };
  X x, y;
  std::ranges::copy(inputs<T>(size, 3), x.data());
  y = act::elu(x);
  expect_elu_of<T>(of(x), of(y));
  y += act::elu(x);
  expect_elu_of<T>(of(x), of(y), 2);
  y = x;
  y = act::elu(y);
  expect_elu_of<T>(of(x), of(y));
}

template <template <class, int> class X, class T, int... N>
void expect_elu_of_sizes() {
  (expect_elu_of_shape<X<T, N>>(), ...);
}

template <class T, int N>
using column = Eigen::Array<T, N, 1>;
template <class T, int N>
using row = Eigen::Matrix<T, 1, N>;
template <class T, int N>
using by_columns = Eigen::Matrix<T, N, 3, ColMajor>;
template <class T, int N>
using by_rows = Eigen::Array<T, N, 4, RowMajor>;

TYPED_TEST(eigen_fixed, arrays_have_the_bits_of_scalar_calls) {
  expect_elu_of_sizes<column, TypeParam, 2, 3, 4, 5, 7, 8, 12, 16, 17, 20>();
  expect_elu_of_sizes<row, TypeParam, 3, 16>();
  expect_elu_of_sizes<by_columns, TypeParam, 2, 5, 8, 17>();
  expect_elu_of_sizes<by_rows, TypeParam, 2, 3, 7, 20>();
}

TYPED_TEST(eigen_fixed, blocks_leave_the_rest_alone) {
  using T = TypeParam;
  Eigen::Array<T, 7, 6> x, y;
  std::ranges::copy(inputs<T>(42), x.data());
  y.setConstant(sentinel<T>);
  y.template block<3, 4>(2, 1) = act::elu(x.template topLeftCorner<3, 4>());
  for (int j = 0; j < 6; ++j)
    for (int i = 0; i < 7; ++i) {
      const bool inside = i >= 2 && i < 5 && j >= 1 && j < 5;
      EXPECT_TRUE(identical(y(i, j), inside ? scalar_call(x(i - 2, j - 1)) : sentinel<T>));
    }
}

}  // namespace
