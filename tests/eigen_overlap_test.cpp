// SPDX-License-Identifier: MIT

// Parts of one array as argument and as result.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class eigen_overlap : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_overlap, scalars, test_name);

const auto elu = [](auto x) { return act::elu(x); };
const auto same = [](auto x) { return x; };

TYPED_TEST(eigen_overlap, blocks_of_one_matrix_may_be_argument_and_result) {
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

/// Eigen leaves overlaps to the user; what its own loop does with them is no worse here. Towards
/// the front, each element is read before it is overwritten.
TYPED_TEST(eigen_overlap, overlapping_blocks_give_what_eigens_own_loop_gives) {
  using array = array_of<TypeParam>;
  for (const Index rows : {1, 3, 8, 33}) {
    const array before = filled<array>(rows, 9);
    array towards_the_front = before;
    towards_the_front.leftCols(8) = act::elu(towards_the_front.rightCols(8));
    EXPECT_TRUE(is_map_of(towards_the_front.leftCols(8), elu, before.rightCols(8)));
    EXPECT_TRUE(identical(towards_the_front(rows - 1, 8), before(rows - 1, 8)));
  }
  for (Index shift = 1; shift < 40; ++shift) {
    using vector = vector_of<TypeParam>;
    const vector before = filled<vector>(90, 1);
    vector x = before;
    x.segment(0, 50) = act::elu(x.segment(shift, 50));
    EXPECT_TRUE(is_map_of(x.head(50), elu, before.segment(shift, 50)));
    EXPECT_TRUE(is_map_of(x.tail(40), same, before.tail(40)));
  }
}

}  // namespace
