// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/relu.hpp>
#include <activations/description.hpp>

namespace act::test {

template <class T>
struct description<formula::ReLU<T>> {
  using F = formula::ReLU<T>;
  static constexpr interval value_range{0}, derivative_range{0, 1};
  template <class R>
  static R value(const F&, const R& x) {
    return where(x > R(0), x, R(0));
  }
  template <class R>
  static R derivative(const F&, const R& x) {
    return where(x > R(0), R(1), R(0));
  }
  template <class R>
  static R from_output(const F& f, const R& y) {
    return derivative(f, y);
  }

  static constexpr edge_cells value_edges{"0", "0", "0", "0", "0", "x", "x", "inf"};
  static constexpr edge_cells derivative_edges{"0", "0", "0", "0", "0", "1", "1", "1"};

  template <class V>
  struct plain {
    static V value(V x) { return select(x > 0, x, V(0)); }
    static V derivative(V x) { return select(x > 0, V(1), V(0)); }
  };
  struct eigen {
    static auto value(const auto& x) { return x.max(T(0)); }
    static auto derivative(const auto& x) { return (x > T(0)).select(constant(x, 1), T(0)); }
  };
  template <class Algorithm>
  struct onednn {
    static constexpr auto kind = Algorithm::eltwise_relu;
  };
  template <class Operators>
  static constexpr auto xnnpack = Operators::clamp(0, std::numeric_limits<float>::infinity());
};

}  // namespace act::test
