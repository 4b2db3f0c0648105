// SPDX-License-Identifier: MIT
#pragma once

// y = act::f(x) between plain memory runs act's driver. Eigen's own loop would do the elements
// before the first aligned packet and after the last one at a time, and would not interleave
// packets. Sums, products, += and all that is not plain memory keep Eigen's loop and its packets.

#include <act/eigen/elementwise.hpp>
#include <act/eigen/runs.hpp>
#include <act/require.hpp>

namespace act::eigen {

/// Gives dst the shape of e, if it can take it. Eigen only asserts that it can: without assertions
/// the loop would write past dst's end.
template <class Dst, class E, class Assign>
ACT_INLINE void take_shape(Dst& dst, const E& e, const Assign& assign) {
  Eigen::internal::resize_if_allowed(dst, e, assign);
  require(dst.rows() == e.rows() && dst.cols() == e.cols(), "assignment",
          ": what is assigned to cannot take the shape of the result, rows and columns of each",
          dst.rows(), dst.cols(), e.rows(), e.cols());
}

}  // namespace act::eigen

namespace Eigen::internal {

template <class Dst, class Op, class T, class X>
  requires act::eigen::has_runs<std::remove_cv_t<X>, Dst>
struct Assignment<Dst, CwiseUnaryOp<act::eigen::elementwise<Op, T>, X>, assign_op<T, T>,
                  Dense2Dense> {
  using Src = CwiseUnaryOp<act::eigen::elementwise<Op, T>, X>;
  static void run(Dst& dst, const Src& src, const assign_op<T, T>& assign) {
    act::eigen::take_shape(dst, src, assign);
    if (!act::eigen::assign_by_driver(act::sequential_execution{}, dst, src,
                                      src.nestedExpression()))
      call_dense_assignment_loop(dst, src, assign);
  }
};

template <class Dst, act::eigen::functor F, class T, class X>
  requires act::eigen::has_runs<std::remove_cv_t<X>, Dst>
struct Assignment<Dst, CwiseUnaryOp<F, X>, assign_op<T, T>, Dense2Dense> {
  using Src = CwiseUnaryOp<F, X>;
  static void run(Dst& dst, const Src& src, const assign_op<T, T>&) {
    const auto formula = act::detail::formula_for<T>(src.functor());
    using value =
        act::eigen::elementwise<act::op::value<std::remove_const_t<decltype(formula)>>, T>;
    dst = CwiseUnaryOp<value, X>(src.nestedExpression(), value{{formula}});
  }
};

template <class Dst, class Op, class T, class X, class Y>
  requires(act::eigen::has_runs<std::remove_cv_t<X>, Dst>&&
               act::eigen::has_operand_runs<std::remove_cv_t<X>, std::remove_cv_t<Y>>)
struct Assignment<Dst, CwiseBinaryOp<act::eigen::elementwise<Op, T>, X, Y>, assign_op<T, T>,
                  Dense2Dense> {
  using Src = CwiseBinaryOp<act::eigen::elementwise<Op, T>, X, Y>;
  static void run(Dst& dst, const Src& src, const assign_op<T, T>& assign) {
    act::eigen::take_shape(dst, src, assign);
    if (!act::eigen::assign_by_driver(act::sequential_execution{}, dst, src, src.lhs(), src.rhs()))
      call_dense_assignment_loop(dst, src, assign);
  }
};

template <class Dst, class Op, class T, class X, class Y, class Z>
  requires(act::eigen::has_runs<std::remove_cv_t<X>, Dst>&& act::eigen::has_operand_runs<
           std::remove_cv_t<X>, std::remove_cv_t<Y>, std::remove_cv_t<Z>>)
struct Assignment<Dst, CwiseTernaryOp<act::eigen::elementwise<Op, T>, X, Y, Z>, assign_op<T, T>,
                  Dense2Dense> {
  using Src = CwiseTernaryOp<act::eigen::elementwise<Op, T>, X, Y, Z>;
  static void run(Dst& dst, const Src& src, const assign_op<T, T>& assign) {
    act::eigen::take_shape(dst, src, assign);
    if (!act::eigen::assign_by_driver(act::sequential_execution{}, dst, src, src.arg1(), src.arg2(),
                                      src.arg3()))
      call_dense_assignment_loop(dst, src, assign);
  }
};

}  // namespace Eigen::internal
