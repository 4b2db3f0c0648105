// SPDX-License-Identifier: MIT
#pragma once

#include <immintrin.h>
#include <act/simd/isa/generic.hpp>

namespace act::simd {

/// AVX-512: 512 bits, a mask register for loads and stores, twice the registers. xsimd 8.1 has no
/// fused multiply-add for it. The full masks cost nothing; they avoid GCC 12's intrinsics that
/// warn of an uninitialised operand of their own (its bug 105593).
template <std::derived_from<xsimd::avx512f> A>
struct isa<A> : generic_isa<A> {
  using floats = batch<float, A>;
  using doubles = batch<double, A>;

  static constexpr bool fuses = true;

  static ACT_INLINE floats fma(const floats& a, const floats& b, const floats& c) noexcept {
    return _mm512_fmadd_ps(a, b, c);
  }
  static ACT_INLINE doubles fma(const doubles& a, const doubles& b, const doubles& c) noexcept {
    return _mm512_fmadd_pd(a, b, c);
  }
  static ACT_INLINE floats fms(const floats& a, const floats& b, const floats& c) noexcept {
    return _mm512_fmsub_ps(a, b, c);
  }
  static ACT_INLINE doubles fms(const doubles& a, const doubles& b, const doubles& c) noexcept {
    return _mm512_fmsub_pd(a, b, c);
  }
  static ACT_INLINE floats fnma(const floats& a, const floats& b, const floats& c) noexcept {
    return _mm512_fnmadd_ps(a, b, c);
  }
  static ACT_INLINE doubles fnma(const doubles& a, const doubles& b, const doubles& c) noexcept {
    return _mm512_fnmadd_pd(a, b, c);
  }

  static ACT_INLINE floats max(const floats& x, const floats& b) noexcept {
    return _mm512_maskz_max_ps(all_floats, b, x);
  }
  static ACT_INLINE doubles max(const doubles& x, const doubles& b) noexcept {
    return _mm512_maskz_max_pd(all_doubles, b, x);
  }
  static ACT_INLINE floats min(const floats& x, const floats& b) noexcept {
    return _mm512_maskz_min_ps(all_floats, b, x);
  }
  static ACT_INLINE doubles min(const doubles& x, const doubles& b) noexcept {
    return _mm512_maskz_min_pd(all_doubles, b, x);
  }

  static ACT_INLINE floats heaviside(const floats& x, const floats& at_zero) noexcept {
    return _mm512_fixupimm_ps(at_zero, x, _mm512_set1_epi32(heaviside_table), 0);
  }
  static ACT_INLINE doubles heaviside(const doubles& x, const doubles& at_zero) noexcept {
    return _mm512_fixupimm_pd(at_zero, x, _mm512_set1_epi64(heaviside_table), 0);
  }
  static ACT_INLINE floats one_or(const floats& x, const floats& y) noexcept {
    return _mm512_fixupimm_ps(y, x, _mm512_set1_epi32(one_or_table), 0);
  }
  static ACT_INLINE doubles one_or(const doubles& x, const doubles& y) noexcept {
    return _mm512_fixupimm_pd(y, x, _mm512_set1_epi64(one_or_table), 0);
  }

  template <int Bits>
  static ACT_INLINE batch<std::int32_t, A> shift_left(const batch<std::int32_t, A>& x) noexcept {
    return _mm512_maskz_slli_epi32(all_floats, x, Bits);
  }
  template <int Bits>
  static ACT_INLINE batch<std::int64_t, A> shift_left(const batch<std::int64_t, A>& x) noexcept {
    return _mm512_maskz_slli_epi64(all_doubles, x, Bits);
  }

  static ACT_INLINE doubles lower_doubles(const floats& x) noexcept {
    const __m512 all = x;
    return _mm512_maskz_cvtps_pd(all_doubles,
                                 __builtin_shufflevector(all, all, 0, 1, 2, 3, 4, 5, 6, 7));
  }
  static ACT_INLINE doubles upper_doubles(const floats& x) noexcept {
    const __m512 all = x;
    return _mm512_maskz_cvtps_pd(all_doubles,
                                 __builtin_shufflevector(all, all, 8, 9, 10, 11, 12, 13, 14, 15));
  }
  static ACT_INLINE floats to_floats(const doubles& lower, const doubles& upper) noexcept {
    return __builtin_shufflevector(_mm512_maskz_cvtpd_ps(all_doubles, lower),
                                   _mm512_maskz_cvtpd_ps(all_doubles, upper), 0, 1, 2, 3, 4, 5, 6,
                                   7, 8, 9, 10, 11, 12, 13, 14, 15);
  }

  static constexpr bool streams = true;
  static ACT_INLINE void stream(float* p, const floats& x) noexcept { _mm512_stream_ps(p, x); }
  static ACT_INLINE void stream(double* p, const doubles& x) noexcept { _mm512_stream_pd(p, x); }
  static ACT_INLINE void end_of_stream() noexcept { _mm_sfence(); }
  static ACT_INLINE void prefetch(const char* p) noexcept { _mm_prefetch(p, _MM_HINT_T0); }

  template <std::same_as<floats>>
  static ACT_INLINE floats load_first(const float* p, std::size_t n) noexcept {
    return _mm512_maskz_loadu_ps(static_cast<__mmask16>(first(n)), p);
  }
  template <std::same_as<doubles>>
  static ACT_INLINE doubles load_first(const double* p, std::size_t n) noexcept {
    return _mm512_maskz_loadu_pd(static_cast<__mmask8>(first(n)), p);
  }

  static ACT_INLINE void store_first(float* p, std::size_t n, const floats& x) noexcept {
    _mm512_mask_storeu_ps(p, static_cast<__mmask16>(first(n)), x);
  }
  static ACT_INLINE void store_first(double* p, std::size_t n, const doubles& x) noexcept {
    _mm512_mask_storeu_pd(p, static_cast<__mmask8>(first(n)), x);
  }

  /// A smaller register with zeros above it, and back.
  static ACT_INLINE __m512 widen(__m128 x) noexcept { return _mm512_zextps128_ps512(x); }
  static ACT_INLINE __m512 widen(__m256 x) noexcept { return _mm512_zextps256_ps512(x); }
  static ACT_INLINE __m512d widen(__m128d x) noexcept { return _mm512_zextpd128_pd512(x); }
  static ACT_INLINE __m512d widen(__m256d x) noexcept { return _mm512_zextpd256_pd512(x); }
  template <class P>
  static ACT_INLINE P narrow(__m512 x) noexcept {
    if constexpr (sizeof(P) == sizeof(__m256))
      return _mm512_castps512_ps256(x);
    else
      return _mm512_castps512_ps128(x);
  }
  template <class P>
  static ACT_INLINE P narrow(__m512d x) noexcept {
    if constexpr (sizeof(P) == sizeof(__m256d))
      return _mm512_castpd512_pd256(x);
    else
      return _mm512_castpd512_pd128(x);
  }

 private:
  /// What vfixupimm makes of x: four bits each for a positive x, a negative one, +inf, -inf, 1, 0,
  /// a signalling NaN and a quiet one. 0 is the other operand, 2 is NaN, 8 is +0 and a is 1.
  static constexpr int heaviside_table = static_cast<int>(0xa8a8a022),
                       one_or_table = static_cast<int>(0xa0a0a022);

  static constexpr __mmask16 all_floats = 0xffff;
  static constexpr __mmask8 all_doubles = 0xff;
  static ACT_INLINE unsigned first(std::size_t n) noexcept { return (1U << n) - 1U; }
};

}  // namespace act::simd
