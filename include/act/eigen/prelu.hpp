// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/prelu.hpp>
#include <act/array/sum.hpp>
#include <act/eigen/expression.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

namespace eigen {

/// Calls sink(j, s) in the order of j with the sums s of min(x, 0) * dy down each column j.
template <class X, class DY, class Sink>
void slope_gradient_columns(const X& x, const DY& dy, const Sink& sink) {
  using T = typename X::Scalar;
  // Refers to memory whose inner stride is 1 and copies what is not.
  using memory = Eigen::Ref<const typename X::PlainObject, 0, Eigen::OuterStride<>>;
  const memory xm(x), dym(dy);
  const op::prelu_slope_derivative terms;
  const auto rows = static_cast<std::size_t>(x.rows());
  if constexpr (!X::PlainObject::IsRowMajor) {
    for (Index j = 0; j < x.cols(); ++j)
      sink(j, array::dot<array::arch>(terms, rows, xm.data() + j * xm.outerStride(),
                                      dym.data() + j * dym.outerStride()));
  } else {
    constexpr Index strip = 256;
    T sums[strip];
    for (Index j = 0; j < x.cols(); j += strip) {
      const Index count = (std::min)(strip, x.cols() - j);
      array::dot_columns<array::arch>(terms, rows, static_cast<std::size_t>(count), xm.data() + j,
                                      xm.outerStride(), dym.data() + j, dym.outerStride(), sums);
      for (Index k = 0; k < count; ++k) sink(j + k, sums[k]);
    }
  }
}

}  // namespace eigen

namespace detail {

template <eigen::dense X>
  requires(is_real<typename X::Scalar>)
struct slope_gradient<X> {
  using T = typename X::Scalar;

  /// One slope for all: the sums of the columns, summed in the same way.
  template <class DY, number S>
  static T sum(const X& x, const DY& dy, const S&) {
    eigen::require_same_shape("prelu.slope_gradient", x, dy);
    T sums[array::partial_sums] = {};
    eigen::slope_gradient_columns(x, dy, [&](Eigen::Index j, T s) {
      T& partial = sums[static_cast<std::size_t>(j) % array::partial_sums];
      partial = partial + s;
    });
    return array::fold<T>(sums);
  }

  /// A column of slopes, a row of slopes or a slope for each element.
  template <class DY, class S>
  static auto sum(const X& x, const DY& dy, const S& slope) {
    if constexpr (eigen::are_slopes<S>() && eigen::combine<X, DY>())
      return sum_to(x, dy, slope);
    else
      return refused<X>{};
  }

 private:
  template <class DY, class S>
  static typename S::PlainObject sum_to(const X& x, const DY& dy, const S& slope) {
    eigen::require_same_shape("prelu.slope_gradient", x, dy);
    const auto& shape = eigen::broadcast(x, slope);
    eigen::require_same_shape("prelu.slope_gradient", x, shape);
    typename S::PlainObject gradient(slope.rows(), slope.cols());
    const auto store = [&](Eigen::Index k, T s) { gradient.coeffRef(k) = s; };
    if constexpr (S::ColsAtCompileTime == 1 && X::ColsAtCompileTime != 1)
      eigen::slope_gradient_columns(x.transpose(), dy.transpose(), store);
    else if constexpr (S::RowsAtCompileTime == 1 && X::RowsAtCompileTime != 1)
      eigen::slope_gradient_columns(x, dy, store);
    else
      gradient =
          operand<DY>::apply(op::product{}, dy, operand<X>::apply(op::prelu_slope_derivative{}, x));
    return gradient;
  }
};

}  // namespace detail
}  // namespace act

ACT_STRICT_END
