// SPDX-License-Identifier: MIT

// PReLU with slopes of its four shapes: a number, one for each row, column or element.

#include "support/prelu.hpp"
#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor, Eigen::Dynamic;

template <class T>
class prelu : public ::testing::Test {};
TYPED_TEST_SUITE(prelu, scalars, test_name);

TYPED_TEST(prelu, takes_slopes_of_four_shapes) {
  using T = TypeParam;
  for (const auto& [r, c] : shapes) {
    const auto x = filled<array_of<T>>(r, c), dy = filled<array_of<T>>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const of_element<T>& slope_of) {
      expect_calls(x, dy, slope, slope_of);
    });
  }
}

TYPED_TEST(prelu, writes_large_arrays_past_the_caches) {
  using T = TypeParam;
  const std::size_t threshold = act::streaming_threshold.exchange(0);
  for (const auto& [r, c] : {std::pair<Index, Index>{64, 5}, {192, 3}, {200, 4}, {65, 9}}) {
    const auto x = filled<array_of<T>>(r, c), dy = filled<array_of<T>>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const of_element<T>& slope_of) {
      expect_calls(x, dy, slope, slope_of);
    });
  }
  act::streaming_threshold = threshold;
}

}  // namespace
