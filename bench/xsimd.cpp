// SPDX-License-Identifier: MIT

// xsimd's own functions in a loop written by hand: whole batches, and std:: for the rest.

#include "batches.hpp"
#include "rivals.hpp"
#include "textbook.hpp"

namespace bench {
namespace {

template <class F>
struct xsimd_loops {
  using T = typename F::scalar;

  static void value(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.y + i, textbook<F>::value(load<V>(a.x + i)));
    });
  }
  static void derivative(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.d + i, derivative_at<F>(load<V>(a.x + i)));
    });
  }
  static void backward(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.d + i, load<V>(a.dy + i) * derivative_at<F>(load<V>(a.x + i)));
    });
  }
  static void value_and_derivative(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      const V at = load<V>(a.x + i), value = textbook<F>::value(at);
      store(a.d + i, derivative_at<F>(at, value));
      store(a.y + i, value);
    });
  }
  static void in_place(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.y + i, textbook<F>::value(load<V>(a.y + i)));
    });
  }
};

}  // namespace

template <class T>
rival<T> xsimd_rival() {
  return {"xsimd",
          "xsimd " + std::to_string(XSIMD_VERSION_MAJOR) + '.' +
              std::to_string(XSIMD_VERSION_MINOR) + '.' + std::to_string(XSIMD_VERSION_PATCH),
          loops_for_all<xsimd_loops, T>(functions{})};
}

template rival<float> xsimd_rival();
template rival<double> xsimd_rival();

}  // namespace bench
