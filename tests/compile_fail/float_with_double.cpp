// expect: act: arrays of one scalar type are needed; cast one of them with .cast<T>()
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

#ifdef ACT_CONTROL
using Gradient = Eigen::ArrayXf;
#else
using Gradient = Eigen::ArrayXd;
#endif

Eigen::ArrayXf dx(const Eigen::ArrayXf& x, const Gradient& dy) { return act::tanh.backward(x, dy); }
