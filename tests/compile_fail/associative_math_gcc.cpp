// expect: act: -ffast-math and -Ofast break NaN, infinities and the promised bits
// lines: 24 24
// flags: -fassociative-math -fno-signed-zeros -fno-trapping-math
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

const float y = act::relu(1.0F);
