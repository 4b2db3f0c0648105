// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/exp_quotient.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math {

/// ln(1 + t) = 2 atanh(v / 2) = v + v z g(z), v = 2 t / (2 + t), z = v^2 <= 4/9: minimax of the
/// relative error. tests/coefficients/generate.py log1p_ratio
template <class T>
struct log1p_series;
template <>
struct log1p_series<float> {  // 2^-27.7
  static constexpr float c[] = {0x1.555502p-4F, 0x1.99d1ccp-7F, 0x1.1ec04p-9F, 0x1.1eca1ap-11F};
};
template <>
struct log1p_series<double> {  // 2^-59.4
  static constexpr double c[] = {
      0x1.5555555555535p-4,  0x1.99999999a0751p-7,  0x1.249249208c4c5p-9,  0x1.c71c741c7c1e1p-12,
      0x1.745cb3fea25bbp-14, 0x1.3b1ddb957cb4fp-16, 0x1.1067c305596e9p-18, 0x1.efd871ab4bb73p-21,
      0x1.55b04b16bf213p-23, 0x1.5c79bc29629e9p-24};
};

/// ln(1 + e^-|x|) after reduce_minus_abs(x): with t = e^-|x| = p / b, v = 2 t / (2 + t) is p / (b +
/// p / 2): one division for exponential and logarithm together. For double, what the last addition
/// took from that denominator is made up for: v has to lose v rest / (b + p / 2), and near x = 0,
/// where that matters, b + p / 2 is 3 / ln2.
template <class V>
[[nodiscard]] ACT_INLINE V finish_log1p_exp(const exp_quotient<V>& e) noexcept {
  using T = simd::scalar_of<V>;
  const sum_and_rest d(simd::fms(e.p, T(0.5), e.u), e.a);
  const V v = e.p / d.sum;
  const V z = simd::fma(v, v, negligible<T>);
  const V zg = z * polynomial(z, log1p_series<T>::c);
  if constexpr (std::same_as<T, float>)
    return simd::fma(v, zg, v);
  else
    return simd::fma(v, simd::fnma(d.rest, 0.231 / constants<double>::scale, zg), v);
}

/// ln(1 + e^x); at most 2.5 ulp for float and 2.13 for double, subnormal results included.
template <class V>
[[nodiscard]] ACT_INLINE V softplus(const V& x) noexcept {
  return simd::at_least(x, 0) + finish_log1p_exp(exp_as_quotient(reduce_minus_abs(x)));
}

}  // namespace act::math

ACT_STRICT_END
