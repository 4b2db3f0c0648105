// SPDX-License-Identifier: MIT

// PReLU whose arguments are its outputs, or do not live as long as it does.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/prelu.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class prelu_alias : public ::testing::Test {};
TYPED_TEST_SUITE(prelu_alias, scalars, test_name);

TYPED_TEST(prelu_alias, works_in_place) {
  using T = TypeParam;
  for (const auto& [r, c] : shapes) {
    const auto x = filled<array_of<T>>(r, c), dy = filled<array_of<T>>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const auto& slope_of) {
      array_of<T> y = x, d = dy;
      d = act::prelu.backward(x, d, slope);
      EXPECT_TRUE(has_elements(d, x.rows(), x.cols(), [&](Index i, Index j) {
        return dy(i, j) * scalar_derivative(x(i, j), slope_of(i, j));
      }));
      y = act::prelu(y, slope);
      EXPECT_TRUE(has_elements(y, x.rows(), x.cols(), [&](Index i, Index j) {
        return scalar_value(x(i, j), slope_of(i, j));
      }));
    });
  }
}

TYPED_TEST(prelu_alias, keeps_what_it_needs_of_temporaries) {
  using T = TypeParam;
  const auto x = filled<array_of<T>>(9, 50), dy = filled<array_of<T>>(9, 50, 1000);
  const slopes<T> s{9, 50};
  s.for_each_shape([&](const auto& slope, const auto& slope_of) {
    using slope_type = std::remove_cvref_t<decltype(slope)>;
    const auto expect = [&](const auto& got, auto scalar_call) {
      EXPECT_TRUE(has_elements(
          got, 9, 50, [&](Index i, Index j) { return scalar_call(x(i, j), slope_of(i, j)); }));
    };
    const auto y = act::prelu(x, slope_type(slope));
    const auto of_temporaries = act::prelu(array_of<T>(x), slope_type(slope));
    const auto d = act::prelu.derivative(x, slope_type(slope));
    const auto dx = act::prelu.backward(array_of<T>(x), dy, slope_type(slope));
    const auto dx_of_dy = act::prelu.backward(x, array_of<T>(dy), slope_type(slope));
    expect(y, scalar_value<T>);
    expect(of_temporaries, scalar_value<T>);
    expect(d, scalar_derivative<T>);
    EXPECT_TRUE(has_elements(dx, 9, 50, [&](Index i, Index j) {
      return dy(i, j) * scalar_derivative(x(i, j), slope_of(i, j));
    }));
    EXPECT_TRUE(has_elements(dx_of_dy, 9, 50, [&](Index i, Index j) { return dx(i, j); }));
  });
}

TYPED_TEST(prelu_alias, refuses_slopes_that_resizing_an_output_would_free) {
  using T = TypeParam;
  const auto x = filled<array_of<T>>(8, 5);
  array_of<T> column = filled<array_of<T>>(8, 1), row = filled<array_of<T>>(1, 5), other;
  const array_of<T> column_before = column, row_before = row;
  const auto refuses = [&](auto& y, auto& d, const auto& slope) {
    EXPECT_THROW(act::prelu.value_and_derivative(x, y, d, slope), std::invalid_argument);
    EXPECT_THROW(act::prelu.value_and_derivative(x + T(1), y, d, slope), std::invalid_argument);
  };
  refuses(column, other, column.col(0));
  refuses(other, column, column.col(0));
  refuses(row, other, row.row(0));
  refuses(other, row, row.row(0));
  EXPECT_TRUE((column == column_before).all() && (row == row_before).all());
  EXPECT_EQ(other.size(), 0);
}

}  // namespace
