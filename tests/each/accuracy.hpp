// SPDX-License-Identifier: MIT
#pragma once

// Values and derivatives lie within the bounds that the code promises.

#include <reference.hpp>
#include <stdexcept>
#include <support/sweep.hpp>
#include <support/types.hpp>

namespace act::test {
namespace {

/// The samples of all tests, and more of them around the points where F changes over.
template <class F, class T = typename F::scalar>
const std::vector<T>& samples_of() {
  if constexpr (requires { reference<F>::bends; }) {
    static const std::vector<T> with_bends = [] {
      std::vector<T> x = all_samples<T>();
      for (const double bend : reference<F>::bends) add_neighbours(x, static_cast<T>(bend), 2000);
      return x;
    }();
    return with_bends;
  } else {
    return all_samples<T>();
  }
}

// One scalar at a time: lanes.hpp shows that arrays have the same bits.
template <class F, class T = typename F::scalar>
worst_case<T> worst_value(const F& f, const std::vector<T>& xs, double allowed(const F&, T)) {
  return sweep(
      xs, [call = Functor(f)](T x) { return call(x); },
      [&](long double x) { return reference<F>::value(f, x); },
      [&](long double x) { return value_unit(f, x); }, [&](T x) { return allowed(f, x); });
}

template <class F, class T = typename F::scalar>
worst_case<T> worst_derivative(const F& f, const std::vector<T>& xs, double allowed(const F&, T)) {
  return sweep(
      xs, [call = Functor(f)](T x) { return call.derivative(x); },
      [&](long double x) { return reference<F>::derivative(f, x); },
      [&](long double x) { return derivative_unit(f, x); }, [&](T x) { return allowed(f, x); });
}

template <class T>
double bound(ulp promised) {
  return promised.of<T>(simd::fuses<T>) + reference_error<T>;
}

template <class F, class T = typename F::scalar>
double nothing(const F&, T) {
  return 0;
}

/// Can f'(x) be had from y = f(x), with these parameters?
template <class F>
bool has_output_form(const F& f) {
  if constexpr (requires { f.require_output_form(); }) {
    try {
      f.require_output_form();
    } catch (const std::invalid_argument&) {
      return false;
    }
  }
  return act::detail::has_derivative_from_output<F>;
}

template <class F>
class accuracy : public ::testing::Test {
 protected:
  using number = typename F::scalar;

  /// With parameters that the bounds are not measured for. The exact tier has one for all.
  static void expect_accurate(const F& f) {
    const auto value = worst_value<F>(f, samples_of<F>(), allowed_error<F>);
    EXPECT_LE(value.ulp, is_exact<F> ? 0.501 : bound<number>(F::value_error)) << value;
    const auto derivative = worst_derivative<F>(f, samples_of<F>(), allowed_error<F>);
    EXPECT_LE(derivative.ulp, is_exact<F> ? 0.501 : bound<number>(F::derivative_error))
        << derivative;
  }

  /// f'(x) from y = f(x) is what its formula in y says, and the factor of backward_from_output.
  static void expect_accurate_from_output(const F& f) {
    if (!is_exact<F> && !simd::fuses<number>) return;
    const Functor<F> call(f);
    std::vector<number> ys;
    for (const number x : samples_of<F>()) ys.push_back(call(x));
    const auto worst = sweep(
        ys, [&](number y) { return call.derivative_from_output(y); },
        [&](long double y) { return reference<F>::from_output(f, y); });
    EXPECT_LE(worst.ulp, is_exact<F> ? 0.501 : 1.7) << worst;
    for (const number y : ys)
      ASSERT_EQ(call.backward_from_output(y, number(-3)), -3 * call.derivative_from_output(y)) << y;
  }
};
TYPED_TEST_SUITE(accuracy, formulas, test_name);

TYPED_TEST(accuracy, value_is_within_its_bound) {
  const auto worst = worst_value<TypeParam>(TypeParam{}, samples_of<TypeParam>(), nothing);
  EXPECT_LE(worst.ulp, bound<typename TypeParam::scalar>(TypeParam::value_error)) << worst;
}

TYPED_TEST(accuracy, derivative_is_within_its_bound) {
  const auto worst = worst_derivative<TypeParam>(TypeParam{}, samples_of<TypeParam>(), nothing);
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
    for (const T x : samples_of<TypeParam>()) {
      const long double exact = reference<TypeParam>::derivative(f, static_cast<long double>(x));
      ASSERT_NEAR(f.derivative_from_output(f(x)), to_double(exact),
                  4 * std::numeric_limits<T>::epsilon())
          << x;
    }
    this->expect_accurate_from_output(f);
  }
}

// Doubles that searches have found to be worse than their neighbours, with fused multiply-adds or
// without, by bins and climbing. They are what a sweep over other numbers has missed.
TYPED_TEST(accuracy, holds_for_the_worst_doubles) {
  using ref = reference<TypeParam>;
  if constexpr (!std::same_as<typename TypeParam::scalar, double>) {
    GTEST_SKIP() << "all floats have been tried";
  } else {
    const TypeParam f{};
    if constexpr (requires { ref::worst_values; }) {
      const std::vector<double> xs(std::begin(ref::worst_values), std::end(ref::worst_values));
      const auto worst = worst_value<TypeParam>(f, xs, nothing);
      EXPECT_LE(worst.ulp, bound<double>(TypeParam::value_error)) << worst;
      if (simd::fuses<double>) {
        EXPECT_GE(worst.ulp, 0.96 * TypeParam::value_error.f64) << worst;
      }
    }
    if constexpr (requires { ref::worst_derivatives; }) {
      const std::vector<double> xs(std::begin(ref::worst_derivatives),
                                   std::end(ref::worst_derivatives));
      const auto worst = worst_derivative<TypeParam>(f, xs, nothing);
      EXPECT_LE(worst.ulp, bound<double>(TypeParam::derivative_error)) << worst;
      if (simd::fuses<double>) {
        EXPECT_GE(worst.ulp, 0.96 * TypeParam::derivative_error.f64) << worst;
      }
    }
  }
}

TYPED_TEST(accuracy, is_kept_with_other_parameters) {
  const auto others = others_of<TypeParam>();
  if (others.empty()) GTEST_SKIP() << TypeParam::name << " has no parameters";
  for (const TypeParam& f : others) this->expect_accurate(f);
}

TYPED_TEST(accuracy, is_kept_with_other_parameters_from_output) {
  if constexpr (!act::detail::has_derivative_from_output<TypeParam>) {
    GTEST_SKIP() << TypeParam::name << " has no form in y";
  } else {
    const auto others = others_of<TypeParam>();
    if (others.empty()) GTEST_SKIP() << TypeParam::name << " has no parameters";
    for (const TypeParam& f : others)
      if (has_output_form(f)) this->expect_accurate_from_output(f);
  }
}

}  // namespace
}  // namespace act::test
