// SPDX-License-Identifier: MIT
#pragma once

// All of act is in an inline namespace that is named after what the compiler was told of the
// processor and of threads: so a linker takes no function that was compiled for another processor,
// from another file of the same program, for the one that was compiled for this.

#include <act/standard.hpp>

#ifdef ACT_DISPATCH  // loops are compiled apart, and named after their instruction set
#define ACT_TARGET dispatched
#elif defined(__AVX512BW__) && defined(__AVX512VL__)
#define ACT_TARGET avx512bw
#elif defined(__AVX512F__)
#define ACT_TARGET avx512f
#elif defined(__AVX2__) && defined(__FMA__)
#define ACT_TARGET avx2_fma
#elif defined(__AVX2__)
#define ACT_TARGET avx2
#elif defined(__AVX__) && defined(__FMA__)
#define ACT_TARGET avx_fma
#elif defined(__AVX__)
#define ACT_TARGET avx
#elif defined(__SSE4_2__)
#define ACT_TARGET sse4_2
#elif defined(__SSE4_1__)
#define ACT_TARGET sse4_1
#elif defined(__SSSE3__)
#define ACT_TARGET ssse3
#elif defined(__SSE3__)
#define ACT_TARGET sse3
#elif defined(__ARM_FEATURE_SVE)
#define ACT_TARGET sve
#elif defined(__ARM_NEON)
#define ACT_TARGET neon
#else
#define ACT_TARGET baseline
#endif

#ifdef _OPENMP
#define ACT_JOIN(a, b) a##b
#define ACT_JOIN_EXPANDED(a, b) ACT_JOIN(a, b)
#define ACT_ABI ACT_JOIN_EXPANDED(ACT_TARGET, _openmp)
#else
#define ACT_ABI ACT_TARGET
#endif
