// expect: act: this activation has no derivative; give its struct a member derivative(x)
// lines: 17 29
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

struct Square {
  using scalar = float;
  template <act::lanes_of<float> V>
  V operator()(const V& x) const noexcept {
    return x * x;
  }
#ifdef ACT_CONTROL
  template <act::lanes_of<float> V>
  V derivative(const V& x) const noexcept {
    return x + x;
  }
#endif
};

Eigen::ArrayXf d(const Eigen::ArrayXf& x) { return act::Functor<Square>{}.derivative(x); }
