// SPDX-License-Identifier: MIT

// Every kind of assignment, and argument and result that are parts of one array.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

template <class T>
class eigen_assignment : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_assignment, scalars, test_name);

const auto elu = [](auto x) { return act::elu(x); };
const auto same = [](auto x) { return x; };

TYPED_TEST(eigen_assignment, assignments_of_every_kind_are_understood) {
  using T = TypeParam;
  using array = array_of<TypeParam>;
  using matrix = matrix_of<TypeParam>;
  const array x = filled<array>(5, 7);
  const matrix m = x.matrix();
  array constructed(act::elu(x)), resized, to_block = array::Zero(8, 9), list(5, 14);
  matrix no_alias(5, 7), as_array(5, 7);
  resized = act::elu(x);
  to_block.block(1, 2, 5, 7) = act::elu(x);
  no_alias.noalias() = act::elu(m);
  as_array.array() = act::elu(x);
  list << act::elu(x), act::elu(x);
  EXPECT_TRUE(is_map_of(constructed, elu, x));
  EXPECT_TRUE(is_map_of(resized, elu, x));
  EXPECT_TRUE(is_map_of(to_block.block(1, 2, 5, 7), elu, x));
  EXPECT_TRUE(is_map_of(no_alias, elu, x));
  EXPECT_TRUE(is_map_of(as_array, elu, x));
  EXPECT_TRUE(is_map_of(list.rightCols(7), elu, x));

  const T start = 3;
  array sum = array::Constant(5, 7, start), difference = sum, product = sum;
  sum += act::elu(x);
  difference -= act::elu(x);
  product *= act::elu(x);
  EXPECT_TRUE(is_map_of(
      sum, [&](T t) { return start + act::elu(t); }, x));
  EXPECT_TRUE(is_map_of(
      difference, [&](T t) { return start - act::elu(t); }, x));
  EXPECT_TRUE(is_map_of(
      product, [&](T t) { return start * act::elu(t); }, x));
}

TYPED_TEST(eigen_assignment, a_row_may_be_assigned_to_a_column) {
  using T = TypeParam;
  const Eigen::Matrix<T, 1, Dynamic> row = filled<Eigen::Matrix<T, 1, Dynamic>>(1, 37);
  Eigen::Matrix<T, Dynamic, 1> column = act::elu(row);
  EXPECT_TRUE(is_map_of(column, elu, row.transpose()));
  column.setZero();
  column.row(3) = act::elu(row.col(4));
  EXPECT_TRUE(is_map_of(column.row(3), elu, row.col(4)));
}

TYPED_TEST(eigen_assignment, blocks_of_one_matrix_may_be_argument_and_result) {
  using array = array_of<TypeParam>;
  const array before = filled<array>(40, 6);
  array m = before;
  m.bottomRows(20) = act::elu(m.topRows(20));
  EXPECT_TRUE(is_map_of(m.bottomRows(20), elu, before.topRows(20)));
  EXPECT_TRUE(is_map_of(m.topRows(20), same, before.topRows(20)));
  m = before;
  m.middleRows(3, 20) = act::elu(m.middleRows(3, 20));
  EXPECT_TRUE(is_map_of(m.middleRows(3, 20), elu, before.middleRows(3, 20)));
  m = before;
  m.rightCols(2) = act::elu(m.leftCols(2));
  EXPECT_TRUE(is_map_of(m.rightCols(2), elu, before.leftCols(2)));
  m = before;
  m.col(1) = act::elu(m.col(0));
  EXPECT_TRUE(is_map_of(m.col(1), elu, before.col(0)));
}

TYPED_TEST(eigen_assignment, to_what_overlaps_the_argument_in_part_evaluates_that_first) {
  using array = array_of<TypeParam>;
  for (const Index rows : {1, 3, 8, 33}) {
    const array before = filled<array>(rows, 9);
    array m = before;
    m.leftCols(8) = act::elu(m.rightCols(8));
    EXPECT_TRUE(is_map_of(m.leftCols(8), elu, before.rightCols(8)));
    EXPECT_TRUE(identical(m(rows - 1, 8), before(rows - 1, 8)));
    m = before;
    m.rightCols(8) = act::elu(m.leftCols(8));
    EXPECT_TRUE(is_map_of(m.rightCols(8), elu, before.leftCols(8)));
    EXPECT_TRUE(identical(m(0, 0), before(0, 0)));
  }
  for (Index shift = 1; shift < 40; ++shift) {
    using vector = vector_of<TypeParam>;
    const vector before = filled<vector>(90, 1);
    vector x = before;
    x.segment(0, 50) = act::elu(x.segment(shift, 50));
    EXPECT_TRUE(is_map_of(x.head(50), elu, before.segment(shift, 50)));
    EXPECT_TRUE(is_map_of(x.tail(40), same, before.tail(40)));
    x = before;
    x.segment(shift, 50) = act::elu(x.segment(0, 50) + TypeParam(0));
    EXPECT_TRUE(is_map_of(x.segment(shift, 50), elu, before.head(50) + TypeParam(0)));
    EXPECT_TRUE(is_map_of(x.head(shift), same, before.head(shift)));
    x = before;
    x = act::elu(x.segment(shift, 50));  // takes another shape
    EXPECT_TRUE(is_map_of(x, elu, before.segment(shift, 50)));
    x = before;
    act::in_parallel(x) = act::elu(x.segment(shift, 50));
    EXPECT_TRUE(is_map_of(x, elu, before.segment(shift, 50)));
  }
}

}  // namespace
