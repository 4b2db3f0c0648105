// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/lanes.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

namespace detail {
template <class V>
struct doubles {
  using type = double;
};
template <class A>
struct doubles<vec<float, A>> {
  using type = pack<vec<double, A>, vec<double, A>>;
};
template <class A>
struct doubles<vec<double, A>> {
  using type = vec<double, A>;
};
template <class Lo, class Hi>
struct doubles<pack<Lo, Hi>> {
  using type = pack<typename doubles<Lo>::type, typename doubles<Hi>::type>;
};
}  // namespace detail

/// As many lanes of double as V has of float, in twice as many registers; V itself if it is of
/// double.
template <class V>
using doubles_of = typename detail::doubles<V>::type;

/// Lanes of float, or of double as they are.
template <class V>
[[nodiscard]] ACT_INLINE doubles_of<V> to_doubles(const V& x) noexcept {
  if constexpr (std::same_as<scalar_of<V>, double>)
    return x;
  else if constexpr (detail::is_pack<V>)
    return {simd::to_doubles(x.lo), simd::to_doubles(x.hi)};
  else if constexpr (size_of<V> > 1)
    return {V::isa::lower_doubles(x.reg), V::isa::upper_doubles(x.reg)};
  else
    return static_cast<double>(x);
}

/// Lanes V of float, each the double rounded once.
template <class V>
[[nodiscard]] ACT_INLINE V to_floats(const doubles_of<V>& x) noexcept {
  if constexpr (detail::is_pack<V>)
    return {simd::to_floats<decltype(V::lo)>(x.lo), simd::to_floats<decltype(V::hi)>(x.hi)};
  else if constexpr (size_of<V> > 1)
    return V::isa::to_floats(x.lo.reg, x.hi.reg);
  else
    return static_cast<float>(x);
}

}  // namespace act::simd

ACT_STRICT_END
