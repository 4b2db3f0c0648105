// SPDX-License-Identifier: MIT
#pragma once

// Activations of contiguous arrays: std::span, std::vector, std::array, whatever is a contiguous
// range of float or double. f is one of act's objects (act::tanh), a functor with its parameters
// (act::ELU<float>{0.5f}) or a struct of the user's with operator() and derivative over lanes.
// Nothing is allocated. An output may be an input itself. The last argument may be act::parallel,
// for execution on several threads.
//
// Throws std::invalid_argument, before anything is written, where arrays differ in length or an
// output overlaps another array in part.

#include <act/array/alias.hpp>
#include <act/array/execution.hpp>
#include <act/functor.hpp>
#include <act/require.hpp>
#include <ranges>
#include <span>

namespace act {

namespace detail {

template <class R>
using element_of = std::ranges::range_value_t<R>;

/// A contiguous array of T's that may be written.
template <class R, class T>
concept output_of = std::ranges::contiguous_range<R> && std::ranges::sized_range<R> &&
    std::same_as<std::ranges::range_reference_t<R>, T&>;

/// A contiguous array of T's.
template <class R, class T>
concept input_of = std::ranges::contiguous_range<R> && std::ranges::sized_range<R> &&
    std::same_as<element_of<R>, T>;

/// f as a formula for elements of type T: an object of act's stands for one, a functor holds one.
/// A functor is not called itself, as its result has no second half left for the loop to overlap.
template <class T, class F>
[[nodiscard]] constexpr auto formula_for(const F& f) {
  if constexpr (requires { typename F::template functor<T>; })
    return typename F::template functor<T>::formula{};
  else if constexpr (requires { typename F::formula; }) {
    need_scalar<F, T>();
    return static_cast<const typename F::formula&>(f);
  } else
    return f;
}

/// outs = op(x, more...), all of one length.
template <class Op, class T, class E, std::size_t Outputs, class... More>
void transform_checked(const E& execution, const char* call, const Op& op,
                       const std::span<T> (&outs)[Outputs], std::span<const T> x, More... more) {
  static_assert(std::same_as<T, float> || std::same_as<T, double>,
                "act: activations need arrays of float or double");
  static_assert(std::same_as<E, sequential_execution> || std::same_as<E, parallel_execution>,
                "act: after the arrays comes an execution, act::parallel; parameters go into a "
                "functor: act::transform(act::ELU<float>{0.5f}, x, y)");
  const std::size_t n = x.size();
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

}  // namespace detail

/// y[i] = f(x[i])
template <class F, std::ranges::contiguous_range X, detail::output_of<detail::element_of<X>> Y,
          class E = sequential_execution>
void transform(const F& f, const X& x, Y&& y, E execution = {}) {
  using T = detail::element_of<X>;
  auto formula = detail::formula_for<T>(f);
  detail::transform_checked<op::value<decltype(formula)>, T>(
      execution, "transform", {formula}, {std::span<T>(y)}, std::span<const T>(x));
}

/// d[i] = f'(x[i])
template <class F, std::ranges::contiguous_range X, detail::output_of<detail::element_of<X>> D,
          class E = sequential_execution>
void transform_derivative(const F& f, const X& x, D&& d, E execution = {}) {
  using T = detail::element_of<X>;
  auto formula = detail::formula_for<T>(f);
  detail::need_derivative<decltype(formula), T>();
  detail::transform_checked<op::derivative<decltype(formula)>, T>(
      execution, "transform_derivative", {formula}, {std::span<T>(d)}, std::span<const T>(x));
}

/// d[i] = f'(x[i]) given y[i] = f(x[i])
template <class F, std::ranges::contiguous_range Y, detail::output_of<detail::element_of<Y>> D,
          class E = sequential_execution>
void transform_derivative_from_output(const F& f, const Y& y, D&& d, E execution = {}) {
  using T = detail::element_of<Y>;
  auto formula = detail::formula_for<T>(f);
  if constexpr (requires { formula.require_output_form(); }) formula.require_output_form();
  detail::transform_checked<op::derivative_from_output<decltype(formula)>, T>(
      execution, "transform_derivative_from_output", {formula}, {std::span<T>(d)},
      std::span<const T>(y));
}

/// dx[i] = dy[i] * f'(x[i])
template <class F, std::ranges::contiguous_range X, detail::input_of<detail::element_of<X>> DY,
          detail::output_of<detail::element_of<X>> DX, class E = sequential_execution>
void transform_backward(const F& f, const X& x, const DY& dy, DX&& dx, E execution = {}) {
  using T = detail::element_of<X>;
  auto formula = detail::formula_for<T>(f);
  detail::need_derivative<decltype(formula), T>();
  detail::transform_checked<op::backward<decltype(formula)>, T>(
      execution, "transform_backward", {formula}, {std::span<T>(dx)}, std::span<const T>(x),
      std::span<const T>(dy));
}

/// y[i] = f(x[i]) and d[i] = f'(x[i])
template <class F, std::ranges::contiguous_range X, detail::output_of<detail::element_of<X>> Y,
          detail::output_of<detail::element_of<X>> D, class E = sequential_execution>
void transform_value_and_derivative(const F& f, const X& x, Y&& y, D&& d, E execution = {}) {
  using T = detail::element_of<X>;
  auto formula = detail::formula_for<T>(f);
  detail::need_derivative<decltype(formula), T>();
  detail::transform_checked<op::both<decltype(formula)>, T>(
      execution, "transform_value_and_derivative", {formula}, {std::span<T>(y), std::span<T>(d)},
      std::span<const T>(x));
}

}  // namespace act
