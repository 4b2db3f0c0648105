// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/vec.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

template <class Lo, class Hi>
struct pack;

namespace detail {
template <class V>
struct lanes;

template <class T>
  requires(std::same_as<T, float> || std::same_as<T, double>)
struct lanes<T> {
  using scalar = T;
  using isa = simd::isa<T, no_registers>;
  static constexpr std::size_t size = 1;
#if defined(__FMA__) || defined(__AVX512F__) || defined(__ARM_FEATURE_FMA) || \
    defined(__s390x__) || (defined(__riscv_flen) && __riscv_flen >= 64) ||    \
    (defined(__FP_FAST_FMAF) && defined(__FP_FAST_FMA))
  static constexpr bool fuses = true;
#else
  static constexpr bool fuses = false;
#endif
};

template <class T, class A>
struct lanes<vec<T, A>> {
  using scalar = T;
  using isa = simd::isa<T, A>;
  static constexpr std::size_t size = sizeof(vec<T, A>) / sizeof(T);
  static constexpr bool fuses = isa::fuses;
};

template <class Lo, class Hi>
struct lanes<pack<Lo, Hi>> {
  using scalar = typename lanes<Lo>::scalar;
  static constexpr std::size_t size = lanes<Lo>::size + lanes<Hi>::size;
  static constexpr bool fuses = lanes<Lo>::fuses;
};

template <class V>
inline constexpr bool is_pack = false;
template <class Lo, class Hi>
inline constexpr bool is_pack<pack<Lo, Hi>> = true;

template <class Lo, class Hi>
ACT_INLINE pack<Lo, Hi> side_by_side(const Lo& lo, const Hi& hi) noexcept {
  return {lo, hi};
}
}  // namespace detail

/// The type of one lane of V.
template <class V>
using scalar_of = typename detail::lanes<V>::scalar;

/// A scalar, a vec or a pack.
template <class V>
concept lanes = requires {
  typename scalar_of<V>;
};

/// How many lanes V has.
template <class V>
inline constexpr std::size_t size_of = detail::lanes<V>::size;

/// Is a multiply-add of V rounded once?
template <class V>
inline constexpr bool fuses = detail::lanes<V>::fuses;

/// The most lanes that one register of the instruction set A holds: a vec, or a number where A has
/// no registers.
template <class T, class A>
using widest = std::conditional_t<std::same_as<A, no_registers>, T, vec<T, A>>;

/// The isa of a vec, or that which a number has.
template <class V>
using isa_of = typename detail::lanes<V>::isa;

/// Lo and Hi side by side, each a vec or again a pack: an operation on the pack is that operation
/// on both. A chain of dependent operations leaves a processor idle for most of its time; several
/// chains that advance together keep it busy.
template <class Lo, class Hi>
struct pack {
  Lo lo;
  Hi hi;

  ACT_INLINE pack(const Lo& l, const Hi& h) noexcept : lo(l), hi(h) {}

  /// The same number in every lane.
  template <class T>
    requires(std::is_arithmetic_v<T>)
  ACT_INLINE pack(T x)
  noexcept : lo(static_cast<scalar_of<Lo>>(x)), hi(static_cast<scalar_of<Lo>>(x)) {}

  friend ACT_INLINE pack operator+(const pack& a, const pack& b) noexcept {
    return {a.lo + b.lo, a.hi + b.hi};
  }
  friend ACT_INLINE pack operator-(const pack& a, const pack& b) noexcept {
    return {a.lo - b.lo, a.hi - b.hi};
  }
  friend ACT_INLINE pack operator*(const pack& a, const pack& b) noexcept {
    return {a.lo * b.lo, a.hi * b.hi};
  }
  friend ACT_INLINE pack operator/(const pack& a, const pack& b) noexcept {
    return {a.lo / b.lo, a.hi / b.hi};
  }
  friend ACT_INLINE auto operator<(const pack& a, const pack& b) noexcept {
    return detail::side_by_side(a.lo < b.lo, a.hi < b.hi);
  }
  friend ACT_INLINE auto operator<=(const pack& a, const pack& b) noexcept {
    return detail::side_by_side(a.lo <= b.lo, a.hi <= b.hi);
  }
  friend ACT_INLINE auto operator>(const pack& a, const pack& b) noexcept {
    return detail::side_by_side(a.lo > b.lo, a.hi > b.hi);
  }
  friend ACT_INLINE auto operator>=(const pack& a, const pack& b) noexcept {
    return detail::side_by_side(a.lo >= b.lo, a.hi >= b.hi);
  }
  friend ACT_INLINE auto operator==(const pack& a, const pack& b) noexcept {
    return detail::side_by_side(a.lo == b.lo, a.hi == b.hi);
  }
};

namespace detail {
template <class B, int N>
struct repeat {
  using type = pack<typename repeat<B, N / 2>::type, typename repeat<B, N - N / 2>::type>;
};
template <class B>
struct repeat<B, 1> {
  using type = B;
};
}  // namespace detail

/// N times B, grouped as evenly as can be; B itself for N = 1.
template <class B, int N>
using packed = typename detail::repeat<B, N>::type;

}  // namespace act::simd

ACT_STRICT_END
