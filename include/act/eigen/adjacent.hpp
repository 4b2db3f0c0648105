// SPDX-License-Identifier: MIT
#pragma once

// What the types of dense expressions tell of their memory: that it is one run of numbers, and that
// these are few.

#include <Eigen/Core>
#include <act/array/dispatch.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::eigen {

/// The expression that X is to Eigen; x.head(n) is derived from its own.
template <class X>
using expression = std::remove_cvref_t<decltype(std::declval<const X&>().derived())>;

/// Does E have memory of its own? Then it shares none with another, or all.
template <class E>
inline constexpr bool owns_memory = std::derived_from<E, Eigen::PlainObjectBase<expression<E>>>;

/// Can y, which may have another shape, be resized to this one?
template <class Y>
[[nodiscard]] bool can_take_shape(const Y&, Eigen::Index rows, Eigen::Index cols) noexcept {
  const auto fits = [](Eigen::Index size, int fixed, int largest) {
    return fixed == Eigen::Dynamic ? largest == Eigen::Dynamic || size <= largest : size == fixed;
  };
  return owns_memory<Y> && fits(rows, Y::RowsAtCompileTime, Y::MaxRowsAtCompileTime) &&
         fits(cols, Y::ColsAtCompileTime, Y::MaxColsAtCompileTime);
}

/// Do the types of these expressions tell that the numbers of each lie side by side?
template <class... E>
inline constexpr bool are_one_run =
    (... && (owns_memory<E> || (bool(E::IsVectorAtCompileTime) &&
                                int(Eigen::internal::inner_stride_at_compile_time<E>::ret) == 1)));

/// How many numbers each of these expressions is, if their types tell and they are few enough to be
/// computed in line; or 0. act::dispatch takes all arrays.
template <class Y, class... X>
inline constexpr int few_at_compile_time = [] {
  constexpr int size = int(Y::SizeAtCompileTime);
  constexpr bool are_few = std::same_as<array::arch, simd::default_arch> && size > 0 &&
                           size <= int(array::most_of_few<typename Y::Scalar>);
  return are_few && are_one_run<Y, X...> && (... && (int(X::SizeAtCompileTime) == size)) ? size : 0;
}();

/// What a loop is to write to.
template <class Y, class... D>
[[nodiscard]] array::outputs<typename Y::Scalar, 1 + sizeof...(D)> outputs_of(Y& y,
                                                                              D&... d) noexcept {
  return {{y.data(), d.data()...}};
}

/// out, a Y and perhaps a D, = op(x...) in line, where these are few numbers; false, with nothing
/// done, where they are not.
template <class Y, class D = Y, class Op, class T, std::size_t Outputs, class... X>
[[nodiscard]] ACT_INLINE bool run_few(const Op& op, array::outputs<T, Outputs> out,
                                      const X&... x) noexcept {
  if constexpr (constexpr int n = few_at_compile_time<Y, D, X...>; n > 0) {
    array::few<std::size_t(n)>(op, out, x.data()...);
    return true;
  } else {
    return false;
  }
}

}  // namespace act::eigen

ACT_STRICT_END
