// SPDX-License-Identifier: MIT
#pragma once

// Views of arrays, as arguments and as results. They are of floats: where numbers lie does not
// depend on their type.

#include "support/eigen_arrays.hpp"

namespace act::test {

/// Fresh memory, larger than the view that is taken of it.
template <int Order>
[[nodiscard]] dynamic_array<float, Order> sentinels(Index rows, Index cols) {
  return dynamic_array<float, Order>::Constant(rows, cols, sentinel<float>);
}

template <class Memory>
[[nodiscard]] Index count_sentinels(const Memory& memory) {
  return (memory == sentinel<float>).count();
}

/// Has the view dst of some memory got op(x), and the rest of the memory nothing?
template <class Dst, class Memory, class Op>
void expect_result(const Dst& dst, const Memory& memory, const Op& op, const array_of<float>& x) {
  EXPECT_TRUE(is_map_of(dst, op, x));
  EXPECT_EQ(count_sentinels(memory), memory.size() - dst.size());
}

/// dst = op(src) for all pairs of views that for_each gives; op is an object of act's.
template <class ForEach, class Op>
void expect_all_pairs(const ForEach& for_each, const Op& op) {
  for_each([&](auto&& src, auto&) {
    fill(src);
    const array_of<float> x = src;
    for_each([&](auto&& dst, auto& memory) {
      dst = op(src);
      expect_result(dst, memory, op, x);
    });
  });
}

/// visit(view, memory) with views of n numbers and memory of their own: column vectors, known as
/// such to the compiler or not.
template <class Visit>
void for_each_column(Index n, const Visit& visit) {
  Eigen::Array<float, Eigen::Dynamic, 1> vector = sentinels<Eigen::ColMajor>(n, 1);
  visit(vector, vector);
  visit(vector.reverse(), vector.setConstant(sentinel<float>));
  auto longer = sentinels<Eigen::ColMajor>(n + 9, 1);
  visit(longer.col(0).segment(3, n), longer);
  auto columns = sentinels<Eigen::ColMajor>(n, 3);
  visit(columns.col(1), columns);
  visit(columns.middleCols(1, 1), columns.setConstant(sentinel<float>));
  auto rows = sentinels<Eigen::RowMajor>(n, 3);
  visit(rows.col(1), rows);
  visit(rows.middleCols(1, 1), rows.setConstant(sentinel<float>));
  auto by_rows = sentinels<Eigen::RowMajor>(n, 1);
  visit(by_rows, by_rows);
  auto lying = sentinels<Eigen::ColMajor>(1, n);
  visit(lying.transpose(), lying);
}

}  // namespace act::test
