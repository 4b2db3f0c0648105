// SPDX-License-Identifier: MIT
#pragma once

// The mathematics of the exact tier: functions of floats, in lanes of double, good to a unit or two
// in the last place of double, so that rounding them to float is correct for every float. There
// are 2^32 of those, and some lie so near to the middle between two floats that it takes luck as
// well: which order of operations and which coefficients have it, tests/exhaustive has tried, with
// fused multiply-adds and without. So nothing here may be rearranged without a new sweep.

#include <act/math/polynomial.hpp>
#include <act/math/range_reduction.hpp>
#include <act/simd/doubles.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math::exact {

/// ln 2 as a sum. n times the first part is exact for |n| < 2^8, and so is x - n ln2 for a float x:
/// fused multiply-adds or not, r has one rounding. tests/coefficients/generate.py ln2_exact
inline constexpr double ln2 = 0x1.62e42fefa39p-1, ln2_low = 0x1.de6af278ece6p-46;

/// g = r/2 coth(r/2) = 1 + z G(z), z = r^2, |r| <= 1.01 ln2 / 2: minimax of the relative error that
/// it causes in e^r - 1. tests/coefficients/generate.py coth_exact
inline constexpr double coth_series[] = {  // 2^-49.3
    0x1.555555554f52p-4, -0x1.6c16c0f71df55p-10, 0x1.156547a1e0bd7p-15, -0x1.b87d0dac883edp-21};

/// ln(1 + t) = v + v z g(z), v = 2 t / (2 + t), z = v^2, as math::log1p_series.
/// tests/coefficients/generate.py log1p_ratio_exact
inline constexpr double log1p_series[] = {  // 2^-54.0
    0x1.55555555559b4p-4,  0x1.99999998d85d5p-7,  0x1.24924980637a7p-9,
    0x1.c71c47187103ep-12, 0x1.7462af02f58ffp-14, 0x1.3aa303d5f7aedp-16,
    0x1.167a172b0bc1dp-18, 0x1.9346480da3964p-21, 0x1.6dcbbba41ebeep-22};

/// First half of every function here: x = n ln2 + r for |x| <= 200, the exponent field of 2^n in
/// the low bits of t. Where |x| < ln2 / 2, r is x itself. x may be lanes of float as well, in which
/// anything that rounds nothing is better done, as they take half as many registers.
template <class X, class V = simd::doubles_of<X>>
[[nodiscard]] ACT_INLINE base_e_reduced<V> reduce(const X& x) noexcept {
  const V d = simd::to_doubles(x);
  const V t = simd::fma(d, constants<double>::log2e, constants<double>::biased_rounder);
  const V n = t - constants<double>::biased_rounder;
  return {simd::fnma(n, ln2_low, simd::fnma(n, ln2, d)), t};
}

/// e^x as a quotient:
///
///     e^x = p / b = s a / (a - r),   s = 2^n,   a = g + r/2,   g = r/2 coth(r/2)
///
/// For |x| < ln2 / 2, e^x - 1 = r / (a - r) has the roundings of a, a - r and the division only.
template <class V>
struct exponential {
  V s, a, r;

  ACT_INLINE explicit exponential(const base_e_reduced<V>& x) noexcept
      : s(simd::power_of_two(x.t)), a(from(x.r, x.r * x.r)), r(x.r) {}

  [[nodiscard]] ACT_INLINE V p() const noexcept { return s * a; }
  [[nodiscard]] ACT_INLINE V b() const noexcept { return a - r; }
  [[nodiscard]] ACT_INLINE V p_plus_b() const noexcept { return (s * a + a) - r; }
  /// Without cancellation; it keeps the sign of a zero.
  [[nodiscard]] ACT_INLINE V p_minus_b() const noexcept { return simd::fnma(1 - s, a, r); }

 private:
  static ACT_INLINE V from(const V& r, const V& z) noexcept {
    return simd::fma(r, 0.5, simd::fma(z, polynomial(z, coth_series), 1));
  }
};

template <class V>
exponential(base_e_reduced<V>) -> exponential<V>;

/// e^x for x <= 0; below -200, e^-200, of which no float multiple is left.
template <class X>
[[nodiscard]] ACT_INLINE auto reduce_exp_negative(const X& x) noexcept {
  return reduce(simd::at_least(x, -200));
}
template <class V>
[[nodiscard]] ACT_INLINE V finish_exp_negative(const base_e_reduced<V>& x) noexcept {
  const exponential e(x);
  return e.p() / e.b();
}

/// e^x - 1 for x <= 0, clamped where it rounds to -1.
template <class X>
[[nodiscard]] ACT_INLINE auto reduce_expm1_negative(const X& x) noexcept {
  return reduce(simd::at_least(x, -40));
}
template <class V>
[[nodiscard]] ACT_INLINE V finish_expm1_negative(const base_e_reduced<V>& x) noexcept {
  const exponential e(x);
  return e.p_minus_b() / e.b();
}

/// 1 / (1 + e^-x). For |x| < 2^-16 it is 1/2 + x/4 as far as double can tell, which may lie in the
/// very middle between two floats where the sigmoid itself is nearer to 1/2. The last step takes
/// it there, and moves no other result across a middle.
template <class X>
[[nodiscard]] ACT_INLINE auto reduce_sigmoid(const X& x) noexcept {
  return reduce(simd::at_most(simd::at_least(x, -104), 40));
}
template <class V>
[[nodiscard]] ACT_INLINE V finish_sigmoid(const base_e_reduced<V>& x) noexcept {
  const exponential e(x);
  const V q = e.p() / e.p_plus_b();
  return simd::fnma(q, simd::with_sign_of(e.r, 0x1.4p-53), q);
}

/// sigmoid' x = q (1 - q) with q = p / (p + b) = sigmoid(-|x|), clamped where four times that
/// rounds to 0: tanh' x is 4 sigmoid' 2x.
template <class X>
[[nodiscard]] ACT_INLINE auto reduce_sigmoid_derivative(const X& x) noexcept {
  return reduce(simd::at_least(simd::minus_abs(x), -108));
}
template <class V>
[[nodiscard]] ACT_INLINE V finish_sigmoid_derivative(const base_e_reduced<V>& x) noexcept {
  const exponential e(x);
  const V q = e.p() / e.p_plus_b();
  return simd::fnma(q, q, q);
}

/// tanh x = (p - b) / (p + b) with e^2x = p / b
template <class X>
[[nodiscard]] ACT_INLINE auto reduce_tanh(const X& x) noexcept {
  const X y = simd::at_most(simd::at_least(x, -10), 10);
  return reduce(y + y);
}
template <class V>
[[nodiscard]] ACT_INLINE V finish_tanh(const base_e_reduced<V>& x) noexcept {
  const exponential e(x);
  return e.p_minus_b() / e.p_plus_b();
}

/// ln(1 + e^x) for x <= 0, after reduce_exp_negative. v = 2 t / (2 + t) is p / (b + p / 2).
template <class V>
[[nodiscard]] ACT_INLINE V finish_log1p_exp(const base_e_reduced<V>& x) noexcept {
  const exponential e(x);
  const V p = e.p();
  const V v = p / ((p * 0.5 + e.a) - e.r);
  const V z = v * v;
  return simd::fma(v * z, polynomial(z, log1p_series), v);
}

}  // namespace act::math::exact

ACT_STRICT_END
