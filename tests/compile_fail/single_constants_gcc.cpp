// expect: act: -fsingle-precision-constant takes the digits of act's doubles
// lines: 24 24
// flags: -fsingle-precision-constant
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

const float y = act::relu(1.0F);
