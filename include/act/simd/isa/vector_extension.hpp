// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/isa/generic.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// Registers that GCC and Clang know as vectors of T, as on x86 and Arm: arithmetic is operators of
/// the language. Masks are registers of all bits where they hold.
template <class T, class A>
struct vector_extension_isa : generic_isa<T, A> {
  using generic = generic_isa<T, A>;
  using typename generic::mask;
  using typename generic::reg;
  using bits [[gnu::vector_size(sizeof(reg))]] = std::make_unsigned_t<integer<T>>;

  static ACT_INLINE reg add(reg a, reg b) noexcept { return a + b; }
  static ACT_INLINE reg sub(reg a, reg b) noexcept { return a - b; }
  static ACT_INLINE reg mul(reg a, reg b) noexcept { return a * b; }
  static ACT_INLINE reg div(reg a, reg b) noexcept { return a / b; }

  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept {
    if constexpr (generic::fuses)
      return generic::fma(a, b, c);
    else
      return add(mul(a, b), c);
  }
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept {
    if constexpr (isa<T, A>::fuses)
      return isa<T, A>::fma(a, b, negated(c));
    else
      return sub(mul(a, b), c);
  }
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept {
    if constexpr (isa<T, A>::fuses)
      return isa<T, A>::fma(negated(a), b, c);
    else
      return sub(c, mul(a, b));
  }

  static ACT_INLINE mask less(reg a, reg b) noexcept { return reinterpret_cast<mask>(a < b); }
  static ACT_INLINE mask less_equal(reg a, reg b) noexcept {
    return reinterpret_cast<mask>(a <= b);
  }
  static ACT_INLINE mask greater(reg a, reg b) noexcept { return reinterpret_cast<mask>(a > b); }
  static ACT_INLINE mask greater_equal(reg a, reg b) noexcept {
    return reinterpret_cast<mask>(a >= b);
  }
  static ACT_INLINE mask equal(reg a, reg b) noexcept { return reinterpret_cast<mask>(a == b); }

  static ACT_INLINE reg bit_and(reg a, reg b) noexcept { return number(word(a) & word(b)); }
  static ACT_INLINE reg bit_or(reg a, reg b) noexcept { return number(word(a) | word(b)); }
  template <int Bits>
  static ACT_INLINE reg shift_left(reg x) noexcept {
    return number(word(x) << Bits);
  }
  static ACT_INLINE reg add_as_integers(reg a, reg b) noexcept { return number(word(a) + word(b)); }

 private:
  static ACT_INLINE bits word(reg x) noexcept { return reinterpret_cast<bits>(x); }
  static ACT_INLINE reg number(bits x) noexcept { return reinterpret_cast<reg>(x); }

  /// -x. Both compilers know it as such; unary minus in a template takes the flags of the file,
  /// with Clang, whatever ACT_STRICT_BEGIN says.
  static ACT_INLINE reg negated(reg x) noexcept { return isa<T, A>::broadcast(T(-0.0)) - x; }
};

}  // namespace act::simd

ACT_STRICT_END
