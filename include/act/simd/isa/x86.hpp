// SPDX-License-Identifier: MIT
#pragma once

#include <immintrin.h>
#include <act/simd/isa/vector_extension.hpp>

namespace act::simd {

/// What all instruction sets of x86 share. Their min and max return the second operand when either
/// is NaN.
template <class T, class A>
struct x86_isa : vector_extension_isa<T, A> {
  static constexpr bool streams = true;
  static ACT_INLINE void end_of_stream() noexcept { _mm_sfence(); }
  static ACT_INLINE void prefetch(const char* p) noexcept { _mm_prefetch(p, _MM_HINT_T0); }
};

}  // namespace act::simd
