// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/polynomial.hpp>
#include <act/math/range_reduction.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math {

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

/// e^x; at most 1 ulp for float and double, 1.2 where no multiply-add is fused, subnormal results
/// included.
///
/// 2^n is multiplied in two steps, 2^(n/2) each, as it may be no number itself: exactly, and then
/// with the one rounding of a subnormal result.
template <class V>
[[nodiscard]] ACT_INLINE V exp(const V& x) noexcept {
  using T = simd::scalar_of<V>;
  constexpr T rounder = constants<T>::biased_rounder;
  const V y = simd::at_most(simd::at_least(x, by_type<V>(-104, -746)), by_type<V>(89, 710));
  const auto [r, t] = reduce_base_e(y);
  const V n = t - rounder;
  const V t1 = simd::fma(n, T(0.5), rounder);
  const V t2 = (n - (t1 - rounder)) + rounder;
  const V s = simd::power_of_two(t1);
  const V e = simd::fma(polynomial(r, exp_series<T>::c), r * s, s);
  return e * simd::power_of_two(t2);
}

}  // namespace act::math

ACT_STRICT_END
