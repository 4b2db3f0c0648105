// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>
#include "support/arrays.hpp"

namespace act::test {

using Eigen::Index;

template <class T, int Order>
using dynamic_array = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Order>;
template <class T>
using array_of = dynamic_array<T, Eigen::ColMajor>;
template <class T>
using vector_of = Eigen::Array<T, Eigen::Dynamic, 1>;
template <class T>
using matrix_of = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;

/// Element by element, through no code of Eigen's that could go wrong in the same way as act's.
template <class X>
void fill(X&& x, std::size_t first = 0) {
  using T = typename std::remove_cvref_t<X>::Scalar;
  for (Index j = 0; j < x.cols(); ++j)
    for (Index i = 0; i < x.rows(); ++i) x.coeffRef(i, j) = input<T>(first++);
}

template <class X>
[[nodiscard]] X filled(Index rows, Index cols, std::size_t first = 0) {
  X x(rows, cols);
  fill(x, first);
  return x;
}

/// Has got the shape and the bits of want(i, j)? Want is behind a pointer, so that a kernel is not
/// compiled into each loop.
template <class Got, class T = typename Got::Scalar>
[[nodiscard]] ::testing::AssertionResult has_elements(
    const Eigen::DenseBase<Got>& got, Index rows, Index cols,
    const std::type_identity_t<std::function<T(Index, Index)>>& want) {
  if (got.rows() != rows || got.cols() != cols)
    return ::testing::AssertionFailure()
           << "the shape is " << got.rows() << 'x' << got.cols() << ", not " << rows << 'x' << cols;
  for (Index j = 0; j < cols; ++j)
    for (Index i = 0; i < rows; ++i)
      if (!identical(T(got.derived().coeff(i, j)), want(i, j))) {
        char text[160];
        std::snprintf(text, sizeof text, "element (%td, %td) of %tdx%td is %a, not %a", i, j, rows,
                      cols, double(got.derived().coeff(i, j)), double(want(i, j)));
        return ::testing::AssertionFailure() << text;
      }
  return ::testing::AssertionSuccess();
}

/// Is y = f(x), f being a function of one T?
template <class Y, class X, class T = typename Y::Scalar>
[[nodiscard]] ::testing::AssertionResult is_map_of(
    const Eigen::DenseBase<Y>& y, const std::type_identity_t<std::function<T(T)>>& f,
    const Eigen::DenseBase<X>& x) {
  const dynamic_array<T, Eigen::ColMajor> numbers = x.derived().array();
  return has_elements(y, numbers.rows(), numbers.cols(),
                      [&](Index i, Index j) { return f(numbers(i, j)); });
}

}  // namespace act::test
