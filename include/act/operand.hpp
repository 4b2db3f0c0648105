// SPDX-License-Identifier: MIT
#pragma once

// What functions can be called on: a kind of argument is a specialisation of operand. Scalars and
// batches are here, Eigen's expressions in eigen/. What has none refusal.hpp refuses.

#include <act/operation.hpp>
#include <act/refusal.hpp>
#include <limits>
#include <utility>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

/// How an argument of type X is taken apart: its scalar type, whether it is an array, and
/// apply(op, x, more...), which computes op for each element.
template <class X>
struct operand : detail::refusal<detail::kind_of<X>()> {
  using scalar = float;
  static constexpr bool is_array = false, is_open = false;

  template <class... A>
  static constexpr detail::refused<X> apply(const A&...) noexcept {
    return {};
  }
  template <class... A>
  static constexpr detail::refused<X> apply_broadcast(const A&...) noexcept {
    return {};
  }
};

namespace detail {
#ifdef __clang__
template <class T>
ACT_INLINE void require_strict(T) noexcept {}
#else
[[gnu::error(
    "act: this function is compiled with -ffast-math or a part of it, by #pragma GCC optimize or "
    "an attribute, which breaks act's scalars in it; call act from a function without")]] void
refuse_fast_math();

/// Refuses to compile where the compiler knows that a sum gives back what it was made of, which it
/// does of no number's but with such flags: c is that large.
template <std::floating_point T>
ACT_INLINE void require_strict(T x) noexcept {
  constexpr T c = (std::numeric_limits<T>::max)() / 2;
  const bool same = simd::detail::bits((c - x) - c) == simd::detail::bits(-x);
  if (__builtin_constant_p(same) && same && !__builtin_constant_p(x)) refuse_fast_math();
}
#endif
}  // namespace detail

/// What scalars and batches have in common: more operands are of x's type, or convert to it.
template <class X>
struct operand_of_lanes {
  static constexpr bool is_array = false, is_open = true;

  template <class... More>
  [[nodiscard]] static consteval bool take() noexcept {
    constexpr bool convert = (... && std::convertible_to<const More&, X>);
    static_assert(convert,
                  "act: beside a number x, dy and slope are numbers too, beside a batch batches");
    return convert;
  }
};

/// Scalars, and the vec and packs inside kernels.
template <simd::lanes X>
struct operand<X> : operand_of_lanes<X> {
  using scalar = simd::scalar_of<X>;

  template <class Op, class... More>
  static ACT_BOUNDARY auto apply(const Op& op, const X& x, const More&... more) noexcept {
    if constexpr (operand::template take<More...>()) {
      if constexpr (std::floating_point<X>) detail::require_strict(x);
      return evaluate(op, x, static_cast<X>(more)...);
    } else {
      return detail::refused<X>{};
    }
  }
  template <class Op, class S, class... More>
  static ACT_INLINE auto apply_broadcast(const Op& op, const S& slope, const X& x,
                                         const More&... more) noexcept {
    return apply(op, x, more..., slope);
  }
};

#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
/// xsimd's batches.
template <std::floating_point T, class A>
struct operand<xsimd::batch<T, A>> : operand_of_lanes<xsimd::batch<T, A>> {
  using scalar = T;
  using batch = xsimd::batch<T, A>;

  template <class Op, class... More>
  static ACT_BOUNDARY auto apply(const Op& op, const batch& x, const More&... more) noexcept {
    if constexpr (operand::template take<More...>())
      return as_batch(evaluate(op, simd::vec<T, A>(x), simd::vec<T, A>(batch(more))...));
    else
      return detail::refused<batch>{};
  }
  template <class Op, class S, class... More>
  static ACT_INLINE auto apply_broadcast(const Op& op, const S& slope, const batch& x,
                                         const More&... more) noexcept {
    return apply(op, x, more..., slope);
  }

 private:
  static ACT_INLINE batch as_batch(const simd::vec<T, A>& x) noexcept { return x; }
  static ACT_INLINE auto as_batch(const value_and_derivative<simd::vec<T, A>>& x) noexcept {
    return value_and_derivative<batch>{x.value, x.derivative};
  }
};
#endif

template <class X>
using operand_of = operand<std::remove_cvref_t<X>>;

namespace detail {

// What a call asks for before anything else. Where one of them says no, in a sentence, the call is
// not compiled, and nothing is said that follows from it.

template <class F, class T>
[[nodiscard]] consteval bool has_derivative() noexcept {
  constexpr bool has = requires(const F& f, T x) { f.derivative(x); };
  static_assert(has,
                "act: this activation has no derivative; give its struct a member derivative(x)");
  return has;
}

/// A formula that is not there for all scalar types says so itself.
template <class F>
[[nodiscard]] consteval bool is_there() noexcept {
  if constexpr (requires { F::is_there(); })
    return F::is_there();
  else
    return true;
}

template <class F, class X>
[[nodiscard]] consteval bool takes() noexcept {
  constexpr bool same =
      !operand_of<X>::is_open || std::same_as<typename F::scalar, typename operand_of<X>::scalar>;
  static_assert(same,
                "act: a functor of float, or of double, takes arrays and numbers of that type; "
                "act::ELU<double> is for double");
  return same && is_there<F>();
}

/// Does Op take f(x) in place of x?
template <class Op>
inline constexpr bool from_output = false;
template <class F>
inline constexpr bool from_output<op::derivative_from_output<F>> = true;
template <class F>
inline constexpr bool from_output<op::backward_from_output<F>> = true;

/// Can Op of F be called on X?
template <template <class> class Op, class F, class X>
[[nodiscard]] consteval bool allows() noexcept {
  if constexpr (std::same_as<Op<F>, op::value<F>> || from_output<Op<F>>)
    return takes<F, X>();
  else
    return takes<F, X>() && has_derivative<F, typename F::scalar>();
}

}  // namespace detail
}  // namespace act

ACT_STRICT_END
