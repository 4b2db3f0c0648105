// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace act::test {

/// What of x is compared: its bits, but for a NaN's payload and sign, which are not promised. It is
/// found in the bits, as std::isnan is false under -ffast-math.
///
/// Under flags that forget the sign of zero, Clang makes act forget it too, in one place;
/// ACT_TEST_ANY_ZERO has tests accept that.
template <class T>
[[nodiscard]] auto compared_bits(T x) {
  using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
  constexpr bits infinity = std::bit_cast<bits>(std::numeric_limits<T>::infinity());
  const bits all = std::bit_cast<bits>(x), magnitude = all & (~bits{0} >> 1);
#ifdef ACT_TEST_ANY_ZERO
  if (magnitude == 0) return magnitude;
#endif
  return magnitude > infinity ? ~bits{0} : all;
}

template <class T>
[[nodiscard]] bool identical(T a, T b) {
  return compared_bits(a) == compared_bits(b);
}

}  // namespace act::test
