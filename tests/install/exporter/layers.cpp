// SPDX-License-Identifier: MIT
#include <act/act.hpp>

void squash(Eigen::ArrayXf& x) { x = act::tanh(x); }
