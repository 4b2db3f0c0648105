// SPDX-License-Identifier: MIT
#pragma once

// What the activations should be: textbook formulas over a number type R with more digits than the
// formula's scalar, none of act's own mathematics. R is long double in the tests; the sweep has
// others. For R there are the functions of <cmath> that are used here, and where(condition, a, b).

#include <act/functions.hpp>
#include <cmath>
#include <limits>

namespace act::test {

inline long double where(bool condition, long double yes, long double no) {
  return condition ? yes : no;
}

/// In what interval all results lie.
struct interval {
  static constexpr double infinity = std::numeric_limits<double>::infinity();
  double low = -infinity, high = infinity;
};

template <class F>
inline constexpr bool has_reference = false;

/// value(f, x), derivative(f, x), where it exists from_output(f, y) = f'(x) given y = f(x), and the
/// intervals in which value and derivative lie for the default parameters.
template <class F>
struct reference {
  static_assert(has_reference<F>,
                "no reference for this activation: specialise act::test::reference for it in "
                "tests/reference.hpp");
};

template <class T>
struct reference<formula::Step<T>> {
  static constexpr interval value_range{0, 1}, derivative_range{0, 0};
  template <class R>
  static R value(const formula::Step<T>& f, const R& x) {
    return where(x > R(0), R(1), where(x < R(0), R(0), R(f.value_at_zero)));
  }
  template <class R>
  static R derivative(const formula::Step<T>&, const R&) {
    return R(0);
  }
};

template <class T>
struct reference<formula::Sigmoid<T>> {
  static constexpr interval value_range{0, 1}, derivative_range{0, 0.25};
  template <class R>
  static R value(const formula::Sigmoid<T>&, const R& x) {
    using std::exp;
    return R(1) / (R(1) + exp(-x));
  }
  template <class R>
  static R derivative(const formula::Sigmoid<T>&, const R& x) {
    using std::cosh;
    return R(1) / (R(2) + R(2) * cosh(x));
  }
  template <class R>
  static R from_output(const formula::Sigmoid<T>&, const R& y) {
    return y * (R(1) - y);
  }
};

template <class T>
struct reference<formula::Tanh<T>> {
  static constexpr interval value_range{-1, 1}, derivative_range{0, 1};
  template <class R>
  static R value(const formula::Tanh<T>&, const R& x) {
    using std::tanh;
    return tanh(x);
  }
  template <class R>
  static R derivative(const formula::Tanh<T>&, const R& x) {
    using std::cosh;
    const R c = cosh(x);
    return R(1) / (c * c);
  }
  template <class R>
  static R from_output(const formula::Tanh<T>&, const R& y) {
    return (R(1) - y) * (R(1) + y);
  }
};

template <class T>
struct reference<formula::ReLU<T>> {
  static constexpr interval value_range{0}, derivative_range{0, 1};
  template <class R>
  static R value(const formula::ReLU<T>&, const R& x) {
    return where(x > R(0), x, R(0));
  }
  template <class R>
  static R derivative(const formula::ReLU<T>&, const R& x) {
    return where(x > R(0), R(1), R(0));
  }
  template <class R>
  static R from_output(const formula::ReLU<T>& f, const R& y) {
    return derivative(f, y);
  }
};

/// x > 0 ? x : slope x
template <class R>
struct two_slopes {
  static R value(const R& slope, const R& x) { return where(x > R(0), x, slope * x); }
  static R derivative(const R& slope, const R& x) { return where(x > R(0), R(1), slope); }
};

template <class T>
struct reference<formula::LeakyReLU<T>> {
  static constexpr interval value_range{}, derivative_range{0, 1};
  template <class R>
  static R value(const formula::LeakyReLU<T>& f, const R& x) {
    return two_slopes<R>::value(R(f.slope), x);
  }
  template <class R>
  static R derivative(const formula::LeakyReLU<T>& f, const R& x) {
    return two_slopes<R>::derivative(R(f.slope), x);
  }
  template <class R>
  static R from_output(const formula::LeakyReLU<T>& f, const R& y) {
    return derivative(f, y);
  }
};

template <class T>
struct reference<formula::PReLU<T>> : reference<formula::LeakyReLU<T>> {};

template <class T>
struct reference<formula::RReLU<T>> {
  static constexpr interval value_range{}, derivative_range{0, 1};
  template <class R>
  static R value(const formula::RReLU<T>& f, const R& x) {
    return two_slopes<R>::value((R(f.lower()) + R(f.upper())) / R(2), x);
  }
  template <class R>
  static R derivative(const formula::RReLU<T>& f, const R& x) {
    return two_slopes<R>::derivative((R(f.lower()) + R(f.upper())) / R(2), x);
  }
  template <class R>
  static R from_output(const formula::RReLU<T>& f, const R& y) {
    return derivative(f, y);
  }
};

template <class T>
struct reference<formula::ELU<T>> {
  static constexpr interval value_range{-1}, derivative_range{0, 1};
  template <class R>
  static R value(const formula::ELU<T>& f, const R& x) {
    using std::expm1;
    return where(x > R(0), x, R(f.alpha) * expm1(x));
  }
  template <class R>
  static R derivative(const formula::ELU<T>& f, const R& x) {
    using std::exp;
    return where(x > R(0), R(1), R(f.alpha) * exp(x));
  }
  template <class R>
  static R from_output(const formula::ELU<T>& f, const R& y) {
    return where(y > R(0), R(1), y + R(f.alpha));
  }
};

/// Klambauer et al., equation 14: the parameters for which mean 0 and variance 1 are a fixed point.
struct selu_parameters {
  long double e = std::exp(1.0L), pi = std::acos(-1.0L);
  long double a = std::erfc(std::sqrt(0.5L)) * std::sqrt(e);
  long double b = std::erfc(std::sqrt(2.0L)) * e * e;
  long double alpha = std::sqrt(2 / pi) / (1 - a);
  long double lambda =
      (1 - a) * std::sqrt(2 * pi / (2 * b + pi * a * a - 2 * (2 + pi) * a + pi + 2));
};

template <class T>
struct reference<formula::SELU<T>> {
  static constexpr interval value_range{-1.7580995}, derivative_range{0, 1.7580995};
  static inline const selu_parameters p{};
  template <class R>
  static R value(const formula::SELU<T>&, const R& x) {
    using std::expm1;
    return where(x > R(0), R(p.lambda) * x, R(p.lambda * p.alpha) * expm1(x));
  }
  template <class R>
  static R derivative(const formula::SELU<T>&, const R& x) {
    using std::exp;
    return where(x > R(0), R(p.lambda), R(p.lambda * p.alpha) * exp(x));
  }
  /// With lambda alpha as T has it: where y is near -lambda alpha, its rounding is all that is
  /// left.
  template <class R>
  static R from_output(const formula::SELU<T>& f, const R& y) {
    return where(y > R(0), R(p.lambda), y + R(f.lambda_alpha));
  }
};

template <class T>
struct reference<formula::Softplus<T>> {
  static constexpr interval value_range{0}, derivative_range{0, 1};
  template <class R>
  static R value(const formula::Softplus<T>& f, const R& x) {
    using std::exp, std::log1p;
    const R bx = R(f.beta()) * x;
    return where(x > R(0), x + log1p(exp(-bx)) / R(f.beta()), log1p(exp(bx)) / R(f.beta()));
  }
  template <class R>
  static R derivative(const formula::Softplus<T>& f, const R& x) {
    using std::exp;
    return R(1) / (R(1) + exp(-(R(f.beta()) * x)));
  }
  template <class R>
  static R from_output(const formula::Softplus<T>& f, const R& y) {
    using std::expm1;
    return -expm1(-(R(f.beta()) * y));
  }
};

/// The exact tier should be what the default tier should be.
template <class F>
  requires requires { typename F::default_tier; }
struct reference<F> : reference<typename F::default_tier> {};

/// selu's form in y with lambda alpha as it is.
template <class T>
struct reference<exact::rounded<formula::SELU<T>>> : reference<formula::SELU<T>> {
  using reference<formula::SELU<T>>::p;
  template <class R>
  static R from_output(const exact::rounded<formula::SELU<T>>&, const R& y) {
    return where(y > R(0), R(p.lambda), y + R(p.lambda * p.alpha));
  }
};

}  // namespace act::test
