// expect: act: an Array and a Matrix cannot be mixed; use .array() or .matrix()
// lines: 16 25
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

void call(const Eigen::ArrayXXf& x, const Eigen::VectorXf& slopes, Eigen::ArrayXXf& y) {
#ifdef ACT_CONTROL
  y = act::prelu(x, slopes.array());
#else
  y = act::prelu(x, slopes);
#endif
}
