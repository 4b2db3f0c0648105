// SPDX-License-Identifier: MIT

// PReLU of arrays of every layout, into arrays of every layout.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/prelu.hpp"

namespace {

using namespace act::test;
using Eigen::RowMajor, Eigen::Dynamic;

// Where numbers lie does not depend on their type.
using T = float;
using array = array_of<T>;
using by_rows = dynamic_array<T, RowMajor>;
using strided = Eigen::Map<array, 0, Eigen::Stride<Dynamic, Dynamic>>;

TEST(prelu_view, takes_every_view_of_arguments_and_outputs) {
  for (const auto& shape : shapes) {
    const Index r = shape.first, c = shape.second;
    const auto x = filled<array>(r, c), dy = filled<array>(r, c, 1000);
    array y(r, c), d(r, c), memory(3 * r, c), dmemory(3 * r, c);
    by_rows yr(r, c), dr(r, c);
    const auto expect = [&](const auto& slope, const auto& slope_of) {
      const of_element<T> transposed_slope_of = [&](Index i, Index j) { return slope_of(j, i); };
      expect_calls_into(Eigen::Ref<const array>(x), Eigen::Ref<const array>(dy), y, d, slope,
                        slope_of);
      expect_calls_into(x, dy, yr, dr, slope, slope_of);
      strided sx(memory.data(), r, c, {3 * r, 2}), sdy(dmemory.data(), r, c, {3 * r, 2});
      sx = x;
      sdy = dy;
      expect_calls_into(sx, sdy, y, d, slope, slope_of);
      expect_calls_into(x, dy, sx, sdy, slope, slope_of);
      array m = array::Constant(2 * r, 3 * c + 1, sentinel<T>);
      expect_calls_into(x, dy, m.block(r, 1, r, c), m.block(r, 1 + 2 * c, r, c), slope, slope_of);
      EXPECT_EQ((m == sentinel<T>).count(), m.size() - 2 * r * c);
      expect_calls_into(x.transpose(), dy.transpose(), yr.transpose(), dr.transpose(),
                        slope.transpose(), transposed_slope_of);
    };
    const slopes<T> s{r, c};
    expect(s.by_rows(), [&](Index i, Index) { return s.row(i); });
    expect(s.by_columns(), [&](Index, Index j) { return s.column(j); });
  }
}

}  // namespace
