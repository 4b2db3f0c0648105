// SPDX-License-Identifier: MIT

// Every way to lay out an array as the argument, with every way to lay out an array as the result.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_views.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor, Eigen::Dynamic;

using inner_and_outer = Eigen::Stride<Dynamic, Dynamic>;

/// visit(view, memory) with views of the same shape and memory of their own.
template <class Visit>
void for_each_view(Index r, Index c, const Visit& visit) {
  const auto visit_order = [&]<int Order>(std::integral_constant<int, Order>) {
    using array = dynamic_array<float, Order>;
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

constexpr std::pair<Index, Index> shapes[] = {{0, 0}, {0, 3}, {1, 1},  {1, 9},  {9, 1},  {2, 2},
                                              {3, 5}, {4, 4}, {16, 3}, {17, 2}, {7, 33}, {40, 12}};

TEST(eigen_view, of_any_layout_goes_to_any_other) {
  for (const auto& [r, c] : shapes)
    expect_all_pairs([r = r, c = c](const auto& visit) { for_each_view(r, c, visit); },
                     [](const auto& x) { return act::leaky_relu(x, 0.5F); });
}

}  // namespace
