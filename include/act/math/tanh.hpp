// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/exp_quotient.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math {

/// tanh r = r + r z t(z), z = r^2: minimax of the relative error, for float on |r| <= 1.01 ln2 / 4,
/// for double on |r| <= 0.2525. The leading 1 is r's own factor.
/// tests/coefficients/generate.py tanh, tanh_wide
template <class T>
struct tanh_series;
template <>
struct tanh_series<float> {  // 2^-24.0
  static constexpr float c[] = {1, -0x1.554fb8p-2F, 0x1.0c6ad4p-3F};
};
template <>
struct tanh_series<double> {  // 2^-57.5
  static constexpr double c[] = {1,
                                 -0x1.55555555554e7p-2,
                                 0x1.11111110fb7afp-3,
                                 -0x1.ba1ba18c5c1bdp-5,
                                 0x1.664f317fba7cp-6,
                                 -0x1.2268013ef9deep-7,
                                 0x1.d4fb4c3eac605p-9,
                                 -0x1.58d53e1c0a3fcp-10};
};

/// First half of tanh x: x = n ln2 / 2 + r. Beyond the clamp tanh x rounds to 1. tanh x varies by
/// 1 - tanh^2 x times the error of r only; that of ln2 as a float is small enough to stay in r.
///
/// For double it is -|x| that is reduced, and n changes from 0 to -1 not half-way, at -0.17, but at
/// -0.25: up to there tanh x is tanh r, and just beyond it r is small, and so is its error.
template <class V>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_tanh(const V& x) noexcept {
  using c = constants<simd::scalar_of<V>>;
  if constexpr (std::same_as<simd::scalar_of<V>, float>) {
    return reduce_base_e<2, 1>(simd::at_most(simd::at_least(x, -9.2F), 9.2F));
  } else {
    const V y = simd::at_least(simd::minus_abs(x), -19.2);
    return reduce_base_e_by<2>(y, simd::fma(y + 0.0767, 2 * c::log2e, c::biased_rounder));
  }
}

/// Second half, with s = 2^n and h = tanh r:
///
///     tanh x = ((s - 1) + (s + 1) h) / ((s + 1) + (s - 1) h)
///
/// For float it is written with 1 - s, so that the numerator is -0 for -0. For double |tanh x| is
/// computed, from -|x|, and what rounding took from numerator and denominator is made up for: 0.85
/// is near enough to 1 / denominator, which is 0.6 to 1.1; where n = 0, nothing was taken.
template <class V>
[[nodiscard]] ACT_INLINE V finish_tanh(const V& x, const base_e_reduced<V>& reduced) noexcept {
  const auto& [r, t] = reduced;
  const V s = simd::power_of_two(t), sum = s + 1, difference = 1 - s;
  const V z = r * r;
  constexpr auto& c = tanh_series<simd::scalar_of<V>>::c;
  if constexpr (std::same_as<simd::scalar_of<V>, float>) {
    const V h = r * polynomial(z, c);
    return simd::fms(sum, h, difference) / simd::fnma(difference, h, sum);
  } else {
    const V h = simd::fma(r * z, polynomial<1>(z, c), r);
    const V a = simd::fnma(sum, h, difference), rest_a = simd::fnma(sum, h, difference - a);
    const V b = simd::fnma(difference, h, sum), rest_b = simd::fnma(difference, h, sum - b);
    const V q = a / b;
    return simd::with_sign_of(x, simd::fma(simd::fnma(q, rest_b, rest_a), 0.85, q));
  }
}

/// tanh x; at most 2.6 ulp for float and 1.53 for double, 2.62 and 1.79 where no multiply-add is
/// fused.
template <class V>
[[nodiscard]] ACT_INLINE V tanh(const V& x) noexcept {
  return finish_tanh(x, reduce_tanh(x));
}

/// 1 - tanh^2 x after reduce_minus_abs<2>(x): with v = 1 - |tanh x| = 2 e / (1 + e), e = e^-2|x|,
/// it is v (2 - v), to full relative accuracy where 1 - tanh^2 x as it stands keeps no digits. For
/// double, the rest of the denominator is made up for as in finish_sigmoid_derivative.
template <class V>
[[nodiscard]] ACT_INLINE V finish_sech2(const base2_reduced<V>& x) noexcept {
  const auto e = exp_as_quotient(x);
  const sum_and_rest half(simd::fms(e.p, 0.5F, x.f), e.a * 0.5F);
  const V v = e.p / half.sum;
  if constexpr (std::same_as<simd::scalar_of<V>, float>) {
    return simd::fnma(v, v, v + v);
  } else {
    constexpr double inverse = 0.6 / constants<double>::scale;
    return simd::fnma(v, simd::fma(half.rest, simd::fnma(v, 2 * inverse, 2 * inverse), v), v + v);
  }
}

}  // namespace act::math

ACT_STRICT_END
