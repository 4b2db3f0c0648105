// SPDX-License-Identifier: MIT
#pragma once

#include <activations/description.hpp>

namespace act::test {

struct slope_of_member {
  template <class R>
  constexpr R operator()(const auto& f) const {
    return R(f.slope);
  }
};

/// x > 0 ? x : slope x, of a formula F whose slope is SlopeOf{}(f); slope is the default one.
template <class F, class T, class SlopeOf>
struct two_slopes {
  static constexpr SlopeOf slope_of{};
  static constexpr T slope = static_cast<T>(slope_of.template operator()<long double>(F{}));

  static constexpr interval value_range{}, derivative_range{0, 1};
  template <class R>
  static R value(const F& f, const R& x) {
    return where(x > R(0), x, slope_of.template operator()<R>(f) * x);
  }
  template <class R>
  static R derivative(const F& f, const R& x) {
    return where(x > R(0), R(1), slope_of.template operator()<R>(f));
  }
  template <class R>
  static R from_output(const F& f, const R& y) {
    return derivative(f, y);
  }

  static constexpr edge_cells value_edges{"-inf", "slope x", "slope x", "-0", "0", "x", "x", "inf"};
  static constexpr edge_cells derivative_edges{"slope", "slope", "slope", "slope",
                                               "slope", "1",     "1",     "1"};
  static long double edge(std::string_view cell, long double x) {
    return cell == "slope x" ? slope * x : slope;
  }

  template <class V>
  struct plain {
    static V value(V x) { return select(x > 0, x, slope * x); }
    static V derivative(V x) { return select(x > 0, V(1), V(slope)); }
  };
  struct eigen {
    static auto value(const auto& x) { return x.max(x * slope); }
    static auto derivative(const auto& x) { return (x > T(0)).select(constant(x, 1), slope); }
  };
  template <class Algorithm>
  struct onednn {
    static constexpr auto kind = Algorithm::eltwise_relu;
    static constexpr float alpha = slope;
  };
  template <class Operators>
  static constexpr auto xnnpack = Operators::leaky_relu(slope);
};

}  // namespace act::test
