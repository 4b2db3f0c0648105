// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/functor.hpp>
#include <act/math/exp.hpp>
#include <act/math/expm1.hpp>

namespace act {
namespace formula {

/// Scaled exponential linear unit.
///
///     f(x) = lambda x                  f'(x) = lambda              x > 0
///     f(x) = lambda alpha (e^x - 1)    f'(x) = lambda alpha e^x    x <= 0
///
/// Parameters   none: lambda = 1.0507... and alpha = 1.6732... are the numbers for which mean 0 and
///              variance 1 are a fixed point; tests/coefficients/generate.py selu computes them.
/// Edge values  f(-inf) = -lambda alpha, f(+-0) = +-0, f(+inf) = +inf; f'(-inf) = 0 and at the kink
///              f'(0) = lambda alpha, the left derivative. NaN stays NaN.
/// From output  y > 0 ? lambda : y + lambda alpha; for y near -lambda alpha, few digits of f' are
///              left in y.
/// Reference    G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, "Self-normalizing neural
///              networks", NIPS 2017, arXiv:1706.02515.
template <std::floating_point T>
struct SELU {
  using scalar = T;
  static constexpr const char* name = "selu";
  static constexpr ulp value_error{1.5, 1.5}, derivative_error{1.5, 1.5};

  static constexpr T lambda = T(0x1.0cfabd6a91132p+0);
  /// lambda * alpha
  static constexpr T lambda_alpha = T(0x1.c212cc640f031p+0);

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return simd::staged{
        x, math::reduce_expm1_negative(simd::min(x, 0)), [](V at, auto r) ACT_INLINE_LAMBDA {
          return simd::select(at >= 0, at * lambda, math::finish_expm1_negative(r) * lambda_alpha);
        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return simd::staged{
        x, math::reduce_exp_negative(simd::min(x, 0)), [](V at, auto r) ACT_INLINE_LAMBDA {
          return simd::select(at > 0, V(lambda), math::finish_exp_negative(r, lambda_alpha));
        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return simd::select(y > 0, V(lambda), y + lambda_alpha);
  }
};

}  // namespace formula

template <class T>
using SELU = Functor<formula::SELU<T>>;

inline constexpr Function<formula::SELU> selu{};

}  // namespace act
