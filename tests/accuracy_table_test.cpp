// SPDX-License-Identifier: MIT

// The accuracy that was measured, in tests/exhaustive/accuracy.md, agrees with the bounds in the
// code, with the README and with the table of recorded bits; and its worst inputs still have the
// errors that they had.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <reference.hpp>
#include <set>
#include <support/markdown.hpp>
#include <support/types.hpp>
#include <support/ulp.hpp>

namespace act::test {
namespace {

const std::string project = ACT_SOURCE_DIR;

/// A row of accuracy.md by the names of its columns.
using measurement = std::map<std::string, std::string>;

std::vector<measurement> read() {
  std::vector<measurement> all;
  cells heading;
  for (const cells& row : table_rows(project + "/tests/exhaustive/accuracy.md")) {
    if (heading.empty()) {
      heading = row;
      continue;
    }
    measurement& m = all.emplace_back();
    for (std::size_t i = 0; i < row.size() && i < heading.size(); ++i) m[heading[i]] = row[i];
    m["fuses"] = m["on"] == "sse2" ? "no" : "yes";
  }
  return all;
}
const std::vector<measurement> measurements = read();

/// The only row that has these values in these columns, or an empty one.
measurement find(const measurement& wanted) {
  std::vector<measurement> found;
  for (const measurement& m : measurements) {
    const auto has = [&](const auto& cell) { return m.at(cell.first) == cell.second; };
    if (std::all_of(wanted.begin(), wanted.end(), has)) found.push_back(m);
  }
  EXPECT_EQ(found.size(), 1U) << "rows of accuracy.md for " << ::testing::PrintToString(wanted);
  return found.size() == 1 ? found[0] : measurement{};
}

double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

std::string printed(double bound) {
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
  static void expect_error(const char* member, T (*got)(T), long double (*want)(long double)) {
    const measurement m = of(member, simd::fuses<T> || is_exact<F>);
    ASSERT_FALSE(m.empty());
    const T x = static_cast<T>(number(m.at("at x")));
    const double error =
        ulp_error<T>(static_cast<long double>(got(x)), want(static_cast<long double>(x)));
    if (is_exact<F>)
      EXPECT_LE(error, 0.5) << F::name << ' ' << member << ' ' << x;
    else
      EXPECT_NEAR(error, number(m.at("largest error")), 0.01)
          << F::name << ' ' << member << ' ' << x;
  }
};
TYPED_TEST_SUITE(accuracy_table, all_formulas, test_name);

TYPED_TEST(accuracy_table, has_the_bounds_of_the_code) {
  this->expect_bound("value", TypeParam::value_error);
  this->expect_bound("derivative", TypeParam::derivative_error);
}

TYPED_TEST(accuracy_table, has_the_errors_of_the_worst_inputs) {
  using number = typename TypeParam::scalar;
  using ref = reference<TypeParam>;
  this->expect_error(
      "value", [](number x) -> number { return Functor<TypeParam>{}(x); },
      [](long double x) { return ref::value(TypeParam{}, x); });
  this->expect_error(
      "derivative", [](number x) -> number { return Functor<TypeParam>{}.derivative(x); },
      [](long double x) { return ref::derivative(TypeParam{}, x); });
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

/// The short form: a row for each function and member, the cells copied.
TEST(readme, shows_the_measured_accuracy) {
  int rows = 0;
  for (const cells& row : table_rows(project + "/README.md", "accuracy")) {
    if (row[0] == "function") continue;
    ++rows;
    ASSERT_EQ(row.size(), 7U);
    const auto of = [&](const char* type) {
      return find({{"library", "act"},
                   {"function", row[0]},
                   {"member", row[1]},
                   {"type", type},
                   {"fuses", "yes"}});
    };
    measurement f32 = of("float"), f64 = of("double");
    EXPECT_EQ(row, (cells{row[0], row[1], f32["largest error"], f32["at x"],
                          f32["correctly rounded"], f64["largest error"], f64["at x"]}));
  }
  EXPECT_EQ(rows, 10);
}

/// The largest errors of values of float, a column for each library.
TEST(readme, shows_the_accuracy_of_others) {
  cells heading;
  int rows = 0;
  for (const cells& row : table_rows(project + "/README.md", "peers")) {
    if (heading.empty()) {
      heading = row;
      continue;
    }
    ++rows;
    ASSERT_EQ(row.size(), heading.size());
    for (std::size_t i = 1; i < row.size(); ++i) {
      measurement m = find({{"library", heading[i]},
                            {"function", row[0]},
                            {"member", "value"},
                            {"type", "float"},
                            {"fuses", "yes"}});
      EXPECT_EQ(row[i], m["largest error"]) << row[0] << ' ' << heading[i];
    }
  }
  EXPECT_EQ(heading.size(), 7U);
  EXPECT_EQ(rows, 5);
}

}  // namespace
}  // namespace act::test
