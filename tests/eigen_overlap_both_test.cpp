// SPDX-License-Identifier: MIT

// value_and_derivative of arrays of which any two are views of one: right, or refused before
// anything is written.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <stdexcept>
#include "support/eigen_overlaps.hpp"

namespace {

using namespace act::test;

constexpr float value(float x) { return x > 0 ? x : 0.5F * x; }
constexpr float derivative(float x) { return x > 0 ? 1.F : 0.5F; }

/// Calls with all pairs of views; how often it was right, the other times refused.
template <class Call>
int right_calls(const Call& call) {
  int right = 0;
  square m = distinct();
  const square before = m;
  for_each_overlap(m, [&](auto&& a) {
    for_each_overlap(m, [&](auto&& b) {
      m = before;
      try {
        call(a, b);
        ++right;
      } catch (const std::invalid_argument&) {
        EXPECT_TRUE((m == before).all());
      }
    });
  });
  return right;
}

// Each view with itself, and those that share no number.
constexpr int views = 7;

TEST(eigen_overlap_both, of_argument_and_value) {
  const int right = right_calls([](auto& x, auto& y) {
    const square argument = 1 * x;
    square d;
    act::leaky_relu.value_and_derivative(x, y, d, 0.5F);
    EXPECT_TRUE(is_map_of(y, value, argument) && is_map_of(d, derivative, argument));
  });
  EXPECT_GE(right, views + 2);
  EXPECT_LT(right, views * views);
}

TEST(eigen_overlap_both, of_argument_and_derivative) {
  const int right = right_calls([](auto& x, auto& d) {
    const square argument = 1 * x;
    square y;
    act::leaky_relu.value_and_derivative(x, y, d, 0.5F);
    EXPECT_TRUE(is_map_of(y, value, argument) && is_map_of(d, derivative, argument));
  });
  EXPECT_GE(right, views + 2);
  EXPECT_LT(right, views * views);
}

TEST(eigen_overlap_both, of_value_and_derivative) {
  const square x = distinct().bottomRightCorner(4, 4);
  const int right = right_calls([&](auto& y, auto& d) {
    act::leaky_relu.value_and_derivative(x, y, d, 0.5F);
    EXPECT_TRUE(is_map_of(y, value, x) && is_map_of(d, derivative, x));
  });
  EXPECT_GE(right, 2);
  EXPECT_LE(right, views * (views - 1));
}

}  // namespace
