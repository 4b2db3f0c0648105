// SPDX-License-Identifier: MIT
#pragma once

// Dense expressions that are plain memory, as runs of adjacent numbers for the array driver.

#include <Eigen/Core>
#include <act/array/driver.hpp>
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

/// outs = op(x, more...) by the array driver, for count runs of length numbers each. Returns false,
/// with nothing done, where numbers are not adjacent or an output overlaps an input in part.
template <class Op, class T, std::size_t Outputs, class... More>
[[nodiscard]] bool run_driver(const Op& op, Index length, Index count,
                              const memory<T> (&outs)[Outputs], memory<const T> x, More... more) {
  if (length == 0 || count == 0) return true;
  const std::less<const T*> before;
  bool possible = x.inner == 1 && (... && (more.inner == 1));
  bool one_run = x.outer == length && (... && (more.outer == length));
  const auto apart_from = [&](const memory<T>& out) {
    return [&](const memory<const T>& in) {
      const Index last = (count - 1) * out.outer + length,
                  in_last = (count - 1) * in.outer + length;
      if (in.data == out.data) return count == 1 || in.outer == out.outer;
      if (!before(in.data, out.data + last) || !before(out.data, in.data + in_last)) return true;
      // Two blocks of one matrix: their runs lie between each other's.
      const Index shift = (in.data - out.data) % out.outer;
      const Index gap = shift < 0 ? shift + out.outer : shift;
      return in.outer == out.outer && gap >= length && out.outer - gap >= length;
    };
  };
  T* out[Outputs];
  for (std::size_t k = 0; k < Outputs; ++k) {
    const auto apart = apart_from(outs[k]);
    possible = possible && outs[k].inner == 1 && apart(x) && (... && apart(more));
    one_run = one_run && outs[k].outer == length;
    out[k] = outs[k].data;
  }
  if (!possible) return false;
  if (one_run) {
    length *= count;
    count = 1;
  }
  for (Index j = 0; j < count; ++j) {
    for (std::size_t k = 0; k < Outputs; ++k) out[k] = outs[k].data + j * outs[k].outer;
    array::run<simd::default_arch>(op, static_cast<std::size_t>(length), out, x.data + j * x.outer,
                                   (more.data + j * more.outer)...);
  }
  return true;
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

}  // namespace act::eigen
