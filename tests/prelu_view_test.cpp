// SPDX-License-Identifier: MIT

// PReLU of arrays, into arrays and with slopes of every layout.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/prelu.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::RowMajor, Eigen::Dynamic;

// Where numbers lie does not depend on their type: tests of layouts are for float alone.
template <class T>
class prelu_view : public ::testing::Test {};
TYPED_TEST_SUITE(prelu_view, scalars, test_name);

/// All calls with x and dy, into y and d, of any layout.
template <class X, class Y, class Slope, class T = typename X::Scalar>
void expect_calls_into(const X& x, const X& dy, Y&& y, Y&& d, const Slope& slope,
                       const std::type_identity_t<of_element<T>>& slope_of) {
  const Index r = x.rows(), c = x.cols();
  const scalar_results<T> want(x, dy, slope_of);
  y = act::prelu(x, slope);
  d = act::prelu.derivative(x, slope);
  EXPECT_TRUE(has_elements(y, r, c, want.value));
  EXPECT_TRUE(has_elements(d, r, c, want.derivative));
  d = act::prelu.backward(x, dy, slope);
  EXPECT_TRUE(has_elements(d, r, c, want.backward));
  act::prelu.value_and_derivative(x, y, d, slope);
  EXPECT_TRUE(has_elements(y, r, c, want.value));
  EXPECT_TRUE(has_elements(d, r, c, want.derivative));
  y.setZero();
  d.setZero();
  act::prelu.value_and_derivative(x * T(1), y, d, slope);
  EXPECT_TRUE(has_elements(y, r, c, want.value));
  EXPECT_TRUE(has_elements(d, r, c, want.derivative));
}

TEST(prelu_view, takes_every_view_of_arguments_outputs_and_slopes) {
  using T = float;
  using array = array_of<T>;
  using by_rows = dynamic_array<T, RowMajor>;
  using strided = Eigen::Map<array, 0, Eigen::Stride<Dynamic, Dynamic>>;
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
    const auto of_row = [&](Index i, Index) { return s.row(i); };
    const auto of_column = [&](Index, Index j) { return s.column(j); };
    expect(s.by_rows(), of_row);
    expect(s.by_columns(), of_column);
    // Slopes that are strided, are an expression, or are stored in the other order.
    array table(r + c + 2, r + c + 2);
    table.row(1).head(r) = s.by_rows().transpose();
    table.col(3).tail(c) = s.by_columns().transpose();
    expect_calls_into(x, dy, y, d, table.row(1).head(r).transpose(), of_row);
    expect_calls_into(x, dy, y, d, table.col(3).tail(c).transpose(), of_column);
    expect_calls_into(x, dy, y, d, s.by_rows() * T(1), of_row);
    expect_calls_into(x, dy, y, d, by_rows(s.by_elements()),
                      [&](Index i, Index j) { return s.element(i, j); });
  }
}

TYPED_TEST(prelu_view, takes_vectors_fixed_sizes_blocks_and_matrices) {
  using T = TypeParam;
  const auto x = filled<array_of<T>>(9, 5);
  const slopes<T> s{9, 5};
  Eigen::Array<T, 9, 5> fixed = act::prelu(Eigen::Array<T, 9, 5>(x), s.by_columns());
  const auto of_columns = [&](Index i, Index j) { return scalar_value(x(i, j), s.column(j)); };
  EXPECT_TRUE(has_elements(fixed, 9, 5, of_columns));
  array_of<T> around = array_of<T>::Zero(20, 20);
  around.block(3, 4, 9, 5) = act::prelu(x.block(0, 0, 9, 5), s.by_columns());
  EXPECT_TRUE(has_elements(around.block(3, 4, 9, 5), 9, 5, of_columns));
  const matrix_of<T> m = x.matrix(), of_matrix = act::prelu(m, s.by_columns().matrix());
  EXPECT_TRUE(has_elements(of_matrix, 9, 5, of_columns));
  const vector_of<T> v = x.col(0), of_vector = act::prelu(v, s.by_rows());
  EXPECT_TRUE(has_elements(of_vector, 9, 1,
                           [&](Index i, Index) { return scalar_value(x(i, 0), s.row(i)); }));
  const array_of<T> of_sum = act::prelu(x + T(1), s.by_rows() * T(2));
  EXPECT_TRUE(has_elements(of_sum, 9, 5, [&](Index i, Index j) {
    return scalar_value(x(i, j) + T(1), s.row(i) * T(2));
  }));
}

}  // namespace
