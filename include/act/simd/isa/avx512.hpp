// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/isa/avx.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

namespace detail {
/// What vfixupimm makes of x: four bits each for a positive x, a negative one, +inf, -inf, 1, 0, a
/// signalling NaN and a quiet one. 0 is the other operand, 2 is NaN, 8 is +0 and a is 1.
inline constexpr int heaviside_table = static_cast<int>(0xa8a8a022),
                     one_if_positive_table = static_cast<int>(0xa0a0a022);

/// lower and then upper
ACT_INLINE __m512 join(__m256 lower, __m256 upper) noexcept {
  return __builtin_shufflevector(lower, upper, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
                                 15);
}
ACT_INLINE __m512d join(__m256d lower, __m256d upper) noexcept {
  return __builtin_shufflevector(lower, upper, 0, 1, 2, 3, 4, 5, 6, 7);
}
ACT_INLINE __m256 lower_half(__m512 x) noexcept {
  return __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7);
}
ACT_INLINE __m256 upper_half(__m512 x) noexcept {
  return __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
}
ACT_INLINE __m256d lower_half(__m512d x) noexcept {
  return __builtin_shufflevector(x, x, 0, 1, 2, 3);
}
ACT_INLINE __m256d upper_half(__m512d x) noexcept {
  return __builtin_shufflevector(x, x, 4, 5, 6, 7);
}

/// The n < 16 numbers at p, or n < 8 doubles, and zeros, in loads of no more than n; and back.
ACT_INLINE __m512 load_of_sixteen(const float* p, std::size_t n) noexcept {
  return n <= 8 ? join(load_of_eight(p, n), _mm256_setzero_ps())
                : join(_mm256_loadu_ps(p), load_of_eight(p + 8, n - 8));
}
ACT_INLINE void store_of_sixteen(float* p, std::size_t n, __m512 x) noexcept {
  if (n <= 8) return store_of_eight(p, n, lower_half(x));
  _mm256_storeu_ps(p, lower_half(x));
  store_of_eight(p + 8, n - 8, upper_half(x));
}
ACT_INLINE __m512d load_of_eight(const double* p, std::size_t n) noexcept {
  return n <= 4 ? join(load_of_four(p, n), _mm256_setzero_pd())
                : join(_mm256_loadu_pd(p), load_of_four(p + 4, n - 4));
}
ACT_INLINE void store_of_eight(double* p, std::size_t n, __m512d x) noexcept {
  if (n <= 4) return store_of_four(p, n, lower_half(x));
  _mm256_storeu_pd(p, lower_half(x));
  store_of_four(p + 4, n - 4, upper_half(x));
}

inline constexpr __mmask16 all_floats = 0xffff;
inline constexpr __mmask8 all_doubles = 0xff;
template <class M>
ACT_INLINE M first_lanes(std::size_t n) noexcept {
  return static_cast<M>((1U << n) - 1U);
}
}  // namespace detail

/// AVX-512: 512 bits, a mask register for comparisons, loads and stores, twice the registers. The
/// full masks cost nothing; they avoid GCC 12's intrinsics that warn of an uninitialised operand of
/// their own (its bug 105593).
template <std::derived_from<xsimd::avx512f> A>
struct isa<float, A> : x86_isa<float, A> {
  using reg = __m512;
  using mask = __mmask16;

  static constexpr bool fuses = true;
  static constexpr int unroll = 2;

  static ACT_INLINE reg broadcast(float x) noexcept { return _mm512_set1_ps(x); }
  static ACT_INLINE reg load(const float* p) noexcept { return _mm512_loadu_ps(p); }
  static ACT_INLINE void store(float* p, reg x) noexcept { _mm512_storeu_ps(p, x); }
  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept { return _mm512_fmadd_ps(a, b, c); }
#ifndef __clang__  // whose intrinsics negate under the flags of the file
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept { return _mm512_fmsub_ps(a, b, c); }
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept { return _mm512_fnmadd_ps(a, b, c); }
#endif
  static ACT_INLINE mask less(reg a, reg b) noexcept {
    return _mm512_cmp_ps_mask(a, b, _CMP_LT_OQ);
  }
  static ACT_INLINE mask less_equal(reg a, reg b) noexcept {
    return _mm512_cmp_ps_mask(a, b, _CMP_LE_OQ);
  }
  static ACT_INLINE mask greater(reg a, reg b) noexcept {
    return _mm512_cmp_ps_mask(a, b, _CMP_GT_OQ);
  }
  static ACT_INLINE mask greater_equal(reg a, reg b) noexcept {
    return _mm512_cmp_ps_mask(a, b, _CMP_GE_OQ);
  }
  static ACT_INLINE mask equal(reg a, reg b) noexcept {
    return _mm512_cmp_ps_mask(a, b, _CMP_EQ_OQ);
  }
  static ACT_INLINE reg select(mask holds, reg a, reg b) noexcept {
    return _mm512_mask_blend_ps(holds, b, a);
  }
  static ACT_INLINE reg at_least(reg x, reg bound) noexcept {
    return _mm512_maskz_max_ps(detail::all_floats, bound, x);
  }
  static ACT_INLINE reg at_most(reg x, reg bound) noexcept {
    return _mm512_maskz_min_ps(detail::all_floats, bound, x);
  }
  static ACT_INLINE reg heaviside(reg x, reg at_zero) noexcept {
    return _mm512_fixupimm_ps(at_zero, x, _mm512_set1_epi32(detail::heaviside_table), 0);
  }
  static ACT_INLINE reg one_if_positive(reg x, reg y) noexcept {
    return _mm512_fixupimm_ps(y, x, _mm512_set1_epi32(detail::one_if_positive_table), 0);
  }
  static ACT_INLINE reg leaky(reg x, reg slope) noexcept {
    const mask not_positive = _mm512_cmp_ps_mask(x, _mm512_setzero_ps(), _CMP_NGT_UQ);
    return _mm512_mask_mul_ps(x, not_positive, x, slope);
  }

  static ACT_INLINE __m512d lower_doubles(reg x) noexcept {
    return _mm512_maskz_cvtps_pd(detail::all_doubles, detail::lower_half(x));
  }
  static ACT_INLINE __m512d upper_doubles(reg x) noexcept {
    return _mm512_maskz_cvtps_pd(detail::all_doubles, detail::upper_half(x));
  }
  static ACT_INLINE reg to_floats(__m512d lower, __m512d upper) noexcept {
    return detail::join(_mm512_maskz_cvtpd_ps(detail::all_doubles, lower),
                        _mm512_maskz_cvtpd_ps(detail::all_doubles, upper));
  }

  static ACT_INLINE void stream(float* p, reg x) noexcept { _mm512_stream_ps(p, x); }
  static ACT_INLINE reg load_n(const float* p, std::size_t n) noexcept {
    if (detail::is_constant(n)) return detail::load_of_sixteen(p, n);
    return _mm512_maskz_loadu_ps(detail::first_lanes<mask>(n), p);
  }
  static ACT_INLINE void store_n(float* p, std::size_t n, reg x) noexcept {
    if (detail::is_constant(n)) return detail::store_of_sixteen(p, n, x);
    _mm512_mask_storeu_ps(p, detail::first_lanes<mask>(n), x);
  }

  /// A smaller register with zeros above it, and back.
  static ACT_INLINE reg widen(__m128 x) noexcept { return widen(_mm256_zextps128_ps256(x)); }
  static ACT_INLINE reg widen(__m256 x) noexcept { return detail::join(x, _mm256_setzero_ps()); }
  template <class P>
  static ACT_INLINE P narrow(reg x) noexcept {
    if constexpr (sizeof(P) == sizeof(__m256))
      return detail::lower_half(x);
    else
      return __builtin_shufflevector(x, x, 0, 1, 2, 3);
  }
};

template <std::derived_from<xsimd::avx512f> A>
struct isa<double, A> : x86_isa<double, A> {
  using reg = __m512d;
  using mask = __mmask8;

  static constexpr bool fuses = true;
  static constexpr int unroll = 2;

  static ACT_INLINE reg broadcast(double x) noexcept { return _mm512_set1_pd(x); }
  static ACT_INLINE reg load(const double* p) noexcept { return _mm512_loadu_pd(p); }
  static ACT_INLINE void store(double* p, reg x) noexcept { _mm512_storeu_pd(p, x); }
  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept { return _mm512_fmadd_pd(a, b, c); }
#ifndef __clang__  // whose intrinsics negate under the flags of the file
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept { return _mm512_fmsub_pd(a, b, c); }
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept { return _mm512_fnmadd_pd(a, b, c); }
#endif
  static ACT_INLINE mask less(reg a, reg b) noexcept {
    return _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ);
  }
  static ACT_INLINE mask less_equal(reg a, reg b) noexcept {
    return _mm512_cmp_pd_mask(a, b, _CMP_LE_OQ);
  }
  static ACT_INLINE mask greater(reg a, reg b) noexcept {
    return _mm512_cmp_pd_mask(a, b, _CMP_GT_OQ);
  }
  static ACT_INLINE mask greater_equal(reg a, reg b) noexcept {
    return _mm512_cmp_pd_mask(a, b, _CMP_GE_OQ);
  }
  static ACT_INLINE mask equal(reg a, reg b) noexcept {
    return _mm512_cmp_pd_mask(a, b, _CMP_EQ_OQ);
  }
  static ACT_INLINE reg select(mask holds, reg a, reg b) noexcept {
    return _mm512_mask_blend_pd(holds, b, a);
  }
  static ACT_INLINE reg at_least(reg x, reg bound) noexcept {
    return _mm512_maskz_max_pd(detail::all_doubles, bound, x);
  }
  static ACT_INLINE reg at_most(reg x, reg bound) noexcept {
    return _mm512_maskz_min_pd(detail::all_doubles, bound, x);
  }
  static ACT_INLINE reg heaviside(reg x, reg at_zero) noexcept {
    return _mm512_fixupimm_pd(at_zero, x, _mm512_set1_epi64(detail::heaviside_table), 0);
  }
  static ACT_INLINE reg one_if_positive(reg x, reg y) noexcept {
    return _mm512_fixupimm_pd(y, x, _mm512_set1_epi64(detail::one_if_positive_table), 0);
  }
  static ACT_INLINE reg leaky(reg x, reg slope) noexcept {
    const mask not_positive = _mm512_cmp_pd_mask(x, _mm512_setzero_pd(), _CMP_NGT_UQ);
    return _mm512_mask_mul_pd(x, not_positive, x, slope);
  }

  static ACT_INLINE void stream(double* p, reg x) noexcept { _mm512_stream_pd(p, x); }
  static ACT_INLINE reg load_n(const double* p, std::size_t n) noexcept {
    if (detail::is_constant(n)) return detail::load_of_eight(p, n);
    return _mm512_maskz_loadu_pd(detail::first_lanes<mask>(n), p);
  }
  static ACT_INLINE void store_n(double* p, std::size_t n, reg x) noexcept {
    if (detail::is_constant(n)) return detail::store_of_eight(p, n, x);
    _mm512_mask_storeu_pd(p, detail::first_lanes<mask>(n), x);
  }

  static ACT_INLINE reg widen(__m128d x) noexcept { return widen(_mm256_zextpd128_pd256(x)); }
  static ACT_INLINE reg widen(__m256d x) noexcept { return detail::join(x, _mm256_setzero_pd()); }
  template <class P>
  static ACT_INLINE P narrow(reg x) noexcept {
    if constexpr (sizeof(P) == sizeof(__m256d))
      return detail::lower_half(x);
    else
      return __builtin_shufflevector(x, x, 0, 1);
  }
};

}  // namespace act::simd

ACT_STRICT_END
