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

constexpr std::pair<Index, Index> shapes[] = {{1, 1},   {1, 7},  {8, 1},   {5, 3},   {16, 4},
                                              {37, 19}, {64, 5}, {70, 67}, {3, 200}, {300, 2}};

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

/// All calls with x and dy, into y and d, of any layout.
template <class X, class Y, class Slope, class SlopeOf>
void expect_calls_into(const X& x, const X& dy, Y&& y, Y&& d, const Slope& slope,
                       const SlopeOf& slope_of) {
  using T = typename X::Scalar;
  const Index r = x.rows(), c = x.cols();
  const array_of<T> numbers = x.array(), dnumbers = dy.array();
  const auto value = [&](Index i, Index j) { return scalar_value(numbers(i, j), slope_of(i, j)); };
  const auto derivative = [&](Index i, Index j) {
    return scalar_derivative(numbers(i, j), slope_of(i, j));
  };
  y = act::prelu(x, slope);
  d = act::prelu.derivative(x, slope);
  EXPECT_TRUE(has_elements(y, r, c, value));
  EXPECT_TRUE(has_elements(d, r, c, derivative));
  d = act::prelu.backward(x, dy, slope);
  EXPECT_TRUE(
      has_elements(d, r, c, [&](Index i, Index j) { return dnumbers(i, j) * derivative(i, j); }));
  act::prelu.value_and_derivative(x, y, d, slope);
  EXPECT_TRUE(has_elements(y, r, c, value));
  EXPECT_TRUE(has_elements(d, r, c, derivative));
  y.setZero();
  d.setZero();
  act::prelu.value_and_derivative(x * T(1), y, d, slope);
  EXPECT_TRUE(has_elements(d, r, c, derivative));
}

TYPED_TEST(prelu, takes_every_view_of_arguments_outputs_and_slopes) {
  using T = TypeParam;
  using array = array_of<T>;
  using by_rows = dynamic_array<T, RowMajor>;
  using strided = Eigen::Map<array, 0, Eigen::Stride<Dynamic, Dynamic>>;
  for (const auto& shape : shapes) {
    const Index r = shape.first, c = shape.second;
    const auto x = filled<array>(r, c), dy = filled<array>(r, c, 1000);
    array y(r, c), d(r, c), memory(3 * r, c), dmemory(3 * r, c);
    by_rows yr(r, c), dr(r, c);
    const auto expect = [&](const auto& slope, const auto& slope_of) {
      const auto transposed_slope_of = [&](Index i, Index j) { return slope_of(j, i); };
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

TYPED_TEST(prelu, works_in_place) {
  using T = TypeParam;
  for (const auto& [r, c] : shapes) {
    const auto x = filled<array_of<T>>(r, c), dy = filled<array_of<T>>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const auto& slope_of) {
      array_of<T> y = x, d = dy;
      d = act::prelu.backward(x, d, slope);
      EXPECT_TRUE(has_elements(d, x.rows(), x.cols(), [&](Index i, Index j) {
        return dy(i, j) * scalar_derivative(x(i, j), slope_of(i, j));
      }));
      y = act::prelu(y, slope);
      EXPECT_TRUE(has_elements(y, x.rows(), x.cols(), [&](Index i, Index j) {
        return scalar_value(x(i, j), slope_of(i, j));
      }));
    });
  }
}

TYPED_TEST(prelu, writes_large_arrays_past_the_caches) {
  using T = TypeParam;
  const std::size_t threshold = act::streaming_threshold.exchange(0);
  for (const auto& [r, c] : {std::pair<Index, Index>{64, 5}, {192, 3}, {200, 4}, {65, 9}}) {
    const auto x = filled<array_of<T>>(r, c), dy = filled<array_of<T>>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape(
        [&](const auto& slope, const auto& slope_of) { expect_calls(x, dy, slope, slope_of); });
  }
  act::streaming_threshold = threshold;
}

TYPED_TEST(prelu, value_and_derivative_may_be_of_an_expression_of_the_outputs) {
  using T = TypeParam;
  for (const auto& [r, c] : shapes) {
    const auto before = filled<array_of<T>>(r, c);
    const array_of<T> x = before * T(-1);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const auto& slope_of) {
      array_of<T> y = before, d;
      const auto expect = [&] {
        EXPECT_TRUE(has_elements(y, x.rows(), x.cols(), [&](Index i, Index j) {
          return scalar_value(x(i, j), slope_of(i, j));
        }));
        EXPECT_TRUE(has_elements(d, x.rows(), x.cols(), [&](Index i, Index j) {
          return scalar_derivative(x(i, j), slope_of(i, j));
        }));
      };
      act::prelu.value_and_derivative(y * T(-1), y, d, slope);
      expect();
      d = before;
      act::prelu.value_and_derivative(d * T(-1), y, d, slope);
      expect();
    });
  }
}

TYPED_TEST(prelu, value_and_derivative_may_overwrite_the_slopes) {
  using T = TypeParam;
  using array = array_of<T>;
  const auto x = filled<array>(9, 70);
  const slopes<T> s{9, 70};
  const auto expect = [&](const array& y, const array& d) {
    EXPECT_TRUE(has_elements(
        y, 9, 70, [&](Index i, Index j) { return scalar_value(x(i, j), s.element(i, j)); }));
    EXPECT_TRUE(has_elements(
        d, 9, 70, [&](Index i, Index j) { return scalar_derivative(x(i, j), s.element(i, j)); }));
  };
  array y = s.by_elements(), d;
  act::prelu.value_and_derivative(x, y, d, y);
  expect(y, d);
  d = s.by_elements();
  act::prelu.value_and_derivative(x, y, d, d);
  expect(y, d);
  d = s.by_elements();
  act::prelu.value_and_derivative(x * T(1), y, d, d);
  expect(y, d);
  // Slopes that are an expression are evaluated first.
  y = s.by_elements() / 2;
  act::prelu.value_and_derivative(x * T(1), y, d, y * T(2));
  expect(y, d);
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
