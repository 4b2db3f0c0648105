// expect: act: this function is compiled with -ffast-math or a part of it
// lines: 16 16
// flags: -O2 -S
// SPDX-License-Identifier: MIT

#ifndef ACT_CONTROL
#pragma GCC optimize("Ofast")
#endif
#include <act/functions.hpp>

float call(float x) { return act::tanh(x); }
