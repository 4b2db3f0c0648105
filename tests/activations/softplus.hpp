// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/softplus.hpp>
#include <activations/description.hpp>

namespace act::test {

template <class T>
struct description<formula::Softplus<T>> {
  using F = formula::Softplus<T>;
  static constexpr interval value_range{0}, derivative_range{0, 1};
  template <class R>
  static R value(const F& f, const R& x) {
    using std::exp, std::log1p;
    const R bx = R(f.beta()) * x;
    return where(x > R(0), x + log1p(exp(-bx)) / R(f.beta()), log1p(exp(bx)) / R(f.beta()));
  }
  template <class R>
  static R derivative(const F& f, const R& x) {
    using std::exp;
    return R(1) / (R(1) + exp(-(R(f.beta()) * x)));
  }
  template <class R>
  static R from_output(const F& f, const R& y) {
    using std::expm1;
    return -expm1(-(R(f.beta()) * y));
  }

  static constexpr edge_cells value_edges{"0", "0", "ln 2", "ln 2", "ln 2", "ln 2", "x", "inf"};
  static constexpr edge_cells derivative_edges{"0", "0", "1/2", "1/2", "1/2", "1/2", "1", "1"};
  static long double edge(std::string_view cell, long double) {
    return cell == "ln 2" ? std::log(2.0L) : unknown_cell;
  }
  static constexpr limit limits[] = {
      {member::value, 1}, {member::value, -1}, {member::derivative, 1}, {member::derivative, -1}};
  static constexpr double worst_values[] = {0x1.4fa5de649e531p-2, 0x1.40b318d4d995fp-2,
                                            0x1.55ab609be476fp-2};
  static constexpr double worst_derivatives[] = {-0x1.dcf8ce5498c83p+3, -0x1.73935e5ec929dp+4,
                                                 -0x1.94fdf44ec85d8p+4};

  static constexpr F others[] = {T(0.5), T(2), T(0x1p30), T(0.7), T(3), T(1e30)};
  static constexpr F others_of_exact[] = {T(0.5), T(2), T(0.7), T(3), T(1e-3), T(1e-30), T(1e30)};
  /// e^(beta x) multiplies the relative error of the rounded product by |beta x|; for powers of two
  /// there is none.
  static double allowed(const F& f, T x) {
    int exponent = 0;
    if (std::frexp(f.beta(), &exponent) == T(0.5)) return 0;
    return rounded_product<F>() + std::min(1000.0, std::abs(double{f.beta()} * double{x}));
  }

  template <class V>
  struct plain {
    static V value(V x) {
      using std::exp, std::log;
      return log(1 + exp(x));
    }
    static V derivative(V x) {
      using std::exp;
      return 1 / (1 + exp(-x));
    }
  };
  template <class V>
  struct careful {
    static V value(V x) { return max(x, V(0)) + log1p(exp(-abs(x))); }
  };
  struct eigen {
    static auto value(const auto& x) { return (T(1) + x.exp()).log(); }
    static auto derivative(const auto& x) { return x.logistic(); }
  };
  template <class Algorithm>
  struct onednn {
    static constexpr auto kind = Algorithm::eltwise_soft_relu;
    static constexpr float alpha = 1;
  };
};

}  // namespace act::test
