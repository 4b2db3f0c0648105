// SPDX-License-Identifier: MIT

// What allocates as much as expressions of Eigen's alone.

#include "support/allocations.hpp"

#include <gtest/gtest.h>
#include <act/act.hpp>

namespace {

using Eigen::MatrixXf;

TEST(allocation_product, is_that_of_eigens_own_functions_in_expressions) {
  const MatrixXf w = MatrixXf::Ones(33, 33), h = MatrixXf::Ones(33, 7);
  const Eigen::VectorXf b = Eigen::VectorXf::Ones(33);
  MatrixXf y = h;
  EXPECT_EQ(allocations_of([&] { y = act::relu((w * h).colwise() + b); }),
            allocations_of([&] { y = ((w * h).colwise() + b).cwiseAbs(); }));
  EXPECT_EQ(allocations_of([&] { y = act::relu(w * h); }),
            allocations_of([&] { y = (w * h).cwiseAbs(); }));
  // Eigen's own allocations are seen.
  EXPECT_GT(allocations_of([&] { y = (w * h).cwiseAbs(); }), 0U);
}

}  // namespace
