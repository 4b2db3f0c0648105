// SPDX-License-Identifier: MIT
#pragma once

#include <act/operation.hpp>
#include <act/simd/memory.hpp>

namespace act::array {

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

/// How many registers op's kernel needs for one register of its argument.
template <class Op>
inline constexpr int registers = 1;
template <class Op>
  requires requires { decltype(Op::f)::registers; }
inline constexpr int registers<Op> = decltype(Op::f)::registers;

}  // namespace detail

/// out[k][i] = op(x[i], more[i]...) for all i < n, with vector code only: blocks of several
/// interleaved vectors, then single vectors, then one partial vector. Every element passes through
/// the same operations wherever it stands, so its bits do not depend on its place, on n or on
/// alignment. An output may be an input, element for element; other overlaps are not allowed.
///
/// op works in two steps, so that more is not loaded before it is needed: r = op.begin(x), which
/// may be a staged kernel, and op.end(r, more...), which is a vec or two of them as .value and
/// .derivative. A is the instruction set; it is part of the type of all that is called from here.
template <class A, class Op, class T, std::size_t Outputs, std::same_as<const T*>... More>
void run(Op op, std::size_t n, T* const (&outputs)[Outputs], const T* x, More... more) noexcept {
  // Operation and pointers are copies of this function's own: what may alias a store would be
  // loaded again after each.
  T* out[Outputs];
  for (std::size_t k = 0; k < Outputs; ++k) out[k] = outputs[k];

  using vec = simd::vec<T, A>;
  using block = simd::packed<vec, simd::isa<A>::unroll / detail::registers<Op>>;
  constexpr std::size_t width = simd::size_of<vec>, step = simd::size_of<block>;
  using detail::put, detail::put_first;

  std::size_t i = 0;
  if constexpr (simd::is_staged<decltype(op.begin(simd::load<block>(x)))>) {
    const auto begin = [&](std::size_t k)
                           ACT_INLINE_LAMBDA { return op.begin(simd::load<block>(x + k)); };
    const auto end = [&](const auto& begun, std::size_t k) ACT_INLINE_LAMBDA {
      put(out, k, op.end(begun(), simd::load<block>(more + k)...));
    };
    if (n >= step) {
      auto first = begin(0);
      // Two blocks a turn: none has to be moved to the other's registers.
      for (; i + 3 * step <= n; i += 2 * step) {
        const auto second = begin(i + step);
        end(first, i);
        first.become(begin(i + 2 * step));
        end(second, i + step);
      }
      if (i + 2 * step <= n) {
        const auto second = begin(i + step);
        end(first, i);
        first.become(second);
        i += step;
      }
      end(first, i);
      i += step;
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

}  // namespace act::array
