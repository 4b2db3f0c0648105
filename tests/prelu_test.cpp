// SPDX-License-Identifier: MIT

// PReLU with slopes of its four shapes: a number, one for each row, column or element.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor, Eigen::Dynamic;

template <class T>
class prelu : public ::testing::Test {};
TYPED_TEST_SUITE(prelu, scalars, test_name);

template <class T>
T scalar_value(T x, T slope) {
  return x > 0 ? x : x * slope;
}
template <class T>
T scalar_derivative(T x, T slope) {
  return std::isnan(x) ? x : x > 0 ? T(1) : slope;
}

/// The slope of element (i, j), which is not the same function of i and j for any two shapes.
template <class T>
struct slopes {
  Index rows, columns;

  [[nodiscard]] T number() const { return T(0.3); }
  [[nodiscard]] static T row(Index i) { return T(0.1) + T(i) / 7; }
  [[nodiscard]] static T column(Index j) { return T(-0.2) + T(j) / 3; }
  [[nodiscard]] static T element(Index i, Index j) { return row(i) * column(j); }

  [[nodiscard]] Eigen::Array<T, Dynamic, 1> by_rows() const {
    return Eigen::Array<T, Dynamic, 1>::NullaryExpr(rows, [](Index i) { return row(i); });
  }
  [[nodiscard]] Eigen::Array<T, 1, Dynamic> by_columns() const {
    return Eigen::Array<T, 1, Dynamic>::NullaryExpr(columns, [](Index j) { return column(j); });
  }
  [[nodiscard]] array_of<T> by_elements() const {
    return array_of<T>::NullaryExpr(rows, columns, [](Index i, Index j) { return element(i, j); });
  }

  /// visit(slope in the form that act::prelu takes, slope of an element).
  template <class Visit>
  void for_each_shape(const Visit& visit) const {
    visit(number(), [this](Index, Index) { return number(); });
    visit(by_rows(), [](Index i, Index) { return row(i); });
    visit(by_columns(), [](Index, Index j) { return column(j); });
    visit(by_elements(), [](Index i, Index j) { return element(i, j); });
  }
};

constexpr std::pair<Index, Index> shapes[] = {{1, 1}, {1, 7}, {8, 1}, {5, 3}, {16, 4}, {37, 19}};

/// All calls with x, dy of one layout.
template <class X, class Slope, class SlopeOf>
void expect_calls(const X& x, const X& dy, const Slope& slope, const SlopeOf& slope_of) {
  using T = typename X::Scalar;
  const Index r = x.rows(), c = x.cols();
  const auto value = [&](Index i, Index j) { return scalar_value(x(i, j), slope_of(i, j)); };
  const auto derivative = [&](Index i, Index j) {
    return scalar_derivative(x(i, j), slope_of(i, j));
  };
  const auto product = [&](Index i, Index j) { return dy(i, j) * derivative(i, j); };
  X y = act::prelu(x, slope), d = act::prelu.derivative(x, slope);
  EXPECT_TRUE(has_elements(y, r, c, value));
  EXPECT_TRUE(has_elements(d, r, c, derivative));
  const X dx = act::prelu.backward(x, dy, slope);
  EXPECT_TRUE(has_elements(dx, r, c, product));
  y.setConstant(sentinel<T>);
  d.setConstant(sentinel<T>);
  act::prelu.value_and_derivative(x, y, d, slope);
  EXPECT_TRUE(has_elements(y, r, c, value));
  EXPECT_TRUE(has_elements(d, r, c, derivative));
  X y_over_x = x, d_over_x = x;
  act::prelu.value_and_derivative(y_over_x, y_over_x, d, slope);
  EXPECT_TRUE(has_elements(y_over_x, r, c, value));
  EXPECT_TRUE(has_elements(d, r, c, derivative));
  act::prelu.value_and_derivative(d_over_x, y, d_over_x, slope);
  EXPECT_TRUE(has_elements(y, r, c, value));
  EXPECT_TRUE(has_elements(d_over_x, r, c, derivative));
}

TYPED_TEST(prelu, takes_slopes_of_four_shapes_in_both_storage_orders) {
  using T = TypeParam;
  using by_columns = dynamic_array<T, ColMajor>;
  using by_rows = dynamic_array<T, RowMajor>;
  for (const auto& [r, c] : shapes) {
    const auto x = filled<by_columns>(r, c), dy = filled<by_columns>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const auto& slope_of) {
      expect_calls(x, dy, slope, slope_of);
      expect_calls(by_rows(x), by_rows(dy), slope, slope_of);
    });
  }
}

TYPED_TEST(prelu, takes_vectors_fixed_sizes_blocks_and_matrices) {
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

TYPED_TEST(prelu, keeps_what_it_needs_of_temporaries) {
  using T = TypeParam;
  const auto x = filled<array_of<T>>(9, 50), dy = filled<array_of<T>>(9, 50, 1000);
  const slopes<T> s{9, 50};
  s.for_each_shape([&](const auto& slope, const auto& slope_of) {
    using slope_type = std::remove_cvref_t<decltype(slope)>;
    const auto expect = [&](const auto& got, auto scalar_call) {
      EXPECT_TRUE(has_elements(
          got, 9, 50, [&](Index i, Index j) { return scalar_call(x(i, j), slope_of(i, j)); }));
    };
    const auto y = act::prelu(x, slope_type(slope));
    const auto of_temporaries = act::prelu(array_of<T>(x), slope_type(slope));
    const auto d = act::prelu.derivative(x, slope_type(slope));
    const auto dx = act::prelu.backward(array_of<T>(x), dy, slope_type(slope));
    const auto dx_of_dy = act::prelu.backward(x, array_of<T>(dy), slope_type(slope));
    expect(y, scalar_value<T>);
    expect(of_temporaries, scalar_value<T>);
    expect(d, scalar_derivative<T>);
    EXPECT_TRUE(has_elements(dx, 9, 50, [&](Index i, Index j) {
      return dy(i, j) * scalar_derivative(x(i, j), slope_of(i, j));
    }));
    EXPECT_TRUE(has_elements(dx_of_dy, 9, 50, [&](Index i, Index j) { return dx(i, j); }));
  });
}

}  // namespace
