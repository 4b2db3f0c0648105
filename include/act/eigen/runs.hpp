// SPDX-License-Identifier: MIT
#pragma once

// Dense expressions that are plain memory, as runs of adjacent numbers for the array driver.

#include <Eigen/Core>
#include <act/array/alias.hpp>
#include <act/array/execution.hpp>
#include <act/array/runs.hpp>
#include <act/eigen/adjacent.hpp>
#include <act/eigen/overlap.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::eigen {

namespace detail {
template <class X>
inline constexpr bool is_memory = has_address<X> &&
                                  (int(Eigen::internal::inner_stride_at_compile_time<X>::ret) ==
                                       1 ||
                                   int(Eigen::internal::inner_stride_at_compile_time<X>::ret) ==
                                       Eigen::Dynamic);

/// Two vectors can be walked side by side whether rows or columns. A vector and a matrix of one
/// column that is stored by rows cannot: what is one run of the former is many of the latter.
template <class X, class Y>
inline constexpr bool same_order = bool(X::IsRowMajor) == bool(Y::IsRowMajor) ||
                                   (bool(X::IsVectorAtCompileTime) &&
                                    bool(Y::IsVectorAtCompileTime));

/// Is X a vector that is repeated to the shape of a matrix, as broadcast makes it?
template <class X>
inline constexpr bool is_repeated = false;
template <class V, int Rows, int Cols>
  requires(has_address<V> && (Rows == 1) != (Cols == 1))
inline constexpr bool is_repeated<Eigen::Replicate<V, Rows, Cols>> =
    Rows == 1 ? V::ColsAtCompileTime == 1 : V::RowsAtCompileTime == 1;

template <class X>
inline constexpr bool repeats_downwards = false;
template <class V, int Rows>
inline constexpr bool repeats_downwards<Eigen::Replicate<V, Rows, 1>> = true;

/// Has Y, an operand beside X, runs beside those of X?
template <class X, class Y>
[[nodiscard]] consteval bool has_runs_beside() noexcept {
  if constexpr (is_repeated<Y>)
    return true;
  else
    return is_memory<Y> && same_order<X, Y>;
}
}  // namespace detail

/// Are X and all Y plain memory that can be walked side by side?
template <class X, class... Y>
inline constexpr bool has_runs = detail::is_memory<X> &&
                                 (... && (detail::is_memory<Y> && detail::same_order<X, Y>));

/// The same where those that are only read, Y, may be repeated vectors.
template <class X, class... Y>
inline constexpr bool has_operand_runs = detail::is_memory<X> &&
                                         (... && detail::has_runs_beside<X, Y>());

template <class X>
[[nodiscard]] memory<const typename X::Scalar> memory_of(const X& x) noexcept {
  return {x.data(), x.innerStride(), x.outerStride()};
}
template <class X>
[[nodiscard]] memory<typename X::Scalar> memory_of(X& x) noexcept {
  return {x.data(), x.innerStride(), x.outerStride()};
}

/// A vector that is repeated: each run is all of it, or one of its numbers.
template <class T, bool IsNumber>
struct repeated_memory : memory<const T> {};

namespace detail {
template <class M>
inline constexpr bool is_number = false;
template <class T>
inline constexpr bool is_number<repeated_memory<T, true>> = true;

template <class T>
[[nodiscard]] ACT_INLINE array::runs<const T> runs_of(const memory<const T>& x) noexcept {
  return {x.data, x.outer};
}
template <class T>
[[nodiscard]] ACT_INLINE array::same_run<T> runs_of(const repeated_memory<T, false>& x) noexcept {
  return {x.data};
}
template <class T>
[[nodiscard]] ACT_INLINE array::repeated_runs<T> runs_of(
    const repeated_memory<T, true>& x) noexcept {
  return {x.data, x.outer};
}
}  // namespace detail

/// memory_of, of what is read beside an X.
template <class X, class Y>
[[nodiscard]] auto memory_operand(const Y& y) noexcept {
  if constexpr (detail::is_repeated<Y>) {
    const auto& v = y.nestedExpression();
    using T = typename Y::Scalar;
    if constexpr (detail::repeats_downwards<Y> != bool(X::IsRowMajor))
      return repeated_memory<T, true>{{v.data(), 0, v.innerStride()}};
    else
      return repeated_memory<T, false>{{v.data(), v.innerStride(), 0}};
  } else {
    return memory_of(y);
  }
}

/// Do the numbers of each run lie side by side?
template <class X, class... Y>
[[nodiscard]] bool are_adjacent(const Y&... y) noexcept {
  const auto is_adjacent = [](const auto& m) {
    return m.inner == 1 || detail::is_number<std::remove_cvref_t<decltype(m)>>;
  };
  return (... && is_adjacent(memory_operand<X>(y)));
}

/// How many numbers a run has and how many runs there are, for expressions of x's shape.
template <class X>
[[nodiscard]] Index run_length(const X& x) noexcept {
  return X::IsVectorAtCompileTime ? x.size() : x.innerSize();
}
template <class X>
[[nodiscard]] Index run_count(const X& x) noexcept {
  return X::IsVectorAtCompileTime ? 1 : x.outerSize();
}

/// outs = op(x, more...) by the array driver, for count runs of length numbers each; more are
/// memory or repeated_memory. Returns false, with nothing done, where numbers are not adjacent or
/// an output overlaps an input in part. It is inlined, as processors are slow to read structs from
/// memory that have just been written there.
template <class E, class Op, class T, std::size_t Outputs, class... More>
[[nodiscard]] ACT_INLINE bool run_driver(const E& execution, const Op& op, Index length,
                                         Index count, const memory<T> (&outs)[Outputs],
                                         memory<const T> x, More... more) {
  if (length == 0 || count == 0) return true;
  bool possible = x.inner == 1 && (... && (more.inner == 1 || detail::is_number<More>));
  bool one_run = x.outer == length && (... && (more.outer == length));
  for (const memory<T>& out : outs) {
    const memory<const T> written{out.data, out.inner, out.outer};
    possible = possible && written.inner == 1 && are_apart(written, x, length, count) &&
               (... && are_apart<T>(written, more, length, count));
    one_run = one_run && written.outer == length;
  }
  if (!possible) return false;
  if constexpr ((... && std::same_as<More, memory<const T>>)) {
    if (one_run) {
      length *= count;
      count = 1;
    }
    for (Index j = 0; j < count; ++j) {
      array::outputs<T, Outputs> out;
      for (std::size_t k = 0; k < Outputs; ++k) out.at[k] = outs[k].data + j * outs[k].outer;
      execution.run(op, static_cast<std::size_t>(length), out, x.data + j * x.outer,
                    (more.data + j * more.outer)...);
    }
  } else {
    array::runs<T> out[Outputs];
    for (std::size_t k = 0; k < Outputs; ++k) out[k] = {outs[k].data, outs[k].outer};
    array::run_each<array::arch>(
        op, static_cast<std::size_t>(length), static_cast<std::size_t>(count),
        array::detail::is_large<T>(static_cast<std::size_t>(length * count),
                                   Outputs + 1 + sizeof...(More)),
        out, array::runs<const T>{x.data, x.outer}, detail::runs_of(more)...);
  }
  return true;
}

/// dst = e, an operation on x and more, by the array driver; false, with nothing done, where it
/// cannot be.
template <class E, class Dst, class Src, class X, class... More>
[[nodiscard]] ACT_INLINE bool assign_by_driver(const E& execution, Dst& dst, const Src& e,
                                               const X& x, const More&... more) {
  if (run_few<Dst>(e.functor().op, outputs_of(dst), x, more...)) return true;
  if constexpr (are_one_run<Dst, X, More...>) {
    const auto n = static_cast<std::size_t>(dst.size());
    if constexpr (!(owns_memory<Dst> && (owns_memory<X> && ... && owns_memory<More>))) {
      using T = typename Dst::Scalar;
      const auto apart = [&](const T* p) { return !array::overlap_shifted<T>(dst.data(), p, n); };
      if (!(apart(x.data()) && ... && apart(more.data()))) return false;
    }
    execution.run(e.functor().op, n, outputs_of(dst), x.data(), more.data()...);
    return true;
  }
  return eigen::run_driver(execution, e.functor().op, run_length(e), run_count(e), {memory_of(dst)},
                           memory_of(x), memory_operand<X>(more)...);
}

}  // namespace act::eigen

ACT_STRICT_END
