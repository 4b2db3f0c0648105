// SPDX-License-Identifier: MIT
#pragma once

// Every header with arithmetic stands between ACT_STRICT_BEGIN and ACT_STRICT_END, so that its
// results do not depend on what the file that includes it is compiled with: under -ffast-math and
// its parts a compiler may cancel what a kernel keeps (the rounding error of a sum), drop the tests
// for NaN and infinity, and forget the sign of a zero.

#ifdef __clang__
#define ACT_STRICT_BEGIN                                               \
  _Pragma("float_control(push)") _Pragma("float_control(precise, on)") \
      _Pragma("clang fp reassociate(off)")
#define ACT_STRICT_END _Pragma("float_control(pop)")
#else
// clang-format off
#define ACT_STRICT_BEGIN \
  _Pragma("GCC push_options") \
  _Pragma("GCC optimize(\"no-fast-math,no-unsafe-math-optimizations,no-associative-math,no-reciprocal-math,no-finite-math-only,signed-zeros,trapping-math\")")
// clang-format on
#define ACT_STRICT_END _Pragma("GCC pop_options")
#endif

// GCC inlines what must be inlined even into functions with such flags, which then apply. So where
// the file has them the outermost calls of scalars, batches and Eigen's packets stay calls. Of a
// function's own (by #pragma GCC optimize or an attribute) it tells nobody: require_strict finds
// those where the file is optimised; where it is not, they stay calls too.
#if !defined(__clang__) &&                                                                       \
    (!defined(__OPTIMIZE__) || defined(__FAST_MATH__) ||                                         \
     (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__) || defined(__ASSOCIATIVE_MATH__) || \
     defined(__RECIPROCAL_MATH__) || defined(__NO_SIGNED_ZEROS__))
#define ACT_BOUNDARY inline __attribute__((noinline))
#else
#define ACT_BOUNDARY ACT_INLINE
#endif
