// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/batch.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// What loops ask of the instruction set A for numbers of type T, and vec of registers.
template <class T, class A>
struct isa;

/// Where there are no registers loops take packs of numbers, and ask no more than this; what it
/// means isa/generic.hpp says.
template <class T>
struct isa<T, no_registers> {
  static constexpr int unroll = 4;
  static constexpr bool streams = false;

  static ACT_INLINE void end_of_stream() noexcept {}
  static ACT_INLINE void prefetch(const char*) noexcept {}
};

}  // namespace act::simd

ACT_STRICT_END
