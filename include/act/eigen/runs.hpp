// SPDX-License-Identifier: MIT
#pragma once

// Dense expressions that are plain memory, as runs of adjacent numbers for the array driver.

#include <Eigen/Core>
#include <act/array/execution.hpp>
#include <functional>

namespace act::eigen {

using Eigen::Index;

namespace detail {
template <class X>
inline constexpr bool is_memory =
    (int(Eigen::internal::traits<X>::Flags) & int(Eigen::DirectAccessBit)) != 0 &&
    (int(Eigen::internal::inner_stride_at_compile_time<X>::ret) == 1 ||
     int(Eigen::internal::inner_stride_at_compile_time<X>::ret) == Eigen::Dynamic);

/// Two vectors can be walked side by side whether rows or columns. A vector and a matrix of one
/// column that is stored by rows cannot: what is one run of the former is many of the latter.
template <class X, class Y>
inline constexpr bool same_order = bool(X::IsRowMajor) == bool(Y::IsRowMajor) ||
                                   (bool(X::IsVectorAtCompileTime) &&
                                    bool(Y::IsVectorAtCompileTime));
}  // namespace detail

/// Are X and all Y plain memory that can be walked side by side?
template <class X, class... Y>
inline constexpr bool has_runs = detail::is_memory<X> &&
                                 (... && (detail::is_memory<Y> && detail::same_order<X, Y>));

/// Where the numbers of an expression lie: run j starts at data + j * outer; inside a run they lie
/// inner apart.
template <class T>
struct memory {
  T* data;
  Index inner, outer;
};

template <class X>
[[nodiscard]] memory<const typename X::Scalar> memory_of(const X& x) noexcept {
  return {x.data(), x.innerStride(), x.outerStride()};
}
template <class X>
[[nodiscard]] memory<typename X::Scalar> memory_of(X& x) noexcept {
  return {x.data(), x.innerStride(), x.outerStride()};
}

/// Can the one be written while the other is read, run by run? Either they are the same memory, or
/// share none. Numbers inside a run must be adjacent.
template <class T>
[[nodiscard]] bool are_apart(const memory<const T>& a, const memory<const T>& b, Index length,
                             Index count) noexcept {
  if (a.data == b.data) return count == 1 || a.outer == b.outer;
  const std::less<const T*> before;  // unlike <, defined for pointers into different arrays
  const auto end = [&](const memory<const T>& x) {
    return x.data + (count - 1) * x.outer + length;
  };
  if (!before(a.data, end(b)) || !before(b.data, end(a))) return true;
  // Two blocks of one matrix: their runs lie between each other's.
  if (count == 1 || a.outer != b.outer) return false;
  const Index shift = (a.data - b.data) % b.outer;
  const Index gap = shift < 0 ? shift + b.outer : shift;
  return gap >= length && b.outer - gap >= length;
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

/// Does an array of x's shape share some, but not all of its memory with another? Only asked of
/// adjacent numbers; of others the answer is no.
template <class X, class Y>
[[nodiscard]] bool overlap_in_part(const X& x, const Y& y) noexcept {
  if constexpr (has_runs<X, Y>) {
    const auto a = memory_of(x), b = memory_of(y);
    return x.rows() == y.rows() && x.cols() == y.cols() && x.size() > 0 && a.inner == 1 &&
           b.inner == 1 && !are_apart(a, b, run_length(x), run_count(x));
  } else {
    return false;
  }
}

/// outs = op(x, more...) by the array driver, for count runs of length numbers each. Returns false,
/// with nothing done, where numbers are not adjacent or an output overlaps an input in part. It is
/// inlined, as processors are slow to read structs from memory that have just been written there.
template <class E, class Op, class T, std::size_t Outputs, class... More>
[[nodiscard]] ACT_INLINE bool run_driver(const E& execution, const Op& op, Index length,
                                         Index count, const memory<T> (&outs)[Outputs],
                                         memory<const T> x, More... more) {
  if (length == 0 || count == 0) return true;
  bool possible = x.inner == 1 && (... && (more.inner == 1));
  bool one_run = x.outer == length && (... && (more.outer == length));
  array::outputs<T, Outputs> out;
  for (std::size_t k = 0; k < Outputs; ++k) {
    const memory<const T> written{outs[k].data, outs[k].inner, outs[k].outer};
    possible = possible && written.inner == 1 && are_apart(written, x, length, count) &&
               (... && are_apart(written, more, length, count));
    one_run = one_run && written.outer == length;
    out.at[k] = outs[k].data;
  }
  if (!possible) return false;
  if (one_run) {
    length *= count;
    count = 1;
  }
  for (Index j = 0; j < count; ++j) {
    for (std::size_t k = 0; k < Outputs; ++k) out.at[k] = outs[k].data + j * outs[k].outer;
    execution.run(op, static_cast<std::size_t>(length), out, x.data + j * x.outer,
                  (more.data + j * more.outer)...);
  }
  return true;
}

/// How many adjacent numbers each of these expressions is, if their type tells, or 0.
template <class Dst, class... X>
inline constexpr int adjacent_at_compile_time = [] {
  constexpr auto is_adjacent = []<class E>(std::type_identity<E>) {
    return int(Eigen::internal::inner_stride_at_compile_time<E>::ret) == 1 &&
           (bool(E::IsVectorAtCompileTime) ||
            int(Eigen::internal::outer_stride_at_compile_time<E>::ret) ==
                int(E::InnerSizeAtCompileTime));
  };
  constexpr int size = int(Dst::SizeAtCompileTime);
  return size != Eigen::Dynamic && (... && is_adjacent(std::type_identity<X>{})) &&
                 is_adjacent(std::type_identity<Dst>{}) &&
                 (... && (int(X::SizeAtCompileTime) == size))
             ? size
             : 0;
}();

/// dst = e, an operation on x and more, by the array driver; false, with nothing done, where it
/// cannot be.
template <class E, class Dst, class Src, class... X>
[[nodiscard]] ACT_INLINE bool assign_by_driver(const E& execution, Dst& dst, const Src& e,
                                               const X&... x) {
  using T = typename Dst::Scalar;
  constexpr int few = adjacent_at_compile_time<Dst, X...>;
  if constexpr (std::same_as<array::arch, simd::default_arch> && few > 0 &&
                few <= int(array::most_of_few<T>)) {
    array::few<few>(e.functor().op, array::outputs<T, 1>{{dst.data()}}, x.data()...);
    return true;
  }
  return eigen::run_driver(execution, e.functor().op, run_length(e), run_count(e), {memory_of(dst)},
                           memory_of(x)...);
}

}  // namespace act::eigen
