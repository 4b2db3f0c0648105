// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/pack.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// The size_of<V> numbers at p, which need not be aligned: it costs a vector function nothing.
template <class V>
[[nodiscard]] ACT_INLINE V load(const scalar_of<V>* p) noexcept {
  if constexpr (detail::is_pack<V>) {
    using Lo = decltype(V::lo);
    return {simd::load<Lo>(p), simd::load<decltype(V::hi)>(p + size_of<Lo>)};
  } else if constexpr (size_of<V> > 1) {
    return V::isa::load(p);
  } else {
    return *p;
  }
}

template <class V>
ACT_INLINE void store(scalar_of<V>* p, const V& x) noexcept {
  if constexpr (detail::is_pack<V>) {
    simd::store(p, x.lo);
    simd::store(p + size_of<decltype(V::lo)>, x.hi);
  } else if constexpr (size_of<V> > 1) {
    V::isa::store(p, x.reg);
  } else {
    *p = x;
  }
}

/// The same past the caches, where the instruction set can; p is aligned to a register. Other
/// threads see it after isa_of<V>::end_of_stream().
template <class V>
ACT_INLINE void stream(scalar_of<V>* p, const V& x) noexcept {
  if constexpr (detail::is_pack<V>) {
    simd::stream(p, x.lo);
    simd::stream(p + size_of<decltype(V::lo)>, x.hi);
  } else if constexpr (size_of<V> > 1) {
    V::isa::stream(p, x.reg);
  } else {
    *p = x;
  }
}

/// The tail of an array: the first n lanes of one vec, 0 < n < size_of<V>. The other lanes of the
/// loaded vec are 0; nothing outside [p, p + n) is read or written.
template <class V>
[[nodiscard]] ACT_INLINE V load_n(const scalar_of<V>* p, std::size_t n) noexcept {
  if constexpr (size_of < V >> 1)
    return V::isa::load_n(p, n);
  else
    return *p;
}

template <class V>
ACT_INLINE void store_n(scalar_of<V>* p, std::size_t n, const V& x) noexcept {
  if constexpr (size_of < V >> 1)
    V::isa::store_n(p, n, x.reg);
  else
    *p = x;
}

}  // namespace act::simd

ACT_STRICT_END
