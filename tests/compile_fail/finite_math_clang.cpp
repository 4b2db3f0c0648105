// expect: act: with Clang, -ffast-math and -Ofast break NaN and infinities
// lines: 23 25
// flags: -ffinite-math-only
// SPDX-License-Identifier: MIT

#include <act/act.hpp>

float call(float x) { return act::tanh(x); }
