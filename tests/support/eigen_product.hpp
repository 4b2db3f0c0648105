// SPDX-License-Identifier: MIT
#pragma once

// act's calls of products of matrices, and products of what they return, for the scalar type that
// is given as ACT_TEST_SCALAR: Eigen's products of two take more memory to compile than all else.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

template <class T>
class eigen_product : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_product, ::testing::Types<ACT_TEST_SCALAR>, test_name);

const auto tanh_of = [](auto x) { return act::tanh(x); };

TYPED_TEST(eigen_product, as_argument_is_evaluated_at_once) {
  using T = TypeParam;
  using matrix = matrix_of<T>;
  const matrix w = matrix::Random(9, 5);
  matrix h = matrix::Random(5, 21);
  const Eigen::Matrix<T, Dynamic, 1> b = Eigen::Matrix<T, Dynamic, 1>::Random(9);
  const matrix product = w * h, sum = product.colwise() + b;
  const matrix y = act::tanh((w * h).colwise() + b);
  EXPECT_TRUE(is_map_of(y, tanh_of, sum));
  matrix z(9, 21);
  z.noalias() = act::tanh(w * h);
  EXPECT_TRUE(is_map_of(z, tanh_of, product));
  h = act::tanh(w * h);
  EXPECT_TRUE(is_map_of(h, tanh_of, product));
}

TYPED_TEST(eigen_product, takes_what_act_returns) {
  using matrix = matrix_of<TypeParam>;
  const matrix w = matrix::Random(9, 5), x = matrix::Random(9, 21), y = act::tanh(x);
  const matrix of_act = w.transpose() * act::tanh(x), of_y = w.transpose() * y;
  EXPECT_TRUE(of_act.isApprox(of_y));
}

}  // namespace
