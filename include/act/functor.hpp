// SPDX-License-Identifier: MIT
#pragma once

// A formula is a plain struct over lanes: operator()(x) and derivative(x), its parameters as
// members. This file makes it callable on everything: Functor<F> is the formula with values for its
// parameters, Function<F> the object that takes them with each call. What they can be called on is
// open: a kind of argument is a specialisation of door. Scalars and batches are here, Eigen's
// expressions in eigen/.

#include <act/operation.hpp>
#include <utility>

namespace act {

/// How an argument of type X is taken apart: its scalar type, whether it is an array, and
/// apply(op, x, more...), which computes op for each element.
template <class X>
struct door {
  static_assert(sizeof(X) == 0,
                "act: activations need float or double; cast with x.cast<float>(); vectors and "
                "spans go to act::transform");
  using scalar = float;
  static constexpr bool is_array = false;
};

/// Scalars, and the vec and packs inside kernels.
template <simd::lanes X>
struct door<X> {
  using scalar = simd::scalar_of<X>;
  static constexpr bool is_array = false;

  template <class Op>
  static ACT_INLINE auto apply(const Op& op, const X& x) noexcept {
    return evaluate(op, x);
  }
  template <class Op>
  static ACT_INLINE auto apply(const Op& op, const X& x, const X& more) noexcept {
    return evaluate(op, x, more);
  }
};

/// xsimd's batches.
template <std::floating_point T, class A>
struct door<xsimd::batch<T, A>> {
  using scalar = T;
  using batch = xsimd::batch<T, A>;
  static constexpr bool is_array = false;

  template <class Op, std::same_as<batch>... More>
  static ACT_INLINE auto apply(const Op& op, const batch& x, const More&... more) noexcept {
    return as_batch(evaluate(op, simd::vec<T, A>(x), simd::vec<T, A>(more)...));
  }

 private:
  static ACT_INLINE batch as_batch(const simd::vec<T, A>& x) noexcept { return x; }
  static ACT_INLINE auto as_batch(const value_and_derivative<simd::vec<T, A>>& x) noexcept {
    return value_and_derivative<batch>{x.value, x.derivative};
  }
};

template <class X>
using door_of = door<std::remove_cvref_t<X>>;

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

template <class F, class T>
constexpr void need_derivative() noexcept {
  static_assert(
      requires(const F& f, T x) { f.derivative(x); },
      "act: this activation has no derivative; give its struct a member derivative(x)");
}

template <class F, class T>
constexpr void need_scalar() noexcept {
  static_assert(std::same_as<typename F::scalar, T>,
                "act: a functor of float, or of double, takes arrays and numbers of that type; "
                "act::ELU<double> is for double");
}

/// How Eigen evaluates a formula on its packets; eigen/elementwise.hpp says.
template <class F>
struct on_packets;
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
    detail::need_scalar<F, typename door_of<X>::scalar>();
    return door_of<X>::apply(op::value<F>{*this}, std::forward<X>(x));
  }

  /// f'(x)
  template <class X>
  ACT_INLINE decltype(auto) derivative(X&& x) const noexcept(!door_of<X>::is_array) {
    detail::need_derivative<F, scalar>();
    detail::need_scalar<F, typename door_of<X>::scalar>();
    return door_of<X>::apply(op::derivative<F>{*this}, std::forward<X>(x));
  }

  /// f'(x) given y = f(x), where y determines it: cheaper than from x, and less accurate where f
  /// levels off.
  template <class Y>
    requires(detail::has_derivative_from_output<F>)
  ACT_INLINE decltype(auto) derivative_from_output(Y&& y) const
      noexcept(!door_of<Y>::is_array && !requires(const F& f) { f.require_output_form(); }) {
    if constexpr (requires(const F& f) { f.require_output_form(); }) F::require_output_form();
    detail::need_scalar<F, typename door_of<Y>::scalar>();
    return door_of<Y>::apply(op::derivative_from_output<F>{*this}, std::forward<Y>(y));
  }

  /// dy * f'(x): the gradient with respect to x, of a loss whose gradient with respect to f(x) is
  /// dy.
  template <class X, class DY>
  ACT_INLINE decltype(auto) backward(X&& x, DY&& dy) const noexcept(!door_of<X>::is_array) {
    detail::need_derivative<F, scalar>();
    detail::need_scalar<F, typename door_of<X>::scalar>();
    return door_of<X>::apply(op::backward<F>{*this}, std::forward<X>(x), std::forward<DY>(dy));
  }

  /// {f(x), f'(x)} of a scalar or a batch.
  template <class X>
  ACT_INLINE auto value_and_derivative(const X& x) const noexcept {
    detail::need_derivative<F, scalar>();
    static_assert(
        !door_of<X>::is_array,
        "act: of an array, value and derivative go to arrays: value_and_derivative(x, y, d)");
    detail::need_scalar<F, typename door_of<X>::scalar>();
    return door_of<X>::apply(op::both<F>{*this}, x);
  }

  /// y = f(x) and d = f'(x), in one pass over x. y or d may be x itself.
  template <class X, class Y, class D>
  void value_and_derivative(const X& x, Y&& y, D&& d) const {
    detail::need_derivative<F, scalar>();
    detail::need_scalar<F, typename door_of<X>::scalar>();
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

 protected:
  template <class X, class... P>
  static constexpr auto with(P... p) noexcept(
      std::is_nothrow_constructible_v<functor<typename door_of<X>::scalar>, P...>) {
    using scalar = typename door_of<X>::scalar;
    static_assert(std::constructible_from<functor<scalar>, P...>,
                  "act: this activation does not take these parameters; its header names them, in "
                  "act/activations; an array dy goes to .backward(x, dy)");
    return functor<scalar>(p...);
  }
};

}  // namespace act
