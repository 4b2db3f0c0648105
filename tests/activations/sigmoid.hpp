// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/sigmoid.hpp>
#include <activations/description.hpp>

namespace act::test {

template <class T>
struct description<formula::Sigmoid<T>> {
  using F = formula::Sigmoid<T>;
  static constexpr interval value_range{0, 1}, derivative_range{0, 0.25};
  template <class R>
  static R value(const F&, const R& x) {
    using std::exp;
    return R(1) / (R(1) + exp(-x));
  }
  template <class R>
  static R derivative(const F&, const R& x) {
    using std::cosh;
    return R(1) / (R(2) + R(2) * cosh(x));
  }
  template <class R>
  static R from_output(const F&, const R& y) {
    return y * (R(1) - y);
  }

  static constexpr edge_cells value_edges{"0", "0", "1/2", "1/2", "1/2", "1/2", "1", "1"};
  static constexpr edge_cells derivative_edges{"0", "0", "1/4", "1/4", "1/4", "1/4", "0", "0"};
  static constexpr limit limits[] = {
      {member::value, 1}, {member::value, -1}, {member::derivative, 1}, {member::derivative, -1}};
  static constexpr double worst_values[] = {-0x1.844fc72a19503p+3, -0x1.847259bbb3274p+3,
                                            -0x1.73935e5ec929dp+4, -0x1.1545c92e2949p+3};
  static constexpr double worst_derivatives[] = {-0x1.c53b0091a7201p+0, 0x1.c592445e3be77p+0,
                                                 -0x1.c567d7316243fp+0, -0x1.c48fadedd193ap+0};

  template <class V>
  struct plain {
    static V value(V x) {
      using std::exp;
      return 1 / (1 + exp(-x));
    }
    static V derivative(V, V y) { return y * (1 - y); }
  };
  template <class V>
  struct careful {
    static V value(V x) { return 1 / (1 + exp(-x)); }
  };
  struct eigen {
    static auto value(const auto& x) { return x.logistic(); }
    static auto derivative(const auto&, const auto& y) { return y * (T(1) - y); }
  };
  template <class Algorithm>
  struct onednn {
    static constexpr auto kind = Algorithm::eltwise_logistic;
  };
  template <class Operators>
  static constexpr auto xnnpack = Operators::sigmoid();
};

}  // namespace act::test
