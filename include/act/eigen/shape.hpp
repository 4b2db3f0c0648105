// SPDX-License-Identifier: MIT
#pragma once

// Which arrays a call can take: their types, their shapes and where they lie in memory.

#include <act/eigen/runs.hpp>
#include <act/require.hpp>

namespace act::eigen {

template <class X>
concept dense = requires {
  typename expression<X>;
}
&&std::derived_from<X, Eigen::DenseBase<expression<X>>>;

/// May X refer to numbers of its own, although it is no Array or Matrix?
template <class X>
inline constexpr bool may_hold_copy = false;
template <class X, int Options, class Stride>
inline constexpr bool may_hold_copy<Eigen::Ref<const X, Options, Stride>> = true;

/// Is E something that owns its numbers and is about to die? A lazy expression of it would dangle.
template <class E>
inline constexpr bool is_temporary =
    !std::is_reference_v<E> && (owns_memory<E> || may_hold_copy<expression<E>>);

/// Has it memory that may hold the result?
template <class E>
inline constexpr bool is_reusable = is_temporary<E>&& owns_memory<E> && !std::is_const_v<E>;

template <int A, int B>
inline constexpr bool sizes_agree = A == B || A == Eigen::Dynamic || B == Eigen::Dynamic;

/// Refuses types of arrays that cannot be combined element by element. It is a class, so that the
/// compiler says this before it tries what Eigen would say.
template <class X, class Y>
struct combination {
  static_assert(std::same_as<typename X::Scalar, typename Y::Scalar>,
                "act: arrays of one scalar type are needed; cast one of them with .cast<T>()");
  static_assert(std::same_as<typename Eigen::internal::traits<expression<X>>::XprKind,
                             typename Eigen::internal::traits<expression<Y>>::XprKind>,
                "act: an Array and a Matrix cannot be mixed; use .array() or .matrix()");
  static_assert(sizes_agree<int(X::RowsAtCompileTime), int(Y::RowsAtCompileTime)> &&
                    sizes_agree<int(X::ColsAtCompileTime), int(Y::ColsAtCompileTime)>,
                "act: the arrays differ in shape");
  static constexpr bool possible = true;
};

/// Refuses arrays that cannot be combined element by element.
template <class X, class Y>
void require_same_shape(const char* call, const X& x, const Y& y) {
  static_assert(combination<X, Y>::possible);
  require(x.rows() == y.rows() && x.cols() == y.cols(), call,
          ": the arrays differ in shape, rows and columns of each", x.rows(), x.cols(), y.rows(),
          y.cols());
}

/// Refuses an output that neither has the shape of x nor can take it.
template <class X, class Y>
void require_room(const char* call, const X& x, const Y& y) {
  const bool resizable =
      owns_memory<Y> &&
      (Y::RowsAtCompileTime == Eigen::Dynamic || Y::RowsAtCompileTime == x.rows()) &&
      (Y::ColsAtCompileTime == Eigen::Dynamic || Y::ColsAtCompileTime == x.cols());
  static_assert(combination<X, Y>::possible);
  if (!resizable) require_same_shape(call, x, y);
}

/// Gives y the shape of x, which it has or can take.
template <class X, class Y>
void make_room(const X& x, Y& y) {
  if constexpr (owns_memory<Y>) y.resize(x.rows(), x.cols());
}

/// Refuses outputs for value and derivative that do not fit x, are one array or overlap another in
/// part.
template <class X, class Y, class D, class... More>
void require_room_for_both(const X& x, const Y& y, const D& d, const More&... more) {
  constexpr const char* call = "value_and_derivative";
  const bool one = static_cast<const void*>(&y) == static_cast<const void*>(&d) ||
                   (y.size() > 0 && are_same_view(y.derived(), d.derived()));
  require(!one, call, ": value and derivative need an array each, not one of size", x.size());
  require(!overlap_in_part(y.derived(), d.derived()), call,
          ": value and derivative overlap in part, arrays of size", x.size());
  const auto apart = [&](const auto& input) {
    return !overlap_in_part(input, y.derived()) && !overlap_in_part(input, d.derived());
  };
  require(apart(x.derived()), call, ": an output overlaps x in part, arrays of size", x.size());
  require((... && apart(more)), call, ": an output overlaps the slopes in part, arrays of size",
          x.size());
  require_room(call, x, y);
  require_room(call, x, d);
}

/// slope as an expression of x's shape: itself, or a vector repeated along x.
template <class X, class S>
[[nodiscard]] decltype(auto) broadcast(const X& x, const S& slope) {
  constexpr bool column = S::ColsAtCompileTime == 1, row = S::RowsAtCompileTime == 1;
  if constexpr (column && X::ColsAtCompileTime != 1) {
    require(slope.rows() == x.rows(), "prelu", ": a column of slopes needs one for each row of x",
            slope.rows(), x.rows());
    return Eigen::Replicate<expression<S>, 1, X::ColsAtCompileTime>(slope.derived(), 1, x.cols());
  } else if constexpr (row && X::RowsAtCompileTime != 1) {
    require(slope.cols() == x.cols(), "prelu", ": a row of slopes needs one for each column of x",
            slope.cols(), x.cols());
    return Eigen::Replicate<expression<S>, X::RowsAtCompileTime, 1>(slope.derived(), x.rows(), 1);
  } else {
    return (slope);
  }
}

}  // namespace act::eigen
