// SPDX-License-Identifier: MIT
#pragma once

// The driver's functions for one instruction set, that of the file that includes this. Nothing that
// is compiled here may be mistaken for what another file compiles for another processor: whatever
// becomes a function of its own has the instruction set in the types of its name, and all else is
// inlined. So there is no Eigen here and no container, and nothing of std:: that would become a
// function; tests/dispatch/symbols checks the objects.

#ifndef ACT_DISPATCH
#error "act: the files of cmake/dispatch/ are compiled by the target act::dispatch"
#endif

#include <act/array/dispatch.hpp>

namespace act::inline ACT_ABI::array {

template <>
struct detail::stands_for<dispatch::ACT_DISPATCH_SET> {
  using type = simd::default_arch;
};

template <class S, class Op, class T, std::size_t Outputs, class... More>
void run_on(const Op& op, std::size_t n, bool large, outputs<T, Outputs> out, const T* x,
            More... more) noexcept {
  array::run<S>(op, n, large, out, x, more...);
}

template <class S, class Op, class T, std::size_t Outputs, class... More>
[[gnu::flatten]] void run_each_on(const Op& op, std::size_t n, std::size_t count, bool large,
                                  const runs<T> (&out)[Outputs], const runs<const T>& x,
                                  const More&... more) noexcept {
  array::run_each<S>(op, n, count, large, out, x, more...);
}

template <class S, class Op, class T>
T dot_on(const Op& op, std::size_t n, const T* x, const T* y) noexcept {
  return array::dot<S>(op, n, x, y);
}

template <class S, class Op, class T>
void dot_columns_on(const Op& op, std::size_t n, std::size_t count, const T* x,
                    std::ptrdiff_t stride, const T* y, std::ptrdiff_t y_stride, T* sums) noexcept {
  array::dot_columns<S>(op, n, count, x, stride, y, y_stride, sums);
}

}  // namespace act::array

namespace act::inline ACT_ABI::dispatch {

template <class A>
consteval auto set_of() noexcept {
#if defined(__aarch64__)
  return neon{};
#else
  if constexpr (std::derived_from<A, xsimd::avx512bw>)
    return avx512{};
  else if constexpr (std::derived_from<A, xsimd::fma3<xsimd::avx2>>)
    return avx2{};
  else
    return sse2{};
#endif
}

/// The set that this file is compiled for.
using set = decltype(set_of<simd::default_arch>());

static_assert(std::same_as<set, ACT_DISPATCH_SET>,
              "act: a file of act::dispatch is compiled for another instruction set than its own: "
              "take options such as -mavx2 out of the flags of the whole project");

/// Takes its address, so that the function that callers link to stands here.
ACT_INLINE void emit(auto* function) noexcept { [[maybe_unused]] auto* volatile kept = function; }

/// The loop of an operation with so many outputs.
template <class S, class T, class Op, std::size_t Outputs, class... More>
void compile() noexcept {
  emit<void(const Op&, std::size_t, bool, array::outputs<T, Outputs>, const T*, More...) noexcept>(
      &array::run_on<S, Op>);
}

/// All that is called of the formula F.
template <class S, class F>
void compile_formula() noexcept {
  using T = typename F::scalar;
  compile<S, T, op::value<F>, 1>();
  compile<S, T, op::derivative<F>, 1>();
  compile<S, T, op::backward<F>, 1, const T*>();
  compile<S, T, op::both<F>, 2>();
  if constexpr (act::detail::has_derivative_from_output<F>) {
    compile<S, T, op::derivative_from_output<F>, 1>();
    compile<S, T, op::backward_from_output<F>, 1, const T*>();
  }
}

template <class S, class T, template <class> class... F>
void compile_list(function_list<F...>) noexcept {
  (..., compile_formula<S, F<T>>());
}

/// The loop of an operation over many arrays.
template <class S, class T, class Op, std::size_t Outputs, class... More>
void compile_each() noexcept {
  emit<void(const Op&, std::size_t, std::size_t, bool, const array::runs<T>(&)[Outputs],
            const array::runs<const T>&, const More&...) noexcept>(&array::run_each_on<S, Op>);
}

/// All that is called of an operation with a parameter for each element, or for each array, or one
/// array of parameters for all.
template <class S, class T, class Op, std::size_t Outputs, class... More>
void compile_with_parameter() noexcept {
  using array::runs, array::same_run, array::repeated_runs;
  compile<S, T, Op, Outputs, More..., const T*>();
  compile_each<S, T, Op, Outputs, runs<std::remove_pointer_t<More>>..., same_run<T>>();
  compile_each<S, T, Op, Outputs, runs<std::remove_pointer_t<More>>..., repeated_runs<T>>();
}

/// The operations that belong to no formula.
template <class S, class T>
void compile_others() noexcept {
  compile<S, T, op::product, 1, const T*>();
  compile_with_parameter<S, T, op::with_parameter<op::value, formula::PReLU>, 1>();
  compile_with_parameter<S, T, op::with_parameter<op::derivative, formula::PReLU>, 1>();
  compile_with_parameter<S, T, op::with_parameter<op::backward, formula::PReLU>, 1, const T*>();
  compile_with_parameter<S, T, op::with_parameter<op::both, formula::PReLU>, 2>();
  compile<S, T, op::prelu_slope_derivative, 1>();
  emit(&array::dot_on<S, op::prelu_slope_derivative, T>);
  emit(&array::dot_columns_on<S, op::prelu_slope_derivative, T>);
}

}  // namespace act::dispatch
