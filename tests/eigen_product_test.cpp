// SPDX-License-Identifier: MIT

// act's calls of products of matrices, and products of what they return.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

template <class T>
class eigen_product : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_product, scalars, test_name);

const auto tanh_of = [](auto x) { return act::tanh(x); };

TYPED_TEST(eigen_product, of_a_layer_is_evaluated_at_once) {
  using T = TypeParam;
  using matrix = matrix_of<T>;
  const matrix w = matrix::Random(9, 5);
  matrix h = matrix::Random(5, 21);
  const Eigen::Matrix<T, Dynamic, 1> b = Eigen::Matrix<T, Dynamic, 1>::Random(9);
  const matrix sum = (w * h).colwise() + b;
  const matrix y = act::tanh((w * h).colwise() + b);
  EXPECT_TRUE(is_map_of(y, tanh_of, sum));
  matrix z(9, 21);
  z.noalias() = act::tanh(w * h);
  const matrix product = w * h;
  EXPECT_TRUE(is_map_of(z, tanh_of, product));
  h = act::tanh(w * h);
  EXPECT_TRUE(is_map_of(h, tanh_of, product));
  const matrix of_act = w.transpose() * act::tanh(product);
  const matrix of_h = w.transpose() * h;
  EXPECT_TRUE(of_act.isApprox(of_h));
}

}  // namespace
