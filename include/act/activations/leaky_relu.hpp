// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>
#include <act/require.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Leaky rectified linear unit.
///
///     f(x) = x          f'(x) = 1        x > 0
///     f(x) = slope x    f'(x) = slope    x <= 0
///
/// Parameter    slope, 0.01 by default; any number; lanes, where each lane has its own.
/// Edge values  f(+-0) = +-0 for slope >= 0; at the kink f'(0) = slope, the left derivative. NaN
///              stays NaN; f(-inf) is -inf, but NaN for slope = 0, being the product 0 (-inf).
/// From output  y > 0 ? 1 : slope, for slope >= 0 only: the sign of y must tell that of x. Else
///              std::invalid_argument.
/// Reference    A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural
///              network acoustic models", ICML 2013.
template <simd::lanes T>
struct LeakyReLU {
  using scalar = simd::scalar_of<T>;
  static constexpr const char* name = "leaky_relu";
  static constexpr ulp value_error{.f32 = 0.5, .f64 = 0.5};
  static constexpr ulp derivative_error{.f32 = 0, .f64 = 0};

  T slope = T(0.01);

  template <lanes_of<scalar> V>
  ACT_INLINE V operator()(const V& x) const noexcept {
    return simd::leaky(x, slope);
  }

  template <lanes_of<scalar> V>
  ACT_INLINE V derivative(const V& x) const noexcept {
    return simd::one_if_positive(x, slope);
  }

  template <lanes_of<scalar> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return derivative(y);
  }

  void require_output_form() const {
    require(slope >= 0, name,
            ".derivative_from_output: slope must be >= 0, or y does not tell the sign of x", slope);
  }
};

}  // namespace formula

template <class T>
using LeakyReLU = Functor<formula::LeakyReLU<T>>;

/// act::leaky_relu(x, slope = 0.01): x for x > 0, slope x elsewhere; its derivative is 1 or slope.
/// x is a float, a double, a batch of them or, with <act/act.hpp>, any dense expression of Eigen's;
/// of that the result is a lazy expression, and a temporary's own memory. The other calls are in
/// calls.hpp; formula, edge values, error bounds and what throws stand at formula::LeakyReLU.
inline constexpr Function<formula::LeakyReLU> leaky_relu{};

namespace exact {

/// act::leaky_relu for floats, as it is: its results are correctly rounded.
template <class T>
using LeakyReLU = Functor<rounded<formula::LeakyReLU<T>>>;

inline constexpr Function<exact_of<formula::LeakyReLU>::type> leaky_relu{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
