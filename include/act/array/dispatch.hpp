// SPDX-License-Identifier: MIT
#pragma once

// For which instruction set a call on arrays runs. It is the compiler's own, unless the program
// links act::dispatch, which defines ACT_DISPATCH: then the loops of act's functions have been
// compiled for several sets, one object for each, and the processor's is chosen as the program
// runs. Formulas that are not in act's lists keep the compiler's set.

#include <act/array/runs.hpp>
#ifdef ACT_DISPATCH
#include <act/array/sum.hpp>
#include <act/functions.hpp>
#include <act/instruction_set.hpp>
#endif

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::array {

#ifndef ACT_DISPATCH

/// The A of loops that a call starts.
using arch = simd::default_arch;

#else

/// Stands for the set in use, where loops are named after an instruction set.
struct set_in_use {};
using arch = set_in_use;

/// The driver's functions for the set S, a type of act::dispatch. They are defined in the files of
/// cmake/dispatch/, which are compiled for S.
template <class S, class Op, class T, std::size_t Outputs, class... More>
void run_on(const Op& op, std::size_t n, bool large, outputs<T, Outputs> out, const T* x,
            More... more) noexcept;
template <class S, class Op, class T, std::size_t Outputs, class... More>
void run_each_on(const Op& op, std::size_t n, std::size_t count, bool large,
                 const runs<T> (&out)[Outputs], const runs<const T>& x,
                 const More&... more) noexcept;
template <class S, class Op, class T>
T dot_on(const Op& op, std::size_t n, const T* x, const T* y) noexcept;
template <class S, class Op, class T>
void dot_columns_on(const Op& op, std::size_t n, std::size_t count, const T* x,
                    std::ptrdiff_t stride, const T* y, std::ptrdiff_t y_stride, T* sums) noexcept;

namespace detail {

template <class F, template <class> class... L>
[[nodiscard]] consteval bool is_listed(function_list<L...>) noexcept {
  return (... || std::same_as<F, L<typename F::scalar> >);
}

/// Has Op been compiled for all sets, for arrays of T? What has not is left to the compiler's own
/// set, or to its refusal.
template <class Op, class T>
inline constexpr bool is_compiled = false;
template <class T>
inline constexpr bool is_compiled<op::product, T> = true;
template <template <class> class Op, class T>
inline constexpr bool is_compiled<op::with_parameter<Op, formula::PReLU>, T> = true;
template <class T>
inline constexpr bool is_compiled<op::prelu_slope_derivative, T> = true;
template <template <class> class Op, class F, class T>
  requires requires { requires std::same_as<typename F::scalar, T>; }
inline constexpr bool is_compiled<Op<F>, T> = [] {
  if constexpr (act::detail::from_output<Op<F> > && !act::detail::has_derivative_from_output<F>)
    return false;
  else if constexpr (std::same_as<T, float>)
    return is_listed<F>(functions{}) || is_listed<F>(exact::functions{});
  else
    return is_listed<F>(functions{});
}();

/// The same for the loop over many arrays: only of operations with a parameter, the last operand,
/// which is repeated, and no other.
template <class Op, class T, class... More>
inline constexpr bool is_compiled_for_each = false;
template <template <class> class Op, template <class> class F, class T, class Parameter>
inline constexpr bool is_compiled_for_each<op::with_parameter<Op, F>, T, Parameter> =
    is_compiled<op::with_parameter<Op, F>, T> && !std::same_as<Parameter, runs<const T> >;
template <template <class> class Op, template <class> class F, class T, class DY, class Parameter>
inline constexpr bool is_compiled_for_each<op::with_parameter<Op, F>, T, DY, Parameter> =
    is_compiled_for_each<op::with_parameter<Op, F>, T, Parameter>&&
        std::same_as<DY, runs<const T> >;

/// f(S{}) for the set in use.
template <class F>
ACT_INLINE auto on_set_in_use(const F& f) noexcept {
#if defined(__aarch64__)
  return f(dispatch::neon{});
#else
  switch (dispatch::in_use()) {
    case instruction_set::avx512:
      return f(dispatch::avx512{});
    case instruction_set::avx2:
      return f(dispatch::avx2{});
    default:
      return f(dispatch::sse2{});
  }
#endif
}

}  // namespace detail

template <std::same_as<set_in_use> A, class Op, class T, std::size_t Outputs, class... More>
ACT_INLINE void run(const Op& op, std::size_t n, bool large, outputs<T, Outputs> out, const T* x,
                    More... more) noexcept {
  if constexpr (detail::is_compiled<Op, T>)
    detail::on_set_in_use([&]<class S>(S) { run_on<S>(op, n, large, out, x, more...); });
  else
    array::run<simd::default_arch>(op, n, large, out, x, more...);
}

template <std::same_as<set_in_use> A, class Op, class T, std::size_t Outputs, class... More>
ACT_INLINE void run_each(Op op, std::size_t n, std::size_t count, bool large,
                         const runs<T> (&out)[Outputs], runs<const T> x, More... more) noexcept {
  if constexpr (detail::is_compiled_for_each<Op, T, More...>)
    detail::on_set_in_use(
        [&]<class S>(S) { run_each_on<S>(op, n, count, large, out, x, more...); });
  else
    array::run_each<simd::default_arch>(op, n, count, large, out, x, more...);
}

template <std::same_as<set_in_use> A, class Op, class T>
[[nodiscard]] T dot(const Op& op, std::size_t n, const T* x, const T* y) noexcept {
  return detail::on_set_in_use([&]<class S>(S) { return dot_on<S>(op, n, x, y); });
}

template <std::same_as<set_in_use> A, class Op, class T>
void dot_columns(const Op& op, std::size_t n, std::size_t count, const T* x, std::ptrdiff_t stride,
                 const T* y, std::ptrdiff_t y_stride, T* sums) noexcept {
  detail::on_set_in_use(
      [&]<class S>(S) { dot_columns_on<S>(op, n, count, x, stride, y, y_stride, sums); });
}

#endif

}  // namespace act::array

ACT_STRICT_END
