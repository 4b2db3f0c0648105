// expect: act: this function is compiled with -ffast-math or a part of it
// lines: 16 16
// flags: -O2 -S
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

#ifndef ACT_CONTROL
__attribute__((optimize("fast-math")))
#endif
float call(float x) {
  return act::tanh(x);
}
