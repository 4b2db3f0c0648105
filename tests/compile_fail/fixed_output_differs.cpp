// expect: act: the arrays differ in shape
// lines: 17 28
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

#ifdef ACT_CONTROL
using Output = Eigen::Array4f;
#else
using Output = Eigen::Array3f;
#endif

void both(const Eigen::Array4f& x, Eigen::Array4f& y, Output& d) {
  act::tanh.value_and_derivative(x, y, d);
}
