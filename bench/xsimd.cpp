// SPDX-License-Identifier: MIT

// xsimd's own functions in a loop written by hand: whole batches, and std:: for the rest.

#include "batches.hpp"
#include "textbook.hpp"

namespace bench {
namespace {

template <class F>
struct xsimd_kernel {
  using scalar = typename F::scalar;

  template <class V>
  V operator()(const V& x) const {
    return textbook<F, V>::value(x);
  }
  template <class V>
  V derivative(const V& x) const {
    return derivative_at<F>(x);
  }
  template <class V>
  V backward(const V& x, const V& dy) const {
    return dy * derivative_at<F>(x);
  }
  template <class V>
  act::value_and_derivative<V> value_and_derivative(const V& x) const {
    const V value = textbook<F, V>::value(x);
    return {value, derivative_at<F>(x, value)};
  }
};

template <class F>
struct xsimd_loops : batch_loops<xsimd_kernel<F>> {};

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
