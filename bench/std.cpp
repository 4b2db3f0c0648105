// SPDX-License-Identifier: MIT

// The plain loop over the functions of <cmath>. What is vectorised is left to the compiler.

#include "rivals.hpp"
#include "textbook.hpp"

namespace bench {
namespace {

template <class F>
struct std_loops {
  using T = typename F::scalar;

  static void value(const arrays<T>& a) {
    const auto [n, x, dy, y, d] = a;
    for (std::size_t i = 0; i < n; ++i) y[i] = textbook<F, T>::value(x[i]);
  }
  static void derivative(const arrays<T>& a) {
    const auto [n, x, dy, y, d] = a;
    for (std::size_t i = 0; i < n; ++i) d[i] = derivative_at<F>(x[i]);
  }
  static void backward(const arrays<T>& a) {
    const auto [n, x, dy, y, d] = a;
    for (std::size_t i = 0; i < n; ++i) d[i] = dy[i] * derivative_at<F>(x[i]);
  }
  static void value_and_derivative(const arrays<T>& a) {
    const auto [n, x, dy, y, d] = a;
    for (std::size_t i = 0; i < n; ++i) {
      const T value = textbook<F, T>::value(x[i]);
      d[i] = derivative_at<F>(x[i], value);
      y[i] = value;
    }
  }
  static void of_sum(const arrays<T>& a) {
    const auto [n, x, dy, y, d] = a;
    for (std::size_t i = 0; i < n; ++i) {
      const T sum = x[i] + dy[i], value = textbook<F, T>::value(sum);
      d[i] = derivative_at<F>(sum, value);
      y[i] = value;
    }
  }
  static void in_place(const arrays<T>& a) {
    const auto [n, x, dy, y, d] = a;
    for (std::size_t i = 0; i < n; ++i) y[i] = textbook<F, T>::value(y[i]);
  }
};

template <class F>
  requires(has_many_slopes<F>)
struct std_loops<F> {
  static constexpr bool takes_many_slopes = true;
  using T = typename F::scalar;

  static void value(const arrays<T>& a) {
    for_each(a, [&](std::size_t i, T slope) { a.y[i] = a.x[i] > 0 ? a.x[i] : a.x[i] * slope; });
  }
  static void derivative(const arrays<T>& a) {
    for_each(a, [&](std::size_t i, T slope) { a.d[i] = a.x[i] > 0 ? T(1) : slope; });
  }
  static void backward(const arrays<T>& a) {
    for_each(a, [&](std::size_t i, T slope) { a.d[i] = a.x[i] > 0 ? a.dy[i] : a.dy[i] * slope; });
  }
  static void value_and_derivative(const arrays<T>& a) {
    for_each(a, [&](std::size_t i, T slope) {
      a.d[i] = a.x[i] > 0 ? T(1) : slope;
      a.y[i] = a.x[i] > 0 ? a.x[i] : a.x[i] * slope;
    });
  }

 private:
  template <class Body>
  static void for_each(const arrays<T>& a, const Body& body) {
    const std::size_t rows = rows_of(a.n);
    for (std::size_t j = 0; j < a.n / rows; ++j)
      for (std::size_t i = 0; i < rows; ++i)
        body(j * rows + i, a.dy[std::same_as<F, prelu_by_row<T>> ? i : j]);
  }
};

/// Its speed is that of the C library.
std::string library() {
#ifdef __GLIBC__
  return "std:: of glibc " + std::to_string(__GLIBC__) + '.' + std::to_string(__GLIBC_MINOR__);
#else
  return "std::";
#endif
}

}  // namespace

template <class T>
rival<T> std_rival() {
  return {"std", library(), loops_for_all<std_loops, T>(functions{})};
}

template rival<float> std_rival();
template rival<double> std_rival();

}  // namespace bench
