// expect: constraints not satisfied
// SPDX-License-Identifier: MIT

#include <act/activations/relu.hpp>
#include <act/array/transform.hpp>
#include <span>

#ifdef ACT_CONTROL
using Output = std::span<float>;
#else
using Output = std::span<const float>;
#endif

void y(std::span<const float> x, Output out) { act::transform(act::relu, x, out); }
