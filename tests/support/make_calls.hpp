// SPDX-License-Identifier: MIT
#pragma once

#include <act/array/transform.hpp>
#include "support/calls.hpp"
#include "support/tier.hpp"

namespace act::test {

template <class F>
calls_of<typename F::scalar> make_calls() {
  using T = typename F::scalar;
  using in = std::span<const T>;
  using out = std::span<T>;
  calls_of<T> calls{
      F::name,
      is_exact<F>,
      [](T x) { return F{}(x); },
      [](T x) { return F{}.derivative(x); },
      {{"transform", [](in x, in, out y) { transform(F{}, x, y); }, [](T x, T) { return F{}(x); }},
       {"transform_derivative", [](in x, in, out d) { transform_derivative(F{}, x, d); },
        [](T x, T) { return F{}.derivative(x); }},
       {"transform_backward", [](in x, in dy, out dx) { transform_backward(F{}, x, dy, dx); },
        [](T x, T dy) { return F{}.backward(x, dy); }}},
      [](in x, out y, out d) { transform_value_and_derivative(F{}, x, y, d); }};
  if constexpr (requires(const F& f, T y) { f.derivative_from_output(y); }) {
    calls.with_one_output.push_back(
        {"transform_derivative_from_output",
         [](in y, in, out d) { transform_derivative_from_output(F{}, y, d); },
         [](T y, T) { return F{}.derivative_from_output(y); }});
    calls.with_one_output.push_back(
        {"transform_backward_from_output",
         [](in y, in dy, out dx) { transform_backward_from_output(F{}, y, dy, dx); },
         [](T y, T dy) { return F{}.backward_from_output(y, dy); }});
  }
  return calls;
}

}  // namespace act::test
