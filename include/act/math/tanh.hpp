// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/exp_quotient.hpp>

namespace act::math {

/// tanh r = r + r z t(z), z = r^2, |r| <= 1.01 ln2 / 4: minimax of the relative error. The leading
/// 1 is r's own factor. tests/coefficients/generate.py tanh
template <class T>
struct tanh_series;
template <>
struct tanh_series<float> {  // 2^-24.0
  static constexpr float c[] = {1, -0x1.554fb8p-2F, 0x1.0c6ad4p-3F};
};
template <>
struct tanh_series<double> {  // 2^-57.6
  static constexpr double c[] = {1,
                                 -0x1.55555555554aap-2,
                                 0x1.11111110dbda7p-3,
                                 -0x1.ba1ba10a05b99p-5,
                                 0x1.664ec27ae67b9p-6,
                                 -0x1.223a8b892e078p-7,
                                 0x1.c3267e7dfe783p-9};
};

/// First half of tanh x: x = n ln2 / 2 + r. Beyond the clamp tanh x rounds to 1. tanh x varies by
/// 1 - tanh^2 x times the error of r only; that of ln2 as a float is small enough to stay in r,
/// that of ln2 as a double is not.
template <class V>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_tanh(const V& x) noexcept {
  constexpr auto edge = by_type<V>(9.2F, 19.2);
  constexpr int terms = std::same_as<simd::scalar_of<V>, float> ? 1 : 2;
  return reduce_base_e<2, terms>(simd::min(simd::max(x, -edge), edge));
}

/// Second half, with s = 2^n and h = tanh r:
///
///     tanh x = ((s - 1) + (s + 1) h) / ((s + 1) + (s - 1) h)
///
/// It is written with 1 - s, so that the numerator is -0 for -0.
template <class V>
[[nodiscard]] ACT_INLINE V finish_tanh(const base_e_reduced<V>& x) noexcept {
  const V s = simd::shift_exponent(V(1), x.t);
  const V h = x.r * polynomial(x.r * x.r, tanh_series<simd::scalar_of<V>>::c);
  const V sum = s + 1, difference = 1 - s;
  return simd::fms(sum, h, difference) / simd::fnma(difference, h, sum);
}

/// tanh x; at most 2.6 ulp for float and double.
template <class V>
[[nodiscard]] ACT_INLINE V tanh(const V& x) noexcept {
  return finish_tanh(reduce_tanh(x));
}

/// First half of 1 - tanh^2 x: the exponential e^-2|x|, clamped where 4 e^-2|x| rounds to 0.
template <class V>
[[nodiscard]] ACT_INLINE base2_reduced<V> reduce_sech2(const V& x) noexcept {
  return reduce_base2<2>(simd::max(simd::minus_abs(x), by_type<V>(-53, -374)));
}

/// Second half: with v = 1 - |tanh x| = 2 e / (1 + e), e = e^-2|x|, it is v (2 - v), to full
/// relative accuracy where 1 - tanh^2 x as it stands keeps no digits.
template <class V>
[[nodiscard]] ACT_INLINE V finish_sech2(const base2_reduced<V>& x) noexcept {
  const auto e = exp_as_quotient(x);
  const V v = simd::times_power_of_two<1>(e.p) / ((e.p - e.u) + e.a);
  return simd::fnma(v, v, v + v);
}

}  // namespace act::math
