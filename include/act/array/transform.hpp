// SPDX-License-Identifier: MIT
#pragma once

// Activations of contiguous arrays: std::span, std::vector, std::array, whatever is a contiguous
// range of float or double, or pointers, after which their length follows. f is one of act's
// objects (act::tanh), a functor with its parameters (act::ELU<float>{0.5f}) or a struct of the
// user's with operator() and derivative over lanes. Nothing is allocated. An output may be an input
// itself. The last argument may be act::parallel, for execution on several threads.
//
// Throws std::invalid_argument, before anything is written, where arrays differ in length, are
// longer than memory or an output overlaps another array in part.

#include <act/array/alias.hpp>
#include <act/array/arguments.hpp>
#include <cstdint>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

namespace detail {

/// Has the formula F what Op needs?
template <template <class> class Op, class F, class T>
[[nodiscard]] consteval bool serves() noexcept {
  if constexpr (!is_there<F>()) {
    return false;
  } else if constexpr (std::same_as<Op<F>, op::value<F>>) {
    // Those of act's need no question, which costs the compiler time.
    constexpr bool callable = requires { typename F::scalar; }
    || requires(const F& f, simd::widest<T, simd::default_arch> x) { f(x); };
    static_assert(callable,
                  "act: a function of your own is a struct with a template operator()(const V& x) "
                  "for lanes V, see examples/custom_activation.cpp");
    return callable;
  } else if constexpr (from_output<Op<F>>) {
    constexpr bool has = requires(const F& f, T y) { f.derivative_from_output(y); };
    static_assert(has, "act: y does not tell f'(x) of this activation; take transform_derivative");
    return has;
  } else {
    return has_derivative<F, T>();
  }
}

/// outs = op(x, more...), all of one length.
template <class Op, class T, class E, std::size_t Outputs, class... More>
void transform_checked(const E& execution, const char* call, const Op& op,
                       const std::span<T> (&outs)[Outputs], std::span<const T> x, More... more) {
  const std::size_t n = x.size();
  require(n <= std::size_t(PTRDIFF_MAX) / sizeof(T), call, ": no memory holds arrays of length", n);
  const auto same_length = [&](auto array) {
    require(array.size() == n, call, ": the arrays differ in length", n, array.size());
  };
  (same_length(more), ...);
  array::outputs<T, Outputs> out;
  for (std::size_t k = 0; k < Outputs; ++k) {
    same_length(outs[k]);
    out.at[k] = outs[k].data();
    const auto apart = [&](const T* array) {
      require(!array::overlap_shifted(out.at[k], array, n), call,
              ": an output overlaps another array in part; elements from the one to the other",
              array - out.at[k]);
    };
    apart(x.data());
    (apart(more.data()), ...);
    for (std::size_t other = 0; other < k; ++other) {
      apart(out.at[other]);
      require(out.at[k] != out.at[other] || n == 0, call, ": the outputs are one array, of length",
              n);
    }
  }
  execution.run(op, n, out, x.data(), more.data()...);
}

/// The same for a call whose arguments have been looked at.
template <template <class> class Op, class Call, class F, std::size_t Outputs, class... In,
          class... Rest>
void transform_as(const char* call, const F& f, const std::tuple<In&...>& in,
                  const std::span<typename Call::scalar> (&outs)[Outputs], const Rest&... rest) {
  using T = typename Call::scalar;
  auto formula = formula_for<T>(f);
  if constexpr (serves<Op, decltype(formula), T>()) {
    if constexpr (from_output<Op<F>> && requires { formula.require_output_form(); })
      formula.require_output_form();
    const auto run = [&](In&... x) {
      transform_checked<Op<decltype(formula)>, T>(Call::execution(rest...), call, {formula}, outs,
                                                  std::span<const T>(Call::span_of(x, rest...))...);
    };
    std::apply(run, in);
  }
}

}  // namespace detail

/// y[i] = f(x[i])
template <class F, class X, class Y, class... Rest>
void transform(const F& f, const X& x, Y&& y, const Rest&... rest) {
  using call = detail::array_call<F, detail::types<const X>,
                                  detail::types<std::remove_reference_t<Y>>, Rest...>;
  if constexpr (call::possible)
    detail::transform_as<op::value, call>("transform", f, std::tie(x), {call::span_of(y, rest...)},
                                          rest...);
}

/// d[i] = f'(x[i])
template <class F, class X, class D, class... Rest>
void transform_derivative(const F& f, const X& x, D&& d, const Rest&... rest) {
  using call = detail::array_call<F, detail::types<const X>,
                                  detail::types<std::remove_reference_t<D>>, Rest...>;
  if constexpr (call::possible)
    detail::transform_as<op::derivative, call>("transform_derivative", f, std::tie(x),
                                               {call::span_of(d, rest...)}, rest...);
}

/// d[i] = f'(x[i]) given y[i] = f(x[i])
template <class F, class Y, class D, class... Rest>
void transform_derivative_from_output(const F& f, const Y& y, D&& d, const Rest&... rest) {
  using call = detail::array_call<F, detail::types<const Y>,
                                  detail::types<std::remove_reference_t<D>>, Rest...>;
  if constexpr (call::possible)
    detail::transform_as<op::derivative_from_output, call>(
        "transform_derivative_from_output", f, std::tie(y), {call::span_of(d, rest...)}, rest...);
}

/// dx[i] = dy[i] * f'(x[i])
template <class F, class X, class DY, class DX, class... Rest>
void transform_backward(const F& f, const X& x, const DY& dy, DX&& dx, const Rest&... rest) {
  using call = detail::array_call<F, detail::types<const X, const DY>,
                                  detail::types<std::remove_reference_t<DX>>, Rest...>;
  if constexpr (call::possible)
    detail::transform_as<op::backward, call>("transform_backward", f, std::tie(x, dy),
                                             {call::span_of(dx, rest...)}, rest...);
}

/// dx[i] = dy[i] * f'(x[i]) given y[i] = f(x[i])
template <class F, class Y, class DY, class DX, class... Rest>
void transform_backward_from_output(const F& f, const Y& y, const DY& dy, DX&& dx,
                                    const Rest&... rest) {
  using call = detail::array_call<F, detail::types<const Y, const DY>,
                                  detail::types<std::remove_reference_t<DX>>, Rest...>;
  if constexpr (call::possible)
    detail::transform_as<op::backward_from_output, call>("transform_backward_from_output", f,
                                                         std::tie(y, dy),
                                                         {call::span_of(dx, rest...)}, rest...);
}

/// y[i] = f(x[i]) and d[i] = f'(x[i])
template <class F, class X, class Y, class D, class... Rest>
void transform_value_and_derivative(const F& f, const X& x, Y&& y, D&& d, const Rest&... rest) {
  using call =
      detail::array_call<F, detail::types<const X>,
                         detail::types<std::remove_reference_t<Y>, std::remove_reference_t<D>>,
                         Rest...>;
  if constexpr (call::possible)
    detail::transform_as<op::both, call>("transform_value_and_derivative", f, std::tie(x),
                                         {call::span_of(y, rest...), call::span_of(d, rest...)},
                                         rest...);
}

}  // namespace act

ACT_STRICT_END
