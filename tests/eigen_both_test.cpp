// SPDX-License-Identifier: MIT

// value_and_derivative of Eigen's arrays: any layout in, any two layouts out.

#include "support/eigen_both.hpp"
#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

// Where numbers lie does not depend on their type: tests of layouts are for float alone.
template <class T>
class eigen_both : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_both, scalars, test_name);

constexpr std::pair<Index, Index> shapes[] = {{1, 1}, {1, 9}, {9, 1}, {4, 4}, {17, 3}, {33, 5}};

TEST(eigen_both, fills_arrays_and_matrices_of_every_layout) {
  using T = float;
  using array = array_of<T>;
  using by_rows = dynamic_array<T, Eigen::RowMajor>;
  using strided = Eigen::Map<array, 0, Eigen::Stride<Dynamic, Dynamic>>;
  for (const auto& [r, c] : shapes) {
    const array x = filled<array>(r, c);
    array y(r, c), d(r, c);
    expect_both(x, y, d);
    expect_both(by_rows(x), y, d);
    expect_both(x, by_rows(r, c), d);
    expect_both(x, y, by_rows(r, c));
    expect_both(x.reverse(), y, d.reverse());
    array memory = array::Constant(4 * r, 4 * c, sentinel<T>), memory2 = memory;
    expect_both(x, memory.block(r, c, r, c), memory2.block(1, 2, r, c));
    EXPECT_EQ((memory == sentinel<T>).count() + (memory2 == sentinel<T>).count(), 30 * r * c);
    expect_both(x, strided(memory.data(), r, c, {4 * r, 2}), d);
    expect_both(strided(memory.data(), r, c, {4 * r, 2}), y, d);
    matrix_of<T> my(r, c), md(c, r);
    expect_both(x.matrix(), my, md.transpose());
    expect_both(x, my.array(), d);
  }
}

TEST(eigen_both, takes_vectors_and_vector_blocks) {
  using T = float;
  using vector = vector_of<T>;
  for (const Index n : {1, 2, 5, 16, 33}) {
    const vector x = filled<vector>(n, 1);
    array_of<T> columns = array_of<T>::Zero(n, 3), rows = columns.transpose();
    dynamic_array<T, Eigen::RowMajor> by_rows = columns;
    vector y(n), memory = vector::Zero(n + 7);
    expect_both(x, y, columns.col(1));
    expect_both(x, columns.leftCols(1), y);
    expect_both(x, y, by_rows.middleCols(1, 1));
    expect_both(x, rows.row(1).transpose(), y);
    expect_both(by_rows.col(1), y, columns.col(2));
    expect_both(x, y, memory.segment(3, n));
    expect_both(memory.segment(3, n), y, columns.col(0));
    EXPECT_TRUE((memory.head(3) == 0).all() && (memory.tail(4) == 0).all());
  }
}

TEST(eigen_both, resizes_what_can_be_resized) {
  using T = float;
  using array = array_of<T>;
  const array x = filled<array>(6, 7);
  array y, d(1, 1);
  expect_both(x, y, d);
  expect_both(x.topRows(2), y, d);
  Eigen::Array<T, Dynamic, 7> half_fixed;
  Eigen::Array<T, 6, 7> fixed;
  expect_both(x, half_fixed, fixed);
}

TYPED_TEST(eigen_both, may_overwrite_its_argument) {
  using array = array_of<TypeParam>;
  for (const auto& [r, c] : shapes) {
    const array x = filled<array>(r, c);
    array y = x, d;
    act::tanh.value_and_derivative(y, y, d);
    EXPECT_TRUE(is_map_of(y, value, x));
    EXPECT_TRUE(is_map_of(d, derivative, x));
    d = x;
    act::tanh.value_and_derivative(d, y, d);
    EXPECT_TRUE(is_map_of(y, value, x));
    EXPECT_TRUE(is_map_of(d, derivative, x));
    array reversed = x;
    act::tanh.value_and_derivative(reversed.reverse(), y, reversed.reverse());
    EXPECT_TRUE(is_map_of(y.reverse(), value, x));
    EXPECT_TRUE(is_map_of(reversed, derivative, x));
  }
}

}  // namespace
