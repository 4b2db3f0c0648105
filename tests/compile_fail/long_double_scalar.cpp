// expect: act: activations need float or double; cast with x.cast<float>()
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

void call(long double x, double& y) {
#ifdef ACT_CONTROL
  y = act::tanh(static_cast<double>(x));
#else
  y = static_cast<double>(act::tanh(x));
#endif
}
