// SPDX-License-Identifier: MIT
#pragma once

// Stores past the caches, for arrays that are too large to stay in them. A store to a line that is
// not in the cache has to read that line first; a streaming store does not, which saves a third of
// the traffic of a function with one input.

#include <act/array/kernel.hpp>
#include <act/simd/memory.hpp>
#include <atomic>
#include <cstddef>
#include <cstdint>

ACT_STRICT_BEGIN
namespace act {

/// Arrays that take more bytes than this, inputs and outputs of a call together, are written past
/// the caches by functions that would wait for memory, unless an output is an input. It is a usual
/// size of the last-level cache that a core has a share in; what systems report may be the sum of
/// several such caches. Set it to what suits the machine; SIZE_MAX is never. One variable for a
/// whole program, also where its shared libraries hide what is theirs.
[[gnu::visibility("default")]] inline std::atomic<std::size_t> streaming_threshold{std::size_t{32}
                                                                                   << 20};

}  // namespace act

namespace act::inline ACT_ABI {
namespace array {

/// What a loop writes to, by value: functions take it in registers.
template <class T, std::size_t N>
struct outputs {
  T* at[N];
};

namespace detail {

/// Does Op wait for memory where arrays are large? With registers of 64 bytes all of the default
/// tier does. With narrower ones long kernels do not, and those of several registers nowhere: they
/// lose by streaming.
template <class Op, class V>
[[nodiscard]] consteval bool waits_for_memory() noexcept {
  return simd::isa_of<V>::streams && registers<Op> == 1 && (!is_long<Op, V> || sizeof(V) >= 64);
}

/// How many elements there are from p to the first that is aligned to a register.
template <class V, class T>
[[nodiscard]] ACT_INLINE std::size_t before_aligned(const T* p) noexcept {
  constexpr std::size_t bytes = simd::size_of<V> * sizeof(T);
  return (bytes - reinterpret_cast<std::uintptr_t>(p) % bytes) % bytes / sizeof(T);
}

/// Are so many arrays of n elements too large to stay in the caches?
template <class T>
[[nodiscard]] bool is_large(std::size_t n, std::size_t arrays) noexcept {
  return n * arrays * sizeof(T) > streaming_threshold.load(std::memory_order_relaxed);
}

/// Can the outputs be streamed? None is an input, and all are aligned alike.
template <class V, class T, std::size_t Outputs, class... More>
[[nodiscard]] ACT_INLINE bool can_stream(outputs<T, Outputs> out, const T* x,
                                         const More*... more) noexcept {
  for (T* p : out.at)
    if (p == x || (... || (p == more)) || before_aligned<V>(p) != before_aligned<V>(out.at[0]) ||
        reinterpret_cast<std::uintptr_t>(p) % sizeof(T) != 0)
      return false;
  return true;
}

/// Prefetches a block 8 KiB after p. Processors foresee that, but not past the end of a page and
/// not in every loop: without this, selu's value and derivative took 0.24 or 0.37 ns an element by
/// nothing but the order of its instructions. With 2 KiB sigmoid's derivative took 0.20 ns, with 8
/// KiB 0.14 ns (Zen 5).
template <class V, class Block, class T>
ACT_INLINE void read_ahead(const T* p) noexcept {
  constexpr std::size_t ahead = 8192, line = 64;
  const char* const begin = reinterpret_cast<const char*>(p) + ahead;
  for (std::size_t k = 0; k < simd::size_of<Block> * sizeof(T); k += line)
    simd::isa_of<V>::prefetch(begin + k);
}

/// result, or its value and its derivative, to out.at[...][i], past the caches.
template <class T, std::size_t N, class V>
ACT_INLINE void stream(outputs<T, N> out, std::size_t i, const V& result) noexcept {
  simd::stream(out.at[0] + i, result);
}
template <class T, class V>
ACT_INLINE void stream(outputs<T, 2> out, std::size_t i,
                       const value_and_derivative<V>& result) noexcept {
  simd::stream(out.at[0] + i, result.value);
  simd::stream(out.at[1] + i, result.derivative);
}

/// The same of a Block of registers V, while what will be needed of the inputs is on its way.
template <class V, class Block, class T, std::size_t N, class R, class... Inputs>
ACT_INLINE void put_past_caches(outputs<T, N> out, std::size_t i, const R& result,
                                const Inputs*... inputs) noexcept {
  (detail::read_ahead<V, Block>(inputs + i), ...);
  detail::stream(out, i, result);
}

/// loop of an operation that is known by its address alone.
template <class T, std::size_t Outputs, class... More>
using erased_loop = void (*)(const void* op, std::size_t n, bool past_caches,
                             outputs<T, Outputs> out, const T* x, More... more) noexcept;

/// The loop past the caches, but for what comes before aligned memory; the usual one, where there
/// can be none. One function for all operations, which call it once in a while.
template <class A, class T, std::size_t Outputs, class... More>
[[gnu::cold, gnu::noinline]] void loop_past_caches(erased_loop<T, Outputs, More...> loop,
                                                   const void* op, std::size_t n,
                                                   outputs<T, Outputs> out, const T* x,
                                                   More... more) noexcept {
  using vec = simd::widest<T, arch_of<A>>;
  const std::size_t head = before_aligned<vec>(out.at[0]);
  if (head >= n || !can_stream<vec>(out, x, more...)) return loop(op, n, false, out, x, more...);
  loop(op, head, false, out, x, more...);
  for (T*& p : out.at) p += head;
  loop(op, n - head, true, out, x + head, (more + head)...);
  simd::isa_of<vec>::end_of_stream();
}

}  // namespace detail
}  // namespace array
}  // namespace act

ACT_STRICT_END
