// expect: act: C++20 is needed, compile with -std=c++20
// lines: 11 12
// flags: -std=c++17
// SPDX-License-Identifier: MIT

#include <act/functions.hpp>

const float y = act::relu(1.0F);
