// SPDX-License-Identifier: MIT
#pragma once

#include <act/eigen/assign.hpp>
#include <act/eigen/expression.hpp>
#include <utility>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

namespace eigen {

/// What act::in_parallel(y) is: something to assign to.
template <class Y>
class parallel_assignment {
 public:
  explicit parallel_assignment(Y y) noexcept : y_(static_cast<Y&&>(y)) {}

  template <class Op, class T, class X>
  parallel_assignment& operator=(const Eigen::CwiseUnaryOp<elementwise<Op, T>, X>& e) && {
    assign(e, e.nestedExpression());
    return *this;
  }
  template <class Op, class T, class X, class M>
  parallel_assignment& operator=(const Eigen::CwiseBinaryOp<elementwise<Op, T>, X, M>& e) && {
    assign(e, e.lhs(), e.rhs());
    return *this;
  }
  template <class Op, class T, class X, class M, class N>
  parallel_assignment& operator=(const Eigen::CwiseTernaryOp<elementwise<Op, T>, X, M, N>& e) && {
    assign(e, e.arg1(), e.arg2(), e.arg3());
    return *this;
  }
  template <class E>
  parallel_assignment& operator=(const E&) && {
    static_assert(
        sizeof(E) == 0,
        "act: in_parallel(y) takes act::f(x) alone; what stands around it is another assignment");
    return *this;
  }

 private:
  Y y_;

  template <class E, class... X>
  void assign(const E& e, const X&... x) {
    static_assert(has_runs<std::remove_cvref_t<Y>, X...>,
                  "act: in_parallel(y) takes act::f(x) of an x that is plain memory, as y is; "
                  "evaluate the argument first");
    require_room("in_parallel", e, y_);
    if (!overlap_in_part(e, y_.derived())) {
      make_room(e, y_);
      if (assign_by_driver(parallel_execution{Eigen::nbThreads()}, y_, e, x...)) return;
    }
    y_ = e;
  }
};

}  // namespace eigen

/// y = act::f(x), act::f.derivative(x), act::f.backward(x, dy), ... on at most Eigen::nbThreads()
/// threads:
///
///     act::in_parallel(y) = act::tanh(x);
///
/// x and y are plain memory, and the same bits are written as without. Of a block whose columns are
/// not adjacent each column is a call by itself, and few are long enough for a second thread: how
/// many threads an array is worth, parallel_execution says. Throws std::invalid_argument, before
/// anything is written, where y has another shape and cannot take that of x.
template <class Y>
[[nodiscard]] auto in_parallel(Y&& y) noexcept {
  return eigen::parallel_assignment<Y>(std::forward<Y>(y));
}

}  // namespace act

ACT_STRICT_END
