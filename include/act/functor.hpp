// SPDX-License-Identifier: MIT
#pragma once

// A formula is a plain struct over lanes: operator()(x) and derivative(x), its parameters as
// members. This file makes it callable on everything: Functor<F> is the formula with values for its
// parameters, Function<F> the object that takes them with each call.

#include <act/calls.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

namespace detail {
/// Is F made of these parameters, in the order of its members?
template <class F, class... P>
concept has_parameters = sizeof...(P) > 0 && requires(P... p) {
  F{static_cast<typename F::scalar>(p)...};
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

template <template <class> class Op, class F>
inline constexpr bool is_nothrow_operation =
    !(from_output<Op<F>> && requires(const F& f) { f.require_output_form(); });

/// Op of the formula f on X. Throws std::invalid_argument where f's parameters do not allow it.
template <template <class> class Op, class X, class F>
ACT_INLINE constexpr auto operation_of(const F& f) noexcept(is_nothrow_operation<Op, F>) {
  if constexpr (allows<Op, F, X>()) {
    if constexpr (!is_nothrow_operation<Op, F>) f.require_output_form();
    return Op<F>{f};
  } else {
    return refused<X>{};
  }
}
}  // namespace detail

/// The formula F with values for its parameters, callable on scalars, xsimd batches and, with
/// <act/eigen.hpp>, on any Eigen expression. It is what a layer keeps, and a functor for Eigen's
/// unaryExpr, of arrays and of tensors.
template <class F>
struct Functor : calls<Functor<F>, F, F> {
  using base = calls<Functor, F, F>;
  using formula = F;
  using scalar = typename F::scalar;

  Functor() = default;
  constexpr Functor(const F& f) noexcept : base{f} {}

  /// The parameters in the order of the formula's members.
  template <class... P>
    requires(detail::has_parameters<F, P...>)
  constexpr explicit(sizeof...(P) == 1)
      Functor(P... p) noexcept(noexcept(F{static_cast<typename F::scalar>(p)...}))
      : base{F{static_cast<scalar>(p)...}} {}

  template <template <class> class Op, class X, class... P>
  ACT_INLINE constexpr auto operation(const P&...) const
      noexcept(detail::is_nothrow_operation<Op, F>) {
    constexpr bool alone = sizeof...(P) == 0;
    static_assert(alone, "act: a functor holds its parameters: act::ELU<float>{0.5f}(x)");
    if constexpr (alone)
      return detail::operation_of<Op, X>(static_cast<const F&>(*this));
    else
      return detail::refused<X>{};
  }

  /// Eigen's name for a functor's call on one of its registers.
  template <class P>
  ACT_INLINE P packetOp(const P& x) const {
    return detail::on_packets<F>::template apply<P>(op::value<F>{*this}, x);
  }
};

template <class F>
Functor(F) -> Functor<F>;

namespace detail {
struct no_base {};
}  // namespace detail

/// The formula F as an object to call: the scalar type is that of x, and parameters follow the
/// arrays. F<float> and F<double> are formulas; OfLanes is a formula that also takes lanes in their
/// place, then arrays of parameters can be called with.
template <template <class> class F, template <class> class OfLanes = F>
struct Function : calls<Function<F, OfLanes>, F<float>, detail::no_base> {
  template <class T>
  using functor = Functor<F<T>>;

  template <template <class> class Op, class X, class... P>
  static ACT_INLINE constexpr auto operation(P&&... p) noexcept(
      takes_array<Op, P...> || (std::is_nothrow_constructible_v<Functor<formula_of<X>>, P...> &&
                                detail::is_nothrow_operation<Op, formula_of<X>>)) {
    if constexpr (!takes_array<Op, P...>)
      return detail::operation_of<Op, X>(with<X>(p...));
    else if constexpr (detail::allows<Op, formula_of<X>, X>())
      return detail::with_array<op::with_parameter<Op, OfLanes>, P...>{{}, std::forward<P>(p)...};
    else
      return detail::refused<X>{};
  }

  /// Eigen's name for the call on one of its registers.
  template <class P>
  ACT_INLINE P packetOp(const P& x) const {
    return functor<typename detail::scalar_of_packet<P>::type>{}.packetOp(x);
  }

 protected:
  template <class X>
  using formula_of = F<typename operand_of<X>::scalar>;

  template <class... P>
  static constexpr bool numbers = (... && std::is_arithmetic_v<std::remove_cvref_t<P>>);

  /// Where f(x) stands for x the parameters must be looked at first, which of arrays they are not.
  template <template <class> class Op, class... P>
  static constexpr bool takes_array = sizeof...(P) == 1 && !numbers<P...> &&
                                      !detail::from_output<Op<F<float>>> && requires {
    typename OfLanes<simd::pack<float, float>>;
  };

  /// The formula with these parameters, or the default ones.
  template <class X, class... P>
  static constexpr formula_of<X> with(const P&... p) noexcept(
      std::is_nothrow_constructible_v<Functor<formula_of<X>>, P...>) {
    using made = Functor<formula_of<X>>;
    constexpr bool fit = std::constructible_from<made, P...>;
    static_assert(fit || !numbers<P...>,
                  "act: this activation does not take these parameters; its header names them, in "
                  "act/activations");
    static_assert(fit || numbers<P...>,
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
