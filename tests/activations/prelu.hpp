// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/prelu.hpp>
#include <activations/two_slopes.hpp>

namespace act::test {

template <class T>
struct description<formula::PReLU<T>> : two_slopes<formula::PReLU<T>, T, slope_of_member> {
  static constexpr formula::PReLU<T> others[] = {{T(0.2)}, {T(1)}, {T(3)}, {T(-0.5)}};
};

}  // namespace act::test
