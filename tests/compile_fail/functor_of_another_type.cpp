// expect: act: a functor of float, or of double, takes arrays and numbers of that type
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

#ifdef ACT_CONTROL
using T = float;
#else
using T = double;
#endif

Eigen::ArrayXf y(const Eigen::ArrayXf& x) { return act::ELU<T>{0.5F}(x); }
