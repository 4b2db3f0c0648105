// SPDX-License-Identifier: MIT
#pragma once

// What an expression of Eigen's is made of, and when it reads that.

#include <Eigen/Core>
#include <act/abi.hpp>

namespace act::inline ACT_ABI::eigen::detail {

/// Does X compute each number from those at the same place of its operands?
template <class X>
inline constexpr bool is_elementwise = requires(const X& x) {
  x.conditionMatrix();  // Eigen::Select, which Eigen 5 no longer has
};
template <class F, class X>
inline constexpr bool is_elementwise<Eigen::CwiseUnaryOp<F, X>> = true;
template <class F, class X>
inline constexpr bool is_elementwise<Eigen::CwiseUnaryView<F, X>> = true;
template <class F, class X, class Y>
inline constexpr bool is_elementwise<Eigen::CwiseBinaryOp<F, X, Y>> = true;
template <class F, class X, class Y, class Z>
inline constexpr bool is_elementwise<Eigen::CwiseTernaryOp<F, X, Y, Z>> = true;
template <class X>
inline constexpr bool is_elementwise<Eigen::ArrayWrapper<X>> = true;
template <class X>
inline constexpr bool is_elementwise<Eigen::MatrixWrapper<X>> = true;
template <class X>
inline constexpr bool is_elementwise<Eigen::NestByValue<X>> = true;

/// Does Eigen compute all of X before it writes the first result?
template <class X>
inline constexpr bool is_computed_first = false;
template <class X, class Y, int Option>
inline constexpr bool is_computed_first<Eigen::Product<X, Y, Option>> =
    Option != Eigen::LazyProduct;
template <class X>
inline constexpr bool is_computed_first<Eigen::Inverse<X>> = true;
template <class X, class Y>
inline constexpr bool is_computed_first<Eigen::Solve<X, Y>> = true;

template <class X>
inline constexpr bool is_replicate = false;
template <class X, int Rows, int Cols>
inline constexpr bool is_replicate<Eigen::Replicate<X, Rows, Cols>> = true;

/// Does test(operand) hold for all expressions that x is made of?
template <class X, class F>
[[nodiscard]] bool all_operands([[maybe_unused]] const X& x, [[maybe_unused]] const F& test) {
  if constexpr (!is_computed_first<X>) {
    if constexpr (requires { x.arg3(); })
      return test(x.arg1()) && test(x.arg2()) && test(x.arg3());
    else if constexpr (requires { x.conditionMatrix(); })
      return test(x.conditionMatrix()) && test(x.thenMatrix()) && test(x.elseMatrix());
    else if constexpr (requires { x.rhs(); })
      return test(x.lhs()) && test(x.rhs());
    else if constexpr (requires { x.nestedExpression(); })
      return test(x.nestedExpression());
  }
  return true;
}

}  // namespace act::eigen::detail
