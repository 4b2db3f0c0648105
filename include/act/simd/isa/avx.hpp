// SPDX-License-Identifier: MIT
#pragma once

#include <immintrin.h>
#include <act/simd/isa/generic.hpp>

namespace act::simd {

namespace detail {
/// A window of 8 words that starts at word 8 - n has n words of ones, then zeros.
alignas(64) inline constexpr std::int32_t ones_then_zeros[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
}  // namespace detail

/// AVX and AVX2: 256 bits, masked loads and stores by a mask in a register.
template <std::derived_from<xsimd::avx> A>
struct isa<A> : generic_isa<A> {
  using floats = batch<float, A>;
  using doubles = batch<double, A>;

  static ACT_INLINE floats max(const floats& x, const floats& b) noexcept {
    return _mm256_max_ps(b, x);
  }
  static ACT_INLINE doubles max(const doubles& x, const doubles& b) noexcept {
    return _mm256_max_pd(b, x);
  }
  static ACT_INLINE floats min(const floats& x, const floats& b) noexcept {
    return _mm256_min_ps(b, x);
  }
  static ACT_INLINE doubles min(const doubles& x, const doubles& b) noexcept {
    return _mm256_min_pd(b, x);
  }

  static ACT_INLINE doubles lower_doubles(const floats& x) noexcept {
    return _mm256_cvtps_pd(_mm256_castps256_ps128(x));
  }
  static ACT_INLINE doubles upper_doubles(const floats& x) noexcept {
    return _mm256_cvtps_pd(_mm256_extractf128_ps(x, 1));
  }
  static ACT_INLINE floats to_floats(const doubles& lower, const doubles& upper) noexcept {
    return _mm256_set_m128(_mm256_cvtpd_ps(upper), _mm256_cvtpd_ps(lower));
  }

  static constexpr bool streams = true;
  static ACT_INLINE void stream(float* p, const floats& x) noexcept { _mm256_stream_ps(p, x); }
  static ACT_INLINE void stream(double* p, const doubles& x) noexcept { _mm256_stream_pd(p, x); }
  static ACT_INLINE void end_of_stream() noexcept { _mm_sfence(); }
  static ACT_INLINE void prefetch(const char* p) noexcept { _mm_prefetch(p, _MM_HINT_T0); }

  template <std::same_as<floats>>
  static ACT_INLINE floats load_first(const float* p, std::size_t n) noexcept {
    return _mm256_maskload_ps(p, first_words(n));
  }
  template <std::same_as<doubles>>
  static ACT_INLINE doubles load_first(const double* p, std::size_t n) noexcept {
    return _mm256_maskload_pd(p, first_words(2 * n));
  }

  static ACT_INLINE void store_first(float* p, std::size_t n, const floats& x) noexcept {
    _mm256_maskstore_ps(p, first_words(n), x);
  }
  static ACT_INLINE void store_first(double* p, std::size_t n, const doubles& x) noexcept {
    _mm256_maskstore_pd(p, first_words(2 * n), x);
  }

  /// A smaller register with zeros above it, and back.
  static ACT_INLINE __m256 widen(__m128 x) noexcept { return _mm256_zextps128_ps256(x); }
  static ACT_INLINE __m256d widen(__m128d x) noexcept { return _mm256_zextpd128_pd256(x); }
  template <class>
  static ACT_INLINE __m128 narrow(__m256 x) noexcept {
    return _mm256_castps256_ps128(x);
  }
  template <class>
  static ACT_INLINE __m128d narrow(__m256d x) noexcept {
    return _mm256_castpd256_pd128(x);
  }

 private:
  static ACT_INLINE __m256i first_words(std::size_t n) noexcept {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(detail::ones_then_zeros + 8 - n));
  }
};

}  // namespace act::simd
