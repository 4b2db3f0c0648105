// SPDX-License-Identifier: MIT

// Every way to lay out a row as the argument, with every way to lay out a row as the result.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_views.hpp"

namespace {

using namespace act::test;

TEST(eigen_view_of_row, goes_to_any_other) {
  const auto for_each_row = [](Index n, const auto& visit) {
    for_each_column(n, [&](auto&& x, auto& memory) { visit(x.transpose(), memory); });
  };
  for (const Index n : {1, 2, 5, 16, 17, 40})
    expect_all_pairs([&](const auto& visit) { for_each_row(n, visit); },
                     [](const auto& x) { return act::relu.derivative(x); });
}

}  // namespace
