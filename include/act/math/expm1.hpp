// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/polynomial.hpp>
#include <act/math/range_reduction.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math {

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

/// How far e^x, x <= 0, is scaled up before a factor multiplies it, so that it is a normal number
/// itself and the product alone decides how a subnormal is rounded.
template <class T>
struct exp_scaling {
  T rounder;   // that of the reduction, for which 2^n is scaled
  T inverse;   // a power of two
  T vanished;  // an x for which 2^n, so scaled, has the exponent field 0 and is 0
};

/// The scaling by 2^power.
template <class T>
[[nodiscard]] consteval exp_scaling<T> scale_exp(T power) noexcept {
  using c = constants<T>;
  T inverse = 1;
  for (T n = 0; n < power; ++n) inverse /= 2;
  return {c::biased_rounder + power, inverse, (c::rounder - c::biased_rounder - power) * c::ln2};
}

/// For factors from 2^-25 to 2^4 (2^-122 to 2^4 for double).
template <class T>
inline constexpr exp_scaling<T> usual_exp_scaling = scale_exp<T>(by_type<T>(30, 60));

/// The scaling for a given factor: one that is tiny would not survive the inverse, and needs none.
/// Beyond 2^102 (2^969 for double) e^x vanishes before its product with the factor does.
template <class T>
[[nodiscard]] ACT_INLINE exp_scaling<T> exp_scaling_for(T factor) noexcept {
  constexpr exp_scaling<T> none = scale_exp<T>(0), wide = scale_exp<T>(by_type<T>(126, 1022));
  const T size = simd::abs(factor);
  if (size < by_type<T>(0x1p-25F, 0x1p-122)) return none;
  return size <= 16 ? usual_exp_scaling<T> : wide;
}

/// First half of e^x and of e^x - 1 for x <= 0, with 2^n for what the rounder makes of it. For
/// double, n changes from 0 to -1 not half-way, at x = -0.35, but at -0.5: the roundings of an r
/// just below ln2 / 2 would make 1.1 ulp of e^x - 1.
template <class V, class T = simd::scalar_of<V>>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_negative(const V& x, T rounder) noexcept {
  if constexpr (std::same_as<T, float>)
    return reduce_base_e(x, rounder);
  else
    return reduce_base_e_by(x, simd::fma(x + 0.15, constants<T>::log2e, rounder), rounder);
}

/// For e^x alone or both, clamped where it vanishes.
template <class V, class T = simd::scalar_of<V>>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_exp_negative(const V& x,
                                                               const exp_scaling<T>& by) noexcept {
  return reduce_negative(simd::at_least(x, by.vanished), by.rounder);
}

/// For e^x - 1 alone, clamped where it rounds to -1.
template <class V>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce_expm1_negative(const V& x) noexcept {
  constexpr auto rounder = constants<simd::scalar_of<V>>::biased_rounder;
  return reduce_negative(simd::at_least(x, by_type<V>(-18, -38)), rounder);
}

/// e^r - 1
template <class V>
[[nodiscard]] ACT_INLINE V expm1_reduced(const V& r) noexcept {
  return simd::fma(r * r, polynomial(r, expm1_series<simd::scalar_of<V>>::c), r);
}

/// e^x / by.inverse
template <class V>
[[nodiscard]] ACT_INLINE V finish_exp_negative(const base_e_reduced<V>& x) noexcept {
  const V s = simd::power_of_two(x.t);
  return simd::fma(s, expm1_reduced(x.r), s);
}

/// e^x - 1 = s (e^r - 1) + (s - 1) with s = 2^n, which does not cancel.
template <class V>
[[nodiscard]] ACT_INLINE V finish_expm1_negative(const base_e_reduced<V>& x) noexcept {
  const V s = simd::power_of_two(x.t);
  return simd::fma(s, expm1_reduced(x.r), s - 1);
}

/// e^x / by.inverse and e^x - 1.
template <class V>
struct exp_and_expm1 {
  V exp, expm1;
};

/// Both, with the bits that each has alone: what is a product by a power of two rounds nothing.
template <class V, class T = simd::scalar_of<V>>
[[nodiscard]] ACT_INLINE exp_and_expm1<V> finish_both_negative(const base_e_reduced<V>& x,
                                                               T inverse) noexcept {
  const V s = simd::power_of_two(x.t), q = expm1_reduced(x.r);
  return {simd::fma(s, q, s), simd::fma(s * q, inverse, simd::fms(s, inverse, 1))};
}

/// The same three functions for c e^x and c (e^x - 1), with c inside the series: c (e^r - 1) = r
/// w(r), c = w(0). Where n = 0, s c - c is 0 and c (e^x - 1) has two roundings.
template <class V, std::size_t N>
[[nodiscard]] ACT_INLINE V finish_exp_negative(const base_e_reduced<V>& x,
                                               const simd::scalar_of<V> (&w)[N]) noexcept {
  const V s = simd::power_of_two(x.t);
  return simd::fma(s * x.r, polynomial(x.r, w), s * w[0]);
}
template <class V, std::size_t N>
[[nodiscard]] ACT_INLINE V finish_expm1_negative(const base_e_reduced<V>& x,
                                                 const simd::scalar_of<V> (&w)[N]) noexcept {
  const V s = simd::power_of_two(x.t);
  return simd::fma(s * x.r, polynomial(x.r, w), simd::fms(s, w[0], w[0]));
}
template <class V, std::size_t N, class T = simd::scalar_of<V>>
[[nodiscard]] ACT_INLINE exp_and_expm1<V> finish_both_negative(const base_e_reduced<V>& x,
                                                               T inverse,
                                                               const T (&w)[N]) noexcept {
  const V s = simd::power_of_two(x.t), sr = s * x.r, p = polynomial(x.r, w);
  return {simd::fma(sr, p, s * w[0]),
          simd::fma(sr * inverse, p, simd::fms(s, w[0] * inverse, w[0]))};
}

/// e^x - 1; at most 1.6 ulp for float, 1.9 for double. With s / 2 in place of s, so that it is a
/// number up to the largest x; e^x - 1 keeps the sign of zero.
template <class V>
[[nodiscard]] ACT_INLINE V expm1(const V& x) noexcept {
  using T = simd::scalar_of<V>;
  const V y = simd::at_most(simd::at_least(x, by_type<V>(-18, -38)), by_type<V>(89, 710));
  const auto [r, t] = reduce_base_e(y, constants<T>::biased_rounder - 1);
  const V half = simd::power_of_two(t);
  const V e = simd::fma(half, expm1_reduced(r), half - T(0.5));
  return simd::select(x == 0, x, e + e);
}

}  // namespace act::math

ACT_STRICT_END
