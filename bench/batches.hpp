// SPDX-License-Identifier: MIT
#pragma once

// A loop over xsimd's batches as one writes it by hand: whole batches, and numbers for the rest.

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

}  // namespace bench
