// SPDX-License-Identifier: MIT
#pragma once

// y = act::f(x) between plain memory runs act's driver. Eigen's own loop would do the elements
// before the first aligned packet and after the last one at a time, and would not interleave
// packets. Sums, products, += and all that is not plain memory keep Eigen's loop and its packets.
// Either way what is assigned to is checked first: Eigen does so with assertions alone.

#include <act/eigen/elementwise.hpp>
#include <act/eigen/runs.hpp>
#include <act/require.hpp>

namespace act::eigen {

/// Gives dst the shape of src, which it has or can take. Throws std::invalid_argument where it
/// cannot: without its assertions Eigen's loop would write past the end of dst.
template <class Dst, class Src, class Assign>
ACT_INLINE void take_shape(Dst& dst, const Src& src, const Assign& by) {
  Eigen::internal::resize_if_allowed(dst, src, by);
  require(dst.rows() == src.rows() && dst.cols() == src.cols(), "assignment",
          ": what is assigned to cannot take the shape of the result, rows and columns of each",
          dst.rows(), dst.cols(), src.rows(), src.cols());
}

/// dst = src, dst += src and the like, where src is an operation on x and more. Where dst overlaps
/// in part what src reads, src is evaluated first, into memory of its own.
template <class Dst, class Src, class Assign, class X, class... More>
void assign(Dst& dst, const Src& src, const Assign& by, const X& x, const More&... more) {
  using T = typename Dst::Scalar;
  if (dst.rows() == src.rows() && dst.cols() == src.cols())
    if constexpr (std::same_as<Assign, Eigen::internal::assign_op<T, T>> && has_runs<X, Dst> &&
                  has_operand_runs<X, More...>)
      if (assign_by_driver(sequential_execution{}, dst, src, x, more...)) return;
  if (overlap_in_part(src, dst)) {
    const typename Src::PlainObject evaluated = src;
    take_shape(dst, evaluated, by);
    Eigen::internal::call_dense_assignment_loop(dst, evaluated, by);
  } else if (dst.rows() == src.rows() && dst.cols() == src.cols()) {
    Eigen::internal::call_dense_assignment_loop(dst, src, by);
  } else {
    take_shape(dst, src, by);
    assign(dst, src, by, x, more...);
  }
}

}  // namespace act::eigen

namespace Eigen::internal {

template <class Dst, class Op, class T, class X, class Assign>
struct Assignment<Dst, CwiseUnaryOp<act::eigen::elementwise<Op, T>, X>, Assign, Dense2Dense> {
  using Src = CwiseUnaryOp<act::eigen::elementwise<Op, T>, X>;
  static void run(Dst& dst, const Src& src, const Assign& by) {
    act::eigen::assign(dst, src, by, src.nestedExpression());
  }
};

template <class Dst, class F, class X, class Assign>
struct Assignment<Dst, CwiseUnaryOp<act::Functor<F>, X>, Assign, Dense2Dense> {
  using Src = CwiseUnaryOp<act::Functor<F>, X>;
  static void run(Dst& dst, const Src& src, const Assign& by) {
    using value = act::eigen::elementwise<act::op::value<F>, typename F::scalar>;
    const CwiseUnaryOp<value, X> e(src.nestedExpression(), value{{src.functor()}});
    act::eigen::assign(dst, e, by, e.nestedExpression());
  }
};

template <class Dst, class Op, class T, class X, class Y, class Assign>
struct Assignment<Dst, CwiseBinaryOp<act::eigen::elementwise<Op, T>, X, Y>, Assign, Dense2Dense> {
  using Src = CwiseBinaryOp<act::eigen::elementwise<Op, T>, X, Y>;
  static void run(Dst& dst, const Src& src, const Assign& by) {
    act::eigen::assign(dst, src, by, src.lhs(), src.rhs());
  }
};

template <class Dst, class Op, class T, class X, class Y, class Z, class Assign>
struct Assignment<Dst, CwiseTernaryOp<act::eigen::elementwise<Op, T>, X, Y, Z>, Assign,
                  Dense2Dense> {
  using Src = CwiseTernaryOp<act::eigen::elementwise<Op, T>, X, Y, Z>;
  static void run(Dst& dst, const Src& src, const Assign& by) {
    act::eigen::assign(dst, src, by, src.arg1(), src.arg2(), src.arg3());
  }
};

}  // namespace Eigen::internal
