// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/lanes.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math {

/// Constants of the range reductions, made by tests/coefficients/generate.py.
template <class T>
struct constants;

template <>
struct constants<float> {
  static constexpr float log2e = 0x1.715476p+0F, log2e_low = 0x1.4ae0cp-26F;
  static constexpr float ln2 = 0x1.62e43p-1F, ln2_low = -0x1.05c61p-29F;
  /// ln 2 in parts so short that n times the first or the second is exact, for any n that occurs.
  /// None is negative: n = 0 leaves a zero its sign.
  static constexpr float ln2_parts[] = {0x1.62e4p-1F, 0x1.7f7cp-20F, 0x1.1cf79ap-36F};
  /// 1.5 * 2^23: added to a small number, it rounds that to an integer n, which then stands in the
  /// low bits of the sum. With the exponent's bias as well, it is the exponent field of 2^n.
  static constexpr float rounder = 0x1.8p+23F, biased_rounder = rounder + 127;
  /// Large enough that scale * 2^-150 is a normal number.
  static constexpr float scale = 0x1p+32F;
  /// An x so small that the exponent field of scale e^x would be negative.
  static constexpr float vanished = -113;
};

template <>
struct constants<double> {
  static constexpr double log2e = 0x1.71547652b82fep+0, log2e_low = 0x1.777d0ffda0d24p-56;
  static constexpr double ln2 = 0x1.62e42fefa39efp-1, ln2_low = 0x1.abc9e3b39803fp-56;
  static constexpr double ln2_parts[] = {0x1.62e42fefa38p-1, 0x1.ef35793c76p-45,
                                         0x1.cc01f97b57a08p-87};
  static constexpr double rounder = 0x1.8p+52, biased_rounder = rounder + 1023;
  static constexpr double scale = 0x1p+64;
  static constexpr double vanished = -757;
};

/// A float constant or its counterpart for double, after the lanes V.
template <class V>
[[nodiscard]] consteval simd::scalar_of<V> by_type(float f32, double f64) noexcept {
  if constexpr (std::same_as<simd::scalar_of<V>, float>)
    return f32;
  else
    return f64;
}

/// Added where it is far too small to matter, unless the other summand is about to become
/// subnormal: that takes some processors five times as long.
template <class T>
inline constexpr T negligible = by_type<T>(0x1p-100F, 0x1p-900);

/// x - n ln2 / Factor where no multiply-add is fused: ln 2 in three parts keeps it as exact.
template <int Factor, class V>
[[nodiscard]] ACT_INLINE V subtract_ln2_parts(const V& x, const V& n) noexcept {
  using T = simd::scalar_of<V>;
  constexpr auto& part = constants<T>::ln2_parts;
  constexpr T one = T(1) / Factor;
  return ((x - n * (part[0] * one)) - n * (part[1] * one)) - n * (part[2] * one);
}

/// Factor x = (n + f) ln 2 with n an integer and |f| <= 1/2, a hair more at times; Factor is a
/// power of two. f carries constants<T>::scale, and the low bits of t hold n.
template <class V>
struct base2_reduced {
  V f, t;
};

template <int Factor = 1, class V>
[[nodiscard]] ACT_INLINE base2_reduced<V> reduce_base2(const V& x) noexcept {
  using T = simd::scalar_of<V>;
  using c = constants<T>;
  constexpr T rounder = c::rounder * c::scale;
  constexpr T log2e = Factor * c::log2e * c::scale;
  const V t = simd::fma(x, log2e, rounder);
  if constexpr (simd::fuses<V>) {
    const V f = simd::fma(x, log2e, rounder - t);
    return {simd::fma(x, Factor * c::log2e_low * c::scale, f), t};
  } else {
    const V n = (t - rounder) * (1 / c::scale);
    return {subtract_ln2_parts<Factor>(x, n) * log2e, t};
  }
}

/// x = n ln 2 / Factor + r with n an integer and |r| <= ln 2 / 2 Factor, a hair more at times. The
/// low bits of t hold the exponent field of 2^n, or of what the rounder makes of it.
template <class V>
struct base_e_reduced {
  V r, t;
};

/// The reduction by a given n, which was added to the rounder. Terms: in how many steps n ln 2 is
/// subtracted where a multiply-add is fused. After one, r is off by n ulps or so of ln 2: enough
/// for a function that does not vary any more where n is large.
template <int Factor = 1, int Terms = 2, class V, class T = simd::scalar_of<V>>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_base_e_by(
    const V& x, const V& t, T rounder = constants<T>::biased_rounder) noexcept {
  using c = constants<T>;
  const V n = t - rounder;
  if constexpr (!simd::fuses<V>) {
    return {subtract_ln2_parts<Factor>(x, n), t};
  } else {
    const V r = simd::fnma(n, c::ln2 / Factor, x);
    if constexpr (Terms == 1)
      return {r, t};
    else
      return {simd::fnma(n, c::ln2_low / Factor, r), t};
  }
}

/// The reduction by the n that makes r smallest.
template <int Factor = 1, int Terms = 2, class V, class T = simd::scalar_of<V>>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_base_e(
    const V& x, T rounder = constants<T>::biased_rounder) noexcept {
  const V t = simd::fma(x, Factor * constants<T>::log2e, rounder);
  return reduce_base_e_by<Factor, Terms>(x, t, rounder);
}

}  // namespace act::math

ACT_STRICT_END
