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
    for (std::size_t i = 0; i < n; ++i) y[i] = textbook<F>::value(x[i]);
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
      const T value = textbook<F>::value(x[i]);
      d[i] = derivative_at<F>(x[i], value);
      y[i] = value;
    }
  }
  static void in_place(const arrays<T>& a) {
    const auto [n, x, dy, y, d] = a;
    for (std::size_t i = 0; i < n; ++i) y[i] = textbook<F>::value(y[i]);
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
