// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/lanes.hpp>

namespace act::simd {

/// A kernel stopped half-way. Its result is rest(x, reduced): x is the argument, reduced what the
/// first half (a range reduction) made of it. A loop that starts on the next block before it
/// finishes this one gives the processor independent work to fill the gaps of a long chain.
template <class X, class Reduced, class Rest>
struct staged {
  X x;
  Reduced reduced;
  Rest rest;

  ACT_INLINE auto operator()() const noexcept { return rest(x, reduced); }

  /// Takes the place of next. The rest of the work is the same for every block.
  ACT_INLINE void become(const staged& next) noexcept {
    x = next.x;
    reduced = next.reduced;
  }
};

template <class X, class Reduced, class Rest>
staged(X, Reduced, Rest) -> staged<X, Reduced, Rest>;

template <class K>
inline constexpr bool is_staged = false;
template <class X, class Reduced, class Rest>
inline constexpr bool is_staged<staged<X, Reduced, Rest>> = true;

/// The result of a kernel, whether it stopped half-way or not.
template <class K>
[[nodiscard]] ACT_INLINE auto finish(const K& kernel) noexcept {
  if constexpr (is_staged<K>)
    return kernel();
  else
    return kernel;
}

}  // namespace act::simd
