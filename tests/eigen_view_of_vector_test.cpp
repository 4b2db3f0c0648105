// SPDX-License-Identifier: MIT

// Every way to lay out a vector as the argument, with every way to lay out a vector as the result.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_views.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor, Eigen::Dynamic;

/// visit(view, memory) with views of n numbers and memory of their own: column vectors, known as
/// such to the compiler or not.
template <class Visit>
void for_each_column(Index n, const Visit& visit) {
  Eigen::Array<float, Dynamic, 1> vector = sentinels<ColMajor>(n, 1);
  visit(vector, vector);
  visit(vector.reverse(), vector.setConstant(sentinel<float>));
  auto longer = sentinels<ColMajor>(n + 9, 1);
  visit(longer.col(0).segment(3, n), longer);
  auto columns = sentinels<ColMajor>(n, 3);
  visit(columns.col(1), columns);
  visit(columns.middleCols(1, 1), columns.setConstant(sentinel<float>));
  auto rows = sentinels<RowMajor>(n, 3);
  visit(rows.col(1), rows);
  visit(rows.middleCols(1, 1), rows.setConstant(sentinel<float>));
  auto by_rows = sentinels<RowMajor>(n, 1);
  visit(by_rows, by_rows);
  auto lying = sentinels<ColMajor>(1, n);
  visit(lying.transpose(), lying);
}

TEST(eigen_view_of_vector, of_a_column_goes_to_any_other) {
  for (const Index n : {1, 2, 3, 4, 5, 8, 15, 16, 17, 40, 70})
    expect_all_pairs([n](const auto& visit) { for_each_column(n, visit); },
                     [](const auto& x) { return act::leaky_relu(x, 0.5F); });
}

TEST(eigen_view_of_vector, of_a_row_goes_to_any_other) {
  const auto for_each_row = [](Index n, const auto& visit) {
    for_each_column(n, [&](auto&& x, auto& memory) { visit(x.transpose(), memory); });
  };
  for (const Index n : {1, 2, 5, 16, 17, 40})
    expect_all_pairs([&](const auto& visit) { for_each_row(n, visit); },
                     [](const auto& x) { return act::relu.derivative(x); });
}

}  // namespace
