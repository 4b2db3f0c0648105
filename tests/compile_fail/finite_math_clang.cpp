// expect: act: with Clang, -ffast-math and -Ofast break NaN and infinities; add
// -fno-finite-math-only lines: 23 25 flags: -ffinite-math-only SPDX-License-Identifier: MIT

#include <act/act.hpp>

float call(float x) { return act::tanh(x); }
