// SPDX-License-Identifier: MIT
#pragma once

// The matrices of prelu_by_row and prelu_by_column as Eigen's arrays.

#include "rivals.hpp"

#include <Eigen/Core>

namespace bench {

template <class F>
struct slopes_on_eigen {
  static constexpr bool takes_many_slopes = true;
  using T = typename F::scalar;
  using matrix = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic>;
  using vector =
      std::conditional_t<std::same_as<F, prelu_by_row<T>>, Eigen::Array<T, Eigen::Dynamic, 1>,
                         Eigen::Array<T, 1, Eigen::Dynamic>>;

  static Eigen::Map<const matrix> in(const T* p, const arrays<T>& a) {
    return {p, Eigen::Index(rows_of(a.n)), Eigen::Index(a.n / rows_of(a.n))};
  }
  static Eigen::Map<matrix> out(T* p, const arrays<T>& a) {
    return {p, Eigen::Index(rows_of(a.n)), Eigen::Index(a.n / rows_of(a.n))};
  }
  static Eigen::Map<const vector> slopes(const arrays<T>& a) {
    const std::size_t rows = rows_of(a.n);
    return {a.dy, Eigen::Index(std::same_as<F, prelu_by_row<T>> ? rows : a.n / rows)};
  }
};

}  // namespace bench
