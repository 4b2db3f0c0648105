// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>
#include <act/math/exact.hpp>
#include <act/math/expm1.hpp>
#include <act/require.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Exponential linear unit.
///
///     f(x) = x                  f'(x) = 1            x > 0
///     f(x) = alpha (e^x - 1)    f'(x) = alpha e^x    x <= 0
///
/// Parameter    alpha, 1 by default; any finite number. Where its magnitude is beyond 2^102 (2^969
///              for double), derivatives below 2^-252 alpha (2^-2044 alpha) may be 0.
/// Edge values  f(-inf) = -alpha, f(+-0) = +-0, f(+inf) = +inf; f'(-inf) = 0, f'(+inf) = 1 and at
///              the kink f'(0) = alpha, the left derivative. NaN stays NaN.
/// From output  y > 0 ? 1 : y + alpha, for alpha >= 0 only: the sign of y must tell that of x. Else
///              std::invalid_argument. For y near -alpha, few digits of f' are left in y.
/// Reference    D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network
///              learning by exponential linear units", ICLR 2016, arXiv:1511.07289.
template <std::floating_point T>
struct ELU {
  using scalar = T;
  static constexpr const char* name = "elu";
  static constexpr ulp value_error{
      .f32 = 0.95, .f64 = 0.8, .f32_unfused = 1.04, .f64_unfused = 0.97};
  static constexpr ulp derivative_error{
      .f32 = 1.04, .f64 = 1.07, .f32_unfused = 1.02, .f64_unfused = 1.05};

  T alpha = 1;

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return simd::staged{math::reduce_expm1_negative(simd::at_most(x, 0)),
                        [a = alpha](V at, auto r) ACT_INLINE_LAMBDA {
                          return value_at(at, math::finish_expm1_negative(r) * a);
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    const auto by = math::exp_scaling_for(alpha);
    return simd::staged{math::reduce_exp_negative(simd::at_most(x, 0), by),
                        [a = alpha * by.inverse](V at, auto r) ACT_INLINE_LAMBDA {
                          return derivative_at(at, math::finish_exp_negative(r) * a);
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto value_and_derivative(const V& x) const noexcept {
    const auto by = math::exp_scaling_for(alpha);
    return simd::staged{math::reduce_exp_negative(simd::at_most(x, 0), by),
                        [a = alpha, inverse = by.inverse](V at, auto r) ACT_INLINE_LAMBDA {
                          const auto e = math::finish_both_negative(r, inverse);
                          return ::act::value_and_derivative<V>{
                              value_at(at, e.expm1 * a), derivative_at(at, e.exp * (a * inverse))};
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return simd::select(y > 0, V(1), y + alpha);
  }

  void require_output_form() const {
    require(alpha >= 0, name, ".derivative_from_output: alpha must be >= 0, or y does not tell x",
            alpha);
  }

 private:
  template <class V>
  static ACT_INLINE V value_at(const V& x, const V& negative) noexcept {
    return simd::select(x >= 0, x, negative);
  }
  template <class V>
  static ACT_INLINE V derivative_at(const V& x, const V& negative) noexcept {
    return simd::select(x > 0, V(1), negative);
  }
};

}  // namespace formula

template <class T>
using ELU = Functor<formula::ELU<T>>;

/// act::elu(x, alpha = 1): x for x > 0, alpha (e^x - 1) elsewhere; its derivative is 1 or alpha
/// e^x. x is a float, a double, a batch of them or, with <act/act.hpp>, any dense expression of
/// Eigen's; of that the result is a lazy expression, and a temporary's own memory. The other calls
/// are in calls.hpp; formula, edge values, error bounds and what throws stand at formula::ELU.
inline constexpr Function<formula::ELU> elu{};

namespace exact {

/// act::elu, correctly rounded for alpha = 1.
template <std::floating_point T>
struct rounded<formula::ELU<T>> : tier<formula::ELU<T>> {
  using tier<formula::ELU<T>>::tier;

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return simd::staged{math::exact::reduce_expm1_negative(simd::at_most(x, 0)),
                        [a = double{this->alpha}](V at, auto r) ACT_INLINE_LAMBDA {
                          const V negative =
                              simd::to_floats<V>(a * math::exact::finish_expm1_negative(r));
                          return simd::select(at >= 0, at, negative);
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return simd::staged{math::exact::reduce_exp_negative(simd::at_most(x, 0)),
                        [a = double{this->alpha}](V at, auto r) ACT_INLINE_LAMBDA {
                          const V negative =
                              simd::to_floats<V>(a * math::exact::finish_exp_negative(r));
                          return simd::select(at > 0, V(1), negative);
                        }};
  }
};

template <class T>
using ELU = Functor<rounded<formula::ELU<T>>>;

/// act::elu for floats, correctly rounded with the default parameters.
inline constexpr Function<exact_of<formula::ELU>::type> elu{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
