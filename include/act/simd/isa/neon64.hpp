// SPDX-License-Identifier: MIT
#pragma once

#include <arm_neon.h>
#include <act/simd/isa/vector_extension.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// NEON of 64-bit Arm. Up to version 14, xsimd divides floats by an estimate and Newton steps and
/// rounds c - a * b twice.
template <std::derived_from<xsimd::neon64> A>
struct isa<float, A> : vector_extension_isa<float, A> {
  using reg = float32x4_t;

  static constexpr bool fuses = true;

  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept { return vfmaq_f32(c, a, b); }
#ifndef __clang__  // whose intrinsics negate under the flags of the file
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept { return vfmaq_f32(vnegq_f32(c), a, b); }
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept { return vfmsq_f32(c, a, b); }
#endif

  static ACT_INLINE float64x2_t lower_doubles(reg x) noexcept {
    return vcvt_f64_f32(vget_low_f32(x));
  }
  static ACT_INLINE float64x2_t upper_doubles(reg x) noexcept { return vcvt_high_f64_f32(x); }
  static ACT_INLINE reg to_floats(float64x2_t lower, float64x2_t upper) noexcept {
    return vcvt_high_f32_f64(vcvt_f32_f64(lower), upper);
  }

  static ACT_INLINE reg load_n(const float* p, std::size_t n) noexcept {
    reg x = vld1q_lane_f32(p, vdupq_n_f32(0), 0);
    if (n > 1) x = vld1q_lane_f32(p + 1, x, 1);
    if (n > 2) x = vld1q_lane_f32(p + 2, x, 2);
    return x;
  }
  static ACT_INLINE void store_n(float* p, std::size_t n, reg x) noexcept {
    vst1q_lane_f32(p, x, 0);
    if (n > 1) vst1q_lane_f32(p + 1, x, 1);
    if (n > 2) vst1q_lane_f32(p + 2, x, 2);
  }

  /// Half a register with zeros above it, and back.
  static ACT_INLINE reg widen(float32x2_t x) noexcept { return vcombine_f32(x, vdup_n_f32(0)); }
  template <class>
  static ACT_INLINE float32x2_t narrow(reg x) noexcept {
    return vget_low_f32(x);
  }
};

template <std::derived_from<xsimd::neon64> A>
struct isa<double, A> : vector_extension_isa<double, A> {
  using reg = float64x2_t;

  static constexpr bool fuses = true;

  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept { return vfmaq_f64(c, a, b); }
#ifndef __clang__  // whose intrinsics negate under the flags of the file
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept { return vfmaq_f64(vnegq_f64(c), a, b); }
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept { return vfmsq_f64(c, a, b); }
#endif

  static ACT_INLINE reg load_n(const double* p, std::size_t) noexcept {
    return vld1q_lane_f64(p, vdupq_n_f64(0), 0);
  }
  static ACT_INLINE void store_n(double* p, std::size_t, reg x) noexcept {
    vst1q_lane_f64(p, x, 0);
  }
};

}  // namespace act::simd

ACT_STRICT_END
