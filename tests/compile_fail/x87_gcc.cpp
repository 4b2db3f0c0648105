// expect: act: x87 arithmetic keeps floats as long doubles
// lines: 24 24
// flags: -mfpmath=387
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

const float y = act::relu(1.0F);
