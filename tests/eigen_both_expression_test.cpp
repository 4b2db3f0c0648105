// SPDX-License-Identifier: MIT

// value_and_derivative of Eigen's expressions.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_both.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

template <class T>
class eigen_both_expression : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_both_expression, scalars, test_name);

TYPED_TEST(eigen_both_expression, evaluates_expressions_once_and_before_it_writes) {
  using T = TypeParam;
  using matrix = matrix_of<T>;
  const matrix w = matrix::Random(9, 5), h = matrix::Random(5, 21);
  const Eigen::Matrix<T, Dynamic, 1> b = Eigen::Matrix<T, Dynamic, 1>::Random(9);
  matrix y, d;
  expect_both(w * h, y, d);
  expect_both((w * h).colwise() + b, y, d);
  int evaluated = 0;
  const auto count = [&](T x) { return ++evaluated, x; };
  act::tanh.value_and_derivative(h.unaryExpr(count), y, d);
  EXPECT_EQ(evaluated, h.size());
  // As in h = w * h, the argument may contain an output.
  matrix in_y = h, in_d = h;
  act::tanh.value_and_derivative(w * in_y, in_y, d);
  EXPECT_TRUE(is_map_of(in_y, value, w * h));
  EXPECT_TRUE(is_map_of(d, derivative, w * h));
  act::tanh.value_and_derivative(w * in_d, y, in_d);
  EXPECT_TRUE(is_map_of(y, value, w * h));
  EXPECT_TRUE(is_map_of(in_d, derivative, w * h));
}

/// The bits are those of a copy of the argument. Where numbers lie does not depend on their type.
TEST(eigen_both_expression, goes_into_outputs_of_every_layout) {
  using T = float;
  using matrix = matrix_of<T>;
  const matrix h = matrix::Random(5, 21);
  matrix y, d;
  dynamic_array<T, Eigen::RowMajor> by_rows(5, 21);
  matrix around = matrix::Zero(12, 70);
  Eigen::Map<matrix, 0, Eigen::Stride<Dynamic, Dynamic>> strided(around.data(), 5, 21, {24, 2});
  for (const T scale : {T(1), T(-3)}) {
    const auto x = h * scale;
    expect_both(x, around.block(1, 2, 5, 21), around.block(7, 25, 5, 21));
    expect_both(x, by_rows.matrix(), d);
    expect_both(x, y, by_rows.matrix());
    expect_both(x, strided, d);
    expect_both(x, y, strided);
    expect_both(x.array(), by_rows, dynamic_array<T, Eigen::RowMajor>(5, 21));
    expect_both(x.transpose(), y, d);
  }
}

TYPED_TEST(eigen_both_expression, of_blocks_between_each_other_is_what_it_is_of_copies) {
  using array = array_of<TypeParam>;
  array m = filled<array>(30, 9);
  expect_both(m.topRows(10), m.middleRows(10, 10), m.bottomRows(10));
}

}  // namespace
