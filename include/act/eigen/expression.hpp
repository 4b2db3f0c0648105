// SPDX-License-Identifier: MIT
#pragma once

// Eigen's side of the door: an operation on dense expressions is itself a lazy expression, an Array
// of Arrays and a Matrix of Matrices, and fuses with what stands around it.

#include <act/eigen/elementwise.hpp>
#include <act/eigen/runs.hpp>
#include <act/require.hpp>

namespace act {

namespace eigen {

/// The expression that X is to Eigen; x.head(n) is derived from its own.
template <class X>
using expression = std::remove_cvref_t<decltype(std::declval<const X&>().derived())>;

template <class X>
concept dense = requires {
  typename expression<X>;
}
&&std::derived_from<X, Eigen::DenseBase<expression<X>>>;

/// Is E an Array or Matrix that owns its numbers and is about to die? A lazy expression of it would
/// dangle; its memory is free to hold the result.
template <class E>
inline constexpr bool is_temporary =
    !std::is_reference_v<E> &&
    std::derived_from<std::remove_const_t<E>, Eigen::PlainObjectBase<std::remove_const_t<E>>>;

/// The same where its memory may be written.
template <class E>
inline constexpr bool is_reusable = is_temporary<E> && !std::is_const_v<E>;

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

/// Where the numbers of x begin, or x itself where they are not memory.
template <class X>
[[nodiscard]] const void* start_of(const X& x) noexcept {
  if constexpr (detail::is_memory<expression<X>>)
    return x.derived().data();
  else
    return &x.derived();
}

/// Refuses an output that neither has the shape of x nor can take it.
template <class X, class Y>
void require_room(const char* call, const X& x, const Y& y) {
  constexpr bool plain = std::derived_from<Y, Eigen::PlainObjectBase<Y>>;
  const bool resizable =
      plain && (Y::RowsAtCompileTime == Eigen::Dynamic || Y::RowsAtCompileTime == x.rows()) &&
      (Y::ColsAtCompileTime == Eigen::Dynamic || Y::ColsAtCompileTime == x.cols());
  static_assert(combination<X, Y>::possible);
  if (!resizable) require_same_shape(call, x, y);
}

/// Gives y the shape of x, which it has or can take.
template <class X, class Y>
void make_room(const X& x, Y& y) {
  if constexpr (std::derived_from<Y, Eigen::PlainObjectBase<Y>>) y.resize(x.rows(), x.cols());
}

/// Refuses outputs for value and derivative that do not fit x, are one array or overlap in part.
template <class X, class Y, class D>
void require_room_for_both(const X& x, const Y& y, const D& d) {
  constexpr const char* call = "value_and_derivative";
  const bool one = static_cast<const void*>(&y) == static_cast<const void*>(&d) ||
                   (y.size() > 0 && start_of(y) == start_of(d));
  require(!one, call, ": value and derivative need an array each, not one of size", x.size());
  require(!overlap_in_part(y.derived(), d.derived()), call,
          ": value and derivative overlap in part, arrays of size", x.size());
  require(!overlap_in_part(x.derived(), y.derived()) && !overlap_in_part(x.derived(), d.derived()),
          call, ": an output overlaps x in part, arrays of size", x.size());
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
    using lazy = Eigen::CwiseUnaryOp<eigen::elementwise<Op, scalar>, const eigen::expression<X>>;
    if constexpr (eigen::is_reusable<E>) {
      x = lazy(x.derived(), {op});
      return X(std::forward<E>(x));
    } else if constexpr (eigen::is_temporary<E>) {
      return X(lazy(x.derived(), {op}));
    } else {
      return lazy(x.derived(), {op});
    }
  }

  /// op(x, more)
  template <class Op, class E, class M>
  static auto apply(const Op& op, E&& x, M&& more) {
    using Y = std::remove_cvref_t<M>;
    static_assert(eigen::combination<X, Y>::possible);
    using lazy = Eigen::CwiseBinaryOp<eigen::elementwise<Op, scalar>, const eigen::expression<X>,
                                      const eigen::expression<Y>>;
    eigen::require_same_shape(Op::name, x, more);
    if constexpr (eigen::is_reusable<E>) {
      x = lazy(x.derived(), more.derived(), {op});
      return X(std::forward<E>(x));
    } else if constexpr (eigen::is_reusable<M>) {
      more = lazy(x.derived(), more.derived(), {op});
      return Y(std::forward<M>(more));
    } else if constexpr (eigen::is_temporary<E> || eigen::is_temporary<M>) {
      return typename lazy::PlainObject(lazy(x.derived(), more.derived(), {op}));
    } else {
      return lazy(x.derived(), more.derived(), {op});
    }
  }

  /// op(x, slope) with slope repeated to the shape of x
  template <class Op, class E, class S>
  static auto apply_broadcast(const Op& op, E&& x, S&& slope) {
    if constexpr (eigen::is_temporary<S> && !eigen::is_temporary<E>)
      return apply(op, std::forward<E>(x), eigen::broadcast(x, slope)).eval();
    else
      return apply(op, std::forward<E>(x), eigen::broadcast(x, slope));
  }

  /// y = value and d = derivative of op(x), a value_and_derivative
  template <class Op, class Y, class D>
  static void apply_both(const Op& op, const X& x, Y&& y, D&& d) {
    eigen::require_room_for_both(x, y, d);
    if constexpr (eigen::has_runs<eigen::expression<X>, std::remove_cvref_t<Y>,
                                  std::remove_cvref_t<D>>) {
      eigen::make_room(x, y);
      eigen::make_room(x, d);
      if (eigen::run_driver(sequential_execution{}, op, eigen::run_length(x), eigen::run_count(x),
                            {eigen::memory_of(y), eigen::memory_of(d)},
                            eigen::memory_of(x.derived())))
        return;
    }
    // Where x is no plain memory, y takes it first, so that x is evaluated once, by Eigen, and
    // before anything that it may be made of is written.
    y = x.derived();
    eigen::make_room(y, d);
    for (Eigen::Index j = 0; j < y.cols(); ++j)
      for (Eigen::Index i = 0; i < y.rows(); ++i) {
        const auto both = evaluate(op, scalar(y.coeff(i, j)));
        y.coeffRef(i, j) = both.value;
        d.coeffRef(i, j) = both.derivative;
      }
  }

  /// y and d from two expressions of x; first the one that is not x itself.
  template <class EY, class ED, class Y, class D>
  static void assign_both(const X& x, const EY& value, const ED& derivative, Y&& y, D&& d) {
    eigen::require_room_for_both(x, y, d);
    if (eigen::start_of(y) == eigen::start_of(x)) {
      d = derivative;
      y = value;
    } else {
      y = value;
      d = derivative;
    }
  }

  /// a * b, on behalf of call
  template <class E, class M>
  static auto product(const char* call, E&& a, M&& b) {
    eigen::require_same_shape(call, a, b);
    return door<std::remove_cvref_t<E>>::apply(op::product{}, std::forward<E>(a),
                                               std::forward<M>(b));
  }

  /// out(i, j) = generator(x(i, j), i + j * rows)
  template <class Out, class G>
  static void generate(const X& x, Out&& out, G&& generator) {
    require(eigen::start_of(out) != eigen::start_of(x) || x.size() == 0, "rrelu.train",
            ": the slopes need an array of their own, not x, of size", x.size());
    eigen::require_room("rrelu.train", x, out);
    out = x.derived();
    for (Eigen::Index j = 0; j < out.cols(); ++j)
      for (Eigen::Index i = 0; i < out.rows(); ++i)
        out.coeffRef(i, j) =
            generator(scalar(out.coeff(i, j)), static_cast<std::uint64_t>(i + j * out.rows()));
  }

  [[nodiscard]] static Eigen::Index size(const X& x) noexcept { return x.size(); }
};

}  // namespace act
