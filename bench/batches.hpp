// SPDX-License-Identifier: MIT
#pragma once

// A loop over xsimd's batches as one writes it by hand: whole batches, and numbers for the rest.

#include "rivals.hpp"

#include <cstddef>
#include <type_traits>
#include <xsimd/xsimd.hpp>

namespace bench {

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

/// The loops of a rival that computes batch by batch. A kernel takes batches and numbers: k(x),
/// k.derivative(x), k.backward(x, dy) and k.value_and_derivative(x).
template <class Kernel>
struct batch_loops {
  using T = typename Kernel::scalar;
  static constexpr Kernel k{};

  static void value(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.y + i, k(load<V>(a.x + i)));
    });
  }
  static void derivative(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.d + i, k.derivative(load<V>(a.x + i)));
    });
  }
  static void backward(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.d + i, k.backward(load<V>(a.x + i), load<V>(a.dy + i)));
    });
  }
  static void value_and_derivative(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      const auto [value, derivative] = k.value_and_derivative(load<V>(a.x + i));
      store(a.y + i, value);
      store(a.d + i, derivative);
    });
  }
  static void in_place(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.y + i, k(load<V>(a.y + i)));
    });
  }
};

}  // namespace bench
