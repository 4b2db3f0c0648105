// SPDX-License-Identifier: MIT
#pragma once

#include <act/abi.hpp>

namespace act::inline ACT_ABI {

/// Largest error, in units in the last place of the exact result, over all finite inputs: proven
/// for float by trying every one, and for double 3 % above the worst that a search has found
/// (tests/exhaustive; accuracy.md there has the worst inputs). An ulp is the spacing
/// of numbers in the exact result's binade, 2^-149 or 2^-1074 for subnormal results.
struct ulp {
  double f32, f64;
  /// On instruction sets without a fused multiply-add (SSE2, AVX).
  double f32_unfused = f32, f64_unfused = f64;

  /// The bound for T, with or without fused multiply-adds.
  template <class T>
  [[nodiscard]] constexpr double of(bool fuses = true) const noexcept {
    if constexpr (sizeof(T) == sizeof(float))
      return fuses ? f32 : f32_unfused;
    else
      return fuses ? f64 : f64_unfused;
  }
};

}  // namespace act
