// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>
#include <act/math/exact.hpp>
#include <act/math/expm1.hpp>
#include <act/math/sigmoid.hpp>
#include <act/math/softplus.hpp>
#include <act/require.hpp>
#include <limits>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Softplus, a smooth rectifier.
///
///     f(x) = ln(1 + e^(beta x)) / beta = max(x, 0) + ln(1 + e^-|beta x|) / beta
///     f'(x) = sigmoid(beta x)
///
/// Parameter    beta, 1 by default; beta and 1 / beta positive and finite, else
///              std::invalid_argument.
/// Accuracy     The bounds hold for beta = 1. The product beta x is rounded, unless beta is a power
///              of two, and e^(beta x) turns its half ulp into |beta x| / 2. For beta < 1, results
///              below 2^-126 / beta (2^-1022 / beta) have the digits of a subnormal.
/// Edge values  f(-inf) = 0, f(0) = ln 2 / beta, f(+inf) = +inf; f'(-inf) = 0, f'(+inf) = 1. NaN
///              stays NaN. There is no threshold above which f is taken for x.
/// From output  1 - e^(-beta y)
/// Reference    C. Dugas, Y. Bengio, F. Belisle, C. Nadeau, R. Garcia, "Incorporating second-order
///              functional knowledge for better option pricing", NIPS 2000.
template <std::floating_point T>
struct Softplus {
  using scalar = T;
  static constexpr const char* name = "softplus";
  static constexpr ulp value_error{
      .f32 = 2.48, .f64 = 2.13, .f32_unfused = 2.6, .f64_unfused = 2.13};
  static constexpr ulp derivative_error{
      .f32 = 1.7, .f64 = 1.84, .f32_unfused = 1.76, .f64_unfused = 1.9};

  constexpr Softplus() noexcept = default;
  constexpr Softplus(T beta) : beta_(beta), inverse_(1 / beta) {
    constexpr T largest = (std::numeric_limits<T>::max)();
    require(beta > 0 && beta <= largest && inverse_ <= largest, name,
            ": beta and 1 / beta must be positive and finite", beta);
  }

  [[nodiscard]] ACT_INLINE constexpr T beta() const noexcept { return beta_; }

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return simd::staged{math::reduce_minus_abs(times_beta(x)),
                        [inverse = inverse_](V at, auto r) ACT_INLINE_LAMBDA {
                          return value_at(at, math::exp_as_quotient(r), inverse);
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return simd::staged{math::reduce_minus_abs(times_beta(x)), [](V at, auto r) ACT_INLINE_LAMBDA {
                          return math::finish_symmetric_sigmoid(at, math::exp_as_quotient(r));
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto value_and_derivative(const V& x) const noexcept {
    return simd::staged{math::reduce_minus_abs(times_beta(x)),
                        [inverse = inverse_](V at, auto r) ACT_INLINE_LAMBDA {
                          const auto e = math::exp_as_quotient(r);
                          return ::act::value_and_derivative<V>{
                              value_at(at, e, inverse), math::finish_symmetric_sigmoid(at, e)};
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return V(0) - math::expm1(y * -beta_);
  }

 private:
  T beta_ = 1, inverse_ = 1;

  template <class V>
  static ACT_INLINE V value_at(const V& x, const math::exp_quotient<V>& e, T inverse) noexcept {
    return simd::fma(math::finish_log1p_exp(e), inverse, simd::at_least(x, 0));
  }

  /// beta x, where it matters
  template <class V>
  ACT_INLINE V times_beta(const V& x) const noexcept {
    return simd::fma(x, beta_, math::negligible<T>);
  }
};

}  // namespace formula

template <class T>
using Softplus = Functor<formula::Softplus<T>>;

/// act::softplus(x, beta = 1) = ln(1 + e^(beta x)) / beta; its derivative is the sigmoid of beta x.
/// x is a float, a double, a batch of them or, with <act/act.hpp>, any dense expression of Eigen's;
/// of that the result is a lazy expression, and a temporary's own memory. The other calls are in
/// calls.hpp; formula, edge values, error bounds and what throws stand at formula::Softplus.
inline constexpr Function<formula::Softplus> softplus{};

namespace exact {

/// act::softplus, correctly rounded for beta = 1.
template <std::floating_point T>
struct rounded<formula::Softplus<T>> : tier<formula::Softplus<T>> {
  using tier<formula::Softplus<T>>::tier;

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    // One float is a 25th of an ulp of double away from the middle between two floats.
    constexpr T none = std::numeric_limits<T>::quiet_NaN();
    const T resists = this->beta() == 1 ? T(0x1.d483ap-12) : none;
    return simd::staged{
        math::exact::reduce_exp_negative(simd::to_doubles(simd::minus_abs(x)) *
                                         double{this->beta()}),
        [resists, inverse = 1 / double{this->beta()}](V at, auto r) ACT_INLINE_LAMBDA {
          const V y = simd::to_floats<V>(simd::fma(math::exact::finish_log1p_exp(r), inverse,
                                                   simd::to_doubles(simd::at_least(at, 0))));
          return simd::select(at == resists, V(T(0x1.63017ap-1)), y);
        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return staged_in_doubles(
        x,
        [beta = double{this->beta()}](V at)
            ACT_INLINE_LAMBDA { return math::exact::reduce_sigmoid(simd::to_doubles(at) * beta); },
        [](auto r) ACT_INLINE_LAMBDA { return math::exact::finish_sigmoid(r); });
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return in_doubles(y, [beta = double{this->beta()}](auto d) ACT_INLINE_LAMBDA {
      return 0 - math::exact::finish_expm1_negative(math::exact::reduce_expm1_negative(d * -beta));
    });
  }
};

template <class T>
using Softplus = Functor<rounded<formula::Softplus<T>>>;

/// act::softplus for floats, correctly rounded with the default parameters.
inline constexpr Function<exact_of<formula::Softplus>::type> softplus{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
