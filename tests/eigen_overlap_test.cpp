// SPDX-License-Identifier: MIT

// Arguments and results that are views of one array, of any two kinds: the result is that of an
// argument in memory of its own.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_overlaps.hpp"

namespace {

using namespace act::test;

constexpr auto leaky = [](float x) { return act::leaky_relu(x, 0.5F); };

TEST(eigen_overlap, of_views_of_any_kind_is_no_hindrance) {
  square m = distinct();
  const square before = m;
  for_each_overlap(m, [&](auto&& x) {
    for_each_overlap(m, [&](auto&& y) {
      m = before;
      const square argument = 1 * x;
      y = act::leaky_relu(x, 0.5F);
      EXPECT_TRUE(is_map_of(y, leaky, argument));
      EXPECT_TRUE(is_unchanged_beside(m, before, y));
    });
  });
}

TEST(eigen_overlap, of_what_an_expression_reads_is_no_hindrance) {
  square m = distinct();
  const square before = m;
  for_each_overlap(m, [&](auto&& x) {
    m = before;
    auto y = m.topLeftCorner(4, 4);
    const square argument = 1 * x, start = 1 * y;
    y += act::leaky_relu(2 * x, 0.5F);
    EXPECT_TRUE(has_elements(
        y, 4, 4, [&](Index i, Index j) { return start(i, j) + leaky(2 * argument(i, j)); }));
    EXPECT_TRUE(is_unchanged_beside(m, before, y));
  });
}

TEST(eigen_overlap, with_a_vector_that_is_repeated_is_no_hindrance) {
  square m = distinct();
  const square before = m;
  m = act::leaky_relu(m.colwise() + m.col(2), 0.5F);
  EXPECT_TRUE(
      has_elements(m, 8, 8, [&](Index i, Index j) { return leaky(before(i, j) + before(i, 2)); }));
  m = before;
  m = act::prelu(m, m.row(3));
  EXPECT_TRUE(has_elements(
      m, 8, 8, [&](Index i, Index j) { return act::prelu(before(i, j), before(3, j)); }));
  m = before;
  m = act::relu.backward(m, m.transpose());
  EXPECT_TRUE(has_elements(
      m, 8, 8, [&](Index i, Index j) { return act::relu.backward(before(i, j), before(j, i)); }));
}

/// A product is computed before anything is written, and costs no second array.
TEST(eigen_overlap, of_a_product_is_eigens_affair) {
  Eigen::MatrixXf m = distinct().matrix();
  const Eigen::MatrixXf before = m, want = (before * before).unaryExpr(leaky);
  m = act::leaky_relu(m * m, 0.5F);
  EXPECT_EQ(m, want);
}

}  // namespace
