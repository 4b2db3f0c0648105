// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>
#include <act/math/exact.hpp>
#include <act/math/tanh.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Hyperbolic tangent.
///
///     f(x) = tanh x = (e^x - e^-x) / (e^x + e^-x)
///     f'(x) = 1 - tanh^2 x = 4 u / (1 + u)^2,  u = e^-2|x|
///
/// Edge values  f(-inf) = -1, f(+-0) = +-0, f(+inf) = 1 and |f| <= 1; f'(+-inf) = 0, f'(0) = 1.
///              NaN stays NaN.
/// From output  1 - y^2; for |y| near 1, few digits of f' are left in y.
/// Reference    Y. LeCun, L. Bottou, G. B. Orr, K.-R. Mueller, "Efficient BackProp", 1998.
template <std::floating_point T>
struct Tanh {
  using scalar = T;
  static constexpr const char* name = "tanh";
  static constexpr ulp value_error{
      .f32 = 2.59, .f64 = 1.53, .f32_unfused = 2.62, .f64_unfused = 1.79};
  static constexpr ulp derivative_error{
      .f32 = 2.15, .f64 = 2.06, .f32_unfused = 2.23, .f64_unfused = 2.08};

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return simd::staged{math::reduce_tanh(x),
                        [](V at, auto r) ACT_INLINE_LAMBDA { return math::finish_tanh(at, r); }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return simd::staged{math::reduce_minus_abs<2>(x),
                        [](V, auto e) ACT_INLINE_LAMBDA { return math::finish_sech2(e); }};
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return simd::fnma(y, y, 1);
  }
};

}  // namespace formula

template <class T>
using Tanh = Functor<formula::Tanh<T>>;

/// act::tanh(x), the hyperbolic tangent; act::tanh.derivative(x) = 1 - tanh^2 x. x is a float, a
/// double, a batch of them or, with <act/act.hpp>, any dense expression of Eigen's; of that the
/// result is a lazy expression, and a temporary's own memory. The other calls are in calls.hpp;
/// formula, edge values, error bounds and what throws stand at formula::Tanh.
inline constexpr Function<formula::Tanh> tanh{};

namespace exact {

/// act::tanh, correctly rounded.
template <std::floating_point T>
struct rounded<formula::Tanh<T>> : tier<formula::Tanh<T>> {
  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return staged_in_doubles(
        x, [](V at) ACT_INLINE_LAMBDA { return math::exact::reduce_tanh(at); },
        [](auto r) ACT_INLINE_LAMBDA { return math::exact::finish_tanh(r); });
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return staged_in_doubles(
        x, [](V at) ACT_INLINE_LAMBDA { return math::exact::reduce_sigmoid_derivative(at + at); },
        [](auto r) ACT_INLINE_LAMBDA { return 4 * math::exact::finish_sigmoid_derivative(r); });
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return in_doubles(y, [](auto d) ACT_INLINE_LAMBDA { return simd::fnma(d, d, 1); });
  }
};

template <class T>
using Tanh = Functor<rounded<formula::Tanh<T>>>;

/// act::tanh for floats, correctly rounded with the default parameters.
inline constexpr Function<exact_of<formula::Tanh>::type> tanh{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
