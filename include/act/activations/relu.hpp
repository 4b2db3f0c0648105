// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Rectified linear unit.
///
///     f(x) = x    f'(x) = 1    x > 0
///     f(x) = 0    f'(x) = 0    x <= 0
///
/// Edge values  f(-0) = +0, f(+inf) = +inf; at the kink f'(0) = 0, the left derivative. NaN stays
///              NaN, in value and derivative: the branch taken for it is x itself.
/// Reference    V. Nair, G. E. Hinton, "Rectified linear units improve restricted Boltzmann
///              machines", ICML 2010.
template <std::floating_point T>
struct ReLU {
  using scalar = T;
  static constexpr const char* name = "relu";
  static constexpr ulp value_error{.f32 = 0, .f64 = 0};
  static constexpr ulp derivative_error{.f32 = 0, .f64 = 0};

  template <lanes_of<T> V>
  ACT_INLINE V operator()(const V& x) const noexcept {
    return simd::select(x <= 0, V(0), x);
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative(const V& x) const noexcept {
    return simd::one_if_positive(x, 0);
  }

  /// y > 0 just where x > 0.
  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return derivative(y);
  }
};

}  // namespace formula

template <class T>
using ReLU = Functor<formula::ReLU<T>>;

/// act::relu(x) = max(x, 0); act::relu.derivative(x) is 1 for x > 0, 0 elsewhere. x is a float, a
/// double, a batch of them or, with <act/act.hpp>, any dense expression of Eigen's; of that the
/// result is a lazy expression, and a temporary's own memory. The other calls are in calls.hpp;
/// formula, edge values, error bounds and what throws stand at formula::ReLU.
inline constexpr Function<formula::ReLU> relu{};

namespace exact {

/// act::relu for floats, as it is: its results are their own rounding.
template <class T>
using ReLU = Functor<rounded<formula::ReLU<T>>>;

inline constexpr Function<exact_of<formula::ReLU>::type> relu{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
