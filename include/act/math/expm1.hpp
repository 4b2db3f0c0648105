// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/polynomial.hpp>
#include <act/math/reduce.hpp>

namespace act::math {

/// e^r - 1 = r + r^2 p(r), |r| <= 0.34662: minimax of the relative error.
/// tests/coefficients/generate.py expm1
template <class T>
struct expm1_series;
template <>
struct expm1_series<float> {  // 2^-26.1
  static constexpr float c[] = {0x1.fffffep-2F, 0x1.5554b4p-3F, 0x1.5556f6p-5F, 0x1.122536p-7F,
                                0x1.6b97fep-10F};
};
template <>
struct expm1_series<double> {  // 2^-61.6
  static constexpr double c[] = {0x1p-1,
                                 0x1.5555555555559p-3,
                                 0x1.5555555555559p-5,
                                 0x1.111111110f70bp-7,
                                 0x1.6c16c16c1688dp-10,
                                 0x1.a01a01af9bfd1p-13,
                                 0x1.a01a019e18546p-16,
                                 0x1.71ddf939778e5p-19,
                                 0x1.27e4f9528da7ep-22,
                                 0x1.af5d058f725a1p-26,
                                 0x1.1f37dc4312bd4p-29};
};

/// First half of e^x - 1 for x <= 0, clamped where it rounds to -1.
template <class V>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_expm1_negative(const V& x) noexcept {
  return reduce_base_e(simd::max(x, by_type<V>(-18, -38)));
}

/// Second half: with s = 2^n, e^x - 1 = s (e^r - 1) + (s - 1), which does not cancel.
template <class V>
[[nodiscard]] ACT_INLINE V finish_expm1_negative(const base_e_reduced<V>& x) noexcept {
  const V s = simd::shift_exponent(V(1), x.t);
  const V q = simd::fma(x.r * x.r, polynomial(x.r, expm1_series<simd::scalar_of<V>>::c), x.r);
  return simd::fma(s, q, s - 1);
}

/// e^x - 1; at most 1.6 ulp for float and double. With s / 2 in place of s, so that it is a number
/// up to the largest x; e^x - 1 keeps the sign of zero.
template <class V>
[[nodiscard]] ACT_INLINE V expm1(const V& x) noexcept {
  using T = simd::scalar_of<V>;
  const V y = simd::min(simd::max(x, by_type<V>(-18, -38)), by_type<V>(89, 710));
  const auto [r, t] = reduce_base_e(y);
  const V half = simd::shift_exponent(V(T(0.5)), t);
  const V q = simd::fma(r * r, polynomial(r, expm1_series<T>::c), r);
  const V e = simd::fma(half, q, half - T(0.5));
  return simd::select(x == 0, x, e + e);
}

}  // namespace act::math
