// SPDX-License-Identifier: MIT
#pragma once

// Eigen's side of the door: an operation on dense expressions is itself a lazy expression, an Array
// of Arrays and a Matrix of Matrices, and fuses with what stands around it.

#include <act/eigen/elementwise.hpp>
#include <act/eigen/runs.hpp>
#include <act/require.hpp>

namespace act {

namespace eigen {

template <class X>
concept dense = std::derived_from<X, Eigen::DenseBase<X>>;

/// Is E an Array or Matrix that owns its numbers and is about to die? A lazy expression of it would
/// dangle; its memory is free to hold the result.
template <class E>
inline constexpr bool is_temporary = false;
template <class E>
  requires(!std::is_reference_v<E> && !std::is_const_v<E>)
inline constexpr bool is_temporary<E> = std::derived_from<E, Eigen::PlainObjectBase<E>>;

template <int A, int B>
inline constexpr bool sizes_agree = A == B || A == Eigen::Dynamic || B == Eigen::Dynamic;

/// Refuses arrays that cannot be combined element by element.
template <class X, class Y>
void require_same_shape(const X& x, const Y& y) {
  static_assert(std::same_as<typename X::Scalar, typename Y::Scalar>,
                "act: arrays of one scalar type are needed; cast one of them with .cast<T>()");
  static_assert(std::same_as<typename Eigen::internal::traits<X>::XprKind,
                             typename Eigen::internal::traits<Y>::XprKind>,
                "act: an Array and a Matrix cannot be mixed; use .array() or .matrix()");
  static_assert(sizes_agree<int(X::RowsAtCompileTime), int(Y::RowsAtCompileTime)> &&
                    sizes_agree<int(X::ColsAtCompileTime), int(Y::ColsAtCompileTime)>,
                "act: the arrays differ in shape");
  require(x.rows() == y.rows() && x.cols() == y.cols(), "(Eigen)",
          ": the arrays differ in shape, rows and columns of each", x.rows(), x.cols(), y.rows(),
          y.cols());
}

/// slope as an expression of x's shape: itself, or a vector repeated along x.
template <class X, class S>
[[nodiscard]] decltype(auto) broadcast(const X& x, const S& slope) {
  constexpr bool column = S::ColsAtCompileTime == 1, row = S::RowsAtCompileTime == 1;
  if constexpr (column && X::ColsAtCompileTime != 1) {
    require(slope.rows() == x.rows(), "prelu", ": a column of slopes needs one for each row of x",
            slope.rows(), x.rows());
    return Eigen::Replicate<S, 1, X::ColsAtCompileTime>(slope, 1, x.cols());
  } else if constexpr (row && X::RowsAtCompileTime != 1) {
    require(slope.cols() == x.cols(), "prelu", ": a row of slopes needs one for each column of x",
            slope.cols(), x.cols());
    return Eigen::Replicate<S, X::RowsAtCompileTime, 1>(slope, x.rows(), 1);
  } else {
    return (slope);
  }
}

}  // namespace eigen

/// Dense expressions of Eigen.
template <eigen::dense X>
struct door<X> {
  static constexpr bool is_real =
      std::same_as<typename X::Scalar, float> || std::same_as<typename X::Scalar, double>;
  static_assert(is_real, "act: activations need float or double; cast with x.cast<float>()");
  using scalar = std::conditional_t<is_real, typename X::Scalar, float>;
  static constexpr bool is_array = true;

  /// op(x)
  template <class Op, class E>
  static auto apply(const Op& op, E&& x) {
    using lazy = Eigen::CwiseUnaryOp<eigen::elementwise<Op, scalar>, const X>;
    if constexpr (eigen::is_temporary<E>) {
      x = lazy(x, {op});
      return X(std::move(x));
    } else {
      return lazy(x, {op});
    }
  }

  /// op(x, more)
  template <class Op, class E, class M>
  static auto apply(const Op& op, E&& x, M&& more) {
    using Y = std::remove_cvref_t<M>;
    using lazy = Eigen::CwiseBinaryOp<eigen::elementwise<Op, scalar>, const X, const Y>;
    eigen::require_same_shape(x, more);
    if constexpr (eigen::is_temporary<E>) {
      x = lazy(x, more, {op});
      return X(std::move(x));
    } else if constexpr (eigen::is_temporary<M>) {
      more = lazy(x, more, {op});
      return Y(std::move(more));
    } else {
      return lazy(x, more, {op});
    }
  }

  /// op(x, slope) with slope repeated to the shape of x
  template <class Op, class E, class S>
  static auto apply_broadcast(const Op& op, E&& x, S&& slope) {
    if constexpr (eigen::is_temporary<S>)
      return apply(op, std::forward<E>(x), eigen::broadcast(x, slope)).eval();
    else
      return apply(op, std::forward<E>(x), eigen::broadcast(x, slope));
  }

  /// y = value and d = derivative of op(x), a value_and_derivative
  template <class Op, class Y, class D>
  static void apply_both(const Op& op, const X& x, Y&& y, D&& d) {
    Eigen::internal::resize_if_allowed(y, x, Eigen::internal::assign_op<scalar, scalar>());
    Eigen::internal::resize_if_allowed(d, x, Eigen::internal::assign_op<scalar, scalar>());
    eigen::require_same_shape(x, y);
    eigen::require_same_shape(x, d);
    if constexpr (eigen::has_runs<X, std::remove_cvref_t<Y>, std::remove_cvref_t<D>>) {
      if (eigen::run_driver(op, eigen::run_length(x), eigen::run_count(x),
                            {eigen::memory_of(y), eigen::memory_of(d)}, eigen::memory_of(x)))
        return;
    }
    // Where x is no plain memory, y takes it first, so that x is evaluated once and by Eigen.
    y = x;
    for (Eigen::Index j = 0; j < y.cols(); ++j)
      for (Eigen::Index i = 0; i < y.rows(); ++i) {
        const auto both = evaluate(op, scalar(y.coeff(i, j)));
        y.coeffRef(i, j) = both.value;
        d.coeffRef(i, j) = both.derivative;
      }
  }

  /// y and d from two expressions of x
  template <class EY, class ED, class Y, class D>
  static void assign_both(const X&, const EY& value, const ED& derivative, Y&& y, D&& d) {
    d = derivative;
    y = value;
  }

  /// a * b
  template <class E, class M>
  static auto product(E&& a, M&& b) {
    return door<std::remove_cvref_t<E>>::apply(op::product{}, std::forward<E>(a),
                                               std::forward<M>(b));
  }

  /// out(i, j) = generator(x(i, j), i + j * rows)
  template <class Out, class G>
  static void generate(const X& x, Out&& out, const G& generator) {
    Eigen::internal::resize_if_allowed(out, x, Eigen::internal::assign_op<scalar, scalar>());
    eigen::require_same_shape(x, out);
    out = x;
    for (Eigen::Index j = 0; j < out.cols(); ++j)
      for (Eigen::Index i = 0; i < out.rows(); ++i)
        out.coeffRef(i, j) =
            generator(scalar(out.coeff(i, j)), static_cast<std::uint64_t>(i + j * out.rows()));
  }

  [[nodiscard]] static Eigen::Index size(const X& x) noexcept { return x.size(); }
};

}  // namespace act
