// SPDX-License-Identifier: MIT

// The gradient of PReLU with respect to its slopes.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor, Eigen::Dynamic;

template <class T>
class prelu_gradient : public ::testing::Test {};
TYPED_TEST_SUITE(prelu_gradient, scalars, test_name);

template <class T>
using row_vector = Eigen::Array<T, 1, Dynamic>;

/// What has to be summed, and the sum of the absolute values, which bounds the error of any order.
template <class T>
struct terms {
  Eigen::Array<long double, Dynamic, Dynamic> term;
  terms(const array_of<T>& x, const array_of<T>& dy)
      : term(x.template cast<long double>().min(0) * dy.template cast<long double>()) {}

  /// n terms in 32 partial sums: n / 32 roundings in a chain, one of the term, five of the pairs.
  static double tolerance(Index n, long double absolute) {
    return double(absolute) * double(n / 32 + 7) * double(std::numeric_limits<T>::epsilon()) / 2;
  }
};

/// Finite numbers of either sign.
template <class T>
array_of<T> random_array(Index rows, Index columns, std::size_t first) {
  array_of<T> x(rows, columns);
  fill(x, first);
  return x.isFinite().select(x, T(-0.75)).max(-8).min(8);
}

constexpr std::pair<Index, Index> shapes[] = {{1, 1},  {1, 40},  {40, 1},   {31, 33},
                                              {64, 8}, {100, 7}, {13, 300}, {257, 70}};

TYPED_TEST(prelu_gradient, is_the_sum_over_all_elements_of_a_slope) {
  using T = TypeParam;
  for (const auto& [r, c] : shapes) {
    const auto x = random_array<T>(r, c, 0), dy = random_array<T>(r, c, 777);
    const auto term = terms<T>(x, dy).term;
    const auto near = [&](T got, Index n, const auto& part) {
      EXPECT_NEAR(double(got), double(part.sum()), terms<T>::tolerance(n, part.abs().sum()));
    };
    near(act::prelu.slope_gradient(x, dy, T(0.25)), r + c, term);
    const vector_of<T> rows = act::prelu.slope_gradient(x, dy, vector_of<T>::Zero(r).eval());
    ASSERT_EQ(rows.size(), r);
    for (Index i = 0; i < r; ++i) near(rows(i), c, term.row(i));
    const row_vector<T> columns = act::prelu.slope_gradient(x, dy, row_vector<T>::Zero(c).eval());
    ASSERT_EQ(columns.size(), c);
    for (Index j = 0; j < c; ++j) near(columns(j), r, term.col(j));
    const array_of<T> elements = act::prelu.slope_gradient(x, dy, x);
    EXPECT_TRUE(has_elements(elements, r, c,
                             [&](Index i, Index j) { return std::min(x(i, j), T(0)) * dy(i, j); }));
  }
}

/// A loss is linear in the slopes, so that a large step gives an exact difference.
TYPED_TEST(prelu_gradient, is_what_a_loss_changes_by) {
  using T = TypeParam;
  const auto x = random_array<T>(23, 41, 0), dy = random_array<T>(23, 41, 777);
  const auto loss = [&](const auto& slope) {
    const array_of<T> y = act::prelu(x, slope);
    return double((y.template cast<long double>() * dy.template cast<long double>()).sum());
  };
  const double tolerance = double(x.abs().sum()) * 64 * double(std::numeric_limits<T>::epsilon());
  EXPECT_NEAR(loss(T(1.25)) - loss(T(0.25)), double(act::prelu.slope_gradient(x, dy, T(0.25))),
              tolerance);
  vector_of<T> rows = vector_of<T>::Constant(23, T(0.25));
  const vector_of<T> by_rows = act::prelu.slope_gradient(x, dy, rows);
  const double before = loss(rows);
  for (Index i = 0; i < 23; ++i) {
    rows(i) += 1;
    EXPECT_NEAR(loss(rows) - before, double(by_rows(i)), tolerance);
    rows(i) -= 1;
  }
}

TYPED_TEST(prelu_gradient, has_the_same_bits_whatever_the_storage) {
  using T = TypeParam;
  using by_rows = dynamic_array<T, RowMajor>;
  for (const auto& [rows, columns] : shapes) {
    const Index r = rows, c = columns;
    const auto x = random_array<T>(r, c, 0), dy = random_array<T>(r, c, 777);
    const auto with_slope = [&](const auto& slope) {
      const auto want = act::prelu.slope_gradient(x, dy, slope);
      const auto expect = [&](const auto& other_x, const auto& other_dy) {
        const auto got = act::prelu.slope_gradient(other_x, other_dy, slope);
        if constexpr (std::is_same_v<decltype(got), const T>)
          EXPECT_TRUE(identical(got, want));
        else
          EXPECT_TRUE(is_map_of(
              got, [](T t) { return t; }, want));
      };
      expect(by_rows(x), by_rows(dy));
      expect(x, by_rows(dy));
      array_of<T> around_x(r + 3, c + 2), around_dy(r + 1, c + 5);
      around_x.block(1, 2, r, c) = x;
      around_dy.block(1, 3, r, c) = dy;
      expect(around_x.block(1, 2, r, c), around_dy.block(1, 3, r, c));
      const by_rows rows_x = around_x;
      expect(rows_x.block(1, 2, r, c), dy);
      expect(x.reverse().reverse(), dy + T(0));
    };
    with_slope(T(0.25));
    with_slope(vector_of<T>::Zero(r).eval());
    with_slope(row_vector<T>::Zero(c).eval());
  }
}

TYPED_TEST(prelu_gradient, of_a_single_element) {
  using T = TypeParam;
  EXPECT_EQ(act::prelu.slope_gradient(T(-2), T(3), T(0.25)), T(-6));
  EXPECT_EQ(act::prelu.slope_gradient(T(2), T(3), T(0.25)), T(0));
  const T nan = std::numeric_limits<T>::quiet_NaN();
  EXPECT_TRUE(std::isnan(act::prelu.slope_gradient(nan, T(1), T(0.25))));
  EXPECT_TRUE(std::isnan(act::prelu.slope_gradient(T(-1), nan, T(0.25))));
  array_of<T> x = array_of<T>::Constant(5, 7, -1), dy = x;
  x(3, 4) = nan;
  EXPECT_TRUE(std::isnan(act::prelu.slope_gradient(x, dy, T(0.25))));
  const vector_of<T> rows = act::prelu.slope_gradient(x, dy, vector_of<T>::Zero(5).eval());
  for (Index i = 0; i < 5; ++i) EXPECT_EQ(std::isnan(rows(i)), i == 3);
}

}  // namespace
