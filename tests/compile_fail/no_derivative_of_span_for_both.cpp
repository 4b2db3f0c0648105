// expect: act: this activation has no derivative; give its struct a member derivative(x)
// lines: 17 26
// SPDX-License-Identifier: MIT

#include <act/act.hpp>
#include <span>

/// An activation of the user's that has a value only.
struct value_only {
  using scalar = float;
  template <class V>
  V operator()(const V& x) const {
    return x * x;
  }
#ifdef ACT_CONTROL
  template <class V>
  V derivative(const V& x) const {
    return x + x;
  }
#endif
};

void call(std::span<const float> x, std::span<float> y, std::span<float> d) {
  act::transform_value_and_derivative(value_only{}, x, y, d);
}
