// SPDX-License-Identifier: MIT
#pragma once

#include <emmintrin.h>
#include <act/simd/isa/generic.hpp>

namespace act::simd {

/// SSE2 to SSE4.2: 128 bits, two floats at the least. x86's min and max return their second
/// operand when either is NaN. There are no masked loads: a tail is put together in registers, as
/// the way through memory would stall where one wide load follows several narrow stores.
template <std::derived_from<xsimd::sse2> A>
struct isa<A> : generic_isa<A> {
  using floats = batch<float, A>;
  using doubles = batch<double, A>;

  static ACT_INLINE floats max(const floats& x, const floats& b) noexcept {
    return _mm_max_ps(b, x);
  }
  static ACT_INLINE doubles max(const doubles& x, const doubles& b) noexcept {
    return _mm_max_pd(b, x);
  }
  static ACT_INLINE floats min(const floats& x, const floats& b) noexcept {
    return _mm_min_ps(b, x);
  }
  static ACT_INLINE doubles min(const doubles& x, const doubles& b) noexcept {
    return _mm_min_pd(b, x);
  }

  static ACT_INLINE doubles lower_doubles(const floats& x) noexcept { return _mm_cvtps_pd(x); }
  static ACT_INLINE doubles upper_doubles(const floats& x) noexcept {
    return _mm_cvtps_pd(_mm_movehl_ps(x, x));
  }
  static ACT_INLINE floats to_floats(const doubles& lower, const doubles& upper) noexcept {
    return _mm_movelh_ps(_mm_cvtpd_ps(lower), _mm_cvtpd_ps(upper));
  }

  static constexpr bool streams = true;
  static ACT_INLINE void stream(float* p, const floats& x) noexcept { _mm_stream_ps(p, x); }
  static ACT_INLINE void stream(double* p, const doubles& x) noexcept { _mm_stream_pd(p, x); }
  static ACT_INLINE void end_of_stream() noexcept { _mm_sfence(); }
  static ACT_INLINE void prefetch(const char* p) noexcept { _mm_prefetch(p, _MM_HINT_T0); }

  template <std::same_as<floats>>
  static ACT_INLINE floats load_first(const float* p, std::size_t n) noexcept {
    if (n == 1) return _mm_load_ss(p);
    const __m128 two = _mm_castsi128_ps(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p)));
    return n == 2 ? two : _mm_movelh_ps(two, _mm_load_ss(p + 2));
  }
  template <std::same_as<doubles>>
  static ACT_INLINE doubles load_first(const double* p, std::size_t) noexcept {
    return _mm_load_sd(p);
  }

  static ACT_INLINE void store_first(float* p, std::size_t n, const floats& x) noexcept {
    if (n == 1) return _mm_store_ss(p, x);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(p), _mm_castps_si128(x));
    if (n == 3) _mm_store_ss(p + 2, _mm_movehl_ps(x, x));
  }
  static ACT_INLINE void store_first(double* p, std::size_t, const doubles& x) noexcept {
    _mm_store_sd(p, x);
  }
};

}  // namespace act::simd
