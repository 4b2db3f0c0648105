// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/isa/x86.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// SSE2 to SSE4.2: 128 bits. There are no masked loads: a tail is put together in registers, as the
/// way through memory would stall where one wide load follows several narrow stores.
template <std::derived_from<xsimd::sse2> A>
struct isa<float, A> : x86_isa<float, A> {
  using reg = __m128;

  static ACT_INLINE reg broadcast(float x) noexcept { return _mm_set1_ps(x); }
  static ACT_INLINE reg load(const float* p) noexcept { return _mm_loadu_ps(p); }
  static ACT_INLINE void store(float* p, reg x) noexcept { _mm_storeu_ps(p, x); }
  static ACT_INLINE reg at_least(reg x, reg bound) noexcept { return _mm_max_ps(bound, x); }
  static ACT_INLINE reg at_most(reg x, reg bound) noexcept { return _mm_min_ps(bound, x); }
  static ACT_INLINE reg select(reg holds, reg a, reg b) noexcept {
    if constexpr (std::derived_from<A, xsimd::sse4_1>)
      return _mm_blendv_ps(b, a, holds);
    else
      return _mm_or_ps(_mm_and_ps(holds, a), _mm_andnot_ps(holds, b));
  }

  static ACT_INLINE __m128d lower_doubles(reg x) noexcept { return _mm_cvtps_pd(x); }
  static ACT_INLINE __m128d upper_doubles(reg x) noexcept {
    return _mm_cvtps_pd(_mm_movehl_ps(x, x));
  }
  static ACT_INLINE reg to_floats(__m128d lower, __m128d upper) noexcept {
    return _mm_movelh_ps(_mm_cvtpd_ps(lower), _mm_cvtpd_ps(upper));
  }

  static ACT_INLINE void stream(float* p, reg x) noexcept { _mm_stream_ps(p, x); }
  static ACT_INLINE reg load_n(const float* p, std::size_t n) noexcept {
    return detail::load_of_four(p, n);
  }
  static ACT_INLINE void store_n(float* p, std::size_t n, reg x) noexcept {
    detail::store_of_four(p, n, x);
  }
};

template <std::derived_from<xsimd::sse2> A>
struct isa<double, A> : x86_isa<double, A> {
  using reg = __m128d;

  static ACT_INLINE reg broadcast(double x) noexcept { return _mm_set1_pd(x); }
  static ACT_INLINE reg load(const double* p) noexcept { return _mm_loadu_pd(p); }
  static ACT_INLINE void store(double* p, reg x) noexcept { _mm_storeu_pd(p, x); }
  static ACT_INLINE reg at_least(reg x, reg bound) noexcept { return _mm_max_pd(bound, x); }
  static ACT_INLINE reg at_most(reg x, reg bound) noexcept { return _mm_min_pd(bound, x); }
  static ACT_INLINE reg select(reg holds, reg a, reg b) noexcept {
    if constexpr (std::derived_from<A, xsimd::sse4_1>)
      return _mm_blendv_pd(b, a, holds);
    else
      return _mm_or_pd(_mm_and_pd(holds, a), _mm_andnot_pd(holds, b));
  }

  static ACT_INLINE void stream(double* p, reg x) noexcept { _mm_stream_pd(p, x); }
  static ACT_INLINE reg load_n(const double* p, std::size_t n) noexcept {
    return detail::load_of_two(p, n);
  }
  static ACT_INLINE void store_n(double* p, std::size_t n, reg x) noexcept {
    detail::store_of_two(p, n, x);
  }
};

}  // namespace act::simd

ACT_STRICT_END
