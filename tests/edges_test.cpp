// SPDX-License-Identifier: MIT

// Zeros, kinks, subnormal and largest numbers: the edges of the contract for the ten functions that
// act began with, each written out; those of all, by their descriptions, are in each/edges.hpp.

#include <act/functions.hpp>
#include <activations/selu.hpp>
#include <support/sweep.hpp>
#include <support/types.hpp>

namespace act::test {
namespace {

template <class T>
constexpr T infinity = std::numeric_limits<T>::infinity();

template <class T>
class edges : public ::testing::Test {};
TYPED_TEST_SUITE(edges, scalars, test_name);

TYPED_TEST(edges, signs_of_zero) {
  const TypeParam zero = 0, minus = -zero;
  EXPECT_FALSE(std::signbit(act::relu(minus)));
  EXPECT_FALSE(std::signbit(act::relu(TypeParam(-1))));
  for (const TypeParam x : {zero, minus}) {
    EXPECT_EQ(act::tanh(x), 0);
    EXPECT_EQ(std::signbit(act::tanh(x)), std::signbit(x));
    EXPECT_EQ(act::leaky_relu(x), 0);
    EXPECT_EQ(std::signbit(act::leaky_relu(x)), std::signbit(x));
    EXPECT_EQ(std::signbit(act::prelu(x)), std::signbit(x));
    EXPECT_EQ(std::signbit(act::rrelu(x)), std::signbit(x));
    EXPECT_EQ(act::elu(x), 0);
    EXPECT_EQ(std::signbit(act::elu(x)), std::signbit(x));
    EXPECT_EQ(act::selu(x), 0);
    EXPECT_EQ(std::signbit(act::selu(x)), std::signbit(x));
  }
}

TYPED_TEST(edges, at_a_kink_the_derivative_is_the_left_one) {
  using T = TypeParam;
  for (const T x : {T(0), -T(0)}) {
    EXPECT_EQ(act::relu.derivative(x), 0);
    EXPECT_EQ(act::leaky_relu.derivative(x), T(0.01));
    EXPECT_EQ(act::leaky_relu.derivative(x, T(0.2)), T(0.2));
    EXPECT_EQ(act::prelu.derivative(x), T(0.25));
    EXPECT_EQ(act::rrelu.derivative(x, T(0.25), T(0.75)), T(0.5));
    EXPECT_EQ(act::elu.derivative(x), 1);
    EXPECT_EQ(act::elu.derivative(x, T(0.5)), T(0.5));
    EXPECT_EQ(act::selu.derivative(x), T(1.7580993408473768599L));
    EXPECT_EQ(act::step.derivative(x), 0);
    EXPECT_EQ(act::step(x), 0);
    EXPECT_EQ(act::step(x, T(0.5)), T(0.5));
  }
}

TYPED_TEST(edges, values_at_zero) {
  using T = TypeParam;
  for (const T x : {T(0), -T(0)}) {
    EXPECT_EQ(act::sigmoid(x), T(0.5));
    EXPECT_EQ(act::sigmoid.derivative(x), T(0.25));
    EXPECT_EQ(act::tanh.derivative(x), 1);
    EXPECT_EQ(act::softplus.derivative(x), T(0.5));
    EXPECT_NEAR(act::softplus(x), 0.69314718055994531, std::numeric_limits<T>::epsilon());
  }
}

// e^x for large negative x is 0 whatever it is multiplied by.
TYPED_TEST(edges, the_derivative_of_elu_vanishes_for_every_alpha) {
  using T = TypeParam;
  for (const double alpha : {1e-6, 0.5, 1.0, 2.0, 1e3, 1e6, 1e30}) {
    EXPECT_EQ(act::elu.derivative(-infinity<T>, static_cast<T>(alpha)), 0) << alpha;
    EXPECT_EQ(act::elu.derivative(T(-1000), static_cast<T>(alpha)), 0) << alpha;
  }
  EXPECT_EQ(act::selu.derivative(T(-1000)), 0);
  // That of a huge alpha lasts longer.
  const bool is_float = sizeof(T) == sizeof(float);
  const T huge = is_float ? T(1e38F) : T(1e290), x = is_float ? T(-160) : T(-1400);
  const auto want = static_cast<long double>(huge) * std::exp(static_cast<long double>(x));
  EXPECT_NEAR(act::elu.derivative(x, huge) / static_cast<T>(want), 1,
              2 * std::numeric_limits<T>::epsilon());
}

TYPED_TEST(edges, subnormal_numbers_pass) {
  using T = TypeParam;
  using limits = std::numeric_limits<T>;
  for (const T a : {limits::denorm_min(), 1000 * limits::denorm_min(), limits::min() / 2}) {
    EXPECT_EQ(act::relu(a), a);
    EXPECT_EQ(act::relu.derivative(a), 1);
    EXPECT_EQ(act::step(a), 1);
    EXPECT_EQ(act::step(-a), 0);
    for (const T x : {a, -a}) {
      EXPECT_EQ(act::tanh(x), x);
      EXPECT_EQ(act::elu(x), x);
      EXPECT_EQ(act::leaky_relu(x, T(1)), x);
      EXPECT_EQ(act::leaky_relu(x, T(0.5)), x > 0 ? x : x * T(0.5));
      EXPECT_EQ(act::sigmoid(x), T(0.5));
    }
    const T selu = act::selu(-a) / limits::denorm_min();
    EXPECT_NEAR(selu, -1.7580993408 * (a / limits::denorm_min()), 2 + std::abs(selu) * 1e-7);
  }
}

TYPED_TEST(edges, subnormal_results_are_not_flushed) {
  using T = TypeParam;
  const T x = sizeof(T) == sizeof(float) ? T(-100) : T(-740);
  const T exact = static_cast<T>(std::exp(static_cast<long double>(x)));
  const T least = std::numeric_limits<T>::denorm_min();
  ASSERT_GT(exact, 0);
  ASSERT_LT(exact, std::numeric_limits<T>::min());
  EXPECT_NEAR(act::sigmoid(x) / least, exact / least, 1);
  EXPECT_NEAR(act::sigmoid.derivative(x) / least, exact / least, 1);
  EXPECT_NEAR(act::sigmoid.derivative(-x) / least, exact / least, 1);
  EXPECT_NEAR(act::tanh.derivative(x / 2) / least, 4 * exact / least, 2);
  EXPECT_NEAR(act::elu.derivative(x) / least, exact / least, 1);
  EXPECT_NEAR(act::softplus(x) / least, exact / least, 1);
  EXPECT_NEAR(act::softplus.derivative(x) / least, exact / least, 1);
}

TYPED_TEST(edges, largest_numbers) {
  using T = TypeParam;
  const T largest = std::numeric_limits<T>::max();
  EXPECT_EQ(act::relu(largest), largest);
  EXPECT_EQ(act::relu(-largest), 0);
  EXPECT_EQ(act::leaky_relu(-largest, T(0.5)), -largest / 2);
  EXPECT_EQ(act::elu(largest), largest);
  EXPECT_EQ(act::elu(-largest), -1);
  EXPECT_EQ(act::elu(-largest, T(2)), -2);
  EXPECT_EQ(act::selu(largest), infinity<T>);
  EXPECT_EQ(act::softplus(largest), largest);
  EXPECT_EQ(act::softplus(largest, T(4)), largest);
  EXPECT_EQ(act::softplus(-largest), 0);
  EXPECT_EQ(act::sigmoid(largest), 1);
  EXPECT_EQ(act::sigmoid(-largest), 0);
  EXPECT_EQ(act::tanh(largest), 1);
  EXPECT_EQ(act::tanh(-largest), -1);
  for (const T x : {largest, -largest}) {
    EXPECT_EQ(act::sigmoid.derivative(x), 0);
    EXPECT_EQ(act::tanh.derivative(x), 0);
  }
}

TYPED_TEST(edges, tanh_is_odd) {
  for (const TypeParam x : all_samples<TypeParam>()) ASSERT_EQ(act::tanh(-x), -act::tanh(x)) << x;
}

TEST(selu, has_the_parameters_of_its_paper) {
  const long double e = std::exp(1.0L), pi = std::acos(-1.0L);
  const long double a = std::erfc(std::sqrt(0.5L)) * std::sqrt(e);
  const long double b = std::erfc(std::sqrt(2.0L)) * e * e;
  const long double alpha = std::sqrt(2 / pi) / (1 - a);
  const long double lambda =
      (1 - a) * std::sqrt(2 * pi / (2 * b + pi * a * a - 2 * (2 + pi) * a + pi + 2));
  constexpr long double some = 16 * std::numeric_limits<long double>::epsilon();
  EXPECT_LE(std::abs(selu_parameters::lambda<long double>() - lambda), some);
  EXPECT_LE(std::abs(selu_parameters::lambda_alpha<long double>() - lambda * alpha), some);
}

/// Within some ulps of a literal with fewer digits than T.
template <class T>
void expect_close(T got, double want, double relative = 4 * std::numeric_limits<T>::epsilon()) {
  EXPECT_NEAR(got, want, relative * std::abs(want));
}

// Inputs on which other libraries were found wrong, and JAX's edge tests.
TEST(regressions, of_other_libraries) {
  const float inf = infinity<float>;
  EXPECT_EQ(act::softplus(89.0F), 89.0F);
  EXPECT_EQ(act::softplus(0.5F, 1e30F), 0.5F);
  EXPECT_EQ(act::softplus(0.5, 1e30), 0.5);
  EXPECT_EQ(act::softplus.derivative(inf), 1.0F);
  EXPECT_EQ(act::elu(1e4F), 1e4F);
  EXPECT_EQ(act::elu(-1e-8F), -1e-8F);
  expect_close(act::elu(-1e-8), -9.99999995e-9);
  expect_close(act::selu(-1e-8F), -1.7580993e-8);
  expect_close(act::selu(-1e-8), -1.7580993320568798e-8);
  expect_close(act::tanh.derivative(-9.010913848876953F), 5.9604584e-8);
  expect_close(act::tanh.derivative(-19.061547465398498), 1.1102230246251531e-16);
  expect_close(act::sigmoid.derivative(40.0), 4.248354255291589e-18);
  expect_close(act::sigmoid.derivative(-40.0), 4.248354255291589e-18);
  expect_close(act::softplus(-300.0), 5.148200222412013e-131);
}

}  // namespace
}  // namespace act::test
