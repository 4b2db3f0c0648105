// SPDX-License-Identifier: MIT

// The vector mathematics that kernels and users' own activations are written in, over its whole
// range: exp, expm1, sigmoid, tanh and softplus.

#include <gtest/gtest.h>

#include <act/math/exp.hpp>
#include <act/math/expm1.hpp>
#include <act/math/sigmoid.hpp>
#include <act/math/softplus.hpp>
#include <act/math/tanh.hpp>
#include <support/sweep.hpp>
#include <support/types.hpp>

namespace act::test {
namespace {

template <class T>
class vector_math : public ::testing::Test {
 protected:
  using limits = std::numeric_limits<T>;
  static constexpr T infinity = limits::infinity(), not_a_number = limits::quiet_NaN();

  template <class Call, class Want>
  static void expect_within(double bound, const Call& call, const Want& want) {
    const auto worst = sweep(all_samples<T>(), call, want);
    EXPECT_LE(worst.ulp, bound + reference_error<T>) << worst;
  }
};
TYPED_TEST_SUITE(vector_math, scalars, test_name);

TYPED_TEST(vector_math, exp_is_within_an_ulp) {
  this->expect_within(
      simd::fuses<TypeParam> ? 1 : 1.2, [](TypeParam x) { return math::exp(x); },
      [](long double x) { return std::exp(x); });
}

TYPED_TEST(vector_math, expm1_is_within_1_9_ulp) {
  this->expect_within(
      sizeof(TypeParam) == 4 ? 1.6 : 1.9, [](TypeParam x) { return math::expm1(x); },
      [](long double x) { return std::expm1(x); });
}

TYPED_TEST(vector_math, sigmoid_is_within_2_1_ulp) {
  constexpr double bound = sizeof(TypeParam) == 4 ? 2.0 : 1.7;
  this->expect_within(
      simd::fuses<TypeParam> ? bound : bound + 0.1, [](TypeParam x) { return math::sigmoid(x); },
      [](long double x) { return 1 / (1 + std::exp(-x)); });
}

TYPED_TEST(vector_math, tanh_is_within_2_7_ulp) {
  constexpr double bound = sizeof(TypeParam) == 4 ? 2.6 : 1.5;
  this->expect_within(
      simd::fuses<TypeParam> ? bound : bound + 0.25, [](TypeParam x) { return math::tanh(x); },
      [](long double x) { return std::tanh(x); });
}

TYPED_TEST(vector_math, softplus_is_within_2_5_ulp) {
  this->expect_within(
      sizeof(TypeParam) == 4 ? 2.5 : 2.0, [](TypeParam x) { return math::softplus(x); },
      [](long double x) { return std::fmax(x, 0.0L) + std::log1p(std::exp(-std::fabs(x))); });
}

TYPED_TEST(vector_math, has_its_limits_at_infinity) {
  const TypeParam inf = this->infinity;
  EXPECT_EQ(math::exp(inf), inf);
  EXPECT_EQ(math::exp(-inf), 0);
  EXPECT_EQ(math::expm1(inf), inf);
  EXPECT_EQ(math::expm1(-inf), -1);
  EXPECT_EQ(math::sigmoid(inf), 1);
  EXPECT_EQ(math::sigmoid(-inf), 0);
  EXPECT_EQ(math::tanh(inf), 1);
  EXPECT_EQ(math::tanh(-inf), -1);
  EXPECT_EQ(math::softplus(inf), inf);
  EXPECT_EQ(math::softplus(-inf), 0);
}

TYPED_TEST(vector_math, keeps_nan) {
  for (const TypeParam nan : {this->not_a_number, -this->not_a_number}) {
    EXPECT_TRUE(std::isnan(math::exp(nan)));
    EXPECT_TRUE(std::isnan(math::expm1(nan)));
    EXPECT_TRUE(std::isnan(math::sigmoid(nan)));
    EXPECT_TRUE(std::isnan(math::tanh(nan)));
    EXPECT_TRUE(std::isnan(math::softplus(nan)));
  }
}

TYPED_TEST(vector_math, keeps_the_sign_of_zero) {
  EXPECT_FALSE(std::signbit(math::expm1(TypeParam(0))));
  EXPECT_TRUE(std::signbit(math::expm1(TypeParam(-0.0))));
  EXPECT_FALSE(std::signbit(math::tanh(TypeParam(0))));
  EXPECT_TRUE(std::signbit(math::tanh(TypeParam(-0.0))));
}

TYPED_TEST(vector_math, overflows_just_where_e_to_the_x_does) {
  using T = TypeParam;
  const T next = std::nextafter(std::log(std::numeric_limits<T>::max()), this->infinity);
  const T last = next - 2 * (next - std::nextafter(next, T(0)));
  EXPECT_LT(math::exp(last), this->infinity);
  EXPECT_LT(math::expm1(last), this->infinity);
  EXPECT_EQ(math::exp(next + std::abs(next) * std::numeric_limits<T>::epsilon()), this->infinity);
  EXPECT_EQ(math::exp(T(1e6)), this->infinity);
  EXPECT_EQ(math::expm1(std::numeric_limits<T>::max()), this->infinity);
}

}  // namespace
}  // namespace act::test
