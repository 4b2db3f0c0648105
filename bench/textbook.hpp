// SPDX-License-Identifier: MIT
#pragma once

// The formulas as most people write them: those of the rivals std and xsimd, whose functions have
// the same names. x is a number or an xsimd batch. They are the fastest forms, not the most
// accurate ones: e^x - 1 loses digits near 0, ln(1 + e^x) below 0, 1 - y^2 where |y| is near 1.

#include "rivals.hpp"

#include <cmath>

namespace bench {

using std::exp, std::log, std::tanh;

template <std::floating_point T>
[[nodiscard]] inline T select(bool holds, T a, T b) {
  return holds ? a : b;
}

/// a where the condition holds, else b(): for a number, the one of them that is needed.
template <class M, class V, class B>
[[nodiscard]] inline V select_or(M holds, V a, B b) {
  if constexpr (std::same_as<M, bool>)
    return holds ? a : b();
  else
    return select(holds, a, b());
}

/// The formula of the activation F: value(x), and the derivative from x, or from x and y = f(x), or
/// both where each is the cheaper one in its place.
template <class F>
struct textbook {
  static_assert(is_written<F>,
                "act: the benchmark has no plain formula for this activation: add it to "
                "bench/textbook.hpp");
};

/// f'(x)
template <class F, class V>
[[nodiscard]] inline V derivative_at(const V& x) {
  if constexpr (requires { textbook<F>::derivative(x); })
    return textbook<F>::derivative(x);
  else
    return textbook<F>::derivative(x, textbook<F>::value(x));
}

/// f'(x), where y = f(x) is at hand
template <class F, class V>
[[nodiscard]] inline V derivative_at(const V& x, const V& y) {
  if constexpr (requires { textbook<F>::derivative(x, y); })
    return textbook<F>::derivative(x, y);
  else
    return textbook<F>::derivative(x);
}

template <class T>
struct textbook<copy<T>> {
  template <class V>
  static V value(V x) {
    return x;
  }
};

template <class T>
struct textbook<act::formula::Step<T>> {
  template <class V>
  static V value(V x) {
    return select(x > 0, V(1), V(0));
  }
  template <class V>
  static V derivative(V) {
    return V(0);
  }
};

template <class T>
struct textbook<act::formula::Sigmoid<T>> {
  template <class V>
  static V value(V x) {
    return 1 / (1 + exp(-x));
  }
  template <class V>
  static V derivative(V, V y) {
    return y * (1 - y);
  }
};

template <class T>
struct textbook<act::formula::Tanh<T>> {
  template <class V>
  static V value(V x) {
    return tanh(x);
  }
  template <class V>
  static V derivative(V, V y) {
    return 1 - y * y;
  }
};

template <class T>
struct textbook<act::formula::ReLU<T>> {
  template <class V>
  static V value(V x) {
    return select(x > 0, x, V(0));
  }
  template <class V>
  static V derivative(V x) {
    return select(x > 0, V(1), V(0));
  }
};

/// x for x > 0, slope x elsewhere, with the default slope of the activation F.
template <class F>
struct leaky {
  static constexpr typename F::scalar slope = leaky_slope<F>;

  template <class V>
  static V value(V x) {
    return select(x > 0, x, slope * x);
  }
  template <class V>
  static V derivative(V x) {
    return select(x > 0, V(1), V(slope));
  }
};

template <class T>
struct textbook<act::formula::LeakyReLU<T>> : leaky<act::formula::LeakyReLU<T>> {};
template <class T>
struct textbook<act::formula::PReLU<T>> : leaky<act::formula::PReLU<T>> {};
template <class T>
struct textbook<act::formula::RReLU<T>> : leaky<act::formula::RReLU<T>> {};

template <class T>
struct textbook<act::formula::ELU<T>> {
  template <class V>
  static V value(V x) {
    return select_or(x > 0, x, [x]() -> V { return exp(x) - 1; });
  }
  template <class V>
  static V derivative(V x) {
    return select_or(x > 0, V(1), [x]() -> V { return exp(x); });
  }
  template <class V>
  static V derivative(V x, V y) {
    return select(x > 0, V(1), y + 1);
  }
};

template <class T>
struct textbook<act::formula::SELU<T>> {
  static constexpr T lambda = act::formula::SELU<T>::lambda;
  static constexpr T lambda_alpha = act::formula::SELU<T>::lambda_alpha;

  template <class V>
  static V value(V x) {
    return select_or(x > 0, V(lambda * x), [x]() -> V { return lambda_alpha * (exp(x) - 1); });
  }
  template <class V>
  static V derivative(V x) {
    return select_or(x > 0, V(lambda), [x]() -> V { return lambda_alpha * exp(x); });
  }
  template <class V>
  static V derivative(V x, V y) {
    return select(x > 0, V(lambda), y + lambda_alpha);
  }
};

template <class T>
struct textbook<act::formula::Softplus<T>> {
  template <class V>
  static V value(V x) {
    return log(1 + exp(x));
  }
  template <class V>
  static V derivative(V x) {
    return 1 / (1 + exp(-x));
  }
};

}  // namespace bench
