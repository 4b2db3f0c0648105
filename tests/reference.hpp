// SPDX-License-Identifier: MIT
#pragma once

// What the results of a formula should be, of the default tier or the exact one. The file of its
// description, tests/activations/NAME.hpp, or <activations/all.hpp> is to be included too.

#include <activations/description.hpp>
#include <iterator>
#include <support/tier.hpp>
#include <vector>

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

/// The formulas with other parameters that F's description names: none, where it has none.
template <class F>
[[nodiscard]] std::vector<F> others_of() {
  using of = reference<F>;
  if constexpr (!requires { of::others; }) {
    return {};
  } else if constexpr (!is_exact<F>) {
    return {std::begin(of::others), std::end(of::others)};
  } else {
    std::vector<F> made;
    const auto make = [&](const auto& others) {
      for (const typename F::default_tier& f : others)
        static_cast<typename F::default_tier&>(made.emplace_back()) = f;
    };
    if constexpr (requires { of::others_of_exact; })
      make(of::others_of_exact);
    else
      make(of::others);
    return made;
  }
}

/// By how many ulps more than its bounds say f may be off at x, with one of those parameters.
template <class F, class T = typename F::scalar>
[[nodiscard]] double allowed_error(const F& f, T x) {
  if constexpr (!is_exact<F> && requires { reference<F>::allowed(f, x); })
    return reference<F>::allowed(f, x);
  else
    return 0;
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
