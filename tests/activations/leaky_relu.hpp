// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/leaky_relu.hpp>
#include <activations/two_slopes.hpp>

namespace act::test {

template <class T>
struct description<formula::LeakyReLU<T>> : two_slopes<formula::LeakyReLU<T>, T, slope_of_member> {
  static constexpr formula::LeakyReLU<T> others[] = {{T(0.2)}, {T(1)}, {T(3)}, {T(-0.5)}};
};

}  // namespace act::test
