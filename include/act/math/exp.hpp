// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/polynomial.hpp>
#include <act/math/range_reduction.hpp>

namespace act::math {

/// e^r = 1 + r q(r), |r| <= 0.34662: minimax of the relative error. The leading 1 is fixed.
/// tests/coefficients/generate.py exp
template <class T>
struct exp_series;
template <>
struct exp_series<float> {  // 2^-28.2
  static constexpr float c[] = {
      1, 0x1.fffffcp-2F, 0x1.555492p-3F, 0x1.5558aap-5F, 0x1.12396ep-7F, 0x1.6a523ep-10F};
};
template <>
struct exp_series<double> {  // 2^-57.9
  static constexpr double c[] = {1,
                                 0x1.000000000000ap-1,
                                 0x1.555555555550cp-3,
                                 0x1.555555555079ep-5,
                                 0x1.111111112472cp-7,
                                 0x1.6c16c184390f3p-10,
                                 0x1.a01a013802209p-13,
                                 0x1.a0199a0cd0b31p-16,
                                 0x1.71df0cffe9ef5p-19,
                                 0x1.28ad5f7ea849dp-22,
                                 0x1.ad9effc5aadd7p-26};
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

/// The scaling for a given factor, up to 2^75 (2^800 for double): one that is tiny would not
/// survive the inverse, and needs none.
template <class T>
[[nodiscard]] ACT_INLINE exp_scaling<T> exp_scaling_for(T factor) noexcept {
  constexpr exp_scaling<T> none = scale_exp<T>(0), wide = scale_exp<T>(by_type<T>(100, 900));
  const T size = simd::abs(factor);
  if (size < by_type<T>(0x1p-25F, 0x1p-122)) return none;
  return size <= 16 ? usual_exp_scaling<T> : wide;
}

/// e^x / by.inverse for x <= 0, and for the other x as for 0. There is little to overlap between
/// its reduction and the rest: a loop gains nothing from stopping there.
template <class V, class T = simd::scalar_of<V>>
[[nodiscard]] ACT_INLINE V scaled_exp_negative(const V& x, const exp_scaling<T>& by) noexcept {
  // The upper bound keeps r normal.
  const V y = simd::max(simd::min(x, -negligible<T>), by.vanished);
  const auto [r, t] = reduce_base_e(y, by.rounder);
  const V s = simd::power_of_two(t);
  return simd::fma(polynomial(r, exp_series<T>::c), r * s, s);
}

/// e^x; at most 1 ulp for float and double, 1.2 where no multiply-add is fused, subnormal results
/// included.
///
/// 2^n is multiplied in two steps, 2^(n/2) each, as it may be no number itself: exactly, and then
/// with the one rounding of a subnormal result.
template <class V>
[[nodiscard]] ACT_INLINE V exp(const V& x) noexcept {
  using T = simd::scalar_of<V>;
  constexpr T rounder = constants<T>::biased_rounder;
  const V y = simd::min(simd::max(x, by_type<V>(-104, -746)), by_type<V>(89, 710));
  const auto [r, t] = reduce_base_e(y);
  const V n = t - rounder;
  const V t1 = simd::fma(n, T(0.5), rounder);
  const V t2 = (n - (t1 - rounder)) + rounder;
  const V s = simd::power_of_two(t1);
  const V e = simd::fma(polynomial(r, exp_series<T>::c), r * s, s);
  return e * simd::power_of_two(t2);
}

}  // namespace act::math
