// expect: act: arrays of one scalar type are needed; cast one of them with .cast<T>()
// lines: 17 28
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

void call(const Eigen::ArrayXf& x, Eigen::ArrayXf& y, Eigen::ArrayXf& d, Eigen::ArrayXd& wide) {
  (void)d, (void)wide;
#ifdef ACT_CONTROL
  act::tanh.value_and_derivative(x, y, d);
#else
  act::tanh.value_and_derivative(x, y, wide);
#endif
}
