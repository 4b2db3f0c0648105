// expect: act: this activation does not take these parameters; its header names them
// lines: 14 21
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

#ifdef ACT_CONTROL
const float y = act::relu(1.0F);
#else
const float y = act::relu(1.0F, 1.0F);
#endif
