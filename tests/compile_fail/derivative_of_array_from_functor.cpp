// expect: act: of an array, value and derivative go to arrays: value_and_derivative(x, y, d)
// lines: 13 16
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

void both(const Eigen::ArrayXf& x, Eigen::ArrayXf& y, Eigen::ArrayXf& d) {
#ifdef ACT_CONTROL
  act::Tanh<float>{}.value_and_derivative(x, y, d);
#else
  act::Tanh<float>{}.value_and_derivative(x);
  y = d = x;
#endif
}
