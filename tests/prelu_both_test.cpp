// SPDX-License-Identifier: MIT

// Value and derivative of PReLU, whose argument or slopes are made of the outputs.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/prelu.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class prelu_both : public ::testing::Test {};
TYPED_TEST_SUITE(prelu_both, scalars, test_name);

TYPED_TEST(prelu_both, may_be_of_an_expression_of_the_outputs) {
  using T = TypeParam;
  for (const auto& [r, c] : shapes) {
    const auto before = filled<array_of<T>>(r, c);
    const array_of<T> x = before * T(-1);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const auto& slope_of) {
      array_of<T> y = before, d;
      const auto expect = [&] {
        EXPECT_TRUE(has_elements(y, x.rows(), x.cols(), [&](Index i, Index j) {
          return scalar_value(x(i, j), slope_of(i, j));
        }));
        EXPECT_TRUE(has_elements(d, x.rows(), x.cols(), [&](Index i, Index j) {
          return scalar_derivative(x(i, j), slope_of(i, j));
        }));
      };
      act::prelu.value_and_derivative(y * T(-1), y, d, slope);
      expect();
      d = before;
      act::prelu.value_and_derivative(d * T(-1), y, d, slope);
      expect();
    });
  }
}

TYPED_TEST(prelu_both, may_overwrite_the_slopes) {
  using T = TypeParam;
  using array = array_of<T>;
  const auto x = filled<array>(9, 70);
  const slopes<T> s{9, 70};
  const auto expect = [&](const array& y, const array& d) {
    EXPECT_TRUE(has_elements(
        y, 9, 70, [&](Index i, Index j) { return scalar_value(x(i, j), s.element(i, j)); }));
    EXPECT_TRUE(has_elements(
        d, 9, 70, [&](Index i, Index j) { return scalar_derivative(x(i, j), s.element(i, j)); }));
  };
  array y = s.by_elements(), d;
  act::prelu.value_and_derivative(x, y, d, y);
  expect(y, d);
  d = s.by_elements();
  act::prelu.value_and_derivative(x, y, d, d);
  expect(y, d);
  d = s.by_elements();
  act::prelu.value_and_derivative(x * T(1), y, d, d);
  expect(y, d);
  // Slopes that are an expression are evaluated first.
  y = s.by_elements() / 2;
  act::prelu.value_and_derivative(x * T(1), y, d, y * T(2));
  expect(y, d);
}

}  // namespace
