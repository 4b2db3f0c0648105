// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>
#include <act/math/exact.hpp>
#include <act/math/sigmoid.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Logistic sigmoid.
///
///     f(x) = 1 / (1 + e^-x)
///     f'(x) = f(x) (1 - f(x)) = t / (1 + t)^2,  t = e^-|x|
///
/// Edge values  f(-inf) = 0, f(0) = 1/2, f(+inf) = 1 and 0 <= f <= 1; f'(+-inf) = 0, f'(0) = 1/4.
///              NaN stays NaN.
/// From output  y (1 - y); for y near 1, few digits of f' are left in y.
/// Reference    D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by
///              back-propagating errors", Nature 323, 1986.
template <std::floating_point T>
struct Sigmoid {
  using scalar = T;
  static constexpr const char* name = "sigmoid";
  static constexpr ulp value_error{
      .f32 = 1.98, .f64 = 1.84, .f32_unfused = 2.1, .f64_unfused = 1.9};
  static constexpr ulp derivative_error{
      .f32 = 2.15, .f64 = 1.9, .f32_unfused = 2.23, .f64_unfused = 2.06};

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return simd::staged{math::reduce_sigmoid(x),
                        [](V, auto e) ACT_INLINE_LAMBDA { return math::finish_sigmoid(e); }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return simd::staged{math::reduce_minus_abs(x), [](V, auto e) ACT_INLINE_LAMBDA {
                          return math::finish_sigmoid_derivative(e);
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return simd::fnma(y, y, y);
  }
};

}  // namespace formula

template <class T>
using Sigmoid = Functor<formula::Sigmoid<T>>;

/// act::sigmoid(x) = 1 / (1 + e^-x); act::sigmoid.derivative(x) = f (1 - f). x is a float, a
/// double, a batch of them or, with <act/act.hpp>, any dense expression of Eigen's; of that the
/// result is a lazy expression, and a temporary's own memory. The other calls are in calls.hpp;
/// formula, edge values, error bounds and what throws stand at formula::Sigmoid.
inline constexpr Function<formula::Sigmoid> sigmoid{};

namespace exact {

/// act::sigmoid, correctly rounded.
template <std::floating_point T>
struct rounded<formula::Sigmoid<T>> : tier<formula::Sigmoid<T>> {
  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return staged_in_doubles(
        x, [](V at) ACT_INLINE_LAMBDA { return math::exact::reduce_sigmoid(at); },
        [](auto r) ACT_INLINE_LAMBDA { return math::exact::finish_sigmoid(r); });
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return staged_in_doubles(
        x, [](V at) ACT_INLINE_LAMBDA { return math::exact::reduce_sigmoid_derivative(at); },
        [](auto r) ACT_INLINE_LAMBDA { return math::exact::finish_sigmoid_derivative(r); });
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return in_doubles(y, [](auto d) ACT_INLINE_LAMBDA { return simd::fnma(d, d, d); });
  }
};

template <class T>
using Sigmoid = Functor<rounded<formula::Sigmoid<T>>>;

/// act::sigmoid for floats, correctly rounded with the default parameters.
inline constexpr Function<exact_of<formula::Sigmoid>::type> sigmoid{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
