// SPDX-License-Identifier: MIT

// Every way to lay out an array as the argument, with every way to lay out an array as the result.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor, Eigen::Dynamic;

// Where numbers lie does not depend on their type.
using T = float;

using inner_and_outer = Eigen::Stride<Dynamic, Dynamic>;

/// Fresh memory, larger than the view that is taken of it.
template <int Order>
dynamic_array<T, Order> sentinels(Index rows, Index cols) {
  return dynamic_array<T, Order>::Constant(rows, cols, sentinel<T>);
}

/// visit(view, memory) with views of the same shape and memory of their own.
template <class Visit>
void for_each_view(Index r, Index c, const Visit& visit) {
  const auto visit_order = [&]<int Order>(std::integral_constant<int, Order>) {
    using array = dynamic_array<T, Order>;
    auto plain = sentinels<Order>(r, c);
    visit(plain, plain);
    auto around = sentinels<Order>(r + 5, c + 5);
    visit(around.block(2, 3, r, c), around);
    auto gaps = sentinels<Order>(3 * r + 1, 3 * c + 1);
    visit(Eigen::Map<array, 0, inner_and_outer>(
              gaps.data() + 1, r, c, inner_and_outer(3 * (Order == ColMajor ? r : c), 2)),
          gaps);
  };
  visit_order(std::integral_constant<int, ColMajor>{});
  visit_order(std::integral_constant<int, RowMajor>{});
  auto transposed = sentinels<ColMajor>(c, r);
  visit(transposed.transpose(), transposed);
  auto reversed = sentinels<ColMajor>(r, c);
  visit(reversed.reverse(), reversed);
}

/// The same for column vectors, known as such to the compiler or not.
template <class Visit>
void for_each_column(Index n, const Visit& visit) {
  Eigen::Array<T, Dynamic, 1> vector = sentinels<ColMajor>(n, 1);
  visit(vector, vector);
  visit(vector.reverse(), vector.setConstant(sentinel<T>));
  auto longer = sentinels<ColMajor>(n + 9, 1);
  visit(longer.col(0).segment(3, n), longer);
  auto columns = sentinels<ColMajor>(n, 3);
  visit(columns.col(1), columns);
  visit(columns.middleCols(1, 1), columns.setConstant(sentinel<T>));
  auto rows = sentinels<RowMajor>(n, 3);
  visit(rows.col(1), rows);
  visit(rows.middleCols(1, 1), rows.setConstant(sentinel<T>));
  auto by_rows = sentinels<RowMajor>(n, 1);
  visit(by_rows, by_rows);
  auto lying = sentinels<ColMajor>(1, n);
  visit(lying.transpose(), lying);
}

template <class Memory>
Index count_sentinels(const Memory& memory) {
  return (memory == sentinel<T>).count();
}

/// Has the view dst of some memory got op(x), and the rest of the memory nothing?
template <class Dst, class Memory, class Op>
void expect_result(const Dst& dst, const Memory& memory, const Op& op,
                   const dynamic_array<T, ColMajor>& x) {
  EXPECT_TRUE(is_map_of(dst, op, x));
  EXPECT_EQ(count_sentinels(memory), memory.size() - dst.size());
}

/// dst = op(src) for all pairs of views that for_each gives; op is an object of act's.
template <class ForEach, class Op>
void expect_all_pairs(const ForEach& for_each, const Op& op) {
  for_each([&](auto&& src, auto&) {
    fill(src);
    const dynamic_array<T, ColMajor> x = src;
    for_each([&](auto&& dst, auto& memory) {
      dst = op(src);
      expect_result(dst, memory, op, x);
    });
  });
}

constexpr std::pair<Index, Index> shapes[] = {{0, 0}, {0, 3}, {1, 1},  {1, 9},  {9, 1},  {2, 2},
                                              {3, 5}, {4, 4}, {16, 3}, {17, 2}, {7, 33}, {40, 12}};

TEST(eigen_view, of_any_layout_goes_to_any_other) {
  for (const auto& [r, c] : shapes)
    expect_all_pairs([r = r, c = c](const auto& visit) { for_each_view(r, c, visit); },
                     [](const auto& x) { return act::leaky_relu(x, 0.5F); });
}

TEST(eigen_view, of_a_column_goes_to_any_other) {
  for (const Index n : {1, 2, 3, 4, 5, 8, 15, 16, 17, 40, 70})
    expect_all_pairs([n](const auto& visit) { for_each_column(n, visit); },
                     [](const auto& x) { return act::leaky_relu(x, 0.5F); });
}

TEST(eigen_view, of_a_row_goes_to_any_other) {
  const auto for_each_row = [](Index n, const auto& visit) {
    for_each_column(n, [&](auto&& x, auto& memory) { visit(x.transpose(), memory); });
  };
  for (const Index n : {1, 2, 5, 16, 17, 40})
    expect_all_pairs([&](const auto& visit) { for_each_row(n, visit); },
                     [](const auto& x) { return act::relu.derivative(x); });
}

}  // namespace
