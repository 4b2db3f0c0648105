// SPDX-License-Identifier: MIT

// PReLU of arrays that are stored row by row.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/prelu.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class prelu_by_rows : public ::testing::Test {};
TYPED_TEST_SUITE(prelu_by_rows, scalars, test_name);

TYPED_TEST(prelu_by_rows, takes_slopes_of_four_shapes) {
  using T = TypeParam;
  using array = dynamic_array<T, Eigen::RowMajor>;
  for (const auto& [r, c] : shapes) {
    const auto x = filled<array>(r, c), dy = filled<array>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const of_element<T>& slope_of) {
      expect_calls(x, dy, slope, slope_of);
    });
  }
}

}  // namespace
