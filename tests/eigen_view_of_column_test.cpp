// SPDX-License-Identifier: MIT

// Every way to lay out a column as the argument, with every way to lay out a column as the result.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_views.hpp"

namespace {

using namespace act::test;

TEST(eigen_view_of_column, goes_to_any_other) {
  for (const Index n : {1, 2, 3, 4, 5, 8, 15, 16, 17, 40, 70})
    expect_all_pairs([n](const auto& visit) { for_each_column(n, visit); },
                     [](const auto& x) { return act::leaky_relu(x, 0.5F); });
}

}  // namespace
