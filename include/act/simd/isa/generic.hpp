// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/isa/none.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

namespace detail {
template <class A>
std::true_type is_fma3(const xsimd::fma3<A>*);
std::false_type is_fma3(const void*);
}  // namespace detail

/// What act asks of the instruction set A for numbers of type T, in terms of xsimd: this serves
/// every architecture that xsimd knows. Operands and results are bare registers: each of them being
/// a batch, or converted to one, is what most of the compiler's time went into.
template <class T, class A>
struct generic_isa {
  using batch = xsimd::batch<T, A>;
  using batch_bool = xsimd::batch_bool<T, A>;
  using reg = typename batch::register_type;
  using mask = typename batch_bool::register_type;

  /// Is a multiply-add rounded once?
  static constexpr bool fuses = decltype(detail::is_fma3(static_cast<const A*>(nullptr)))::value;

  /// How many registers a loop over a long kernel takes at a time.
  static constexpr int unroll = 4;

  /// x in every lane
  static ACT_INLINE reg broadcast(T x) noexcept { return batch(x); }

  static ACT_INLINE reg load(const T* p) noexcept { return batch::load_unaligned(p); }
  static ACT_INLINE void store(T* p, reg x) noexcept { batch(x).store_unaligned(p); }

  static ACT_INLINE reg add(reg a, reg b) noexcept { return batch(a) + batch(b); }
  static ACT_INLINE reg sub(reg a, reg b) noexcept { return batch(a) - batch(b); }
  static ACT_INLINE reg mul(reg a, reg b) noexcept { return batch(a) * batch(b); }
  static ACT_INLINE reg div(reg a, reg b) noexcept { return batch(a) / batch(b); }

  /// a * b + c
  static ACT_INLINE reg fma(reg a, reg b, reg c) noexcept {
    if constexpr (fuses)
      return xsimd::fma(batch(a), batch(b), batch(c));
    else
      return batch(a) * batch(b) + batch(c);
  }
  /// a * b - c
  static ACT_INLINE reg fms(reg a, reg b, reg c) noexcept {
    if constexpr (fuses)
      return xsimd::fms(batch(a), batch(b), batch(c));
    else
      return batch(a) * batch(b) - batch(c);
  }
  /// c - a * b
  static ACT_INLINE reg fnma(reg a, reg b, reg c) noexcept {
    if constexpr (fuses)
      return xsimd::fnma(batch(a), batch(b), batch(c));
    else
      return batch(c) - batch(a) * batch(b);
  }

  static ACT_INLINE mask less(reg a, reg b) noexcept { return batch(a) < batch(b); }
  static ACT_INLINE mask less_equal(reg a, reg b) noexcept { return batch(a) <= batch(b); }
  static ACT_INLINE mask greater(reg a, reg b) noexcept { return batch(a) > batch(b); }
  static ACT_INLINE mask greater_equal(reg a, reg b) noexcept { return batch(a) >= batch(b); }
  static ACT_INLINE mask equal(reg a, reg b) noexcept { return batch(a) == batch(b); }

  /// a where the mask holds, else b
  static ACT_INLINE reg select(mask holds, reg a, reg b) noexcept {
    return xsimd::select(batch_bool(holds), batch(a), batch(b));
  }

  /// The larger of x and bound; NaN where x is NaN.
  static ACT_INLINE reg at_least(reg x, reg bound) noexcept {
    return xsimd::select(batch(x) < batch(bound), batch(bound), batch(x));
  }
  /// The smaller of x and bound; NaN where x is NaN.
  static ACT_INLINE reg at_most(reg x, reg bound) noexcept {
    return xsimd::select(batch(x) > batch(bound), batch(bound), batch(x));
  }

  /// 1 where x > 0, at_zero where x = 0, 0 where x < 0; NaN where x is NaN. at_zero is not -0.
  static ACT_INLINE reg heaviside(reg at, reg at_zero) noexcept {
    const batch x = at;
    return xsimd::select(x > batch(T(0)), batch(T(1)),
                         xsimd::select(x < batch(T(0)), batch(T(0)), x + batch(at_zero)));
  }
  /// 1 where x > 0, y where x <= 0; NaN where x is NaN.
  static ACT_INLINE reg one_if_positive(reg at, reg y) noexcept {
    const batch x = at;
    return xsimd::select(x > batch(T(0)), batch(T(1)),
                         xsimd::select(x <= batch(T(0)), batch(y), x));
  }

  /// Operations on the bits of numbers.
  static ACT_INLINE reg bit_and(reg a, reg b) noexcept { return batch(a) & batch(b); }
  static ACT_INLINE reg bit_or(reg a, reg b) noexcept { return batch(a) | batch(b); }
  template <int Bits>
  static ACT_INLINE reg shift_left(reg x) noexcept {
    return simd::bit_cast<T>(simd::bit_cast<integer<T>>(batch(x)) << Bits);
  }
  static ACT_INLINE reg add_as_integers(reg a, reg b) noexcept {
    return simd::bit_cast<T>(simd::bit_cast<integer<T>>(batch(a)) +
                             simd::bit_cast<integer<T>>(batch(b)));
  }

  /// The first half of the lanes of x, floats, or the second, as doubles.
  static ACT_INLINE auto lower_doubles(reg x) noexcept { return half_of(x, 0); }
  static ACT_INLINE auto upper_doubles(reg x) noexcept { return half_of(x, batch::size / 2); }

  /// The lanes of lower and then those of upper, doubles, rounded to floats.
  template <class D>
  static ACT_INLINE reg to_floats(D lower, D upper) noexcept {
    using half = xsimd::batch<double, A>;
    double doubles[2 * half::size];
    float floats[2 * half::size];
    half(lower).store_unaligned(doubles);
    half(upper).store_unaligned(doubles + half::size);
    for (std::size_t i = 0; i < 2 * half::size; ++i) floats[i] = static_cast<float>(doubles[i]);
    return batch::load_unaligned(floats);
  }

  /// Are there stores past the caches?
  static constexpr bool streams = false;

  /// x to an aligned p, past the caches if they can be; and what makes such stores visible to other
  /// threads.
  static ACT_INLINE void stream(T* p, reg x) noexcept { batch(x).store_unaligned(p); }
  static ACT_INLINE void end_of_stream() noexcept {}

  /// Prefetches the cache line at p. Never faults.
  static ACT_INLINE void prefetch(const char*) noexcept {}

  /// The n numbers at p in the first lanes, 0 < n < size, and 0 in the others; reads nothing past
  /// p + n.
  static ACT_INLINE reg load_n(const T* p, std::size_t n) noexcept {
    T lanes[batch::size] = {};
    for (std::size_t i = 0; i < n; ++i) lanes[i] = p[i];
    return batch::load_unaligned(lanes);
  }
  /// The first n lanes to p, 0 < n < size; writes nothing past p + n.
  static ACT_INLINE void store_n(T* p, std::size_t n, reg x) noexcept {
    T lanes[batch::size];
    batch(x).store_unaligned(lanes);
    for (std::size_t i = 0; i < n; ++i) p[i] = lanes[i];
  }

 private:
  static ACT_INLINE auto half_of(reg x, std::size_t first) noexcept {
    using half = xsimd::batch<double, A>;
    float floats[batch::size];
    double doubles[half::size];
    batch(x).store_unaligned(floats);
    for (double& d : doubles) d = floats[first++];
    return typename half::register_type(half::load_unaligned(doubles));
  }
};

template <class T, class A>
struct isa : generic_isa<T, A> {};

}  // namespace act::simd

ACT_STRICT_END
