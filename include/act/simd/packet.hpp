// SPDX-License-Identifier: MIT
#pragma once

// Bare registers, as other libraries pass them, to and from vec on the default instruction set.

#include <act/simd/vec.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// Is P a register of T's: one of full width, or one that the instruction set can widen?
template <class T, class P, class A = default_arch>
[[nodiscard]] consteval bool is_packet() noexcept {
  if constexpr (std::same_as<A, no_registers>)
    return false;
  else if constexpr (sizeof(P) == sizeof(typename isa<T, A>::reg))
    return requires(const P& p) { vec<T, A>{p}; };
  else
    return requires(const P& p) { isa<T, A>::widen(p); };
}

/// The lanes of p, and zeros in those that p does not have.
template <class T, class P, class A = default_arch>
[[nodiscard]] ACT_INLINE vec<T, A> from_packet(const P& p) noexcept {
  if constexpr (sizeof(P) == sizeof(typename isa<T, A>::reg))
    return vec<T, A>(p);
  else
    return isa<T, A>::widen(p);
}

/// As many lanes of x as P has.
template <class P, class T, class A>
[[nodiscard]] ACT_INLINE P to_packet(const vec<T, A>& x) noexcept {
  if constexpr (sizeof(P) == sizeof(x))
    return x.reg;
  else
    return isa<T, A>::template narrow<P>(x.reg);
}

}  // namespace act::simd

ACT_STRICT_END
