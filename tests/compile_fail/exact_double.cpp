// expect: act: act::exact is for float, where every input has been tried
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

void call(double x, double& y) {
#ifdef ACT_CONTROL
  y = act::tanh(x);
#else
  y = act::exact::tanh(x);
#endif
}
