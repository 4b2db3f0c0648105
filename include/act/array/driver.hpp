// SPDX-License-Identifier: MIT
#pragma once

#include <act/array/streaming.hpp>

namespace act::array {

template <class A, class Op, class T, std::size_t Outputs, class... More>
void run(Op op, std::size_t n, bool large, T* const (&outputs)[Outputs], const T* x,
         More... more) noexcept;

namespace detail {

/// result, or its value and its derivative, to out[...][i].
template <class T, class V>
ACT_INLINE void put(T* const* out, std::size_t i, const V& result) noexcept {
  simd::store(out[0] + i, result);
}
template <class T, class V>
ACT_INLINE void put(T* const* out, std::size_t i, const value_and_derivative<V>& result) noexcept {
  simd::store(out[0] + i, result.value);
  simd::store(out[1] + i, result.derivative);
}

/// The same for the first left lanes.
template <class T, class V>
ACT_INLINE void put_first(T* const* out, std::size_t i, std::size_t left,
                          const V& result) noexcept {
  simd::store_first(out[0] + i, left, result);
}
template <class T, class V>
ACT_INLINE void put_first(T* const* out, std::size_t i, std::size_t left,
                          const value_and_derivative<V>& result) noexcept {
  simd::store_first(out[0] + i, left, result.value);
  simd::store_first(out[1] + i, left, result.derivative);
}

/// How many registers a loop of Op has in flight.
template <class A, class Op, class T>
using block_of =
    simd::packed<simd::vec<T, arch_of<A>>, simd::isa<T, arch_of<A>>::unroll / registers<Op>>;

/// The loop of run.
template <class A, class Op, class T, std::size_t Outputs, class... More>
ACT_INLINE void loop(const Op& op, std::size_t n, T* const (&out)[Outputs], const T* x,
                     More... more) noexcept {
  using vec = simd::vec<T, arch_of<A>>;
  using block = block_of<A, Op, T>;
  constexpr std::size_t width = simd::size_of<vec>, step = simd::size_of<block>;

  std::size_t i = 0;
  if constexpr (simd::is_staged<decltype(op.begin(simd::load<block>(x)))>) {
    const auto begin = [&](std::size_t k)
                           ACT_INLINE_LAMBDA { return op.begin(simd::load<block>(x + k)); };
    const auto end = [&](const auto& begun, std::size_t k) ACT_INLINE_LAMBDA {
      put(out, k, op.end(begun(simd::load<block>(x + k)), simd::load<block>(more + k)...));
    };
    if (n >= step) {
      const std::size_t last = n - step;
      auto first = begin(0);
      // Two blocks a turn: none has to be moved to the other's registers. The one that follows the
      // last is begun in vain, at a place that can be read.
      for (; i + step <= last; i += 2 * step) {
        const auto second = begin(i + step);
        end(first, i);
        first.become(begin(i + 2 * step <= last ? i + 2 * step : 0));
        end(second, i + step);
      }
      if (i <= last) {
        end(first, i);
        i += step;
      }
    }
  } else {
    for (; i + step <= n; i += step)
      put(out, i, op.end(op.begin(simd::load<block>(x + i)), simd::load<block>(more + i)...));
  }
  for (; i + width <= n; i += width)
    put(out, i, evaluate(op, simd::load<vec>(x + i), simd::load<vec>(more + i)...));
  if (const std::size_t left = n - i; left > 0)
    put_first(
        out, i, left,
        evaluate(op, simd::load_first<vec>(x + i, left), simd::load_first<vec>(more + i, left)...));
}

/// The loop for value and derivative of a formula whose kernels have nothing in common: by turns,
/// over pieces that stay in the first-level cache. In one loop two long kernels have too few
/// registers. The output that is x itself comes last.
template <class A, class F, class T>
  requires(takes_turns<F, simd::vec<T, arch_of<A>>>)
void loop(const op::both<F>& both, std::size_t n, T* const (&out)[2], const T* x) noexcept {
  constexpr std::size_t piece = 4096 / sizeof(T);
  const int value = out[0] == x ? 1 : 0;
  for (std::size_t i = 0; i < n; i += piece) {
    const std::size_t m = n - i < piece ? n - i : piece;
    T *const y[] = {out[0] + i}, *const d[] = {out[1] + i};
    for (int turn = 0; turn < 2; ++turn)
      if (turn == value)
        array::run<A>(op::value<F>{both.f}, m, false, y, x + i);
      else
        array::run<A>(op::derivative<F>{both.f}, m, false, d, x + i);
  }
}

}  // namespace detail

/// out[k][i] = op(x[i], more[i]...) for all i < n, with vector code only: blocks of several
/// interleaved vectors, then single vectors, then one partial vector. Every element passes through
/// the same operations wherever it stands, so its bits do not depend on its place, on n or on
/// alignment. An output may be an input, element for element; other overlaps are not allowed.
///
/// op works in two steps, so that more is not loaded before it is needed: op.begin(x), which may be
/// a staged kernel and is then finished with x loaded again, and op.end(y, more...), which is a vec
/// or two of them as .value and .derivative. arch_of<A> is the instruction set; A is part of
/// the type of all that is called from here.
///
/// large says that the arrays, of which this may be a part, do not stay in the caches.
template <class A, class Op, class T, std::size_t Outputs, class... More>
void run(Op op, std::size_t n, bool large, T* const (&outputs)[Outputs], const T* x,
         More... more) noexcept {
  // Operation and pointers are copies of this function's own: what may alias a store would be
  // loaded again after each.
  T* out[Outputs];
  for (std::size_t k = 0; k < Outputs; ++k) out[k] = outputs[k];

  using vec = simd::vec<T, arch_of<A>>;
  std::size_t i = 0;
  if constexpr (detail::waits_for_memory<Op, vec>())
    if (large && detail::can_stream<vec>(out, x, more...)) {
      const std::size_t head = detail::before_aligned<vec>(out[0]);
      i = head < n ? head : n;
      if (i > 0)
        detail::put_first(
            out, 0, i,
            evaluate(op, simd::load_first<vec>(x, i), simd::load_first<vec>(more, i)...));
      using block = simd::packed<vec, 2>;
      for (; i + simd::size_of<block> <= n; i += simd::size_of<block>) {
        detail::read_ahead<vec, block>(x + i);
        (detail::read_ahead<vec, block>(more + i), ...);
        detail::stream(out, i,
                       evaluate(op, simd::load<block>(x + i), simd::load<block>(more + i)...));
      }
      vec::isa::end_of_stream();
      for (T*& p : out) p += i;
    }
  detail::loop<A>(op, n - i, out, x + i, (more + i)...);
}

}  // namespace act::array
