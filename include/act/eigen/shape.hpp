// SPDX-License-Identifier: MIT
#pragma once

// Which arrays a call can take: their types, their shapes and where they lie in memory.

#include <act/eigen/runs.hpp>
#include <act/require.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::eigen {

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

/// Refuses types of arrays that cannot be combined element by element.
template <class X, class Y>
[[nodiscard]] consteval bool combine() noexcept {
  if constexpr (!dense<Y>) {
    static_assert(sizeof(Y) == 0,
                  "act: beside an array x, dy and the outputs are arrays too; a number for all is "
                  "x.Constant(x.rows(), x.cols(), 0.5f)");
    return false;
  } else {
    constexpr bool one_scalar = std::same_as<typename X::Scalar, typename Y::Scalar>;
    constexpr bool one_kind =
        std::same_as<typename Eigen::internal::traits<expression<X>>::XprKind,
                     typename Eigen::internal::traits<expression<Y>>::XprKind>;
    constexpr bool one_shape = sizes_agree<int(X::RowsAtCompileTime), int(Y::RowsAtCompileTime)> &&
                               sizes_agree<int(X::ColsAtCompileTime), int(Y::ColsAtCompileTime)>;
    static_assert(one_scalar,
                  "act: arrays of one scalar type are needed; cast one of them with .cast<T>()");
    static_assert(one_kind || !one_scalar,
                  "act: an Array and a Matrix cannot be mixed; use .array() or .matrix()");
    static_assert(one_shape || !one_kind || !one_scalar, "act: the arrays differ in shape");
    return one_scalar && one_kind && one_shape;
  }
}

template <class Y>
inline constexpr bool is_writable = false;
template <class Y>
  requires(dense<Y> && !std::is_const_v<Y>)
inline constexpr bool is_writable<Y> = bool(Eigen::internal::is_lvalue<expression<Y>>::value);

/// Refuses outputs that do not go with x or cannot be written.
template <class X, class... Y>
[[nodiscard]] consteval bool are_outputs() noexcept {
  if constexpr ((... && combine<X, std::remove_cv_t<Y>>())) {
    constexpr bool writable = (... && is_writable<Y>);
    static_assert(writable,
                  "act: an output is const, or an expression; outputs follow x and are memory");
    return writable;
  } else {
    return false;
  }
}

/// Refuses what cannot be slopes beside an array.
template <class S>
[[nodiscard]] consteval bool are_slopes() noexcept {
  constexpr bool is_array = dense<S>;
  static_assert(is_array,
                "act: slopes are a number or an array of Eigen's; of a std::vector s, "
                "Eigen::Map<const Eigen::ArrayXf>(s.data(), n)");
  return is_array;
}

/// Refuses arrays that cannot be combined element by element.
template <class X, class Y>
void require_same_shape(const char* call, const X& x, const Y& y) {
  if constexpr (combine<X, Y>())
    require(x.rows() == y.rows() && x.cols() == y.cols(), call,
            ": the arrays differ in shape, rows and columns of each", x.rows(), x.cols(), y.rows(),
            y.cols());
}

/// Refuses an output that neither has the shape of x nor can take it.
template <class X, class Y>
void require_room(const char* call, const X& x, const Y& y) {
  if (!can_take_shape(y, x.rows(), x.cols())) require_same_shape(call, x, y);
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
  require(!one, call, ": value and derivative need an array each, not one; rows and columns of x",
          x.rows(), x.cols());
  require(!overlap_in_part(y.derived(), d.derived()), call,
          ": value and derivative overlap in part; rows and columns of x", x.rows(), x.cols());
  const auto apart = [&](const auto& input) {
    return !overlap_in_part(input, y.derived()) && !overlap_in_part(input, d.derived());
  };
  require(apart(x.derived()), call, ": an output overlaps x in part; rows and columns of x",
          x.rows(), x.cols());
  require((... && apart(more)), call,
          ": an output overlaps the slopes in part; rows and columns of x", x.rows(), x.cols());
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

ACT_STRICT_END
