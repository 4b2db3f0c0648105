// SPDX-License-Identifier: MIT

// An activation of one's own: the formula is written once and can do all that act's functions can.

#include <Eigen/Core>
#include <act/act.hpp>
#include <array>
#include <cmath>
#include <iostream>
#include <xsimd/xsimd.hpp>

/// Swish: f(x) = x s with s = sigmoid(beta x), f'(x) = s (1 + beta x (1 - s)).
///
/// V is whatever holds numbers of type T side by side: one T, or some SIMD registers of them. Lanes
/// have + - * / and comparisons. act::simd has fma, min, max, abs and select, which stands for ?:
/// where each lane may decide differently; act::math has exp, expm1, tanh, sigmoid and softplus.
template <class T>
struct Swish {
  using scalar = T;

  T beta = 1;

  // For x = -inf this is -inf * 0, NaN; clamping x first would give the limit, 0.
  template <act::lanes_of<T> V>
  V operator()(const V& x) const noexcept {
    return x * act::math::sigmoid(x * beta);
  }

  // A product that is to be added is written fma: left to + and *, it would be up to the compiler
  // whether it is rounded once or twice, and the bits would differ from machine to machine.
  template <act::lanes_of<T> V>
  V derivative(const V& x) const noexcept {
    const V z = x * beta, s = act::math::sigmoid(z);
    return s * act::simd::fma(z, 1 - s, 1);
  }
};

/// The object to call: swish(x), swish(x, beta), swish.derivative(x), swish.backward(x, dy), ...
inline constexpr act::Function<Swish> swish{};

namespace {

int failures = 0;

void check(const char* what, float got, double want) {
  const bool right = std::abs(got - want) <= 1e-6 * std::abs(want);
  std::cout << what << ' ' << got << (right ? "" : "  WRONG") << '\n';
  if (!right) ++failures;
}

}  // namespace

int main() {
  const float x = 0.7f;
  const double s = 1 / (1 + std::exp(-0.7)), value = 0.7 * s, derivative = s * (1 + 0.7 * (1 - s));

  check("scalar        ", swish(x), value);
  check("derivative    ", swish.derivative(x), derivative);
  check("beta = 2      ", swish(x, 2.0f), 0.7 / (1 + std::exp(-1.4)));
  check("functor       ", act::Functor<Swish<float>>{2.0f}(x), 0.7 / (1 + std::exp(-1.4)));
  check("batch         ", swish(xsimd::batch<float>(x)).get(0), value);

  std::array<float, 100> in, out;
  in.fill(x);
  act::transform(swish, in, out);
  check("array         ", out[99], value);
  act::transform_derivative(Swish<float>{}, in, out);
  check("its derivative", out[99], derivative);

  const Eigen::ArrayXXf array = Eigen::ArrayXXf::Constant(3, 5, x);
  check("Eigen         ", (1 + swish(array))(2, 4), 1 + value);
  check("backward      ", swish.backward(array, 3 * array)(2, 4), 3 * 0.7 * derivative);
  check("unaryExpr     ", array.unaryExpr(act::Functor<Swish<float>>{})(2, 4), value);
  return failures == 0 ? 0 : 1;
}
