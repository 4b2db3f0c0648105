// SPDX-License-Identifier: MIT

// Whatever view of Eigen's has a .tanh() can be an argument, in every call.

#include <gtest/gtest.h>
#include "support/eigen_calls.hpp"

namespace {

using namespace act::test;

class eigen_any_view : public ::testing::Test {
 protected:
  Eigen::ArrayXXf x = filled<Eigen::ArrayXXf>(6, 4);
  Eigen::ArrayXf v = filled<Eigen::ArrayXf>(24, 1);
};

TEST_F(eigen_any_view, may_be_indexed) {
  const std::vector<int> rows = {3, 0, 3, 5};
  expect_calls_of(v(Eigen::seq(0, 20, 2)));
  expect_calls_of(v(Eigen::seq(20, 0, Eigen::fix<-4>)));
  expect_calls_of(x(rows, Eigen::seqN(0, 4)));
}

TEST_F(eigen_any_view, may_be_rearranged) {
  expect_calls_of(x.reverse());
  expect_calls_of(x.reshaped(8, 3));
  expect_calls_of(x.replicate(2, 1));
  expect_calls_of(x.block(1, 1, 4, 2).reverse().transpose());
}

TEST_F(eigen_any_view, may_be_a_part) {
  expect_calls_of(x.matrix().diagonal().array());
  expect_calls_of(Eigen::Map<Eigen::ArrayXf, 0, Eigen::InnerStride<3>>(v.data(), 8));
}

}  // namespace
