// SPDX-License-Identifier: MIT
#pragma once

// The accuracy that was measured, in tests/exhaustive/accuracy.md, agrees with the bounds in the
// code and with the table of recorded bits; and its worst inputs still have the errors that they
// had.

#include <cstdlib>
#include <reference.hpp>
#include <set>
#include <sstream>
#include <support/accuracy_table.hpp>
#include <support/types.hpp>
#include <support/ulp.hpp>

namespace act::test {
namespace {

inline double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

inline std::string printed(double bound) {
  std::ostringstream text;
  text << bound;
  return text.str();
}

template <class T>
constexpr const char* type_of = sizeof(T) == sizeof(float) ? "float" : "double";

template <class F>
class accuracy_table : public ::testing::Test {
 protected:
  using T = typename F::scalar;

  static measurement of(const char* member, bool fuses) {
    return find({{"library", is_exact<F> ? "act::exact" : "act"},
                 {"function", F::name},
                 {"member", member},
                 {"type", type_of<T>},
                 {"fuses", fuses ? "yes" : "no"}});
  }
  static void expect_bound(const char* member, ulp bound) {
    for (const bool fuses : {true, false}) {
      if (is_exact<F> && !fuses) continue;
      const measurement m = of(member, fuses);
      ASSERT_FALSE(m.empty());
      const double promised = bound.of<T>(fuses), error = number(m.at("largest error"));
      EXPECT_EQ(m.at("bound"), printed(promised)) << F::name << ' ' << member;
      EXPECT_LE(error, promised) << F::name << ' ' << member;
      if (is_exact<F>)
        EXPECT_EQ(m.at("correctly rounded"), "100.00 %");
      else
        EXPECT_LE(promised, 1.1 * error + 1e-9) << "the bound of " << F::name << " is too loose";
      // Of doubles a search may have missed the worst.
      if (sizeof(T) == sizeof(double) && promised > 0.5) {
        EXPECT_FALSE(m.at("search").empty()) << F::name << ' ' << member;
        EXPECT_GE(promised, 1.03 * error) << F::name << ' ' << member;
      }
    }
  }
  /// At the worst input got is as wrong as it was.
  static void expect_error(const char* member, T (*got)(T), long double (*want)(long double),
                           long double (*unit)(long double)) {
    const measurement m = of(member, simd::fuses<T> || is_exact<F>);
    ASSERT_FALSE(m.empty());
    const T x = static_cast<T>(number(m.at("at x")));
    const auto wide = static_cast<long double>(x);
    const double error = ulp_error<T>(static_cast<long double>(got(x)), want(wide), unit(wide));
    if (is_exact<F>)
      EXPECT_LE(error, 0.5) << F::name << ' ' << member << ' ' << x;
    else
      EXPECT_NEAR(error, number(m.at("largest error")), 0.01)
          << F::name << ' ' << member << ' ' << x;
  }
};
TYPED_TEST_SUITE(accuracy_table, formulas, test_name);

TYPED_TEST(accuracy_table, has_the_bounds_of_the_code) {
  this->expect_bound("value", TypeParam::value_error);
  this->expect_bound("derivative", TypeParam::derivative_error);
}

TYPED_TEST(accuracy_table, has_the_errors_of_the_worst_inputs) {
  using number = typename TypeParam::scalar;
  using ref = reference<TypeParam>;
  this->expect_error(
      "value", [](number x) -> number { return Functor<TypeParam>{}(x); },
      [](long double x) { return ref::value(TypeParam{}, x); },
      [](long double x) { return value_unit(TypeParam{}, x); });
  this->expect_error(
      "derivative", [](number x) -> number { return Functor<TypeParam>{}.derivative(x); },
      [](long double x) { return ref::derivative(TypeParam{}, x); },
      [](long double x) { return derivative_unit(TypeParam{}, x); });
}

/// golden.txt has a row for all that was measured.
TYPED_TEST(accuracy_table, has_its_bits_recorded) {
  std::ifstream golden(project + "/tests/golden/golden.txt");
  const std::string type = type_of<typename TypeParam::scalar>;
  std::set<std::string> members;
  for (std::string line; std::getline(golden, line);) {
    std::istringstream row(line);
    std::string tier, function, member, of_type;
    row >> tier >> function >> member >> of_type;
    if (tier == (is_exact<TypeParam> ? "exact" : "default") && function == TypeParam::name &&
        of_type == type)
      members.insert(member);
  }
  EXPECT_TRUE(members.contains("value")) << TypeParam::name << ' ' << type;
  EXPECT_TRUE(members.contains("derivative")) << TypeParam::name << ' ' << type;
}

}  // namespace
}  // namespace act::test
