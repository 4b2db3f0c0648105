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

/// Plain objects in their storage order.
template <class T>
void expect_elu_of(numbers<T> x, numbers<T> y) {
  EXPECT_TRUE(same_elements<T>(y, [&](auto i) { return scalar_call(x[i]); }));
}

template <class X, class T = typename X::Scalar>
void expect_elu_of_shape() {
  constexpr std::size_t size = X::SizeAtCompileTime;
  X x, copy;
  std::ranges::copy(inputs<T>(size, 3), x.data());
  X y = act::elu(x);
  expect_elu_of<T>({x.data(), size}, {y.data(), size});
  copy = x;
  copy = act::elu(copy);
  expect_elu_of<T>({x.data(), size}, {copy.data(), size});
  const X sum = y + act::elu(x);
  EXPECT_TRUE(same_elements<T>({sum.data(), size}, [&](auto i) { return y.data()[i] * 2; }));
}

template <class T, int N>
void expect_all_shapes() {
  expect_elu_of_shape<Eigen::Array<T, N, 1>>();
  expect_elu_of_shape<Eigen::Matrix<T, 1, N>>();
  expect_elu_of_shape<Eigen::Matrix<T, N, 3, ColMajor>>();
  expect_elu_of_shape<Eigen::Array<T, N, 4, RowMajor>>();
}

TYPED_TEST(eigen_fixed, arrays_have_the_bits_of_scalar_calls) {
  []<int... N>(std::integer_sequence<int, N...>) { (expect_all_shapes<TypeParam, N>(), ...); }
  (std::integer_sequence<int, 2, 3, 4, 5, 7, 8, 12, 16, 17, 20>{});
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
