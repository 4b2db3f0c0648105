// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/activations/leaky_relu.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace op {

/// d prelu(x, slope) / dslope
struct prelu_slope_derivative {
  static constexpr const char* name = "prelu.slope_gradient";
  template <class V>
  ACT_INLINE V begin(const V& x) const noexcept {
    return simd::at_most(x, 0);
  }
  template <class V>
  ACT_INLINE V end(const V& d) const noexcept {
    return d;
  }
};

}  // namespace op

namespace detail {
/// How the terms of a slope's gradient are summed; eigen/prelu.hpp says it for Eigen's arrays.
template <class X>
struct slope_gradient {
  template <class S>
  static ACT_INLINE X sum(const X& x, const X& dy, const S&) noexcept {
    return operand<X>::apply(op::product{}, dy, operand<X>::apply(op::prelu_slope_derivative{}, x));
  }
};
}  // namespace detail

namespace formula {

/// Parametric rectified linear unit: a leaky ReLU whose slope is learned.
///
///     f(x) = x          f'(x) = 1        df/dslope = 0    x > 0
///     f(x) = slope x    f'(x) = slope    df/dslope = x    x <= 0
///
/// Parameter    slope, 0.25 by default; a number, or (act::prelu with Eigen) one for each row,
///              column or element.
/// Edge values  as leaky_relu; df/dslope = min(x, 0), and NaN where x is NaN.
/// Reference    K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV 2015,
///              arXiv:1502.01852.
template <simd::lanes T>
struct PReLU : LeakyReLU<T> {
  static constexpr const char* name = "prelu";

  constexpr PReLU(T initial = T(0.25)) noexcept : LeakyReLU<T>{initial} {}

  /// The gradient with respect to the slope: dy * min(x, 0), summed in an order that depends on the
  /// place of the elements alone, not on instruction set or storage.
  template <class X, class DY>
  [[nodiscard]] auto slope_gradient(const X& x, const DY& dy) const {
    return detail::slope_gradient<X>::sum(x, dy, this->slope);
  }

  void require_output_form() const {
    require(this->slope >= 0, name,
            ".derivative_from_output: slope must be >= 0, or y does not tell the sign of x",
            this->slope);
  }
};

}  // namespace formula

template <class T>
using PReLU = Functor<formula::PReLU<T>>;

/// act::prelu: the slope may be an array that is broadcast to the shape of x: a column vector has
/// one slope for each row, a row vector one for each column, an array of x's shape one for each
/// element.
template <template <class> class F>
struct PReLUFunction : Function<F, formula::PReLU> {
  /// The gradient with respect to the slope, summed to the shape of the slope.
  template <class X, class DY, class S>
    requires(!detail::number<X>)
  [[nodiscard]] auto slope_gradient(const X& x, const DY& dy, const S& slope) const
      noexcept(!operand_of<X>::is_array) {
    return detail::slope_gradient<X>::sum(x, dy, slope);
  }
  template <detail::number X, class DY, class S>
  [[nodiscard]] X slope_gradient(X x, DY dy, S slope) const noexcept {
    return detail::slope_gradient<X>::sum(x, dy, slope);
  }
};

/// act::prelu(x, slope = 0.25): x for x > 0, slope x elsewhere; its derivative is 1 or slope. x is
/// a float, a double, a batch of them or, with <act/act.hpp>, any dense expression of Eigen's, and
/// slope a number or an array as above. The other calls are in calls.hpp; edge values, error bounds
/// and what throws stand at formula::PReLU.
inline constexpr PReLUFunction<formula::PReLU> prelu{};

namespace exact {

/// act::prelu for floats, as it is: its values and derivatives are correctly rounded;
/// slope_gradient, a sum, is not.
template <class T>
using PReLU = Functor<rounded<formula::PReLU<T>>>;

inline constexpr PReLUFunction<exact_of<formula::PReLU>::type> prelu{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
