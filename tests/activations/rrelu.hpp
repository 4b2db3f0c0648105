// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/rrelu.hpp>
#include <activations/two_slopes.hpp>

namespace act::test {

struct mean_of_bounds {
  template <class R>
  R operator()(const auto& f) const {
    return (R(f.lower()) + R(f.upper())) / R(2);
  }
};

template <class T>
struct description<formula::RReLU<T>> : two_slopes<formula::RReLU<T>, T, mean_of_bounds> {
  using F = formula::RReLU<T>;
  static constexpr F others[] = {{T(0.1), T(0.3)}, {-2, 5}, {T(0.25), T(0.25)}};
  /// The mean of bounds may have been rounded.
  static double allowed(const F&, T) { return 1; }
};

}  // namespace act::test
