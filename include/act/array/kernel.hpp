// SPDX-License-Identifier: MIT
#pragma once

// What loops ask of the kernel of an operation: how many registers it needs, and whether it is a
// long computation.

#include <act/operation.hpp>
#include <utility>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::array {

namespace detail {
/// The instruction set that A stands for in loops: A itself, where nothing else is said.
template <class A>
struct stands_for {
  using type = A;
};
}  // namespace detail

/// Loops are named after A and run on arch_of<A>. They differ in act::dispatch, which marks its
/// loops with types of its own: so no linker takes another object's loops for them.
template <class A>
using arch_of = typename detail::stands_for<A>::type;

namespace detail {

/// How many registers op's kernel needs for one register of its argument.
template <class Op>
inline constexpr int registers = 1;
template <class Op>
  requires requires { decltype(Op::f)::registers; }
inline constexpr int registers<Op> = decltype(Op::f)::registers;

/// Has F two long kernels, for value and derivative, that have nothing in common?
template <class F, class V>
concept takes_turns = requires(const F& f, const V& x) {
  requires simd::is_staged<decltype(f(x))> && simd::is_staged<decltype(f.derivative(x))>;
  requires !requires { f.value_and_derivative(x); };
};

/// Is one register of x a long computation? Such kernels stop half-way.
template <class Op, class V>
inline constexpr bool is_long =
    simd::is_staged<decltype(std::declval<Op>().begin(std::declval<V>()))>;
template <class F, class V>
  requires(takes_turns<F, V>)
inline constexpr bool is_long<op::both<F>, V> = true;

}  // namespace detail
}  // namespace act::array

ACT_STRICT_END
