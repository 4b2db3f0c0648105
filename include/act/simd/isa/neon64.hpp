// SPDX-License-Identifier: MIT
#pragma once

#include <arm_neon.h>
#include <act/simd/isa/generic.hpp>

namespace act::simd {

/// NEON of 64-bit Arm. Up to version 14, xsimd divides floats by an estimate and Newton steps and
/// rounds c - a * b twice.
template <std::derived_from<xsimd::neon64> A>
struct isa<A> : generic_isa<A> {
  using floats = batch<float, A>;
  using doubles = batch<double, A>;

  static constexpr bool fuses = true;

  static ACT_INLINE floats fma(const floats& a, const floats& b, const floats& c) noexcept {
    return vfmaq_f32(c, a, b);
  }
  static ACT_INLINE doubles fma(const doubles& a, const doubles& b, const doubles& c) noexcept {
    return vfmaq_f64(c, a, b);
  }
  static ACT_INLINE floats fms(const floats& a, const floats& b, const floats& c) noexcept {
    return vfmaq_f32(vnegq_f32(c), a, b);
  }
  static ACT_INLINE doubles fms(const doubles& a, const doubles& b, const doubles& c) noexcept {
    return vfmaq_f64(vnegq_f64(c), a, b);
  }
  static ACT_INLINE floats fnma(const floats& a, const floats& b, const floats& c) noexcept {
    return vfmsq_f32(c, a, b);
  }
  static ACT_INLINE doubles fnma(const doubles& a, const doubles& b, const doubles& c) noexcept {
    return vfmsq_f64(c, a, b);
  }
  static ACT_INLINE floats div(const floats& a, const floats& b) noexcept {
    return vdivq_f32(a, b);
  }
  static ACT_INLINE doubles div(const doubles& a, const doubles& b) noexcept {
    return vdivq_f64(a, b);
  }

  static ACT_INLINE doubles lower_doubles(const floats& x) noexcept {
    return vcvt_f64_f32(vget_low_f32(x));
  }
  static ACT_INLINE doubles upper_doubles(const floats& x) noexcept { return vcvt_high_f64_f32(x); }
  static ACT_INLINE floats to_floats(const doubles& lower, const doubles& upper) noexcept {
    return vcvt_high_f32_f64(vcvt_f32_f64(lower), upper);
  }

  template <std::same_as<floats>>
  static ACT_INLINE floats load_first(const float* p, std::size_t n) noexcept {
    float32x4_t x = vld1q_lane_f32(p, vdupq_n_f32(0), 0);
    if (n > 1) x = vld1q_lane_f32(p + 1, x, 1);
    if (n > 2) x = vld1q_lane_f32(p + 2, x, 2);
    return x;
  }
  template <std::same_as<doubles>>
  static ACT_INLINE doubles load_first(const double* p, std::size_t) noexcept {
    return vld1q_lane_f64(p, vdupq_n_f64(0), 0);
  }

  static ACT_INLINE void store_first(float* p, std::size_t n, const floats& x) noexcept {
    vst1q_lane_f32(p, x, 0);
    if (n > 1) vst1q_lane_f32(p + 1, x, 1);
    if (n > 2) vst1q_lane_f32(p + 2, x, 2);
  }
  static ACT_INLINE void store_first(double* p, std::size_t, const doubles& x) noexcept {
    vst1q_lane_f64(p, x, 0);
  }

  /// Half a register with zeros above it, and back.
  static ACT_INLINE float32x4_t widen(float32x2_t x) noexcept {
    return vcombine_f32(x, vdup_n_f32(0));
  }
  template <class>
  static ACT_INLINE float32x2_t narrow(float32x4_t x) noexcept {
    return vget_low_f32(x);
  }
};

}  // namespace act::simd
