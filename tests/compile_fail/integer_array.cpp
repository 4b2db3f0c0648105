// expect: act: activations need float or double; cast with x.cast<float>()
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

#ifdef ACT_CONTROL
Eigen::ArrayXf y(const Eigen::ArrayXi& x) { return act::relu(x.cast<float>()); }
#else
Eigen::ArrayXf y(const Eigen::ArrayXi& x) { return act::relu(x); }
#endif
