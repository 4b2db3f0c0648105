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

/// All calls with x, dy of one layout.
template <class X, class Slope, class T = typename X::Scalar>
void expect_calls(const X& x, const X& dy, const Slope& slope, const of_element<T>& slope_of) {
  const Index r = x.rows(), c = x.cols();
  const scalar_results<T> want(x, dy, slope_of);
  X y = act::prelu(x, slope), d = act::prelu.derivative(x, slope);
  EXPECT_TRUE(has_elements(y, r, c, want.value));
  EXPECT_TRUE(has_elements(d, r, c, want.derivative));
  const X dx = act::prelu.backward(x, dy, slope);
  EXPECT_TRUE(has_elements(dx, r, c, want.backward));
  y.setConstant(sentinel<T>);
  d.setConstant(sentinel<T>);
  const auto expect_both = [&](const X& of, X& value, X& derivative) {
    act::prelu.value_and_derivative(of, value, derivative, slope);
    EXPECT_TRUE(has_elements(value, r, c, want.value));
    EXPECT_TRUE(has_elements(derivative, r, c, want.derivative));
  };
  X y_over_x = x, d_over_x = x;
  expect_both(x, y, d);
  expect_both(y_over_x, y_over_x, d);
  expect_both(d_over_x, y, d_over_x);
}

TYPED_TEST(prelu, takes_slopes_of_four_shapes_in_both_storage_orders) {
  using T = TypeParam;
  using by_columns = dynamic_array<T, ColMajor>;
  using by_rows = dynamic_array<T, RowMajor>;
  for (const auto& [r, c] : shapes) {
    const auto x = filled<by_columns>(r, c), dy = filled<by_columns>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const of_element<T>& slope_of) {
      expect_calls(x, dy, slope, slope_of);
      expect_calls(by_rows(x), by_rows(dy), slope, slope_of);
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
