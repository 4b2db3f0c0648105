// SPDX-License-Identifier: MIT
#pragma once

// What the results of a formula should be, of the default tier or the exact one. The file of its
// description, tests/activations/NAME.hpp, or <activations/all.hpp> is to be included too.

#include <activations/description.hpp>

namespace act::test {

template <class F>
struct reference : description<F> {};

/// The exact tier should be what the default tier should be.
template <class F>
  requires requires { typename F::default_tier; }
struct reference<F> : description<typename F::default_tier> {
  using of = description<typename F::default_tier>;

  template <class R>
  static R from_output(const F& f, const R& y) {
    if constexpr (requires { of::exact_from_output(y); })
      return of::exact_from_output(y);
    else
      return of::from_output(f, y);
  }
};

/// The exact tier's formula F with the parameters of f, of the default tier.
template <class F>
[[nodiscard]] F exact_formula(const typename F::default_tier& f) {
  F made{};
  static_cast<typename F::default_tier&>(made) = f;
  return made;
}

/// What of the result at x the units in the last place are counted in: a larger magnitude, or 0 for
/// the result itself.
template <class F, class R>
[[nodiscard]] R value_unit(const F& f, const R& x) {
  if constexpr (requires { reference<F>::value_unit(f, x); })
    return reference<F>::value_unit(f, x);
  else
    return R(0);
}
template <class F, class R>
[[nodiscard]] R derivative_unit(const F& f, const R& x) {
  if constexpr (requires { reference<F>::derivative_unit(f, x); })
    return reference<F>::derivative_unit(f, x);
  else
    return R(0);
}

}  // namespace act::test
