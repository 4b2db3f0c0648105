// SPDX-License-Identifier: MIT
#pragma once

// act: its public calls on spans. Types and tiers are compiled side by side, in act_f32.cpp,
// act_f64.cpp and act_exact.cpp: this takes longer than all other rivals together.

#include "rivals.hpp"

#include <act/array/transform.hpp>
#include <act/version.hpp>

namespace bench {

template <class F>
struct act_loops {
  using T = typename F::scalar;
  static constexpr act::Functor<F> f{};

  static std::span<const T> in(const T* p, std::size_t n) { return {p, n}; }
  static std::span<T> out(T* p, std::size_t n) { return {p, n}; }

  static void value(const arrays<T>& a) { act::transform(f, in(a.x, a.n), out(a.y, a.n)); }
  static void derivative(const arrays<T>& a) {
    act::transform_derivative(f, in(a.x, a.n), out(a.d, a.n));
  }
  static void backward(const arrays<T>& a) {
    act::transform_backward(f, in(a.x, a.n), in(a.dy, a.n), out(a.d, a.n));
  }
  static void value_and_derivative(const arrays<T>& a) {
    act::transform_value_and_derivative(f, in(a.x, a.n), out(a.y, a.n), out(a.d, a.n));
  }
  static void of_sum(const arrays<T>& a) {
    for (std::size_t i = 0; i < a.n; ++i) a.y[i] = a.x[i] + a.dy[i];
    act::transform_value_and_derivative(f, out(a.y, a.n), out(a.y, a.n), out(a.d, a.n));
  }
  static void in_place(const arrays<T>& a) { act::transform(f, out(a.y, a.n), out(a.y, a.n)); }
};

template <class T>
rival<T> act_rival() {
  return {"act", "act " ACT_VERSION_STRING, loops_for_all<act_loops, T>(functions{}), false};
}

}  // namespace bench
