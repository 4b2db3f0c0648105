// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/rrelu.hpp>
#include <activations/two_slopes.hpp>

namespace act::test {

struct mean_of_bounds {
  template <class R>
  constexpr R operator()(const auto& f) const {
    return (R(f.lower()) + R(f.upper())) / R(2);
  }
};

template <class T>
struct description<formula::RReLU<T>> : two_slopes<formula::RReLU<T>, T, mean_of_bounds> {
  using F = formula::RReLU<T>;
  static constexpr F others[] = {{T(0.1), T(0.3)}, {T(0.001), T(0.7)}, {-2, 5}, {T(0.25), T(0.25)}};
  static constexpr F others_of_exact[] = {
      {T(0.1), T(0.3)}, {T(0.001), T(0.7)}, {-2, 5}, {T(0.25), T(0.25)}, {T(1.4e-45), T(7e-45)}};
  /// Where the mean of the bounds has been rounded.
  static double allowed(const F& f, T) {
    return mean_of_bounds{}.operator()<long double>(f) == static_cast<long double>(f.slope()) ? 0
                                                                                              : 1;
  }
};

}  // namespace act::test
