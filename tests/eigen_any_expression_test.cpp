// SPDX-License-Identifier: MIT

// Whatever expression of Eigen's has a .tanh() can be an argument, in every call.

#include <gtest/gtest.h>
#include "support/eigen_calls.hpp"

namespace {

using namespace act::test;

class eigen_any_expression : public ::testing::Test {
 protected:
  Eigen::ArrayXXf x = filled<Eigen::ArrayXXf>(6, 4);
  Eigen::ArrayXf v = filled<Eigen::ArrayXf>(24, 1);
};

TEST_F(eigen_any_expression, may_be_a_part_of_another) {
  expect_calls_of((2 * x).topRows(3));
  expect_calls_of((x + 1).col(2).segment(1, 3));
  expect_calls_of(x.nestByValue());
}

TEST_F(eigen_any_expression, may_be_computed) {
  expect_calls_of((x > 0).select(x, -x));
  expect_calls_of(x.colwise() + v.head(6));
  expect_calls_of(x.cast<double>().cast<float>());
  expect_calls_of((x.matrix() * x.matrix().transpose()).array());
  expect_calls_of(
      Eigen::ArrayXXf::NullaryExpr(3, 2, [](Index i, Index j) { return float(i - j); }));
}

}  // namespace
