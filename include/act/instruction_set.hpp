// SPDX-License-Identifier: MIT
#pragma once

// Which instruction set a program that links act::dispatch, which defines ACT_DISPATCH, runs its
// loops over arrays on. Such a program has them for each set of its processors' kind and may itself
// be compiled for any of them.

#include <act/abi.hpp>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace act::inline ACT_ABI {

/// avx2 means AVX2, FMA, BMI and BMI2; avx512 has F, CD, DQ, BW and VL besides.
enum class instruction_set { sse2, avx2, avx512, neon };

/// sse2, avx2, avx512 or neon
[[nodiscard]] constexpr const char* name_of(instruction_set set) noexcept {
  constexpr const char* names[] = {"sse2", "avx2", "avx512", "neon"};
  return names[static_cast<int>(set)];
}

namespace dispatch {

/// The sets as types, for the names of functions that are compiled once for each.
struct sse2 {};
struct avx2 {};
struct avx512 {};
struct neon {};

#ifdef ACT_DISPATCH

/// The best set that this processor and its operating system have.
[[nodiscard]] inline instruction_set best() noexcept {
#if defined(__aarch64__)
  return instruction_set::neon;
#else
  __builtin_cpu_init();  // for calls from the constructors of static objects
  const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                        __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  const bool has_avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") &&
                          __builtin_cpu_supports("avx512dq") &&
                          __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  if (!has_avx2) return instruction_set::sse2;
  return has_avx512 ? instruction_set::avx512 : instruction_set::avx2;
#endif
}

namespace detail {
/// The best set, or the lower one that the environment asks for.
[[nodiscard]] inline instruction_set choose() noexcept {
  const char* asked = std::getenv("ACT_ARCH");
  if (asked == nullptr || *asked == 0) return best();
#if defined(__aarch64__)
  constexpr instruction_set lowest = instruction_set::neon;
#else
  constexpr instruction_set lowest = instruction_set::sse2;
#endif
  for (int set = static_cast<int>(lowest); set <= static_cast<int>(best()); ++set)
    if (std::strcmp(asked, name_of(instruction_set(set))) == 0) return instruction_set(set);
  std::fprintf(stderr, "act: ACT_ARCH=%s is no instruction set of this processor; %s is used\n",
               asked, name_of(best()));
  return best();
}
}  // namespace detail

/// The set in use: the best one, unless the environment variable ACT_ARCH names a lower one (sse2,
/// avx2 or avx512). It is chosen at the first call, by one thread, and stays.
[[nodiscard]] inline instruction_set in_use() noexcept {
  static const instruction_set chosen = detail::choose();
  return chosen;
}

#endif

}  // namespace dispatch
}  // namespace act
