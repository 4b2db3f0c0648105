// SPDX-License-Identifier: MIT
#pragma once

// A number type for the reference formulas with digits to spare beside double: MPFR's, or long
// double where there is no MPFR.

#include <support/ulp.hpp>

#ifdef ACT_HAS_MPFR
#include <mpfr.h>

namespace act::test {

class real {
 public:
  template <arithmetic N>
  real(N x) : real() {
    mpfr_set_ld(v_, static_cast<long double>(x), MPFR_RNDN);
  }
  real(const real& x) : real() { mpfr_set(v_, x.v_, MPFR_RNDN); }
  real& operator=(real x) noexcept {
    mpfr_swap(v_, x.v_);
    return *this;
  }
  ~real() { mpfr_clear(v_); }

  friend real operator+(const real& a, const real& b) { return make(mpfr_add, a, b); }
  friend real operator-(const real& a, const real& b) { return make(mpfr_sub, a, b); }
  friend real operator*(const real& a, const real& b) { return make(mpfr_mul, a, b); }
  friend real operator/(const real& a, const real& b) { return make(mpfr_div, a, b); }
  friend real operator-(const real& a) { return make(mpfr_neg, a); }
  friend bool operator<(const real& a, const real& b) { return mpfr_less_p(a.v_, b.v_) != 0; }
  friend bool operator>(const real& a, const real& b) { return mpfr_greater_p(a.v_, b.v_) != 0; }

  friend real abs(const real& x) { return make(mpfr_abs, x); }
  friend real exp(const real& x) { return make(mpfr_exp, x); }
  friend real expm1(const real& x) { return make(mpfr_expm1, x); }
  friend real log1p(const real& x) { return make(mpfr_log1p, x); }
  friend real cosh(const real& x) { return make(mpfr_cosh, x); }
  friend real tanh(const real& x) { return make(mpfr_tanh, x); }
  friend real ldexp(const real& x, int n) { return make(mpfr_mul_2si, x, long{n}); }
  friend int exponent_of(const real& x) {
    return mpfr_regular_p(x.v_) != 0 ? static_cast<int>(mpfr_get_exp(x.v_)) - 1 : -100000;
  }
  friend double to_double(const real& x) { return mpfr_get_d(x.v_, MPFR_RNDN); }
  friend float to_float(const real& x) { return mpfr_get_flt(x.v_, MPFR_RNDN); }

 private:
  real() { mpfr_init2(v_, 200); }
  template <class Op>
  static real make(Op op, const real& a) {
    real result;
    op(result.v_, a.v_, MPFR_RNDN);
    return result;
  }
  template <class Op>
  static real make(Op op, const real& a, const real& b) {
    real result;
    op(result.v_, a.v_, b.v_, MPFR_RNDN);
    return result;
  }
  template <class Op>
  static real make(Op op, const real& a, long b) {
    real result;
    op(result.v_, a.v_, b, MPFR_RNDN);
    return result;
  }

  mpfr_t v_;
};

inline real where(bool condition, const real& yes, const real& no) { return condition ? yes : no; }
inline constexpr const char* real_name = "MPFR, 200 bits";

}  // namespace act::test
#else
namespace act::test {
using real = long double;
inline float to_float(long double x) { return static_cast<float>(x); }
inline constexpr const char* real_name = "long double";
}  // namespace act::test
#endif
