// SPDX-License-Identifier: MIT
#pragma once

#include <act/array/streaming.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::array {
namespace detail {

/// result, or its value and its derivative, to out.at[...][i].
template <class T, std::size_t N, class V>
ACT_INLINE void put(outputs<T, N> out, std::size_t i, const V& result) noexcept {
  simd::store(out.at[0] + i, result);
}
template <class T, class V>
ACT_INLINE void put(outputs<T, 2> out, std::size_t i,
                    const value_and_derivative<V>& result) noexcept {
  simd::store(out.at[0] + i, result.value);
  simd::store(out.at[1] + i, result.derivative);
}

/// The same for the first left lanes.
template <class T, std::size_t N, class V>
ACT_INLINE void put_n(outputs<T, N> out, std::size_t i, std::size_t left,
                      const V& result) noexcept {
  simd::store_n(out.at[0] + i, left, result);
}
template <class T, class V>
ACT_INLINE void put_n(outputs<T, 2> out, std::size_t i, std::size_t left,
                      const value_and_derivative<V>& result) noexcept {
  simd::store_n(out.at[0] + i, left, result.value);
  simd::store_n(out.at[1] + i, left, result.derivative);
}

/// The registers that a loop of Op takes at a time: of a short kernel four, which share what the
/// loop costs; of a long one as many as hide, with those of the next block, which are under way,
/// the latency of its chain.
template <class Op, class V>
using block_of = simd::packed<V, (is_long<Op, V> ? simd::isa_of<V>::unroll : 4) / registers<Op>>;

}  // namespace detail

/// out.at[k][i] = op(x[i], more[i]...) for all i < n, with vector code only: blocks of several
/// interleaved vectors, then single vectors, then one partial vector. Every element passes through
/// the same operations wherever it stands, so its bits do not depend on its place, on n or on
/// alignment. An output may be an input, element for element; other overlaps are not allowed.
///
/// op works in two steps, so that more is not loaded before it is needed: op.begin(x), which may be
/// a staged kernel and is then finished with x loaded again, and op.end(y, more...), which is a vec
/// or two of them as .value and .derivative. arch_of<A> is the instruction set; A is part of
/// the type of all that is called from here.
///
/// Where past_caches, blocks bypass them; outputs are aligned to a register then.
///
/// Never inlined: there is one loop of an operation, whoever calls it.
template <class A, class Op, class T, std::size_t Outputs, class... More>
[[gnu::noinline]] void loop(Op op, std::size_t n, bool past_caches, outputs<T, Outputs> out,
                            const T* x, More... more) noexcept {
  using vec = simd::widest<T, arch_of<A>>;
  using block = detail::block_of<Op, vec>;
  constexpr std::size_t width = simd::size_of<vec>, step = simd::size_of<block>;
  constexpr bool streams = detail::waits_for_memory<Op, vec>();

  std::size_t i = 0;
  if constexpr (detail::is_long<Op, vec>) {
    const auto begin = [&](std::size_t k)
                           ACT_INLINE_LAMBDA { return op.begin(simd::load<block>(x + k)); };
    const auto end = [&](const auto& begun, std::size_t k) ACT_INLINE_LAMBDA {
      const auto result = op.end(begun(simd::load<block>(x + k)), simd::load<block>(more + k)...);
      if (streams && past_caches)
        detail::put_past_caches<vec, block>(out, k, result, x, more...);
      else
        detail::put(out, k, result);
    };
    // Two blocks a turn: none has to be moved to the other's registers but the last.
    if (n >= step) {
      const std::size_t last = n - step;
      auto first = begin(0);
      while (i + step <= last) {
        const auto second = begin(i + step);
        end(first, i);
        i += step;
        if (i + step > last) {
          first.become(second);
          break;
        }
        first.become(begin(i + step));
        end(second, i);
        i += step;
      }
      end(first, i);
      i += step;
    }
  } else if (streams && past_caches) {
    using pair = simd::packed<vec, 2>;
    for (; i + simd::size_of<pair> <= n; i += simd::size_of<pair>)
      detail::put_past_caches<vec, pair>(
          out, i, evaluate(op, simd::load<pair>(x + i), simd::load<pair>(more + i)...), x, more...);
  } else {
    for (; i + step <= n; i += step)
      detail::put(out, i, evaluate(op, simd::load<block>(x + i), simd::load<block>(more + i)...));
  }
  for (; i + width <= n; i += width)
    detail::put(out, i, evaluate(op, simd::load<vec>(x + i), simd::load<vec>(more + i)...));
  if (const std::size_t left = n - i; left > 0)
    detail::put_n(
        out, i, left,
        evaluate(op, simd::load_n<vec>(x + i, left), simd::load_n<vec>(more + i, left)...));
}

/// The loop for value and derivative of a formula whose kernels have nothing in common: by turns,
/// over pieces that stay in the first-level cache. In one loop two long kernels have too few
/// registers. The output that is x itself comes last.
template <class A, class F, class T>
  requires(detail::takes_turns<F, simd::widest<T, arch_of<A>>>)
void loop(op::both<F> both, std::size_t n, bool past_caches, outputs<T, 2> out,
          const T* x) noexcept {
  constexpr std::size_t piece = 4096 / sizeof(T);
  const int value = out.at[0] == x ? 1 : 0;
  for (std::size_t i = 0; i < n; i += piece) {
    const std::size_t m = n - i < piece ? n - i : piece;
    for (int turn = 0; turn < 2; ++turn)
      if (turn == value)
        array::loop<A>(op::value<F>{both.f}, m, past_caches, outputs<T, 1>{{out.at[0] + i}}, x + i);
      else
        array::loop<A>(op::derivative<F>{both.f}, m, past_caches, outputs<T, 1>{{out.at[1] + i}},
                       x + i);
  }
}

/// out.at[k][i] = op(x[i], more[i]...) for all i < N, with the same bits, in line and without a
/// loop. All are loaded before any is written.
template <std::size_t N, class Op, class T, std::size_t Outputs, class... More>
ACT_BOUNDARY void few(const Op& op, outputs<T, Outputs> out, const T* x, More... more) noexcept {
  using vec = simd::widest<T, simd::default_arch>;
  constexpr std::size_t registers = N / simd::size_of<vec>, whole = registers * simd::size_of<vec>;
  if constexpr (registers == 0) {
    detail::put_n(out, 0, N, evaluate(op, simd::load_n<vec>(x, N), simd::load_n<vec>(more, N)...));
  } else {
    using block = simd::packed<vec, int(registers)>;
    const auto result = evaluate(op, simd::load<block>(x), simd::load<block>(more)...);
    if constexpr (whole < N) {
      auto rest = out;
      for (T*& p : rest.at) p += whole;
      array::few<N - whole>(op, rest, x + whole, (more + whole)...);
    }
    detail::put(out, 0, result);
  }
}

/// How many numbers are few: their registers can all be in flight.
template <class T>
inline constexpr std::size_t most_of_few = 4 * simd::size_of<simd::widest<T, simd::default_arch>>;

/// loop; large says that the arrays, of which these may be a part, do not stay in the caches.
template <class A, class Op, class T, std::size_t Outputs, class... More>
ACT_INLINE void run(const Op& op, std::size_t n, bool large, outputs<T, Outputs> out, const T* x,
                    More... more) noexcept {
  if constexpr (detail::waits_for_memory<Op, simd::widest<T, arch_of<A>>>())
    if (large) [[unlikely]] {
      constexpr detail::erased_loop<T, Outputs, More...> of_op =
          [](const void* f, std::size_t m, bool past_caches, outputs<T, Outputs> y, const T* at,
             More... others) noexcept {
            array::loop<A>(*static_cast<const Op*>(f), m, past_caches, y, at, others...);
          };
      return detail::loop_past_caches<A>(of_op, &op, n, out, x, more...);
    }
  array::loop<A>(op, n, false, out, x, more...);
}

}  // namespace act::array

ACT_STRICT_END
