// SPDX-License-Identifier: MIT
#pragma once

// A number type for the reference formulas that is as fast as the sweep needs: several doubles,
// with the mathematics of glibc's libmvec (errors below 4 ulp of double, 1e-8 ulp of float) where
// there is one, else of the scalar libm.

#include <cmath>
#include <cstdint>
#include <cstring>
#include <support/ulp.hpp>

namespace act::test {

#if defined(__x86_64__) && defined(__GLIBC__)
#if defined(__AVX512F__)
inline constexpr int wide_size = 8;
#define ACT_LIBMVEC(name) __asm__("_ZGVeN8v_" name)
#elif defined(__AVX2__)
inline constexpr int wide_size = 4;
#define ACT_LIBMVEC(name) __asm__("_ZGVdN4v_" name)
#else
inline constexpr int wide_size = 2;
#define ACT_LIBMVEC(name) __asm__("_ZGVbN2v_" name)
#endif
using doubles = double __attribute__((vector_size(wide_size * 8)));
extern "C" {
doubles act_libmvec_exp(doubles) ACT_LIBMVEC("exp");
doubles act_libmvec_expm1(doubles) ACT_LIBMVEC("expm1");
doubles act_libmvec_log1p(doubles) ACT_LIBMVEC("log1p");
doubles act_libmvec_cosh(doubles) ACT_LIBMVEC("cosh");
doubles act_libmvec_tanh(doubles) ACT_LIBMVEC("tanh");
}
#undef ACT_LIBMVEC
#else
inline constexpr int wide_size = 2;
using doubles = double __attribute__((vector_size(wide_size * 8)));
inline doubles act_libmvec_exp(doubles x) { return doubles{std::exp(x[0]), std::exp(x[1])}; }
inline doubles act_libmvec_expm1(doubles x) { return doubles{std::expm1(x[0]), std::expm1(x[1])}; }
inline doubles act_libmvec_log1p(doubles x) { return doubles{std::log1p(x[0]), std::log1p(x[1])}; }
inline doubles act_libmvec_cosh(doubles x) { return doubles{std::cosh(x[0]), std::cosh(x[1])}; }
inline doubles act_libmvec_tanh(doubles x) { return doubles{std::tanh(x[0]), std::tanh(x[1])}; }
#endif

using int64s = std::int64_t __attribute__((vector_size(wide_size * 8)));
using floats = float __attribute__((vector_size(wide_size * 4)));

struct wide {
  doubles v;

  wide(doubles x) : v(x) {}
  template <arithmetic N>
  wide(N x) : v(static_cast<double>(x) - doubles{}) {}
  static wide load(const float* p) {
    floats x;
    std::memcpy(&x, p, sizeof x);
    return __builtin_convertvector(x, doubles);
  }

  friend wide operator+(wide a, wide b) { return a.v + b.v; }
  friend wide operator-(wide a, wide b) { return a.v - b.v; }
  friend wide operator*(wide a, wide b) { return a.v * b.v; }
  friend wide operator/(wide a, wide b) { return a.v / b.v; }
  friend wide operator-(wide a) { return -a.v; }
  friend int64s operator<(wide a, wide b) { return a.v < b.v; }
  friend int64s operator>(wide a, wide b) { return a.v > b.v; }
  friend int64s operator==(wide a, wide b) { return a.v == b.v; }
};

inline wide where(int64s condition, wide yes, wide no) { return condition ? yes.v : no.v; }
inline wide clamp(wide x, double low, double high) {
  return where(x < low, low, where(x > high, high, x));
}
inline wide abs(wide x) { return where(x < 0.0, -x, x); }

// Clamped where the result is far outside the floats: libmvec is slow beyond.
inline wide exp(wide x) { return act_libmvec_exp(clamp(x, -700, 700).v); }
inline wide expm1(wide x) { return act_libmvec_expm1(clamp(x, -700, 700).v); }
inline wide cosh(wide x) { return act_libmvec_cosh(clamp(x, -350, 350).v); }
inline wide tanh(wide x) { return act_libmvec_tanh(clamp(x, -350, 350).v); }
inline wide log1p(wide x) { return act_libmvec_log1p(x.v); }

/// 2 to the power of the exponent of x.
inline wide binade(wide x) {
  int64s bits;
  std::memcpy(&bits, &x, sizeof bits);
  bits &= 0x7ff0000000000000;
  doubles result;
  std::memcpy(&result, &bits, sizeof bits);
  return result;
}

}  // namespace act::test
