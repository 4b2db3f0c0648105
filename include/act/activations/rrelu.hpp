// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>
#include <act/philox.hpp>
#include <act/require.hpp>
#include <cmath>
#include <limits>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// Randomised leaky rectified linear unit.
///
///     f(x) = x          f'(x) = 1        x > 0
///     f(x) = slope x    f'(x) = slope    x <= 0
///
/// In training the slope is drawn from U(lower, upper) for each element: act::rrelu.train. At
/// inference, here, it is their mean.
///
/// Parameters   lower and upper, 1/8 and 1/3 by default; finite and lower <= upper, else
///              std::invalid_argument.
/// Edge values  as leaky_relu.
/// From output  y > 0 ? 1 : slope, for slope >= 0 only; else std::invalid_argument.
/// Reference    B. Xu, N. Wang, T. Chen, M. Li, "Empirical evaluation of rectified activations in
///              convolutional network", 2015, arXiv:1505.00853.
template <std::floating_point T>
class RReLU {
 public:
  using scalar = T;
  static constexpr const char* name = "rrelu";
  static constexpr ulp value_error{.f32 = 0.5, .f64 = 0.5};
  static constexpr ulp derivative_error{.f32 = 0, .f64 = 0};

  constexpr RReLU() noexcept = default;
  constexpr RReLU(T lower, T upper) : lower_(lower), upper_(upper), slope_(lower / 2 + upper / 2) {
    constexpr T largest = (std::numeric_limits<T>::max)();
    require(-largest <= lower && lower <= upper && upper <= largest && upper - lower <= largest,
            name, ": bounds and their distance must be finite and lower <= upper", lower, upper);
  }

  [[nodiscard]] ACT_INLINE constexpr T lower() const noexcept { return lower_; }
  [[nodiscard]] ACT_INLINE constexpr T upper() const noexcept { return upper_; }
  /// The slope of inference, (lower + upper) / 2.
  [[nodiscard]] ACT_INLINE constexpr T slope() const noexcept { return slope_; }

  template <lanes_of<T> V>
  ACT_INLINE V operator()(const V& x) const noexcept {
    return simd::leaky(x, slope_);
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative(const V& x) const noexcept {
    return simd::one_if_positive(x, slope_);
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return derivative(y);
  }

  void require_output_form() const {
    require(slope_ >= 0, name,
            ".derivative_from_output: the mean slope must be >= 0, or y does not tell x", slope_);
  }

  /// Training: fills slopes with 1 where x > 0 or NaN and draws from U(lower, upper) elsewhere, and
  /// returns slopes * x. Element (i, j) takes draw number i + j * rows; rng goes on by one draw an
  /// element. For the backward pass, dx = dy * slopes, the slopes may be kept, or drawn again from
  /// a copy of rng as it was before.
  template <class X, class S>
  decltype(auto) train(X&& x, S&& slopes, Philox& rng) const {
    constexpr bool is_array = operand_of<X>::is_array;
    static_assert(is_array || !operand_of<X>::is_open, "act: rrelu.train takes arrays of Eigen's");
    if constexpr (is_array && detail::takes<RReLU, X>()) {
      Philox::Uniform<T> uniform(rng);
      // The multiply-add is rounded once on every machine. It is made for positive x too: whether
      // to skip it costs more than it does, as signs are not foreseen.
      operand_of<X>::generate(x, slopes, [&](T xi, std::uint64_t i) {
        return simd::select(xi <= 0, std::fma(uniform(i), upper_ - lower_, lower_), T(1));
      });
      rng.advance(static_cast<std::uint64_t>(operand_of<X>::size(x)));
      return operand_of<X>::product("rrelu.train", std::forward<S>(slopes), std::forward<X>(x));
    } else {
      return detail::refused<X>{};
    }
  }

 private:
  T lower_ = T(0.125), upper_ = T(1) / 3, slope_ = (T(0.125) + T(1) / 3) / 2;
};

}  // namespace formula

template <class T>
using RReLU = Functor<formula::RReLU<T>>;

/// act::rrelu: besides the calls of every function, training.
template <template <class> class F>
struct RReLUFunction : Function<F> {
  template <class X, class S, class... P>
  decltype(auto) train(X&& x, S&& slopes, Philox& rng, P... p) const {
    return Function<F>::template with<X>(p...).train(std::forward<X>(x), std::forward<S>(slopes),
                                                     rng);
  }
};

/// act::rrelu(x, lower = 1/8, upper = 1/3): x for x > 0, x (lower + upper) / 2 elsewhere;
/// act::rrelu.train(x, slopes, rng) draws the slopes. x is a float, a double, a batch of them or,
/// with <act/act.hpp>, any dense expression of Eigen's; of that the result is a lazy expression,
/// and a temporary's own memory. The other calls are in calls.hpp; formula, edge values, error
/// bounds and what throws stand at formula::RReLU.
inline constexpr RReLUFunction<formula::RReLU> rrelu{};

namespace exact {

/// act::rrelu, with a mean of lower and upper that is rounded once where it is the result, and not
/// before x is multiplied by it.
template <std::floating_point T>
struct rounded<formula::RReLU<T>> : tier<formula::RReLU<T>> {
  using tier<formula::RReLU<T>>::tier;

  template <lanes_of<T> V>
  ACT_INLINE V operator()(const V& x) const noexcept {
    const V negative = in_doubles(x, [m = mean()](auto d) ACT_INLINE_LAMBDA { return d * m; });
    return simd::select(x > 0, x, negative);
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative(const V& x) const noexcept {
    return simd::one_if_positive(x, static_cast<T>(mean()));
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return derivative(y);
  }

 private:
  ACT_INLINE double mean() const noexcept {
    return (double{this->lower()} + double{this->upper()}) / 2;
  }
};

template <class T>
using RReLU = Functor<rounded<formula::RReLU<T>>>;

/// act::rrelu for floats, correctly rounded with the default parameters.
inline constexpr RReLUFunction<exact_of<formula::RReLU>::type> rrelu{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
