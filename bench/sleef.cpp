// SPDX-License-Identifier: MIT

// SLEEF's functions of at most 1 ulp, in xsimd's registers. It has expm1 and log1p, so that these
// formulas keep the digits that the textbook's lose.

#include "described.hpp"

#ifdef ACT_HAS_SLEEF

#include <sleef.h>

#include <algorithm>
#include <xsimd/xsimd.hpp>

namespace bench {
namespace {

#if defined(__AVX512F__)
#define ACT_SLEEF(function, x) Sleef_##function##f16_u10(x)
#define ACT_SLEEF_DOUBLE(function, x) Sleef_##function##d8_u10(x)
#elif defined(__AVX__)
#define ACT_SLEEF(function, x) Sleef_##function##f8_u10(x)
#define ACT_SLEEF_DOUBLE(function, x) Sleef_##function##d4_u10(x)
#else
#define ACT_SLEEF(function, x) Sleef_##function##f4_u10(x)
#define ACT_SLEEF_DOUBLE(function, x) Sleef_##function##d2_u10(x)
#endif

/// Registers whose functions are SLEEF's.
template <class T>
struct sleef_batch {
  using batch = xsimd::batch<T>;
  batch v;

  sleef_batch(const batch& x) : v(x) {}
  sleef_batch(std::convertible_to<T> auto x) : v(static_cast<T>(x)) {}

  friend sleef_batch operator+(sleef_batch a, sleef_batch b) { return a.v + b.v; }
  friend sleef_batch operator-(sleef_batch a, sleef_batch b) { return a.v - b.v; }
  friend sleef_batch operator*(sleef_batch a, sleef_batch b) { return a.v * b.v; }
  friend sleef_batch operator/(sleef_batch a, sleef_batch b) { return a.v / b.v; }
  friend sleef_batch operator-(sleef_batch a) { return -a.v; }
  friend auto operator>(sleef_batch a, sleef_batch b) { return a.v > b.v; }
  friend sleef_batch select(const xsimd::batch_bool<T>& m, sleef_batch a, sleef_batch b) {
    return xsimd::select(m, a.v, b.v);
  }
  friend sleef_batch max(sleef_batch a, sleef_batch b) { return xsimd::max(a.v, b.v); }
  friend sleef_batch min(sleef_batch a, sleef_batch b) { return xsimd::min(a.v, b.v); }
  friend sleef_batch abs(sleef_batch a) { return xsimd::abs(a.v); }
  friend sleef_batch sqrt(sleef_batch a) { return xsimd::sqrt(a.v); }

#define ACT_SLEEF_FUNCTION(name)                 \
  friend sleef_batch name(sleef_batch x) {       \
    if constexpr (std::same_as<T, float>)        \
      return batch(ACT_SLEEF(name, x.v));        \
    else                                         \
      return batch(ACT_SLEEF_DOUBLE(name, x.v)); \
  }
  ACT_SLEEF_FUNCTION(exp)
  ACT_SLEEF_FUNCTION(expm1)
  ACT_SLEEF_FUNCTION(log1p)
  ACT_SLEEF_FUNCTION(tanh)
  ACT_SLEEF_FUNCTION(sin)
  ACT_SLEEF_FUNCTION(atan)
  ACT_SLEEF_FUNCTION(erf)
#undef ACT_SLEEF_FUNCTION
};

#undef ACT_SLEEF
#undef ACT_SLEEF_DOUBLE

/// value(x) of the activation F, where SLEEF has a part in it.
template <class F>
using formula = typename description<F>::template careful<sleef_batch<typename F::scalar>>;

template <class F>
struct sleef_loops {};

template <class F>
  requires requires { typename formula<F>; }
struct sleef_loops<F> {
  using T = typename F::scalar;

  /// Whole batches and then one that is filled up with zeros.
  static void value(const arrays<T>& a) {
    using batch = xsimd::batch<T>;
    std::size_t i = 0;
    for (; i + batch::size <= a.n; i += batch::size)
      formula<F>::value(batch::load_unaligned(a.x + i)).v.store_unaligned(a.y + i);
    if (i == a.n) return;
    T rest[batch::size] = {};
    std::copy(a.x + i, a.x + a.n, rest);
    formula<F>::value(batch::load_unaligned(rest)).v.store_unaligned(rest);
    std::copy(rest, rest + (a.n - i), a.y + i);
  }
};

}  // namespace

template <class T>
rival<T> sleef_rival() {
  return {"sleef",
          "SLEEF " + std::to_string(SLEEF_VERSION_MAJOR) + '.' +
              std::to_string(SLEEF_VERSION_MINOR) + '.' + std::to_string(SLEEF_VERSION_PATCHLEVEL),
          loops_for_all<sleef_loops, T>(functions{})};
}

template rival<float> sleef_rival();
template rival<double> sleef_rival();

}  // namespace bench

#endif
