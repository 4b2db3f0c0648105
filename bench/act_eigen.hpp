// SPDX-License-Identifier: MIT
#pragma once

// act on Eigen's arrays, where the rival act takes spans; compiled for float and double side by
// side.

#include "slopes.hpp"

#include <act/eigen.hpp>

namespace bench {
template <class F>
struct act_eigen_loops {
  using T = typename F::scalar;
  using array = Eigen::Array<T, Eigen::Dynamic, 1>;
  static constexpr act::Functor<F> f{};

  static Eigen::Map<const array> in(const T* p, std::size_t n) { return {p, Eigen::Index(n)}; }
  static Eigen::Map<array> out(T* p, std::size_t n) { return {p, Eigen::Index(n)}; }

  static void value(const arrays<T>& a) { out(a.y, a.n) = f(in(a.x, a.n)); }
  static void derivative(const arrays<T>& a) { out(a.d, a.n) = f.derivative(in(a.x, a.n)); }
  static void backward(const arrays<T>& a) {
    out(a.d, a.n) = f.backward(in(a.x, a.n), in(a.dy, a.n));
  }
  static void value_and_derivative(const arrays<T>& a) {
    f.value_and_derivative(in(a.x, a.n), out(a.y, a.n), out(a.d, a.n));
  }
  static void of_sum(const arrays<T>& a) {
    f.value_and_derivative(in(a.x, a.n) + in(a.dy, a.n), out(a.y, a.n), out(a.d, a.n));
  }
  static void in_place(const arrays<T>& a) {
    auto y = out(a.y, a.n);
    y = f(y);
  }
};

template <class F>
  requires(has_many_slopes<F>)
struct act_eigen_loops<F> : slopes_on_eigen<F> {
  using typename slopes_on_eigen<F>::T;
  using slopes_on_eigen<F>::in, slopes_on_eigen<F>::out, slopes_on_eigen<F>::slopes;

  static void value(const arrays<T>& a) { out(a.y, a) = act::prelu(in(a.x, a), slopes(a)); }
  static void derivative(const arrays<T>& a) {
    out(a.d, a) = act::prelu.derivative(in(a.x, a), slopes(a));
  }
  static void backward(const arrays<T>& a) {
    out(a.d, a) = act::prelu.backward(in(a.x, a), in(a.dy, a), slopes(a));
  }
  static void value_and_derivative(const arrays<T>& a) {
    act::prelu.value_and_derivative(in(a.x, a), out(a.y, a), out(a.d, a), slopes(a));
  }
  static void of_sum(const arrays<T>& a) {
    act::prelu.value_and_derivative(in(a.x, a) + in(a.dy, a), out(a.y, a), out(a.d, a), slopes(a));
  }
  static void in_place(const arrays<T>& a) {
    auto y = out(a.y, a);
    y = act::prelu(y, slopes(a));
  }
};

template <class T>
rival<T> act_eigen_rival() {
  return {"act_eigen", "", loops_for_all<act_eigen_loops, T>(functions{}), false};
}

}  // namespace bench
