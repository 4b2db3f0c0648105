// expect: act: activations need float or double; cast with x.cast<float>()
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

#ifdef ACT_CONTROL
Eigen::ArrayXf y(const Eigen::ArrayXcf& x) { return act::tanh(x.real()); }
#else
Eigen::ArrayXcf y(const Eigen::ArrayXcf& x) { return act::tanh(x); }
#endif
