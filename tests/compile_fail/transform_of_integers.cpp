// expect: act: activations need arrays of float or double
// SPDX-License-Identifier: MIT

#include <act/activations/relu.hpp>
#include <act/array/transform.hpp>
#include <vector>

#ifdef ACT_CONTROL
using Number = float;
#else
using Number = int;
#endif

void y(std::vector<Number>& x) { act::transform(act::relu, x, x); }
