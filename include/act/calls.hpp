// SPDX-License-Identifier: MIT
#pragma once

// The calls of an activation, each written once: functors, which hold their parameters, and
// objects, which take them with each call, have them from here. What they can be called on
// operand.hpp says.

#include <act/operand.hpp>
#include <utility>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

namespace detail {
template <class F>
concept has_derivative_from_output = requires(const F& f, typename F::scalar y) {
  f.derivative_from_output(y);
};

template <class X>
concept number = std::floating_point<std::remove_cvref_t<X>>;

/// An operation with an array, or a batch, of parameters in place of one number.
template <class Op, class P>
struct with_array {
  Op op;
  P&& parameters;
};
template <class B>
inline constexpr bool has_array = false;
template <class Op, class P>
inline constexpr bool has_array<with_array<Op, P>> = true;
}  // namespace detail

/// The calls of Self for the formula F. Self has a member operation<Op, X>(p...): Op of
/// its formula on x of type X, with the parameters p, which follow the arrays of a call. A number
/// is taken by value, as a field of a packed structure and a volatile variable bind to no
/// reference.
template <class Self, class F, class Base>
struct calls : Base {
  /// f(x)
  template <class X, class... P>
    requires(!detail::number<X>)
  ACT_INLINE decltype(auto) operator()(X&& x, P&&... p) const
      noexcept(!operand_of<X>::is_array&& noexcept(self().template operation<op::value, X>(p...))) {
    return run<X>(self().template operation<op::value, X>(std::forward<P>(p)...),
                  std::forward<X>(x));
  }
  template <detail::number X, class... P>
  ACT_INLINE auto operator()(X x, P... p) const
      noexcept(!operand_of<X>::is_array&& noexcept(self().template operation<op::value, X>(p...))) {
    return run<X>(self().template operation<op::value, X>(p...), std::move(x));
  }

  /// f'(x)
  template <class X, class... P>
    requires(!detail::number<X>)
  ACT_INLINE decltype(auto) derivative(X&& x, P&&... p) const noexcept(
      !operand_of<X>::is_array&& noexcept(self().template operation<op::derivative, X>(p...))) {
    return run<X>(self().template operation<op::derivative, X>(std::forward<P>(p)...),
                  std::forward<X>(x));
  }
  template <detail::number X, class... P>
  ACT_INLINE auto derivative(X x, P... p) const noexcept(
      !operand_of<X>::is_array&& noexcept(self().template operation<op::derivative, X>(p...))) {
    return run<X>(self().template operation<op::derivative, X>(p...), std::move(x));
  }

  /// f'(x) given y = f(x), where y determines it: cheaper than from x, and less accurate where f
  /// levels off.
  template <class Y, class... P>
    requires(!detail::number<Y> && detail::has_derivative_from_output<F>)
  ACT_INLINE decltype(auto) derivative_from_output(Y&& y, P&&... p) const
      noexcept(!operand_of<Y>::is_array&& noexcept(
          self().template operation<op::derivative_from_output, Y>(p...))) {
    return run<Y>(self().template operation<op::derivative_from_output, Y>(std::forward<P>(p)...),
                  std::forward<Y>(y));
  }
  template <detail::number Y, class... P>
    requires(detail::has_derivative_from_output<F>)
  ACT_INLINE auto derivative_from_output(Y y, P... p) const
      noexcept(!operand_of<Y>::is_array&& noexcept(
          self().template operation<op::derivative_from_output, Y>(p...))) {
    return run<Y>(self().template operation<op::derivative_from_output, Y>(p...), std::move(y));
  }
  template <class Y, class... P>
    requires(!detail::has_derivative_from_output<F>)
  detail::refused<Y> derivative_from_output(const Y&, const P&...)
  const = delete;  // y does not tell f'(x) here: call .derivative(x)

  /// dy * f'(x): the gradient with respect to x, of a loss whose gradient with respect to f(x) is
  /// dy.
  template <class X, class DY, class... P>
    requires(!detail::number<X>)
  ACT_INLINE decltype(auto) backward(X&& x, DY&& dy, P&&... p) const noexcept(
      !operand_of<X>::is_array&& noexcept(self().template operation<op::backward, X>(p...))) {
    return run<X>(self().template operation<op::backward, X>(std::forward<P>(p)...),
                  std::forward<X>(x), std::forward<DY>(dy));
  }
  template <detail::number X, class DY, class... P>
  ACT_INLINE auto backward(X x, DY dy, P... p) const noexcept(
      !operand_of<X>::is_array&& noexcept(self().template operation<op::backward, X>(p...))) {
    return run<X>(self().template operation<op::backward, X>(p...), std::move(x), dy);
  }

  /// dy * f'(x) given y = f(x), in one pass: all that a recurrent cell has to keep is y.
  template <class Y, class DY, class... P>
    requires(!detail::number<Y> && detail::has_derivative_from_output<F>)
  ACT_INLINE decltype(auto) backward_from_output(Y&& y, DY&& dy, P&&... p) const
      noexcept(!operand_of<Y>::is_array&& noexcept(
          self().template operation<op::backward_from_output, Y>(p...))) {
    return run<Y>(self().template operation<op::backward_from_output, Y>(std::forward<P>(p)...),
                  std::forward<Y>(y), std::forward<DY>(dy));
  }
  template <detail::number Y, class DY, class... P>
    requires(detail::has_derivative_from_output<F>)
  ACT_INLINE auto backward_from_output(Y y, DY dy, P... p) const
      noexcept(!operand_of<Y>::is_array&& noexcept(
          self().template operation<op::backward_from_output, Y>(p...))) {
    return run<Y>(self().template operation<op::backward_from_output, Y>(p...), std::move(y), dy);
  }
  template <class Y, class DY, class... P>
    requires(!detail::has_derivative_from_output<F>)
  detail::refused<Y> backward_from_output(const Y&, const DY&, const P&...)
  const = delete;  // y does not tell f'(x) here: call .backward(x, dy)

  /// {f(x), f'(x)} of a number or a batch.
  template <class X, class... P>
    requires(!detail::number<X> && !operand_of<X>::is_array)
  ACT_INLINE auto value_and_derivative(const X& x, P&&... p) const
      noexcept(!operand_of<X>::is_array&& noexcept(self().template operation<op::both, X>(p...))) {
    return run<const X&>(self().template operation<op::both, X>(std::forward<P>(p)...), x);
  }
  template <detail::number X, class... P>
  ACT_INLINE auto value_and_derivative(X x, P... p) const
      noexcept(!operand_of<X>::is_array&& noexcept(self().template operation<op::both, X>(p...))) {
    return run<X>(self().template operation<op::both, X>(p...), std::move(x));
  }

  /// y = f(x) and d = f'(x) of an array, in one pass over it. y or d may be x itself. Throws
  /// std::invalid_argument where the arrays do not fit or overlap in part.
  template <class X, class... Rest>
    requires(operand_of<X>::is_array)
  void value_and_derivative(const X& x, Rest&&... y_d_p) const {
    static_assert(
        sizeof...(Rest) >= 2,
        "act: of an array, value and derivative go to arrays: value_and_derivative(x, y, d)");
    if constexpr (sizeof...(Rest) >= 2) write_both(x, std::forward<Rest>(y_d_p)...);
  }

 private:
  [[nodiscard]] ACT_INLINE constexpr const Self& self() const noexcept {
    return static_cast<const Self&>(*this);
  }

  template <class X, class Bound, class... More>
  static ACT_INLINE decltype(auto) run(Bound&& bound, X&& x,
                                       More&&... more) noexcept(!operand_of<X>::is_array) {
    using bound_type = std::remove_cvref_t<Bound>;
    if constexpr (detail::is_refused<bound_type>)
      return bound_type{};
    else if constexpr (detail::has_array<bound_type>)
      return operand_of<X>::apply_broadcast(
          bound.op, static_cast<decltype(bound.parameters)>(bound.parameters), std::forward<X>(x),
          std::forward<More>(more)...);
    else
      return operand_of<X>::apply(bound, std::forward<X>(x), std::forward<More>(more)...);
  }

  template <class X, class Y, class D, class... P>
  void write_both(const X& x, Y&& y, D&& d, P&&... p) const {
    const auto bound = self().template operation<op::both, X>(std::forward<P>(p)...);
    using bound_type = std::remove_cvref_t<decltype(bound)>;
    if constexpr (detail::has_array<bound_type>)
      operand_of<X>::apply_both_broadcast(bound.op, bound.parameters, x, y, d);
    else if constexpr (!detail::is_refused<bound_type>)
      operand_of<X>::apply_both(bound, x, y, d);
  }
};

}  // namespace act

ACT_STRICT_END
