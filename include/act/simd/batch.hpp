// SPDX-License-Identifier: MIT
#pragma once

// The one header that includes xsimd. Of xsimd, act uses the architectures and their registers, and
// on those that have no file of their own in isa/ the operators of batches, load, store, select,
// multiply-adds and casts of bits; it uses none of xsimd's mathematical functions, whose results
// change from version to version. What differs between xsimd 8.1 and 14 is settled here
// and in isa.hpp.

#include <act/abi.hpp>
#include <act/simd/strict.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#if defined(__clang__) && defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__
#error "act: with Clang, -ffast-math and -Ofast break NaN and infinities; add -fno-finite-math-only"
#elif defined(__FLT_EVAL_METHOD__) && (__FLT_EVAL_METHOD__ == 2 || __FLT_EVAL_METHOD__ < 0)
#error "act: x87 arithmetic keeps floats as long doubles; compile with -msse2 -mfpmath=sse"
#endif
static_assert(static_cast<double>(0.1F) > 0.1,
              "act: -fsingle-precision-constant takes the digits of act's doubles; compile this "
              "file without it");

#if defined(_MSC_VER) && !defined(__clang__)
#define ACT_INLINE __forceinline
#define ACT_INLINE_LAMBDA
#elif (defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)) && !defined(ACT_DISPATCH_SET)
// A kernel with all its operations and all checks of a sanitizer in one function takes GCC, which
// alone defines these, ten times as long. In the files of act::dispatch it has to be, for the sake
// of their symbols.
#define ACT_INLINE inline
#define ACT_INLINE_LAMBDA
#else
/// Kernels are inlined whatever the optimisation level: a kernel left as a function of its own
/// would pass its registers through memory, and its symbol could be shared between objects that
/// were compiled for different instruction sets.
#define ACT_INLINE inline __attribute__((always_inline))
#define ACT_INLINE_LAMBDA __attribute__((always_inline))
#endif

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// Stands for an instruction set where there is none to use: act works on one number at a time.
struct no_registers {};

/// The best instruction set that the compiler was told of (-march=...). That of 32-bit Arm has no
/// doubles, and takes subnormal numbers for 0.
#if defined(XSIMD_NO_SUPPORTED_ARCHITECTURE) || (XSIMD_WITH_NEON && !XSIMD_WITH_NEON64)
using default_arch = no_registers;
#else
using default_arch = xsimd::default_arch;
#endif

/// The integer of T's width.
template <class T>
using integer = std::conditional_t<sizeof(T) == 4, std::int32_t, std::int64_t>;

#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
/// One register of numbers of type T on the instruction set A.
template <class T, class A>
using batch = xsimd::batch<T, A>;

/// The bits of x as numbers of type To.
template <class To, class From, class A>
ACT_INLINE batch<To, A> bit_cast(const batch<From, A>& x) noexcept {
  // Since version 11 it is the number's type that is named, before it was the batch's. There are
  // copies of xsimd whose version number does not tell.
  if constexpr (requires {
                  { xsimd::bitwise_cast<To>(x) } -> std::same_as<batch<To, A>>;
                })
    return xsimd::bitwise_cast<To>(x);
  else
    return xsimd::bitwise_cast<batch<To, A>>(x);
}
#endif

}  // namespace act::simd

ACT_STRICT_END
