// SPDX-License-Identifier: MIT
#pragma once

// PReLU of a number, slopes of its four shapes, and the shapes of arrays to call it with.

#include <act/act.hpp>
#include <functional>
#include <utility>
#include "support/eigen_arrays.hpp"

namespace act::test {

template <class T>
[[nodiscard]] T scalar_value(T x, T slope) {
  return x > 0 ? x : x * slope;
}
template <class T>
[[nodiscard]] T scalar_derivative(T x, T slope) {
  return std::isnan(x) ? x : x > 0 ? T(1) : slope;
}

template <class T>
using of_element = std::function<T(Index, Index)>;

/// What the calls with x, dy and slopes return, element by element, of types that depend on no more
/// than T: what tests compile for each layout and each kind of slope is act's calls.
template <class T>
struct scalar_results {
  of_element<T> value, derivative, backward;

  scalar_results(const array_of<T>& x, const array_of<T>& dy, const of_element<T>& slope)
      : value([=](Index i, Index j) { return scalar_value(x(i, j), slope(i, j)); }),
        derivative([=](Index i, Index j) { return scalar_derivative(x(i, j), slope(i, j)); }),
        backward([=, d = derivative](Index i, Index j) { return dy(i, j) * d(i, j); }) {}
};

/// The slope of element (i, j), which is not the same function of i and j for any two shapes.
template <class T>
struct slopes {
  Index rows, columns;

  [[nodiscard]] T number() const { return T(0.3); }
  [[nodiscard]] static T row(Index i) { return T(0.1) + T(i) / 7; }
  [[nodiscard]] static T column(Index j) { return T(-0.2) + T(j) / 3; }
  [[nodiscard]] static T element(Index i, Index j) { return row(i) * column(j); }

  [[nodiscard]] Eigen::Array<T, Eigen::Dynamic, 1> by_rows() const {
    return Eigen::Array<T, Eigen::Dynamic, 1>::NullaryExpr(rows, [](Index i) { return row(i); });
  }
  [[nodiscard]] Eigen::Array<T, 1, Eigen::Dynamic> by_columns() const {
    return Eigen::Array<T, 1, Eigen::Dynamic>::NullaryExpr(columns,
                                                           [](Index j) { return column(j); });
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

inline constexpr std::pair<Index, Index> shapes[] = {
    {1, 1}, {1, 7}, {8, 1}, {5, 3}, {16, 4}, {37, 19}, {64, 5}, {70, 67}, {3, 200}, {300, 2}};

/// All calls with x, dy of one layout.
template <class X, class Slope, class T = typename X::Scalar>
void expect_calls(const X& x, const X& dy, const Slope& slope, const of_element<T>& slope_of) {
  const Index r = x.rows(), c = x.cols();
  const scalar_results<T> want(x, dy, slope_of);
  X y = act::prelu(x, slope), d = act::prelu.derivative(x, slope);
  EXPECT_TRUE(has_elements(y, r, c, want.value));
  EXPECT_TRUE(has_elements(d, r, c, want.derivative));
  const X dx = act::prelu.backward(x, dy, slope);
  EXPECT_TRUE(has_elements(dx, r, c, want.backward));
  y.setConstant(sentinel<T>);
  d.setConstant(sentinel<T>);
  const auto expect_both = [&](const X& of, X& value, X& derivative) {
    act::prelu.value_and_derivative(of, value, derivative, slope);
    EXPECT_TRUE(has_elements(value, r, c, want.value));
    EXPECT_TRUE(has_elements(derivative, r, c, want.derivative));
  };
  X y_over_x = x, d_over_x = x;
  expect_both(x, y, d);
  expect_both(y_over_x, y_over_x, d);
  expect_both(d_over_x, y, d_over_x);
}

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

}  // namespace act::test
