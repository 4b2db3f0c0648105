// expect: act: this activation does not take these parameters; its header names them
// lines: 14 22
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

void call(const Eigen::ArrayXf& x, Eigen::ArrayXf& y) {
#ifdef ACT_CONTROL
  y = act::rrelu(x, 0.1F, 0.2F);
#else
  y = act::rrelu(x, 0.1F);
#endif
}
