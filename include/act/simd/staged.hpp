// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/lanes.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// A kernel stopped half-way. Its result is rest(x, reduced): x is the argument, reduced what the
/// first half (a range reduction) made of it. A loop that starts on the next block before it
/// finishes this one gives the processor independent work to fill the gaps of a long chain. x is
/// not kept: it can be loaded once more, and registers are scarce.
template <class Reduced, class Rest>
struct staged {
  Reduced reduced;
  Rest rest;

  template <class X>
  ACT_INLINE auto operator()(const X& x) const noexcept {
    return rest(x, reduced);
  }

  /// Takes the place of next. The rest of the work is the same for every block.
  ACT_INLINE void become(const staged& next) noexcept { reduced = next.reduced; }
};

template <class Reduced, class Rest>
staged(Reduced, Rest) -> staged<Reduced, Rest>;

template <class K>
inline constexpr bool is_staged = false;
template <class Reduced, class Rest>
inline constexpr bool is_staged<staged<Reduced, Rest>> = true;

/// The result of a kernel for x, whether it stopped half-way or not.
template <class K, class X>
[[nodiscard]] ACT_INLINE auto finish(const K& kernel, const X& x) noexcept {
  if constexpr (is_staged<K>)
    return kernel(x);
  else
    return kernel;
}

}  // namespace act::simd

ACT_STRICT_END
