// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/elu.hpp>
#include <activations/description.hpp>

namespace act::test {

template <class T>
struct description<formula::ELU<T>> {
  using F = formula::ELU<T>;
  static constexpr interval value_range{-1}, derivative_range{0, 1};
  template <class R>
  static R value(const F& f, const R& x) {
    using std::expm1;
    return where(x > R(0), x, R(f.alpha) * expm1(x));
  }
  template <class R>
  static R derivative(const F& f, const R& x) {
    using std::exp;
    return where(x > R(0), R(1), R(f.alpha) * exp(x));
  }
  template <class R>
  static R from_output(const F& f, const R& y) {
    return where(y > R(0), R(1), y + R(f.alpha));
  }

  static constexpr edge_cells value_edges{"-1", "-1", "x", "-0", "0", "x", "x", "inf"};
  static constexpr edge_cells derivative_edges{"0", "0", "1", "1", "1", "1", "1", "1"};
  static constexpr limit limits[] = {{member::value, -1}, {member::derivative, -1}};
  static constexpr double worst_values[] = {-0x1.fbd37bd0f79f5p-2};
  static constexpr double worst_derivatives[] = {-0x1.29eec0a981b42p+2, -0x1.a760f82fac121p+6};

  static constexpr F others[] = {{T(0.5)},   {T(2)},     {T(0.3)},   {T(1e-3)},
                                 {T(1e-15)}, {T(1e-30)}, {T(1e-37)}, {T(-1e-300)},
                                 {T(0)},     {T(1e6)},   {T(1e20)},  {T(-0.7)}};
  static double allowed(const F&, T) { return rounded_product<F>(); }

  template <class V>
  struct plain {
    static V value(V x) {
      using std::exp;
      return select_or(x > 0, x, [x]() -> V { return exp(x) - 1; });
    }
    static V derivative(V x) {
      using std::exp;
      return select_or(x > 0, V(1), [x]() -> V { return exp(x); });
    }
    static V derivative(V x, V y) { return select(x > 0, V(1), y + 1); }
  };
  template <class V>
  struct careful {
    static V value(V x) { return select(x > 0, x, expm1(x)); }
  };
  struct eigen {
    static auto value(const auto& x) { return x.max(T(0)) + (x.min(T(0)).exp() - T(1)); }
    static auto derivative(const auto& x) { return x.min(T(0)).exp(); }
    static auto derivative(const auto&, const auto& y) { return y.min(T(0)) + T(1); }
  };
  template <class Algorithm>
  struct onednn {
    static constexpr auto kind = Algorithm::eltwise_elu;
    static constexpr float alpha = 1;
  };
  template <class Operators>
  static constexpr auto xnnpack = Operators::elu(1);
};

}  // namespace act::test
