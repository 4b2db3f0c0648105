// SPDX-License-Identifier: MIT
#pragma once

// Everything that differs from one instruction set to the next, chosen by the architecture in the
// batch's type. A new instruction set that xsimd knows works as it is, through isa/generic.hpp; to
// serve it well, add a file to isa/ and a line here.

#include <act/simd/isa/none.hpp>  // IWYU pragma: export
#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
#include <act/simd/isa/generic.hpp>  // IWYU pragma: export
#endif
#if XSIMD_WITH_SSE2
#include <act/simd/isa/sse2.hpp>  // IWYU pragma: export
#endif
#if XSIMD_WITH_AVX
#include <act/simd/isa/avx.hpp>  // IWYU pragma: export
#endif
#if XSIMD_WITH_AVX512F
#include <act/simd/isa/avx512.hpp>  // IWYU pragma: export
#endif
#if XSIMD_WITH_NEON64
#include <act/simd/isa/neon64.hpp>  // IWYU pragma: export
#endif
