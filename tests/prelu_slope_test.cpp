// SPDX-License-Identifier: MIT

// PReLU with slopes of every layout, and of arrays of other kinds.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/prelu.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class prelu_slope : public ::testing::Test {};
TYPED_TEST_SUITE(prelu_slope, scalars, test_name);

// Where numbers lie does not depend on their type.
TEST(prelu_slope, may_be_of_every_layout_or_an_expression) {
  using T = float;
  using array = array_of<T>;
  for (const auto& shape : shapes) {
    const Index r = shape.first, c = shape.second;
    const auto x = filled<array>(r, c), dy = filled<array>(r, c, 1000);
    array y(r, c), d(r, c);
    const slopes<T> s{r, c};
    const auto of_row = [&](Index i, Index) { return s.row(i); };
    const auto of_column = [&](Index, Index j) { return s.column(j); };
    array table(r + c + 2, r + c + 2);
    table.row(1).head(r) = s.by_rows().transpose();
    table.col(3).tail(c) = s.by_columns().transpose();
    expect_calls_into(x, dy, y, d, table.row(1).head(r).transpose(), of_row);
    expect_calls_into(x, dy, y, d, table.col(3).tail(c).transpose(), of_column);
    expect_calls_into(x, dy, y, d, s.by_rows() * T(1), of_row);
    expect_calls_into(x, dy, y, d, dynamic_array<T, Eigen::RowMajor>(s.by_elements()),
                      [&](Index i, Index j) { return s.element(i, j); });
  }
}

// Whatever takes lanes for its parameter takes arrays of it.
TYPED_TEST(prelu_slope, may_be_leaky_relus) {
  using array = array_of<TypeParam>;
  const auto x = filled<array>(9, 5), dy = filled<array>(9, 5, 1000);
  const slopes<TypeParam> s{9, 5};
  const auto by_columns = s.by_columns();
  const array y = act::leaky_relu(x, by_columns), d = act::leaky_relu.derivative(x, by_columns),
              dx = act::leaky_relu.backward(x, dy, by_columns);
  for (Index j = 0; j < 5; ++j)
    for (Index i = 0; i < 9; ++i) {
      const TypeParam slope = s.column(j);
      EXPECT_TRUE(identical(y(i, j), act::leaky_relu(x(i, j), slope)));
      EXPECT_TRUE(identical(d(i, j), act::leaky_relu.derivative(x(i, j), slope)));
      EXPECT_TRUE(identical(dx(i, j), act::leaky_relu.backward(x(i, j), dy(i, j), slope)));
    }
}

TYPED_TEST(prelu_slope, goes_with_vectors_fixed_sizes_blocks_and_matrices) {
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
