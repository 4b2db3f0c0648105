// expect: act: with Clang, -ffast-math and -Ofast break NaN and infinities
// lines: 19 21
// flags: -ffast-math
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

const float y = act::relu(1.0F);
