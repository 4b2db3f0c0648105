// SPDX-License-Identifier: MIT

// act's calls as parts of larger expressions, which Eigen evaluates in one loop.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"

namespace {

using namespace act::test;

// What fits together does not depend on the type of the numbers.
using T = float;
using array = array_of<T>;

const auto tanh_of = [](auto x) { return act::tanh(x); };

TEST(eigen_fusion, fuses_with_what_surrounds_it) {
  for (const auto& [r, c] : {std::pair<Index, Index>{1, 1}, {3, 5}, {16, 2}, {31, 7}}) {
    const array x = filled<array>(r, c), z = filled<array>(r, c, 1000);
    const array sum = act::tanh(x) + act::relu(z);
    const auto tanh_plus_relu = [&](Index i, Index j) {
      return act::tanh(x(i, j)) + act::relu(z(i, j));
    };
    EXPECT_TRUE(has_elements(sum, r, c, tanh_plus_relu));
    const array nested = act::relu(act::tanh(x - z));
    EXPECT_TRUE(is_map_of(
        nested, [](T t) { return act::relu(act::tanh(t)); }, x - z));
    array reversed = (2 * act::tanh(x)).reverse();
    EXPECT_TRUE(is_map_of(
        reversed.reverse(), [](T t) { return 2 * act::tanh(t); }, x));
    const array of_reversed = act::tanh(x.reverse());
    EXPECT_TRUE(is_map_of(of_reversed, tanh_of, x.reverse()));
    const array transposed = act::tanh(x.transpose()).transpose();
    EXPECT_TRUE(is_map_of(transposed, tanh_of, x));
    const array chosen = (z > 0).select(act::tanh(x), x);
    EXPECT_TRUE(has_elements(chosen, r, c, [&](Index i, Index j) {
      return z(i, j) > 0 ? act::tanh(x(i, j)) : x(i, j);
    }));
    EXPECT_TRUE(is_map_of(act::tanh(x).block(0, 0, r, c).eval(), tanh_of, x));
    EXPECT_TRUE(identical(act::tanh(x)(r - 1, c - 1), act::tanh(x(r - 1, c - 1))));
    EXPECT_EQ((act::tanh(x) > 0).count(), (x > 0).count());
  }
}

}  // namespace
