// SPDX-License-Identifier: MIT
#pragma once

#include <act/math/polynomial.hpp>
#include <act/math/range_reduction.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math {

/// g(z) = f coth(f ln2 / 2) in powers of z = f^2: the minimax of the relative error that it causes
/// in e^x, |f| <= 1/2 + 2^-9. tests/coefficients/generate.py exp_ratio
template <class T>
struct coth_series;
template <>
struct coth_series<float> {  // 2^-29.5
  static constexpr float c[] = {0x1.715476p+1F, 0x1.d9307ep-4F, -0x1.e3db32p-11F};
};
template <>
struct coth_series<double> {  // 2^-60.7
  static constexpr double c[] = {0x1.71547652b82fep+1,   0x1.d9303fea2f894p-4,
                                 -0x1.e50096de738ap-11,  0x1.63144fbdd808dp-17,
                                 -0x1.10f43e5b9706bp-23, 0x1.a4cc4b33008d8p-30};
};

/// The series for a z and a result that carry the factor constants<T>::scale of reduce_base2.
template <class T>
struct scaled_coth_series {
  static constexpr std::size_t size = sizeof(coth_series<T>::c) / sizeof(T);
  T c[size];
  consteval scaled_coth_series() : c{} {
    T factor = constants<T>::scale;
    for (std::size_t i = 0; i < size; ++i) {
      c[i] = coth_series<T>::c[i] * factor;
      factor /= constants<T>::scale * constants<T>::scale;
    }
  }
};

/// e^x as a quotient p / (a - u), for functions that have to divide anyway:
///
///     e^x = 2^n (g + f) / (g - f),   x = (n + f) ln 2,   g = f coth(f ln2 / 2)
///
/// a is the rounded g + f, u = 2 f and p = 2^n a. The rounding of a, in numerator and denominator
/// alike, cancels to first order, and no rounding of e^x itself comes between. All three carry
/// constants<T>::scale, so that p is normal where e^x is not: a quotient with p in its numerator
/// is rounded once even when it is subnormal. Where x is constants<T>::vanished, p is 0. Where x is
/// NaN so are a and u, but not p.
template <class V>
struct exp_quotient {
  V a, u, p;
};

template <class V>
[[nodiscard]] ACT_INLINE exp_quotient<V> exp_as_quotient(const base2_reduced<V>& x) noexcept {
  using T = simd::scalar_of<V>;
  constexpr scaled_coth_series<T> g;
  const V z = simd::fma(x.f, x.f, negligible<T>);
  const V a = simd::fma(z, polynomial<1>(z, g.c), x.f + g.c[0]);
  // A quotient with a tiny p underflows, which takes a hundred cycles; with p = 0 it is 0. Where
  // the exponent field would be negative, it has borrowed from the sign: p is a negative number or
  // a NaN, and for both max returns its first argument.
  return {a, x.f + x.f, simd::at_least(V(0), simd::shift_exponent(a, x.t))};
}

/// The reduction for e^-|Factor x|, clamped where that vanishes.
template <int Factor = 1, class V>
[[nodiscard]] ACT_INLINE base2_reduced<V> reduce_minus_abs(const V& x) noexcept {
  constexpr auto vanished = constants<simd::scalar_of<V>>::vanished;
  return reduce_base2<Factor>(simd::at_least(simd::minus_abs(x), vanished / Factor));
}

/// The sum x + y as rounded, and what the rounding took from it: exactly, where the exponent of x
/// is not above that of y. Here y is the a of a quotient, or half of all, and so it is. T. J.
/// Dekker, "A floating-point technique for extending the available precision", 1971.
template <class V>
struct sum_and_rest {
  V sum, rest;

  ACT_INLINE sum_and_rest(const V& x, const V& y) noexcept : sum(x + y), rest(x - (sum - y)) {}
};

}  // namespace act::math

ACT_STRICT_END
