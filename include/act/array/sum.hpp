// SPDX-License-Identifier: MIT
#pragma once

// Sums of products in an order that depends on the number of the terms alone: term i belongs to
// partial sum i mod 32, and the partial sums are added in pairs at distance 16, 8, 4, 2 and 1. So a
// sum has the same bits on every instruction set with fused multiply-adds, whatever the storage.

#include <act/array/kernel.hpp>
#include <act/simd/memory.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::array {

inline constexpr std::size_t partial_sums = 32;

/// Adds the partial sums up, each a V, which lie side by side at sums.
template <class V>
[[nodiscard]] ACT_INLINE V fold(simd::scalar_of<V>* sums) noexcept {
  constexpr std::size_t width = simd::size_of<V>;
  for (std::size_t half = partial_sums / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) {
      const V upper = simd::load<V>(sums + (i + half) * width);
      simd::store(sums + i * width, simd::load<V>(sums + i * width) + upper);
    }
  return simd::load<V>(sums);
}

/// The sum of op(x[i]) * y[i] for i < n.
template <class A, class Op, class T>
[[nodiscard]] T dot(const Op& op, std::size_t n, const T* x, const T* y) noexcept {
  using vec = simd::widest<T, arch_of<A>>;
  constexpr std::size_t width = simd::size_of<vec>;
  using block = simd::packed<vec, int(partial_sums / width)>;
  std::size_t i = 0;
  block sum(0);
  for (; i + partial_sums <= n; i += partial_sums)
    sum = simd::fma(evaluate(op, simd::load<block>(x + i)), simd::load<block>(y + i), sum);
  T sums[partial_sums];
  simd::store(sums, sum);
  T* out = sums;
  for (; i + width <= n; i += width, out += width)
    simd::store(out, simd::fma(evaluate(op, simd::load<vec>(x + i)), simd::load<vec>(y + i),
                               simd::load<vec>(out)));
  if (const std::size_t left = n - i; left > 0) {
    const vec last = evaluate(op, simd::load_n<vec>(x + i, left));
    const vec before = simd::load_n<vec>(out, left);
    simd::store_n(out, left, simd::fma(last, simd::load_n<vec>(y + i, left), before));
  }
  return fold<T>(sums);
}

/// sums[k] = the sum of op(x[i * stride + k]) * y[i * y_stride + k] for i < n, for all k < count:
/// the sums down the columns of matrices stored by rows, with the bits that dot gives.
template <class A, class Op, class T>
void dot_columns(const Op& op, std::size_t n, std::size_t count, const T* x, std::ptrdiff_t stride,
                 const T* y, std::ptrdiff_t y_stride, T* sums) noexcept {
  using vec = simd::widest<T, arch_of<A>>;
  constexpr std::size_t width = simd::size_of<vec>;
  for (std::size_t k = 0; k < count; k += width) {
    const std::size_t lanes = count - k < width ? count - k : width;
    const auto load = [&](const T* p) ACT_INLINE_LAMBDA {
      return lanes == width ? simd::load<vec>(p) : simd::load_n<vec>(p, lanes);
    };
    T partial[partial_sums * width] = {};
    for (std::size_t i = 0; i < n; ++i) {
      const auto row = static_cast<std::ptrdiff_t>(i);
      T* sum = partial + (i % partial_sums) * width;
      const vec xi = evaluate(op, load(x + row * stride + k));
      simd::store(sum, simd::fma(xi, load(y + row * y_stride + k), simd::load<vec>(sum)));
    }
    const vec total = fold<vec>(partial);
    if (lanes == width)
      simd::store(sums + k, total);
    else
      simd::store_n(sums + k, lanes, total);
  }
}

}  // namespace act::array

ACT_STRICT_END
