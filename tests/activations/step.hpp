// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/step.hpp>
#include <activations/description.hpp>

namespace act::test {

template <class T>
struct description<formula::Step<T>> {
  using F = formula::Step<T>;
  static constexpr interval value_range{0, 1}, derivative_range{0, 0};
  template <class R>
  static R value(const F& f, const R& x) {
    return where(x > R(0), R(1), where(x < R(0), R(0), R(f.value_at_zero)));
  }
  template <class R>
  static R derivative(const F&, const R&) {
    return R(0);
  }

  static constexpr edge_cells value_edges{"0", "0", "0", "0", "0", "1", "1", "1"};
  static constexpr edge_cells derivative_edges{"0", "0", "0", "0", "0", "0", "0", "0"};

  static constexpr F others[] = {{T(0.5)}, {T(-3)}};

  template <class V>
  struct plain {
    static V value(V x) { return select(x > 0, V(1), V(0)); }
    static V derivative(V) { return V(0); }
  };
  struct eigen {
    static auto value(const auto& x) { return (x > T(0)).select(constant(x, 1), T(0)); }
    static auto derivative(const auto& x) { return constant(x, 0); }
  };
};

}  // namespace act::test
