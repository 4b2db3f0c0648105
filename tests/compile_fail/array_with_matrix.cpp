// expect: act: an Array and a Matrix cannot be mixed; use .array() or .matrix()
// lines: 16 25
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

#ifdef ACT_CONTROL
using Gradient = Eigen::ArrayXf;
#else
using Gradient = Eigen::VectorXf;
#endif

Eigen::ArrayXf dx(const Eigen::ArrayXf& x, const Gradient& dy) { return act::tanh.backward(x, dy); }
