// expect: act: this activation has no derivative; give its struct a member derivative(x)
// lines: 17 29
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

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

void call(const Eigen::ArrayXf& x, const Eigen::ArrayXf& dy, Eigen::ArrayXf& dx) {
  dx = act::Functor(value_only{}).backward(x, dy);
}
