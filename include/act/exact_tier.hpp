// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/functor.hpp>
#include <act/simd/doubles.hpp>
#include <act/simd/staged.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::exact {

/// What a formula of the exact tier is made of: F, the same function of the default tier, with its
/// parameters, its name and those of its members that round correctly as they are. The others are
/// computed in lanes of double and rounded once.
///
/// For the default parameters value and derivative are correctly rounded for every float, which
/// makes their bits the same on every machine; tests/exhaustive proves it. With other parameters
/// the error is at most 0.501 ulp, and so is that of derivative_from_output.
template <class F, int Registers = 2>
struct tier : F {
  using default_tier = F;
  static constexpr ulp value_error{0.5, 0.5}, derivative_error{0.5, 0.5};

  /// How many registers the kernel needs for one of its argument's: a loop has fewer in flight.
  static constexpr int registers = Registers;

  /// Refuses the formula for double, where it is called.
  template <class T = typename F::scalar>
  [[nodiscard]] static consteval bool is_there() noexcept {
    constexpr bool is_float = std::same_as<T, float>;
    static_assert(is_float,
                  "act: act::exact is for float, where every input has been tried; for double use "
                  "the function of the same name in act");
    return is_float;
  }

  tier() = default;
  template <class... P>
    requires(::act::detail::has_parameters<F, P...>)
  constexpr explicit tier(P... p) noexcept(noexcept(F{static_cast<float>(p)...}))
      : F{static_cast<float>(p)...} {}

  /// Hides that of F, which has the default tier's bits.
  void value_and_derivative() const = delete;
};

/// The exact tier's formula for F of the default tier: F as it is, whose results are correctly
/// rounded where they are a product or less. What F computes otherwise has a specialisation beside
/// it.
template <class F>
struct rounded : tier<F, 1> {
  using tier<F, 1>::tier;
};

/// The same of a formula for any scalar type.
template <template <class> class F>
struct exact_of {
  template <class T>
  using type = rounded<F<T>>;
};

/// kernel(x) in lanes of double, rounded to x's.
template <class V, class K>
[[nodiscard]] ACT_INLINE V in_doubles(const V& x, K kernel) noexcept {
  return simd::to_floats<V>(kernel(simd::to_doubles(x)));
}

/// finish(reduce(x)), stopped between the two; what reduce makes of x is in lanes of double.
template <class V, class R, class K>
[[nodiscard]] ACT_INLINE auto staged_in_doubles(const V& x, R reduce, K finish) noexcept {
  return simd::staged{
      reduce(x), [finish](V, auto r) ACT_INLINE_LAMBDA { return simd::to_floats<V>(finish(r)); }};
}

}  // namespace act::exact

ACT_STRICT_END
