// SPDX-License-Identifier: MIT

// Values and derivatives lie within the bounds that the code promises.

#include <reference.hpp>
#include <support/sweep.hpp>
#include <support/types.hpp>

namespace act::test {
namespace {

constexpr auto nothing = [](auto) { return 0.0; };

// One scalar at a time: lanes_test shows that arrays have the same bits.
template <class F, class T = typename F::scalar, class Allowed = decltype(nothing)>
worst_case<T> worst_value(const F& f, const Allowed& allowed = nothing) {
  return sweep(
      all_samples<T>(), [&](T x) { return Functor(f)(x); },
      [&](long double x) { return reference<F>::value(f, x); }, allowed);
}

template <class F, class T = typename F::scalar, class Allowed = decltype(nothing)>
worst_case<T> worst_derivative(const F& f, const Allowed& allowed = nothing) {
  return sweep(
      all_samples<T>(), [&](T x) { return Functor(f).derivative(x); },
      [&](long double x) { return reference<F>::derivative(f, x); }, allowed);
}

template <class T>
double bound(ulp promised) {
  return promised.of<T>(simd::fuses<T>) + reference_error<T>;
}

template <class Formula>
class accuracy : public ::testing::Test {};
TYPED_TEST_SUITE(accuracy, all_formulas, test_name);

TYPED_TEST(accuracy, value_is_within_its_bound) {
  const auto worst = worst_value(TypeParam{});
  EXPECT_LE(worst.ulp, bound<typename TypeParam::scalar>(TypeParam::value_error)) << worst;
}

TYPED_TEST(accuracy, derivative_is_within_its_bound) {
  const auto worst = worst_derivative(TypeParam{});
  EXPECT_LE(worst.ulp, bound<typename TypeParam::scalar>(TypeParam::derivative_error)) << worst;
}

// Two statements: it is what its formula in y says, and it is f'(x) but for what rounding has taken
// from y, which is an absolute error.
TYPED_TEST(accuracy, derivative_from_output_is_as_good_as_the_output) {
  using T = typename TypeParam::scalar;
  if constexpr (!act::detail::has_derivative_from_output<TypeParam>) {
    GTEST_SKIP() << TypeParam::name << " has none: y does not determine it";
  } else {
    const Functor<TypeParam> f{};
    std::vector<T> ys;
    for (const T x : all_samples<T>()) {
      const T y = f(x);
      const long double exact = reference<TypeParam>::derivative(f, static_cast<long double>(x));
      ASSERT_NEAR(f.derivative_from_output(y), to_double(exact),
                  4 * std::numeric_limits<T>::epsilon())
          << x;
      ys.push_back(y);
    }
    if (!simd::fuses<T>) return;
    const auto worst = sweep(
        ys, [&](T y) { return f.derivative_from_output(y); },
        [&](long double y) { return reference<TypeParam>::from_output(f, y); });
    EXPECT_LE(worst.ulp, 1.7) << worst;
  }
}

/// Doubles that searches have found to be worse than their neighbours, with fused multiply-adds or
/// without, by bins and climbing.
template <class F>
struct worst_doubles {
  std::vector<double> of_value, of_derivative;
};
const worst_doubles<formula::Sigmoid<double>> worst_of_sigmoid{
    {-0x1.844fc72a19503p+3, -0x1.847259bbb3274p+3, -0x1.73935e5ec929dp+4, -0x1.1545c92e2949p+3},
    {-0x1.c53b0091a7201p+0, 0x1.c592445e3be77p+0, -0x1.c567d7316243fp+0, -0x1.c48fadedd193ap+0}};
const worst_doubles<formula::Tanh<double>> worst_of_tanh{
    {-0x1.18e662de36446p-1}, {0x1.c4077052c288dp-1, 0x1.62b81cfa3b445p+8, -0x1.62b898b5c49dcp+8}};
const worst_doubles<formula::ELU<double>> worst_of_elu{
    {-0x1.fbd37bd0f79f5p-2}, {-0x1.29eec0a981b42p+2, -0x1.a760f82fac121p+6}};
const worst_doubles<formula::SELU<double>> worst_of_selu{{-0x1.56a672cb18021p-2},
                                                         {-0x1.559d7f6933ed3p+9}};
const worst_doubles<formula::Softplus<double>> worst_of_softplus{
    {0x1.4fa5de649e531p-2, 0x1.40b318d4d995fp-2, 0x1.55ab609be476fp-2},
    {-0x1.dcf8ce5498c83p+3, -0x1.73935e5ec929dp+4}};

TEST(worst_doubles, are_within_the_bounds) {
  const auto check = []<class F>(const worst_doubles<F>& worst) {
    const Functor<F> f{};
    const auto value = sweep(
        worst.of_value, [&](double x) { return f(x); },
        [&](long double x) { return reference<F>::value(F{}, x); });
    EXPECT_LE(value.ulp, bound<double>(F::value_error)) << F::name << value;
    const auto derivative = sweep(
        worst.of_derivative, [&](double x) { return f.derivative(x); },
        [&](long double x) { return reference<F>::derivative(F{}, x); });
    EXPECT_LE(derivative.ulp, bound<double>(F::derivative_error)) << F::name << derivative;
    // They are what a sweep over other numbers has missed.
    if (simd::fuses<double>) {
      EXPECT_GE(value.ulp, 0.96 * F::value_error.f64) << F::name << value;
      EXPECT_GE(derivative.ulp, 0.96 * F::derivative_error.f64) << F::name << derivative;
    }
  };
  check(worst_of_sigmoid);
  check(worst_of_tanh);
  check(worst_of_elu);
  check(worst_of_selu);
  check(worst_of_softplus);
}

template <class T>
class accuracy_with : public ::testing::Test {
 protected:
  template <class F, class Allowed>
  static void expect_accurate(const F& f, const Allowed& allowed) {
    const auto value = worst_value(f, allowed);
    EXPECT_LE(value.ulp, bound<T>(F::value_error)) << value;
    const auto derivative = worst_derivative(f, allowed);
    EXPECT_LE(derivative.ulp, bound<T>(F::derivative_error)) << derivative;
  }
  /// A product with a parameter is rounded, and moves a result within its binade, where its error
  /// may be up to twice as many ulps as before.
  template <class F>
  static double product_error(const F&) {
    return 0.5 + bound<T>(F::value_error);
  }
};
TYPED_TEST_SUITE(accuracy_with, scalars, test_name);

TYPED_TEST(accuracy_with, elu_alpha) {
  for (double alpha : {0.5, 2.0, 0.3, 1e-3, 1e-15, 1e-30, 1e-37, -1e-300, 0.0, 1e6, 1e20, -0.7}) {
    SCOPED_TRACE(alpha);
    const formula::ELU<TypeParam> f{static_cast<TypeParam>(alpha)};
    this->expect_accurate(f, [&](TypeParam) { return this->product_error(f); });
  }
}

TYPED_TEST(accuracy_with, softplus_beta_a_power_of_two) {
  for (double beta : {0.5, 2.0, 0x1p30}) {
    SCOPED_TRACE(beta);
    this->expect_accurate(formula::Softplus<TypeParam>{static_cast<TypeParam>(beta)}, nothing);
  }
}

// e^(beta x) multiplies the relative error of the rounded product by |beta x|.
TYPED_TEST(accuracy_with, softplus_beta_any_number) {
  for (double beta : {0.7, 3.0, 1e30}) {
    SCOPED_TRACE(beta);
    const formula::Softplus<TypeParam> f{static_cast<TypeParam>(beta)};
    this->expect_accurate(f, [&](TypeParam x) {
      return this->product_error(f) + std::min(1000.0, std::abs(double{f.beta()} * x));
    });
  }
}

TYPED_TEST(accuracy_with, slopes) {
  for (double slope : {0.2, 1.0, 3.0, -0.5}) {
    SCOPED_TRACE(slope);
    this->expect_accurate(formula::LeakyReLU<TypeParam>{static_cast<TypeParam>(slope)}, nothing);
    this->expect_accurate(formula::PReLU<TypeParam>{static_cast<TypeParam>(slope)}, nothing);
  }
}

TYPED_TEST(accuracy_with, rrelu_bounds) {
  const auto rrelu = [](double lower, double upper) {
    return formula::RReLU<TypeParam>{static_cast<TypeParam>(lower), static_cast<TypeParam>(upper)};
  };
  this->expect_accurate(rrelu(0.1, 0.3), [](TypeParam) { return 1.0; });  // a rounded mean
  this->expect_accurate(rrelu(-2, 5), nothing);
  this->expect_accurate(rrelu(0.25, 0.25), nothing);
}

TYPED_TEST(accuracy_with, step_value_at_zero) {
  this->expect_accurate(formula::Step<TypeParam>{static_cast<TypeParam>(0.5)}, nothing);
  this->expect_accurate(formula::Step<TypeParam>{-3}, nothing);
}

}  // namespace
}  // namespace act::test
