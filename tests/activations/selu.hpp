// SPDX-License-Identifier: MIT
#pragma once

#include <act/activations/selu.hpp>
#include <activations/description.hpp>

namespace act::test {

/// Klambauer et al., equation 14: with a = erfc(sqrt(1/2)) sqrt(e) and b = erfc(sqrt(2)) e^2,
///
///     alpha = sqrt(2 / pi) / (1 - a)
///     lambda = (1 - a) sqrt(2 pi / (2 b + pi a^2 - 2 (2 + pi) a + pi + 2))
///
/// for which mean 0 and variance 1 are a fixed point; as sums of two doubles, computed with mpmath.
struct selu_parameters {
  template <class R>
  static R lambda() {
    return R(0x1.0cfabd6a91132p+0) + R(0x1.6fc7d272f2696p-55);
  }
  template <class R>
  static R lambda_alpha() {
    return R(0x1.c212cc640f031p+0) + R(0x1.05161b045a1f1p-56);
  }
};

template <class T>
struct description<formula::SELU<T>> {
  using F = formula::SELU<T>;
  using p = selu_parameters;

  static constexpr interval value_range{-1.7580995}, derivative_range{0, 1.7580995};
  template <class R>
  static R value(const F&, const R& x) {
    using std::expm1;
    return where(x > R(0), p::lambda<R>() * x, p::template lambda_alpha<R>() * expm1(x));
  }
  template <class R>
  static R derivative(const F&, const R& x) {
    using std::exp;
    return where(x > R(0), p::lambda<R>(), p::template lambda_alpha<R>() * exp(x));
  }
  /// With lambda alpha as T has it: where y is near -lambda alpha, its rounding is all that is
  /// left.
  template <class R>
  static R from_output(const F& f, const R& y) {
    return where(y > R(0), p::lambda<R>(), y + R(f.lambda_alpha));
  }
  /// With lambda alpha as it is.
  template <class R>
  static R exact_from_output(const R& y) {
    return where(y > R(0), p::lambda<R>(), y + p::template lambda_alpha<R>());
  }

  static constexpr edge_cells value_edges{
      "-lambda alpha", "-lambda alpha", "lambda alpha x", "-0", "0", "lambda x", "inf", "inf"};
  static constexpr edge_cells derivative_edges{
      "0", "0", "lambda alpha", "lambda alpha", "lambda alpha", "lambda", "lambda", "lambda"};
  static long double edge(std::string_view cell, long double x) {
    return cell == "lambda"           ? p::lambda<long double>()
           : cell == "lambda x"       ? p::lambda<long double>() * x
           : cell == "lambda alpha"   ? p::lambda_alpha<long double>()
           : cell == "-lambda alpha"  ? -p::lambda_alpha<long double>()
           : cell == "lambda alpha x" ? p::lambda_alpha<long double>() * x
                                      : unknown_cell;
  }
  static constexpr limit limits[] = {{member::value, -1}, {member::derivative, -1}};
  static constexpr double worst_values[] = {-0x1.56a672cb18021p-2};
  static constexpr double worst_derivatives[] = {-0x1.559d7f6933ed3p+9};

  template <class V>
  struct plain {
    static V value(V x) {
      using std::exp;
      return select_or(x > 0, V(F::lambda * x),
                       [x]() -> V { return F::lambda_alpha * (exp(x) - 1); });
    }
    static V derivative(V x) {
      using std::exp;
      return select_or(x > 0, V(F::lambda), [x]() -> V { return F::lambda_alpha * exp(x); });
    }
    static V derivative(V x, V y) { return select(x > 0, V(F::lambda), y + F::lambda_alpha); }
  };
  template <class V>
  struct careful {
    static V value(V x) { return select(x > 0, F::lambda * x, F::lambda_alpha * expm1(x)); }
  };
  struct eigen {
    static auto value(const auto& x) {
      return F::lambda * x.max(T(0)) + F::lambda_alpha * (x.min(T(0)).exp() - T(1));
    }
    static auto derivative(const auto& x, const auto& y) {
      return (x > T(0)).select(F::lambda, y + F::lambda_alpha);
    }
  };
};

}  // namespace act::test
