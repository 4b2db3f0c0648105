// SPDX-License-Identifier: MIT
#pragma once

// The alphabet of the kernels: operations that mean the same, to the bit, for a scalar, for a batch
// (one register) and for a pack (several registers whose operations interleave). All three are
// "lanes"; a formula is written once over lanes and serves every one. Beside these functions lanes
// have the operators + - * and the comparisons, and a number converts to lanes that all hold it.
//
// Products that are to be added are written fma: were they left to + and *, it would depend on the
// compiler whether they are rounded once or twice.

#include <act/simd/pack.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

/// A scalar T, a batch of T or a pack of batches of T.
template <class V, class T>
concept lanes_of = std::floating_point<T> && std::same_as<simd::scalar_of<V>, T>;

namespace simd {

/// Lanes of type V where V is given by another argument, so that a number may stand for them.
template <class V>
using same = std::type_identity_t<V>;

namespace detail {
template <std::floating_point T>
using bits_of = std::make_unsigned_t<integer<T>>;

template <std::floating_point T>
[[nodiscard]] ACT_INLINE bits_of<T> bits(T x) noexcept {
  return __builtin_bit_cast(bits_of<T>, x);
}
template <std::floating_point T>
[[nodiscard]] ACT_INLINE T from_bits(bits_of<T> x) noexcept {
  return __builtin_bit_cast(T, x);
}

template <class T>
inline constexpr int mantissa_bits = sizeof(T) == sizeof(float) ? 23 : 52;
}  // namespace detail

/// a * b + c, rounded once where the instruction set can: see fuses<V>.
template <class V>
[[nodiscard]] ACT_INLINE V fma(V a, same<V> b, same<V> c) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::fma(a.lo, b.lo, c.lo), simd::fma(a.hi, b.hi, c.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::fma(a.reg, b.reg, c.reg);
  else if constexpr (!fuses<V>)
    return a * b + c;
  else if constexpr (sizeof(V) == sizeof(float))
    return __builtin_fmaf(a, b, c);
  else
    return __builtin_fma(a, b, c);
}

/// a * b, as a product that a compiler cannot fuse with an addition around it: where it could, the
/// product is written as the multiply-add of -0, which is the same number.
template <class V>
[[nodiscard]] ACT_INLINE V rounded_product(V a, same<V> b) noexcept {
  if constexpr (fuses<V>)
    return simd::fma(a, b, V(scalar_of<V>(-0.0)));
  else
    return a * b;
}

/// a * b - c, rounded once where the instruction set can.
template <class V>
[[nodiscard]] ACT_INLINE V fms(V a, same<V> b, same<V> c) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::fms(a.lo, b.lo, c.lo), simd::fms(a.hi, b.hi, c.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::fms(a.reg, b.reg, c.reg);
  else
    return simd::fma(a, b, V(-0.0) - c);
}

/// c - a * b, rounded once where the instruction set can.
template <class V>
[[nodiscard]] ACT_INLINE V fnma(V a, same<V> b, same<V> c) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::fnma(a.lo, b.lo, c.lo), simd::fnma(a.hi, b.hi, c.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::fnma(a.reg, b.reg, c.reg);
  else
    return simd::fma(V(-0.0) - a, b, c);
}

/// The larger of x and bound; NaN where x is NaN.
template <class V>
[[nodiscard]] ACT_INLINE V at_least(V x, same<V> bound) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::at_least(x.lo, bound.lo), simd::at_least(x.hi, bound.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::at_least(x.reg, bound.reg);
  else
    return x < bound ? bound : x;
}

/// The smaller of x and bound; NaN where x is NaN.
template <class V>
[[nodiscard]] ACT_INLINE V at_most(V x, same<V> bound) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::at_most(x.lo, bound.lo), simd::at_most(x.hi, bound.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::at_most(x.reg, bound.reg);
  else
    return x > bound ? bound : x;
}

/// a where the comparison holds, else b. Scalars are chosen by their bits: a branch on the sign of
/// random numbers is not foreseen, and keeps the compiler from vectorising the loop around it.
template <class M, class V>
[[nodiscard]] ACT_INLINE V select(M holds, V a, same<V> b) noexcept {
  if constexpr (detail::is_pack<V>) {
    return {simd::select(holds.lo, a.lo, b.lo), simd::select(holds.hi, a.hi, b.hi)};
  } else if constexpr (size_of<V> > 1) {
    return V::isa::select(holds.reg, a.reg, b.reg);
  } else {
    const auto all_bits = detail::bits_of<V>(0) - detail::bits_of<V>(holds);
    return detail::from_bits<V>((detail::bits(a) & all_bits) | (detail::bits(b) & ~all_bits));
  }
}

/// 1 where x > 0, at_zero where x = 0, 0 where x < 0; NaN where x is NaN. at_zero is not -0.
template <class V>
[[nodiscard]] ACT_INLINE V heaviside(V x, same<V> at_zero) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::heaviside(x.lo, at_zero.lo), simd::heaviside(x.hi, at_zero.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::heaviside(x.reg, at_zero.reg);
  else
    return x > 0 ? V(1) : x < 0 ? V(0) : x + at_zero;
}

/// 1 where x > 0, y where x <= 0; NaN where x is NaN.
template <class V>
[[nodiscard]] ACT_INLINE V one_if_positive(V x, same<V> y) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::one_if_positive(x.lo, y.lo), simd::one_if_positive(x.hi, y.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::one_if_positive(x.reg, y.reg);
  else
    return x > 0 ? V(1) : x <= 0 ? y : x;
}

/// x where x > 0, x * slope elsewhere.
template <class V>
[[nodiscard]] ACT_INLINE V leaky(V x, same<V> slope) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::leaky(x.lo, slope.lo), simd::leaky(x.hi, slope.hi)};
  else if constexpr (requires { V::isa::leaky(x.reg, slope.reg); })
    return V::isa::leaky(x.reg, slope.reg);
  else
    return simd::select(x > 0, x, x * slope);
}

/// |x|
template <class V>
[[nodiscard]] ACT_INLINE V abs(V x) noexcept {
  using T = scalar_of<V>;
  const auto all_but_sign = detail::from_bits<T>(~detail::bits(T(-0.0)));
  if constexpr (detail::is_pack<V>)
    return {simd::abs(x.lo), simd::abs(x.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::bit_and(x.reg, V(all_but_sign).reg);
  else
    return detail::from_bits<V>(detail::bits(x) & detail::bits(all_but_sign));
}

/// -|x|
template <class V>
[[nodiscard]] ACT_INLINE V minus_abs(V x) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::minus_abs(x.lo), simd::minus_abs(x.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::bit_or(x.reg, V(scalar_of<V>(-0.0)).reg);
  else
    return detail::from_bits<V>(detail::bits(x) | detail::bits(V(-0.0)));
}

/// magnitude >= 0 with the sign of x.
template <class V>
[[nodiscard]] ACT_INLINE V with_sign_of(V x, same<V> magnitude) noexcept {
  using T = scalar_of<V>;
  if constexpr (detail::is_pack<V>)
    return {simd::with_sign_of(x.lo, magnitude.lo), simd::with_sign_of(x.hi, magnitude.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::bit_or(V::isa::bit_and(x.reg, V(T(-0.0)).reg), magnitude.reg);
  else
    return detail::from_bits<V>((detail::bits(x) & detail::bits(T(-0.0))) |
                                detail::bits(magnitude));
}

/// The number whose exponent field is the integer k in the low bits of t, as it stands after k was
/// added to 1.5 * 2^(digits - 1): 2^(k - bias), and 0 for k = 0.
template <class V>
[[nodiscard]] ACT_INLINE V power_of_two(V t) noexcept {
  using T = scalar_of<V>;
  if constexpr (detail::is_pack<V>)
    return {simd::power_of_two(t.lo), simd::power_of_two(t.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::template shift_left<detail::mantissa_bits<T>>(t.reg);
  else
    return detail::from_bits<V>(detail::bits(t) << detail::mantissa_bits<T>);
}

/// x * 2^n without a multiplication, where n is the integer in the low bits of t: n is added to the
/// exponent field. Where x or the result is no normal number, the sum is some other number.
template <class V>
[[nodiscard]] ACT_INLINE V shift_exponent(V x, same<V> t) noexcept {
  if constexpr (detail::is_pack<V>) {
    return {simd::shift_exponent(x.lo, t.lo), simd::shift_exponent(x.hi, t.hi)};
  } else if constexpr (size_of<V> > 1) {
    return V::isa::add_as_integers(x.reg, simd::power_of_two(t).reg);
  } else {
    return detail::from_bits<V>(detail::bits(x) + detail::bits(simd::power_of_two(t)));
  }
}

}  // namespace simd
}  // namespace act

ACT_STRICT_END
