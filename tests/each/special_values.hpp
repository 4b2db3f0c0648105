// SPDX-License-Identifier: MIT
#pragma once

// NaN, infinities and the range of results.

#include <reference.hpp>
#include <support/sweep.hpp>
#include <support/types.hpp>

namespace act::test {
namespace {

template <class Formula>
class special_values : public ::testing::Test {};
TYPED_TEST_SUITE(special_values, formulas, test_name);

/// Quiet NaNs of both signs and with a payload.
template <class T>
std::vector<T> nans() {
  const T nan = std::numeric_limits<T>::quiet_NaN();
  const T payload = std::bit_cast<T>(std::bit_cast<bits_of<T>>(nan) | 0x1234);
  return {nan, -nan, payload, -payload};
}

TYPED_TEST(special_values, nan_stays_nan) {
  using T = typename TypeParam::scalar;
  const Functor<TypeParam> f{};
  for (const T nan : nans<T>()) {
    EXPECT_TRUE(std::isnan(f(nan)));
    EXPECT_TRUE(std::isnan(f.derivative(nan)));
    EXPECT_TRUE(std::isnan(f.backward(nan, T(1))));
    EXPECT_TRUE(std::isnan(f.backward(nan, T(0))));
    EXPECT_TRUE(std::isnan(f.backward(T(1), nan)));
    EXPECT_TRUE(std::isnan(f.value_and_derivative(nan).value));
    EXPECT_TRUE(std::isnan(f.value_and_derivative(nan).derivative));
    if constexpr (act::detail::has_derivative_from_output<TypeParam>) {
      EXPECT_TRUE(std::isnan(f.derivative_from_output(nan)));
    }
  }
}

TYPED_TEST(special_values, infinities_give_the_limit) {
  using T = typename TypeParam::scalar;
  using ref = reference<TypeParam>;
  const TypeParam f{};
  for (const T x : {std::numeric_limits<T>::infinity(), -std::numeric_limits<T>::infinity()}) {
    const auto wide = static_cast<long double>(x);
    EXPECT_EQ(Functor(f)(x), static_cast<T>(ref::value(f, wide))) << x;
    EXPECT_EQ(Functor(f).derivative(x), static_cast<T>(ref::derivative(f, wide))) << x;
  }
}

TYPED_TEST(special_values, results_lie_in_their_range_and_are_no_nan) {
  using T = typename TypeParam::scalar;
  using ref = reference<TypeParam>;
  const Functor<TypeParam> f{};
  // Negated, so that a NaN is not inside.
  const auto outside = [](T y, interval range) { return !(y >= range.low && y <= range.high); };
  for (const T x : all_samples<T>()) {
    const T y = f(x), d = f.derivative(x);
    ASSERT_FALSE(outside(y, ref::value_range)) << x << " " << y;
    ASSERT_FALSE(outside(d, ref::derivative_range)) << x << " " << d;
  }
}

}  // namespace
}  // namespace act::test
