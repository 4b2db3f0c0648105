// SPDX-License-Identifier: MIT

// SLEEF's functions of at most 1 ulp, in xsimd's registers. It has expm1 and log1p, so that these
// formulas keep the digits that the textbook's lose.

#include "rivals.hpp"

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

using floats = xsimd::batch<float>;
using doubles = xsimd::batch<double>;

floats exp(floats x) { return ACT_SLEEF(exp, x); }
floats expm1(floats x) { return ACT_SLEEF(expm1, x); }
floats log1p(floats x) { return ACT_SLEEF(log1p, x); }
floats tanh(floats x) { return ACT_SLEEF(tanh, x); }
doubles exp(doubles x) { return ACT_SLEEF_DOUBLE(exp, x); }
doubles expm1(doubles x) { return ACT_SLEEF_DOUBLE(expm1, x); }
doubles log1p(doubles x) { return ACT_SLEEF_DOUBLE(log1p, x); }
doubles tanh(doubles x) { return ACT_SLEEF_DOUBLE(tanh, x); }

#undef ACT_SLEEF
#undef ACT_SLEEF_DOUBLE

/// value(x) of the activation F, where SLEEF has a part in it.
template <class F>
struct formula {};

template <class T>
struct formula<act::formula::Sigmoid<T>> {
  static auto value(auto x) { return 1 / (1 + bench::exp(-x)); }
};
template <class T>
struct formula<act::formula::Tanh<T>> {
  static auto value(auto x) { return bench::tanh(x); }
};
template <class T>
struct formula<act::formula::ELU<T>> {
  static auto value(auto x) { return xsimd::select(x > 0, x, bench::expm1(x)); }
};
template <class T>
struct formula<act::formula::SELU<T>> {
  using selu = act::formula::SELU<T>;
  static auto value(auto x) {
    return xsimd::select(x > 0, selu::lambda * x, selu::lambda_alpha * bench::expm1(x));
  }
};
template <class T>
struct formula<act::formula::Softplus<T>> {
  static auto value(auto x) {
    return xsimd::max(x, decltype(x)(0)) + bench::log1p(bench::exp(-xsimd::abs(x)));
  }
};

template <class F>
struct sleef_loops {};

template <class F>
  requires requires(xsimd::batch<typename F::scalar> x) { formula<F>::value(x); }
struct sleef_loops<F> {
  using T = typename F::scalar;

  /// Whole batches and then one that is filled up with zeros.
  static void value(const arrays<T>& a) {
    using batch = xsimd::batch<T>;
    std::size_t i = 0;
    for (; i + batch::size <= a.n; i += batch::size)
      formula<F>::value(batch::load_unaligned(a.x + i)).store_unaligned(a.y + i);
    if (i == a.n) return;
    T rest[batch::size] = {};
    std::copy(a.x + i, a.x + a.n, rest);
    formula<F>::value(batch::load_unaligned(rest)).store_unaligned(rest);
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
