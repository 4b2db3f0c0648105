// expect: act: this activation has no derivative; give its struct a member derivative(x)
// lines: 16 24
// SPDX-License-Identifier: MIT

#include <act/array/transform.hpp>
#include <vector>

struct Square {
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

void d(std::vector<float>& x) { act::transform_derivative(Square{}, x, x); }
