// SPDX-License-Identifier: MIT
#pragma once

// PReLU of a number, slopes of its four shapes, and the shapes of arrays to call it with.

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

}  // namespace act::test
