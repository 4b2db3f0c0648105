// SPDX-License-Identifier: MIT
#pragma once

// y = act::f(x) between plain memory runs act's driver. Eigen's own loop would do the elements
// before the first aligned packet and after the last one at a time, and would not interleave
// packets. Sums, products, += and all that is not plain memory keep Eigen's loop and its packets.
// Either way what is assigned to is checked first: Eigen does so with assertions alone.

#include <act/eigen/elementwise.hpp>
#include <act/eigen/runs.hpp>
#include <act/require.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::eigen {

/// dst = src, dst += src and the like, where src is an operation on x and more. Where dst overlaps
/// in part what src reads, src is evaluated first, into memory of its own. Throws
/// std::invalid_argument where dst cannot take the shape of src: without its assertions Eigen's
/// loop would write past the end of dst.
template <class Dst, class Src, class Assign, class X, class... More>
void assign(Dst& dst, const Src& src, const Assign& by, const X& x, const More&... more) {
  using T = typename Dst::Scalar;
  constexpr bool is_plain = std::same_as<Assign, Eigen::internal::assign_op<T, T>>;
  const bool same_shape = dst.rows() == src.rows() && dst.cols() == src.cols();
  require(same_shape || (is_plain && can_take_shape(dst, src.rows(), src.cols())), "assignment",
          ": what is assigned to cannot take the shape of the result, rows and columns of each",
          dst.rows(), dst.cols(), src.rows(), src.cols());
  if constexpr (is_plain && has_runs<X, Dst> && has_operand_runs<X, More...>)
    if (same_shape || !overlap_in_part(src, dst)) {
      Eigen::internal::resize_if_allowed(dst, src, by);
      if (assign_by_driver(sequential_execution{}, dst, src, x, more...)) return;
    }
  if (overlap_in_part(src, dst)) {
    const typename Dst::PlainObject evaluated = src;
    Eigen::internal::call_dense_assignment_loop(dst, evaluated, by);
  } else {
    Eigen::internal::call_dense_assignment_loop(dst, src, by);
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

template <class Dst, act::eigen::functor F, class X, class Assign>
struct Assignment<Dst, CwiseUnaryOp<F, X>, Assign, Dense2Dense> {
  using Src = CwiseUnaryOp<F, X>;
  static void run(Dst& dst, const Src& src, const Assign& by) {
    using T = typename Src::Scalar;
    const auto formula = act::detail::formula_for<T>(src.functor());
    using op = act::op::value<std::remove_const_t<decltype(formula)>>;
    using value = act::eigen::elementwise<op, T>;
    const CwiseUnaryOp<value, X> e(src.nestedExpression(), value{{formula}});
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

ACT_STRICT_END
