// SPDX-License-Identifier: MIT
#pragma once

#include <act/accuracy.hpp>
#include <act/exact_tier.hpp>
#include <act/functor.hpp>
#include <act/math/exact.hpp>
#include <act/math/expm1.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace formula {

/// lambda and lambda alpha. tests/coefficients/generate.py selu_lambda, selu_lambda_alpha
template <class T>
struct selu_constants;
template <>
struct selu_constants<float> {
  static constexpr float lambda = 0x1.0cfabep+0F;
  static constexpr float lambda_alpha = 0x1.c212ccp+0F;
};
template <>
struct selu_constants<double> {
  static constexpr double lambda = 0x1.0cfabd6a91132p+0;
  static constexpr double lambda_alpha = 0x1.c212cc640f031p+0;
};

/// lambda alpha (e^r - 1) = r w(r): minimax of the relative error, for float on |r| <= 0.34662, for
/// double on [-0.4967, 0.34662]. tests/coefficients/generate.py selu, selu_wide
template <class T>
struct selu_series;
template <>
struct selu_series<float> {  // 2^-26.2
  static constexpr float c[] = {0x1.c212ccp+0F, 0x1.c212ccp-1F, 0x1.2c0d62p-2F, 0x1.2c0d8ap-4F,
                                0x1.dde226p-7F, 0x1.3f4eap-9F,  0x1.6cf8a6p-11F};
};
template <>
struct selu_series<double> {  // 2^-56.8
  static constexpr double c[] = {
      0x1.c212cc640f031p+0,  0x1.c212cc640f031p-1,  0x1.2c0c8842b4b07p-2,  0x1.2c0c8842b4ab1p-4,
      0x1.e0140d3776299p-7,  0x1.400d5e2545e1fp-9,  0x1.6dc6228fd41f4p-12, 0x1.6dc620451c53fp-15,
      0x1.4521b4d99ecedp-18, 0x1.04218be7dd117p-21, 0x1.7af0643899023p-25, 0x1.dff892396d74ep-29};
};

/// Scaled exponential linear unit.
///
///     f(x) = lambda x                  f'(x) = lambda              x > 0
///     f(x) = lambda alpha (e^x - 1)    f'(x) = lambda alpha e^x    x <= 0
///
/// Parameters   none: lambda = 1.0507... and alpha = 1.6732... are the numbers for which mean 0 and
///              variance 1 are a fixed point.
/// Edge values  f(-inf) = -lambda alpha, f(+-0) = +-0, f(+inf) = +inf; f'(-inf) = 0 and at the kink
///              f'(0) = lambda alpha, the left derivative. NaN stays NaN.
/// From output  y > 0 ? lambda : y + lambda alpha; for y near -lambda alpha, few digits of f' are
///              left in y.
/// Reference    G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, "Self-normalizing neural
///              networks", NIPS 2017, arXiv:1706.02515.
template <std::floating_point T>
struct SELU {
  using scalar = T;
  static constexpr const char* name = "selu";
  static constexpr ulp value_error{
      .f32 = 1.4, .f64 = 1.39, .f32_unfused = 1.6, .f64_unfused = 1.58};
  static constexpr ulp derivative_error{
      .f32 = 1.07, .f64 = 1.07, .f32_unfused = 1.4, .f64_unfused = 1.4};

  static constexpr T lambda = selu_constants<T>::lambda;
  static constexpr T lambda_alpha = selu_constants<T>::lambda_alpha;

  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    return simd::staged{math::reduce_expm1_negative(simd::at_most(x, 0)),
                        [](V at, auto r) ACT_INLINE_LAMBDA {
                          return value_at(at, math::finish_expm1_negative(r, series));
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return simd::staged{math::reduce_exp_negative(simd::at_most(x, 0), scaling),
                        [](V at, auto r) ACT_INLINE_LAMBDA {
                          return derivative_at(at, math::finish_exp_negative(r, series));
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto value_and_derivative(const V& x) const noexcept {
    return simd::staged{
        math::reduce_exp_negative(simd::at_most(x, 0), scaling),
        [](V at, auto r) ACT_INLINE_LAMBDA {
          const auto e = math::finish_both_negative(r, scaling.inverse, series);
          return ::act::value_and_derivative<V>{value_at(at, e.expm1), derivative_at(at, e.exp)};
        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    return simd::select(y > 0, V(lambda), y + lambda_alpha);
  }

 private:
  static constexpr auto& series = selu_series<T>::c;
  static constexpr auto& scaling = math::usual_exp_scaling<T>;

  template <class V>
  static ACT_INLINE V value_at(const V& x, const V& negative) noexcept {
    return simd::select(x >= 0, x * lambda, negative);
  }
  template <class V>
  static ACT_INLINE V derivative_at(const V& x, const V& scaled) noexcept {
    return simd::select(x > 0, V(lambda), scaled * scaling.inverse);
  }
};

}  // namespace formula

template <class T>
using SELU = Functor<formula::SELU<T>>;

/// act::selu(x): lambda x for x > 0, lambda alpha (e^x - 1) elsewhere; its derivative is lambda or
/// lambda alpha e^x. x is a float, a double, a batch of them or, with <act/act.hpp>, any dense
/// expression of Eigen's; of that the result is a lazy expression, and a temporary's own memory.
/// The other calls are in calls.hpp; formula, edge values, error bounds and what throws stand at
/// formula::SELU.
inline constexpr Function<formula::SELU> selu{};

namespace exact {

/// act::selu, correctly rounded.
template <std::floating_point T>
struct rounded<formula::SELU<T>> : tier<formula::SELU<T>> {
  template <lanes_of<T> V>
  ACT_INLINE auto operator()(const V& x) const noexcept {
    // Of the two parts one is 0.
    return simd::staged{math::exact::reduce_expm1_negative(simd::at_most(x, 0)),
                        [](V at, auto r) ACT_INLINE_LAMBDA {
                          const auto negative =
                              c::lambda_alpha * math::exact::finish_expm1_negative(r);
                          const auto positive = simd::to_doubles(simd::at_least(at, 0));
                          return simd::to_floats<V>(simd::fma(positive, c::lambda, negative));
                        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE auto derivative(const V& x) const noexcept {
    return simd::staged{
        math::exact::reduce_exp_negative(simd::at_most(x, 0)), [](V at, auto r) ACT_INLINE_LAMBDA {
          const V negative =
              simd::to_floats<V>(c::lambda_alpha * math::exact::finish_exp_negative(r));
          return simd::select(at > 0, V(static_cast<T>(c::lambda)), negative);
        }};
  }

  template <lanes_of<T> V>
  ACT_INLINE V derivative_from_output(const V& y) const noexcept {
    const V negative = in_doubles(y, [](auto d) ACT_INLINE_LAMBDA { return d + c::lambda_alpha; });
    return simd::select(y > 0, V(static_cast<T>(c::lambda)), negative);
  }

 private:
  using c = formula::selu_constants<double>;
};

template <class T>
using SELU = Functor<rounded<formula::SELU<T>>>;

/// act::selu for floats, correctly rounded with the default parameters.
inline constexpr Function<exact_of<formula::SELU>::type> selu{};

}  // namespace exact

}  // namespace act

ACT_STRICT_END
