// SPDX-License-Identifier: MIT
#pragma once

// Derivatives against central differences of what the values should be: no formula for the
// derivative is needed for that.

#include <algorithm>
#include <cmath>
#include <limits>
#include <reference.hpp>
#include <support/types.hpp>
#include <vector>

namespace act::test {
namespace {

/// Points between which no function bends sharply: even steps over [-40, 40] and small numbers,
/// none nearer to the kink at 0 than the step of the differences.
std::vector<double> points() {
  std::vector<double> x;
  for (int i = -4000; i < 4000; ++i) x.push_back(i * 0.01 + 0.0037);
  for (double a = 0x1p-14; a < 1; a *= 1.7) x.insert(x.end(), {a, -a});
  return x;
}

/// The error of a difference quotient is near a multiple of the square of its step: with half the
/// step it is a third of what the two differ by. To that the rounding of the values is added, and
/// the error that the derivative may have.
template <class F>
void expect_slope(const F& f) {
  using T = typename F::scalar;
  using wide = long double;
  constexpr wide h = 0x1p-16L;
  const Functor<F> call(f);
  const double allowed_ulps = 0.5 + (is_exact<F> ? 0.5 : F::derivative_error.template of<T>(false));
  for (const double at : points()) {
    const T x = static_cast<T>(at);
    const wide center = x;
    wide largest = value_unit(f, center);
    const auto quotient = [&](wide step) {
      const wide up = reference<F>::value(f, center + step);
      const wide down = reference<F>::value(f, center - step);
      largest = std::max({largest, std::abs(up), std::abs(down)});
      return (up - down) / (2 * step);
    };
    const wide rough = quotient(h), slope = quotient(h / 2), d = call.derivative(x);
    const wide unit = std::max(std::abs(slope), derivative_unit(f, center));
    const wide tolerance = std::abs(rough - slope) +
                           8 * std::numeric_limits<wide>::epsilon() * largest / h +
                           static_cast<wide>(allowed_ulps + allowed_error(f, x)) *
                               (static_cast<wide>(std::numeric_limits<T>::epsilon()) * unit +
                                static_cast<wide>(std::numeric_limits<T>::denorm_min()));
    ASSERT_LE(std::abs(d - slope), tolerance)
        << "f'(" << x << ") is " << d << ", should be " << slope;
  }
}

template <class Formula>
class derivative : public ::testing::Test {};
TYPED_TEST_SUITE(derivative, formulas, test_name);

TYPED_TEST(derivative, is_the_slope_of_the_value) { expect_slope(TypeParam{}); }

TYPED_TEST(derivative, is_the_slope_with_other_parameters) {
  const auto others = others_of<TypeParam>();
  if (others.empty()) GTEST_SKIP() << TypeParam::name << " has no parameters";
  for (const TypeParam& f : others) expect_slope(f);
}

// dy * f'(x), and {f(x), f'(x)}, bit for bit.
TYPED_TEST(derivative, is_the_factor_of_backward_and_the_second_of_value_and_derivative) {
  using T = typename TypeParam::scalar;
  const Functor<TypeParam> f{};
  for (const double at : points()) {
    const T x = static_cast<T>(at), dy = static_cast<T>(std::cos(at) * 3);
    ASSERT_EQ(f.backward(x, dy), dy * f.derivative(x)) << x;
    const auto both = f.value_and_derivative(x);
    ASSERT_EQ(both.value, f(x)) << x;
    ASSERT_EQ(both.derivative, f.derivative(x)) << x;
  }
}

}  // namespace
}  // namespace act::test
