// expect: act: the arrays differ in shape
// lines: 16 25
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

#ifdef ACT_CONTROL
using Gradient = Eigen::Array4f;
#else
using Gradient = Eigen::Array3f;
#endif

Eigen::Array4f dx(const Eigen::Array4f& x, const Gradient& dy) { return act::tanh.backward(x, dy); }
