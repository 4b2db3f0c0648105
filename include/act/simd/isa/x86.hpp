// SPDX-License-Identifier: MIT
#pragma once

#include <immintrin.h>
#include <act/simd/isa/vector_extension.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

namespace detail {
/// Does the compiler know n? Then loads of just so many numbers are better than one under a mask:
/// they can take what stores have just left, where that waits until it is in the cache.
ACT_INLINE bool is_constant(std::size_t n) noexcept { return __builtin_constant_p(n); }

/// The n <= 4 numbers at p, and zeros, in loads of no more than n; and back.
ACT_INLINE __m128 load_of_four(const float* p, std::size_t n) noexcept {
  if (n == 4) return _mm_loadu_ps(p);
  if (n == 1) return _mm_load_ss(p);
  const __m128 two = _mm_castsi128_ps(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p)));
  return n == 2 ? two : _mm_movelh_ps(two, _mm_load_ss(p + 2));
}
ACT_INLINE void store_of_four(float* p, std::size_t n, __m128 x) noexcept {
  if (n == 4) return _mm_storeu_ps(p, x);
  if (n == 1) return _mm_store_ss(p, x);
  _mm_storel_epi64(reinterpret_cast<__m128i*>(p), _mm_castps_si128(x));
  if (n == 3) _mm_store_ss(p + 2, _mm_movehl_ps(x, x));
}

/// The n <= 2 numbers at p.
ACT_INLINE __m128d load_of_two(const double* p, std::size_t n) noexcept {
  return n == 2 ? _mm_loadu_pd(p) : _mm_load_sd(p);
}
ACT_INLINE void store_of_two(double* p, std::size_t n, __m128d x) noexcept {
  n == 2 ? _mm_storeu_pd(p, x) : _mm_store_sd(p, x);
}
}  // namespace detail

/// What all instruction sets of x86 share. Their min and max return the second operand when either
/// is NaN.
template <class T, class A>
struct x86_isa : vector_extension_isa<T, A> {
  static constexpr bool streams = true;
  static ACT_INLINE void end_of_stream() noexcept { _mm_sfence(); }
  static ACT_INLINE void prefetch(const char* p) noexcept { _mm_prefetch(p, _MM_HINT_T0); }
};

}  // namespace act::simd

ACT_STRICT_END
