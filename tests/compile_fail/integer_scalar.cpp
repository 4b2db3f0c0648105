// expect: act: activations need float or double; cast with x.cast<float>()
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

#ifdef ACT_CONTROL
const float y = act::relu(float(1));
#else
const float y = act::relu(1);
#endif
