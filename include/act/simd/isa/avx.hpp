// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/isa/x86.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

namespace detail {
/// A window of 8 words that starts at word 8 - n has n words of ones, then zeros.
alignas(64) inline constexpr std::int32_t ones_then_zeros[16] = {-1, -1, -1, -1, -1, -1, -1, -1};

/// The n <= 8 numbers at p, or n <= 4 doubles, and zeros, in loads of no more than n; and back.
ACT_INLINE __m256 load_of_eight(const float* p, std::size_t n) noexcept {
  if (n == 8) return _mm256_loadu_ps(p);
  if (n <= 4) return _mm256_zextps128_ps256(load_of_four(p, n));
  return _mm256_set_m128(load_of_four(p + 4, n - 4), _mm_loadu_ps(p));
}
ACT_INLINE void store_of_eight(float* p, std::size_t n, __m256 x) noexcept {
  if (n == 8) return _mm256_storeu_ps(p, x);
  if (n <= 4) return store_of_four(p, n, _mm256_castps256_ps128(x));
  _mm_storeu_ps(p, _mm256_castps256_ps128(x));
  store_of_four(p + 4, n - 4, _mm256_extractf128_ps(x, 1));
}
ACT_INLINE __m256d load_of_four(const double* p, std::size_t n) noexcept {
  if (n == 4) return _mm256_loadu_pd(p);
  if (n <= 2) return _mm256_zextpd128_pd256(load_of_two(p, n));
  return _mm256_set_m128d(load_of_two(p + 2, n - 2), _mm_loadu_pd(p));
}
ACT_INLINE void store_of_four(double* p, std::size_t n, __m256d x) noexcept {
  if (n == 4) return _mm256_storeu_pd(p, x);
  if (n <= 2) return store_of_two(p, n, _mm256_castpd256_pd128(x));
  _mm_storeu_pd(p, _mm256_castpd256_pd128(x));
  store_of_two(p + 2, n - 2, _mm256_extractf128_pd(x, 1));
}

ACT_INLINE __m256i first_words(std::size_t n) noexcept {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(ones_then_zeros + 8 - n));
}
}  // namespace detail

/// AVX and AVX2: 256 bits, masked loads and stores by a mask in a register.
template <std::derived_from<xsimd::avx> A>
struct isa<float, A> : x86_isa<float, A> {
  using reg = __m256;
  using base = x86_isa<float, A>;

  static constexpr int unroll = 2;

  static ACT_INLINE reg broadcast(float x) noexcept { return _mm256_set1_ps(x); }
  static ACT_INLINE reg load(const float* p) noexcept { return _mm256_loadu_ps(p); }
  static ACT_INLINE void store(float* p, reg x) noexcept { _mm256_storeu_ps(p, x); }
  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept {
    if constexpr (base::fuses)
      return _mm256_fmadd_ps(a, b, c);
    else
      return base::fma(a, b, c);
  }
#ifndef __clang__  // whose intrinsics negate under the flags of the file
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept {
    if constexpr (base::fuses)
      return _mm256_fmsub_ps(a, b, c);
    else
      return base::fms(a, b, c);
  }
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept {
    if constexpr (base::fuses)
      return _mm256_fnmadd_ps(a, b, c);
    else
      return base::fnma(a, b, c);
  }
#endif
  static ACT_INLINE reg at_least(reg x, reg bound) noexcept { return _mm256_max_ps(bound, x); }
  static ACT_INLINE reg at_most(reg x, reg bound) noexcept { return _mm256_min_ps(bound, x); }
  static ACT_INLINE reg select(reg holds, reg a, reg b) noexcept {
    return _mm256_blendv_ps(b, a, holds);
  }

  static ACT_INLINE __m256d lower_doubles(reg x) noexcept {
    return _mm256_cvtps_pd(_mm256_castps256_ps128(x));
  }
  static ACT_INLINE __m256d upper_doubles(reg x) noexcept {
    return _mm256_cvtps_pd(_mm256_extractf128_ps(x, 1));
  }
  static ACT_INLINE reg to_floats(__m256d lower, __m256d upper) noexcept {
    return _mm256_set_m128(_mm256_cvtpd_ps(upper), _mm256_cvtpd_ps(lower));
  }

  static ACT_INLINE void stream(float* p, reg x) noexcept { _mm256_stream_ps(p, x); }
  static ACT_INLINE reg load_n(const float* p, std::size_t n) noexcept {
    if (detail::is_constant(n)) return detail::load_of_eight(p, n);
    return _mm256_maskload_ps(p, detail::first_words(n));
  }
  static ACT_INLINE void store_n(float* p, std::size_t n, reg x) noexcept {
    if (detail::is_constant(n)) return detail::store_of_eight(p, n, x);
    _mm256_maskstore_ps(p, detail::first_words(n), x);
  }

  /// A smaller register with zeros above it, and back.
  static ACT_INLINE reg widen(__m128 x) noexcept { return _mm256_zextps128_ps256(x); }
  template <class>
  static ACT_INLINE __m128 narrow(reg x) noexcept {
    return _mm256_castps256_ps128(x);
  }
};

template <std::derived_from<xsimd::avx> A>
struct isa<double, A> : x86_isa<double, A> {
  using reg = __m256d;
  using base = x86_isa<double, A>;

  static ACT_INLINE reg broadcast(double x) noexcept { return _mm256_set1_pd(x); }
  static ACT_INLINE reg load(const double* p) noexcept { return _mm256_loadu_pd(p); }
  static ACT_INLINE void store(double* p, reg x) noexcept { _mm256_storeu_pd(p, x); }
  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept {
    if constexpr (base::fuses)
      return _mm256_fmadd_pd(a, b, c);
    else
      return base::fma(a, b, c);
  }
#ifndef __clang__  // whose intrinsics negate under the flags of the file
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept {
    if constexpr (base::fuses)
      return _mm256_fmsub_pd(a, b, c);
    else
      return base::fms(a, b, c);
  }
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept {
    if constexpr (base::fuses)
      return _mm256_fnmadd_pd(a, b, c);
    else
      return base::fnma(a, b, c);
  }
#endif
  static ACT_INLINE reg at_least(reg x, reg bound) noexcept { return _mm256_max_pd(bound, x); }
  static ACT_INLINE reg at_most(reg x, reg bound) noexcept { return _mm256_min_pd(bound, x); }
  static ACT_INLINE reg select(reg holds, reg a, reg b) noexcept {
    return _mm256_blendv_pd(b, a, holds);
  }

  static ACT_INLINE void stream(double* p, reg x) noexcept { _mm256_stream_pd(p, x); }
  static ACT_INLINE reg load_n(const double* p, std::size_t n) noexcept {
    if (detail::is_constant(n)) return detail::load_of_four(p, n);
    return _mm256_maskload_pd(p, detail::first_words(2 * n));
  }
  static ACT_INLINE void store_n(double* p, std::size_t n, reg x) noexcept {
    if (detail::is_constant(n)) return detail::store_of_four(p, n, x);
    _mm256_maskstore_pd(p, detail::first_words(2 * n), x);
  }

  static ACT_INLINE reg widen(__m128d x) noexcept { return _mm256_zextpd128_pd256(x); }
  template <class>
  static ACT_INLINE __m128d narrow(reg x) noexcept {
    return _mm256_castpd256_pd128(x);
  }
};

}  // namespace act::simd

ACT_STRICT_END
