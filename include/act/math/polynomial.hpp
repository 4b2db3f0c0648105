// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/lanes.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::math {

/// c[0] + c[1] x + c[2] x^2 + ... by Horner's rule: the fewest operations and one rounding each.
/// The chain is long, but a loop has several in flight.
template <std::size_t I = 0, class V, std::size_t N>
[[nodiscard]] ACT_INLINE V polynomial(V x, const simd::scalar_of<V> (&c)[N]) noexcept {
  if constexpr (I + 1 == N)
    return V(c[I]);
  else
    return simd::fma(polynomial<I + 1>(x, c), x, c[I]);
}

}  // namespace act::math

ACT_STRICT_END
