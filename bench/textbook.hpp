// SPDX-License-Identifier: MIT
#pragma once

// The formulas as most people write them: those of the rivals std and xsimd, whose functions have
// the same names. x is a number or an xsimd batch. They are the fastest forms, not the most
// accurate ones: e^x - 1 loses digits near 0, ln(1 + e^x) below 0, 1 - y^2 where |y| is near 1.

#include "described.hpp"

namespace bench {

template <class F, class V>
using textbook = typename description<F>::template plain<V>;

/// f'(x)
template <class F, class V>
[[nodiscard]] inline V derivative_at(const V& x) {
  if constexpr (requires { textbook<F, V>::derivative(x); })
    return textbook<F, V>::derivative(x);
  else
    return textbook<F, V>::derivative(x, textbook<F, V>::value(x));
}

/// f'(x), where y = f(x) is at hand
template <class F, class V>
[[nodiscard]] inline V derivative_at(const V& x, const V& y) {
  if constexpr (requires { textbook<F, V>::derivative(x, y); })
    return textbook<F, V>::derivative(x, y);
  else
    return textbook<F, V>::derivative(x);
}

}  // namespace bench
