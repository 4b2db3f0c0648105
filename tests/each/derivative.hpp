// SPDX-License-Identifier: MIT
#pragma once

// Derivatives against finite differences of act's own values: no formula is needed for that.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
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

/// f in double, whose derivative in the scalar type of derivative is d. The difference quotient is
/// off by h^2 f''' / 6, with |f'''| <= 4 f' for every function here, and by the rounding of the two
/// values, at most 2 ulp each.
template <class F, class D>
void expect_slope_of(const F& f, const D& derivative) {
  using T = decltype(derivative(0.0));
  constexpr double h = 0x1p-16, epsilon = std::numeric_limits<double>::epsilon();
  for (const double at : points()) {
    const double x = static_cast<T>(at);
    const double slope = (f(x + h) - f(x - h)) / (2 * h);
    const double d = derivative(at);
    const double largest = std::max(std::abs(f(x + h)), std::abs(f(x - h)));
    const double tolerance = 4 * h * h * std::abs(d) + 2 * epsilon * largest / h +
                             2.2 * std::numeric_limits<T>::epsilon() * std::abs(d);
    ASSERT_NEAR(d, slope, tolerance) << x;
  }
}

template <class Formula>
class derivative : public ::testing::Test {};
template <class F>
struct in_double;
template <template <class> class F, class T>
struct in_double<F<T>> {
  using type = Functor<F<double>>;
};
template <template <class> class F, class T>
  requires is_exact<F<T>>
struct in_double<F<T>> : in_double<typename F<T>::default_tier> {
};
TYPED_TEST_SUITE(derivative, formulas, test_name);

TYPED_TEST(derivative, is_the_slope_of_the_value) {
  using T = typename TypeParam::scalar;
  const typename in_double<TypeParam>::type f{};
  expect_slope_of(f, [](double x) { return Functor<TypeParam>{}.derivative(static_cast<T>(x)); });
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
