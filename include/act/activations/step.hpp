// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Unit step (Heaviside function).
///
///     f(x) = 0                x < 0
///     f(x) = value_at_zero    x = 0        f'(x) = 0
///     f(x) = 1                x > 0
///
/// Parameter    value_at_zero, 0 by default; any number.
/// Edge values  f(-0) = f(+0) = value_at_zero; f'(0) = 0, the left derivative. NaN stays NaN, in
///              value and derivative.
/// Reference    F. Rosenblatt, "The perceptron", Psychological Review 65 (6), 1958; NIST DLMF,
///              section 1.16(iv).
template <std::floating_point T>
struct Step {
  using scalar = T;
  static constexpr const char* name = "step";
  static constexpr ulp value_error{.f32 = 0, .f64 = 0};
  static constexpr ulp derivative_error{.f32 = 0, .f64 = 0};

  T value_at_zero = 0;

  template <lanes_of<T> V>
  ACT_INLINE V operator()(const V& x) const noexcept {
    return simd::heaviside(x, value_at_zero + T(0));
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative(const V& x) const noexcept {
    return simd::select(x == x, V(0), x);
  }
};

}  // namespace formula

template <class T>
using Step = Functor<formula::Step<T>>;

/// 0 or 1: act::step(x) is 1 for x > 0 and 0 elsewhere; act::step.derivative(x) is 0. x is a float,
/// a double, a batch of them or, with <act/act.hpp>, any dense expression of Eigen's; of that the
/// result is a lazy expression, and a temporary's own memory. The other calls are in calls.hpp;
/// formula, edge values, error bounds and what throws stand at formula::Step.
inline constexpr Function<formula::Step> step{};

namespace exact {

/// act::step for floats, as it is: its results are their own rounding.
template <class T>
using Step = Functor<rounded<formula::Step<T>>>;

inline constexpr Function<exact_of<formula::Step>::type> step{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
