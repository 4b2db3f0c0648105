// SPDX-License-Identifier: MIT

// xsimd's own functions in a loop written by hand: whole batches, and std:: for the rest.

#include "rivals.hpp"
#include "textbook.hpp"

#include <type_traits>
#include <xsimd/xsimd.hpp>

namespace bench {
namespace {

template <class V, class T>
[[nodiscard]] inline V load(const T* p) {
  if constexpr (std::is_same_v<V, T>)
    return *p;
  else
    return V::load_unaligned(p);
}

template <class V, class T>
inline void store(T* p, const V& x) {
  if constexpr (std::is_same_v<V, T>)
    *p = x;
  else
    x.store_unaligned(p);
}

/// step(V{}, i) for all places i < n, where V is a batch or a number.
template <class T, class Step>
inline void for_each_batch(std::size_t n, const Step& step) {
  using batch = xsimd::batch<T>;
  std::size_t i = 0;
  for (; i + batch::size <= n; i += batch::size) step(std::type_identity<batch>{}, i);
  for (; i < n; ++i) step(std::type_identity<T>{}, i);
}

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
