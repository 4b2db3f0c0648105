// expect: derivative_from_output
// lines: 13 22
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

#ifdef ACT_CONTROL
const float d = act::relu.derivative_from_output(1.0F);
#else
const float d = act::step.derivative_from_output(1.0F);
#endif
