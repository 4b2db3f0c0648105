// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/tanh.hpp>
#include <activations/description.hpp>

namespace act::test {

template <class T>
struct description<formula::Tanh<T>> {
  using F = formula::Tanh<T>;
  static constexpr interval value_range{-1, 1}, derivative_range{0, 1};
  template <class R>
  static R value(const F&, const R& x) {
    using std::tanh;
    return tanh(x);
  }
  template <class R>
  static R derivative(const F&, const R& x) {
    using std::cosh;
    const R c = cosh(x);
    return R(1) / (c * c);
  }
  template <class R>
  static R from_output(const F&, const R& y) {
    return (R(1) - y) * (R(1) + y);
  }

  static constexpr edge_cells value_edges{"-1", "-1", "x", "-0", "0", "x", "1", "1"};
  static constexpr edge_cells derivative_edges{"0", "0", "1", "1", "1", "1", "0", "0"};
  static constexpr limit limits[] = {
      {member::value, 1}, {member::value, -1}, {member::derivative, 1}, {member::derivative, -1}};
  static constexpr double worst_values[] = {-0x1.18e662de36446p-1};
  static constexpr double worst_derivatives[] = {0x1.c4077052c288dp-1, 0x1.62b81cfa3b445p+8,
                                                 -0x1.62b898b5c49dcp+8};

  template <class V>
  struct plain {
    static V value(V x) {
      using std::tanh;
      return tanh(x);
    }
    static V derivative(V, V y) { return 1 - y * y; }
  };
  template <class V>
  struct careful {
    static V value(V x) {
      using std::tanh;  // act::tanh is not meant
      return tanh(x);
    }
  };
  struct eigen {
    static auto value(const auto& x) { return x.tanh(); }
    static auto derivative(const auto& x) { return T(1) - x.tanh().square(); }
    static auto derivative(const auto&, const auto& y) { return T(1) - y.square(); }
  };
  template <class Algorithm>
  struct onednn {
    static constexpr auto kind = Algorithm::eltwise_tanh;
  };
};

}  // namespace act::test
