// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/batch.hpp>

namespace act::simd {

namespace detail {
template <class A>
std::true_type is_fma3(const xsimd::fma3<A>*);
std::false_type is_fma3(const void*);
}  // namespace detail

/// What xsimd leaves open about an instruction set A, in terms of xsimd's own operators:
/// multiply-adds, a correctly rounded division, what min and max do with NaN, and the first n
/// lanes of a register loaded or stored alone. B is any batch on A.
template <class A>
struct generic_isa {
  /// Is a multiply-add rounded once?
  static constexpr bool fuses = decltype(detail::is_fma3(static_cast<const A*>(nullptr)))::value;

  /// How many batches a loop should have in flight: as many as hide the latency of a long chain
  /// of operations, and as few as fit the registers.
  static constexpr int unroll = 4;

  /// a * b + c
  template <class B>
  static ACT_INLINE B fma(const B& a, const B& b, const B& c) noexcept {
    if constexpr (fuses)
      return xsimd::fma(a, b, c);
    else
      return a * b + c;
  }

  /// a * b - c
  template <class B>
  static ACT_INLINE B fms(const B& a, const B& b, const B& c) noexcept {
    if constexpr (fuses)
      return xsimd::fms(a, b, c);
    else
      return a * b - c;
  }

  /// c - a * b
  template <class B>
  static ACT_INLINE B fnma(const B& a, const B& b, const B& c) noexcept {
    if constexpr (fuses)
      return xsimd::fnma(a, b, c);
    else
      return c - a * b;
  }

  /// a / b
  template <class B>
  static ACT_INLINE B div(const B& a, const B& b) noexcept {
    return a / b;
  }

  /// The larger of x and bound; NaN where x is NaN.
  template <class B>
  static ACT_INLINE B max(const B& x, const B& bound) noexcept {
    return xsimd::select(x < bound, bound, x);
  }

  /// The smaller of x and bound; NaN where x is NaN.
  template <class B>
  static ACT_INLINE B min(const B& x, const B& bound) noexcept {
    return xsimd::select(x > bound, bound, x);
  }

  /// 1 where x > 0, at_zero where x = 0, 0 where x < 0; NaN where x is NaN. at_zero is not -0.
  template <class B>
  static ACT_INLINE B heaviside(const B& x, const B& at_zero) noexcept {
    return xsimd::select(x > B(0), B(1), xsimd::select(x < B(0), B(0), x + at_zero));
  }

  /// 1 where x > 0, y where x <= 0; NaN where x is NaN.
  template <class B>
  static ACT_INLINE B one_or(const B& x, const B& y) noexcept {
    return xsimd::select(x > B(0), B(1), xsimd::select(x <= B(0), y, x));
  }

  /// x << Bits for a batch of integers
  template <int Bits, class B>
  static ACT_INLINE B shift_left(const B& x) noexcept {
    return x << Bits;
  }

  /// The first half of x's lanes, or the second, as doubles.
  static ACT_INLINE batch<double, A> lower_doubles(const batch<float, A>& x) noexcept {
    return half_of(x, 0);
  }
  static ACT_INLINE batch<double, A> upper_doubles(const batch<float, A>& x) noexcept {
    return half_of(x, batch<double, A>::size);
  }

  /// The lanes of lower and then those of upper, rounded to floats.
  static ACT_INLINE batch<float, A> to_floats(const batch<double, A>& lower,
                                              const batch<double, A>& upper) noexcept {
    constexpr std::size_t half = batch<double, A>::size;
    double doubles[2 * half];
    float floats[2 * half];
    lower.store_unaligned(doubles);
    upper.store_unaligned(doubles + half);
    for (std::size_t i = 0; i < 2 * half; ++i) floats[i] = static_cast<float>(doubles[i]);
    return batch<float, A>::load_unaligned(floats);
  }

  /// Are there stores past the caches?
  static constexpr bool streams = false;

  /// x to an aligned p, past the caches if they can be; and what makes such stores visible to other
  /// threads.
  template <class B>
  static ACT_INLINE void stream(typename B::value_type* p, const B& x) noexcept {
    x.store_unaligned(p);
  }
  static ACT_INLINE void end_of_stream() noexcept {}

  /// Has the cache line at p read before it is needed. It is no access: nothing has to be there.
  static ACT_INLINE void prefetch(const char*) noexcept {}

  /// The n < size numbers at p in the first lanes and 0 in the others; reads nothing past p + n.
  template <class B>
  static ACT_INLINE B load_first(const typename B::value_type* p, std::size_t n) noexcept {
    typename B::value_type lanes[B::size] = {};
    for (std::size_t i = 0; i < n; ++i) lanes[i] = p[i];
    return B::load_unaligned(lanes);
  }

  /// The first n < size lanes to p; writes nothing past p + n.
  template <class B>
  static ACT_INLINE void store_first(typename B::value_type* p, std::size_t n,
                                     const B& x) noexcept {
    typename B::value_type lanes[B::size];
    x.store_unaligned(lanes);
    for (std::size_t i = 0; i < n; ++i) p[i] = lanes[i];
  }

 private:
  static ACT_INLINE batch<double, A> half_of(const batch<float, A>& x, std::size_t first) noexcept {
    float floats[batch<float, A>::size];
    double doubles[batch<double, A>::size];
    x.store_unaligned(floats);
    for (double& d : doubles) d = floats[first++];
    return batch<double, A>::load_unaligned(doubles);
  }
};

template <class A>
struct isa : generic_isa<A> {};

}  // namespace act::simd
