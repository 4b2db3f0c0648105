// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/polynomial.hpp>
#include <act/math/range_reduction.hpp>

namespace act::math {

/// e^r - 1 = r + r^2 p(r): minimax of the relative error, for float on |r| <= 0.34662, for double
/// on [-0.4967, 0.34662]. tests/coefficients/generate.py expm1, expm1_wide
template <class T>
struct expm1_series;
template <>
struct expm1_series<float> {  // 2^-26.1
  static constexpr float c[] = {0x1.fffffep-2F, 0x1.5554b4p-3F, 0x1.5556f6p-5F, 0x1.122536p-7F,
                                0x1.6b97fep-10F};
};
template <>
struct expm1_series<double> {  // 2^-58.2
  static constexpr double c[] = {0x1p-1,
                                 0x1.5555555555549p-3,
                                 0x1.5555555555327p-5,
                                 0x1.11111111150ffp-7,
                                 0x1.6c16c16d23014p-10,
                                 0x1.a01a018af86f6p-13,
                                 0x1.a019fc18044c7p-16,
                                 0x1.71de54ad3c52dp-19,
                                 0x1.27f127b7fb4ap-22,
                                 0x1.aec1a56fac18p-26,
                                 0x1.0bfdefff072efp-29};
};

/// First half of e^x - 1 for x <= 0, clamped where it rounds to -1. For double, n changes from 0 to
/// -1 not half-way, at x = -0.35, but at -0.5: the roundings of an r just below ln2 / 2 would make
/// 1.1 ulp of the difference.
template <class V>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_expm1_negative(const V& x) noexcept {
  const V y = simd::max(x, by_type<V>(-18, -38));
  if constexpr (std::same_as<simd::scalar_of<V>, float>)
    return reduce_base_e(y);
  else
    return reduce_base_e_by(
        y, simd::fma(y + 0.15, constants<double>::log2e, constants<double>::biased_rounder));
}

/// Second half: with s = 2^n, e^x - 1 = s (e^r - 1) + (s - 1), which does not cancel.
template <class V>
[[nodiscard]] ACT_INLINE V finish_expm1_negative(const base_e_reduced<V>& x) noexcept {
  const V s = simd::power_of_two(x.t);
  const V q = simd::fma(x.r * x.r, polynomial(x.r, expm1_series<simd::scalar_of<V>>::c), x.r);
  return simd::fma(s, q, s - 1);
}

/// Second half of c (e^x - 1), with a series of its own: c (e^r - 1) = r w(r), c = w(0). Where n =
/// 0, s c - c is 0 and the result has two roundings.
template <class V, int N>
[[nodiscard]] ACT_INLINE V finish_expm1_negative(const base_e_reduced<V>& x,
                                                 const simd::scalar_of<V> (&w)[N]) noexcept {
  const V s = simd::power_of_two(x.t);
  return simd::fma(s * x.r, polynomial(x.r, w), simd::fms(s, w[0], w[0]));
}

/// Both halves.
template <class V>
[[nodiscard]] ACT_INLINE V expm1_negative(const V& x) noexcept {
  return finish_expm1_negative(reduce_expm1_negative(x));
}

/// e^x - 1; at most 1.6 ulp for float, 1.9 for double. With s / 2 in place of s, so that it is a
/// number up to the largest x; e^x - 1 keeps the sign of zero.
template <class V>
[[nodiscard]] ACT_INLINE V expm1(const V& x) noexcept {
  using T = simd::scalar_of<V>;
  const V y = simd::min(simd::max(x, by_type<V>(-18, -38)), by_type<V>(89, 710));
  const auto [r, t] = reduce_base_e(y, constants<T>::biased_rounder - 1);
  const V half = simd::power_of_two(t);
  const V q = simd::fma(r * r, polynomial(r, expm1_series<T>::c), r);
  const V e = simd::fma(half, q, half - T(0.5));
  return simd::select(x == 0, x, e + e);
}

}  // namespace act::math
