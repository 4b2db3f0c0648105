// expect: act: a functor of float, or of double, takes arrays and numbers of that type
// SPDX-License-Identifier: MIT

#include <act/array/transform.hpp>
#include <act/functions.hpp>
#include <vector>

#ifdef ACT_CONTROL
using T = float;
#else
using T = double;
#endif

void run(std::vector<float>& x) { act::transform(act::ELU<T>{0.5F}, x, x); }
