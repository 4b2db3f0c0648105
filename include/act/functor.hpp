// SPDX-License-Identifier: MIT
#pragma once

// A formula is a plain struct over lanes: operator()(x) and derivative(x), its parameters as
// members. This file makes it callable on everything: Functor<F> is the formula with values for its
// parameters, Function<F> the object that takes them with each call. What they can be called on
// door.hpp says.

#include <act/door.hpp>

ACT_STRICT_BEGIN
namespace act {

namespace detail {
/// Is F made of these parameters, in the order of its members?
template <class F, class... P>
concept has_parameters = sizeof...(P) > 0 && requires(P... p) {
  F{static_cast<typename F::scalar>(p)...};
};

template <class F>
concept has_derivative_from_output = requires(const F& f, typename F::scalar y) {
  f.derivative_from_output(y);
};

/// How Eigen evaluates a formula on its packets; eigen/elementwise.hpp says.
template <class F>
struct on_packets;
template <class P>
struct scalar_of_packet;

/// Of the objects, which are functors of any scalar type.
template <class G>
concept function = requires {
  typename G::template functor<float>;
};

/// The formula for numbers of type T that f stands for, an object, or holds, a functor; or f, a
/// formula itself. A functor is not called by loops, as its result has no second half left to
/// overlap.
template <class T, class F>
[[nodiscard]] constexpr auto formula_for(const F& f) noexcept {
  if constexpr (function<F>)
    return typename F::template functor<T>::formula{};
  else if constexpr (requires { typename F::formula; })
    return static_cast<const typename F::formula&>(f);
  else
    return f;
}
}  // namespace detail

/// The formula F with values for its parameters, callable on scalars, xsimd batches and, with
/// <act/eigen.hpp>, on any Eigen expression. It is what a layer keeps, and a functor for Eigen's
/// unaryExpr, of arrays and of tensors.
template <class F>
struct Functor : F {
  using formula = F;
  using scalar = typename F::scalar;

  Functor() = default;
  constexpr Functor(const F& f) noexcept : F(f) {}

  /// The parameters in the order of the formula's members.
  template <class... P>
    requires(detail::has_parameters<F, P...>)
  constexpr explicit(sizeof...(P) == 1)
      Functor(P... p) noexcept(noexcept(F{static_cast<typename F::scalar>(p)...}))
      : F{static_cast<scalar>(p)...} {}

  /// f(x)
  template <class X>
  ACT_INLINE decltype(auto) operator()(X&& x) const noexcept(!door_of<X>::is_array) {
    if constexpr (detail::takes<F, X>())
      return door_of<X>::apply(op::value<F>{*this}, std::forward<X>(x));
    else
      return detail::refused<X>{};
  }

  /// f'(x)
  template <class X>
  ACT_INLINE decltype(auto) derivative(X&& x) const noexcept(!door_of<X>::is_array) {
    if constexpr (detail::takes_and_has_derivative<F, X>())
      return door_of<X>::apply(op::derivative<F>{*this}, std::forward<X>(x));
    else
      return detail::refused<X>{};
  }

  /// f'(x) given y = f(x), where y determines it: cheaper than from x, and less accurate where f
  /// levels off.
  template <class Y>
    requires(detail::has_derivative_from_output<F>)
  ACT_INLINE decltype(auto) derivative_from_output(Y&& y) const
      noexcept(!door_of<Y>::is_array && !requires(const F& f) { f.require_output_form(); }) {
    if constexpr (requires(const F& f) { f.require_output_form(); }) F::require_output_form();
    if constexpr (detail::takes<F, Y>())
      return door_of<Y>::apply(op::derivative_from_output<F>{*this}, std::forward<Y>(y));
    else
      return detail::refused<Y>{};
  }

  template <class Y>
    requires(!detail::has_derivative_from_output<F>)
  detail::refused<Y> derivative_from_output(Y&&)
  const = delete;  // y does not tell f'(x) here: call .derivative(x)

  /// dy * f'(x): the gradient with respect to x, of a loss whose gradient with respect to f(x) is
  /// dy.
  template <class X, class DY>
  ACT_INLINE decltype(auto) backward(X&& x, DY&& dy) const noexcept(!door_of<X>::is_array) {
    if constexpr (detail::takes_and_has_derivative<F, X>())
      return door_of<X>::apply(op::backward<F>{*this}, std::forward<X>(x), std::forward<DY>(dy));
    else
      return detail::refused<X>{};
  }

  /// {f(x), f'(x)} of a scalar or a batch.
  template <class X>
  ACT_INLINE auto value_and_derivative(const X& x) const noexcept {
    constexpr bool is_array = door_of<X>::is_array;
    static_assert(
        !is_array,
        "act: of an array, value and derivative go to arrays: value_and_derivative(x, y, d)");
    if constexpr (!is_array && detail::takes_and_has_derivative<F, X>())
      return door_of<X>::apply(op::both<F>{*this}, x);
    else
      return detail::refused<X>{};
  }

  /// y = f(x) and d = f'(x), in one pass over x. y or d may be x itself.
  template <class X, class Y, class D>
  void value_and_derivative(const X& x, Y&& y, D&& d) const {
    if constexpr (detail::takes_and_has_derivative<F, X>())
      door_of<X>::apply_both(op::both<F>{*this}, x, std::forward<Y>(y), std::forward<D>(d));
  }

  /// Eigen's name for a functor's call on one of its registers.
  template <class P>
  ACT_INLINE P packetOp(const P& x) const {
    return detail::on_packets<F>::template apply<P>(op::value<F>{*this}, x);
  }
};

template <class F>
Functor(F) -> Functor<F>;

/// The formula F as an object to call: the scalar type is that of x, and parameters follow the
/// arrays. F<float> and F<double> are formulas.
template <template <class> class F>
struct Function {
  template <class T>
  using functor = Functor<F<T>>;

  /// f(x)
  template <class X, class... P>
  ACT_INLINE decltype(auto) operator()(X&& x, P... p) const
      noexcept(noexcept(with<X>(p...)) && !door_of<X>::is_array) {
    return with<X>(p...)(std::forward<X>(x));
  }

  /// f'(x)
  template <class X, class... P>
  ACT_INLINE decltype(auto) derivative(X&& x, P... p) const
      noexcept(noexcept(with<X>(p...)) && !door_of<X>::is_array) {
    return with<X>(p...).derivative(std::forward<X>(x));
  }

  /// f'(x) given y = f(x)
  template <class Y, class... P>
    requires(detail::has_derivative_from_output<F<float>>)
  ACT_INLINE decltype(auto) derivative_from_output(Y&& y, P... p) const
      noexcept(noexcept(with<Y>(p...).derivative_from_output(std::forward<Y>(y)))) {
    return with<Y>(p...).derivative_from_output(std::forward<Y>(y));
  }

  template <class Y, class... P>
    requires(!detail::has_derivative_from_output<F<float>>)
  detail::refused<Y> derivative_from_output(Y&&, P...)
  const = delete;  // y does not tell f'(x): .derivative(x)

  /// dy * f'(x)
  template <class X, class DY, class... P>
  ACT_INLINE decltype(auto) backward(X&& x, DY&& dy, P... p) const
      noexcept(noexcept(with<X>(p...)) && !door_of<X>::is_array) {
    return with<X>(p...).backward(std::forward<X>(x), std::forward<DY>(dy));
  }

  /// {f(x), f'(x)} of a scalar or a batch.
  template <class X, class... P>
    requires(!door_of<X>::is_array)
  ACT_INLINE auto value_and_derivative(const X& x, P... p) const noexcept(noexcept(with<X>(p...))) {
    return with<X>(p...).value_and_derivative(x);
  }

  /// y = f(x) and d = f'(x)
  template <class X, class Y, class D, class... P>
    requires(door_of<X>::is_array)
  void value_and_derivative(const X& x, Y&& y, D&& d, P... p) const {
    with<X>(p...).value_and_derivative(x, std::forward<Y>(y), std::forward<D>(d));
  }

  /// Eigen's name for the call on one of its registers.
  template <class P>
  ACT_INLINE P packetOp(const P& x) const {
    return functor<typename detail::scalar_of_packet<P>::type>{}.packetOp(x);
  }

 protected:
  template <class X, class... P>
  static constexpr auto with(P... p) noexcept(
      std::is_nothrow_constructible_v<functor<typename door_of<X>::scalar>, P...>) {
    using made = functor<typename door_of<X>::scalar>;
    constexpr bool fit = std::constructible_from<made, P...>;
    constexpr bool numbers = (... && std::is_arithmetic_v<P>);
    static_assert(fit || !numbers,
                  "act: this activation does not take these parameters; its header names them, in "
                  "act/activations");
    static_assert(fit || numbers,
                  "act: x comes first, then numbers as parameters: act::elu(x, 0.5f); an array dy "
                  "goes to .backward(x, dy)");
    if constexpr (fit)
      return made(p...);
    else
      return made();
  }
};

}  // namespace act

ACT_STRICT_END
