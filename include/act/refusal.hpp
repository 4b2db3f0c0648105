// SPDX-License-Identifier: MIT
#pragma once

// The sentences for arguments that no function can be called on, each kind with its own cure. A
// kind is known by its members, as nothing is included here that declares it.

#include <act/abi.hpp>
#include <concepts>
#include <initializer_list>
#include <type_traits>

namespace act::inline ACT_ABI::detail {

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::initializer_list<T>> = true;

/// What a refused call on X returns. It passes for a number, or an array, whatever is expected of
/// it, so that the sentence is the last that the compiler says.
template <class X>
struct refused {
  template <class T>
    requires(std::is_class_v<T> == std::is_class_v<std::remove_cvref_t<X>> && !is_list<T>)
  operator T() const noexcept;
};

template <class T>
inline constexpr bool is_refused = false;
template <class X>
inline constexpr bool is_refused<refused<X>> = true;

template <class A, class B>
using refused_of = std::conditional_t<is_refused<A>, A, B>;
template <class A, class B>
concept with_refused = is_refused<A> || is_refused<B>;

template <class A, class B>
  requires with_refused<A, B> refused_of<A, B>
operator+(const A&, const B&) noexcept;
template <class A, class B>
  requires with_refused<A, B> refused_of<A, B>
operator-(const A&, const B&) noexcept;
template <class A, class B>
  requires with_refused<A, B> refused_of<A, B>
operator*(const A&, const B&) noexcept;
template <class A, class B>
  requires with_refused<A, B> refused_of<A, B>
operator/(const A&, const B&) noexcept;

enum class kind {
  integer,
  long_double,
  complex,
  dense,
  number_of_dense,
  sparse,
  tensor,
  batch,
  memory,
  other
};

template <class T>
inline constexpr bool is_real = std::same_as<T, float> || std::same_as<T, double>;

template <class T>
concept complex = requires(const T& z) {
  z.real();
  z.imag();
  typename T::value_type;
};

/// The kind of an X that is no operand.
template <class X>
[[nodiscard]] consteval kind kind_of() noexcept {
  if constexpr (std::integral<X>)
    return kind::integer;
  else if constexpr (std::same_as<X, long double>)
    return kind::long_double;
  else if constexpr (requires(const X& x) { x.pruned(); })
    return kind::sparse;
  else if constexpr (requires(const X& x) { x.cumsum(0); })
    return kind::tensor;
  else if constexpr (requires { X::RowsAtCompileTime; })
    return is_real<typename X::Scalar>   ? kind::dense
           : complex<typename X::Scalar> ? kind::complex
                                         : kind::number_of_dense;
  else if constexpr (requires { typename X::batch_bool_type; })
    return kind::batch;
  else if constexpr (std::is_array_v<X> || std::is_pointer_v<X> || requires(const X& x) {
                       x.begin();
                       x.end();
                     })
    return kind::memory;
  else if constexpr (complex<X>)
    return kind::complex;
  else
    return kind::other;
}

/// The sentence for each kind.
template <kind K>
struct refusal {
  static_assert(
      K != kind::integer,
      "act: activations need float or double; write act::relu(3.0f), or act::relu(float(n)) "
      "of an integer n");
  static_assert(
      K != kind::long_double,
      "act: activations need float or double; of a long double write act::relu(double(x))");
  static_assert(K != kind::complex,
                "act: activations need float or double, no complex numbers; x.real() and x.imag() "
                "can be taken");
  static_assert(K != kind::dense,
                "act: for Eigen's arrays include <act/act.hpp>; <act/functions.hpp> knows numbers "
                "and batches");
  static_assert(K != kind::number_of_dense,
                "act: activations need float or double; cast with x.cast<float>()");
  static_assert(K != kind::sparse,
                "act: a sparse matrix is refused, as f(0) need not be 0; transform what it holds, "
                "m.coeffs() = act::relu(m.coeffs()), or take m.toDense()");
  static_assert(K != kind::tensor,
                "act: tensors take functions as functors: y = x.unaryExpr(act::Tanh<float>{})");
  static_assert(
      K != kind::batch,
      "act: activations need batches of float or double; convert with xsimd::to_float(x)");
  static_assert(K != kind::memory,
                "act: vectors and spans go to act::transform(f, x, y), pointers to "
                "act::transform(f, x, y, n), of <act/array/transform.hpp>");
  static_assert(K != kind::other,
                "act: activations need float or double; cast with float(x), or x.cast<float>() of "
                "an array");
};

}  // namespace act::detail
