// SPDX-License-Identifier: MIT

// Every function at the edges of its domain, as edges/edges.md has it.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <reference.hpp>
#include <string>
#include <support/markdown.hpp>
#include <support/types.hpp>
#include <support/ulp.hpp>
#include <vector>

namespace act::test {
namespace {

/// The rows of the Markdown tables in edges.md: those of the contract and those that begin and end
/// with numbers of a type.
struct edge_tables {
  std::vector<std::string> arguments;  ///< the contract's columns
  std::vector<cells> contract, limits;

  edge_tables() {
    for (const cells& row : table_rows(ACT_SOURCE_DIR "/tests/edges/edges.md"))
      if (row[0] == "function")
        arguments = arguments.empty() ? row : arguments;
      else
        (row.size() == 5 ? limits : contract).push_back(row);
  }
};
const edge_tables tables;

template <class F>
class edges : public ::testing::Test {
 public:
  using T = typename F::scalar;

 protected:
  using limits = std::numeric_limits<T>;

  /// The arguments that a column stands for.
  static std::vector<T> arguments(const std::string& column) {
    static const std::map<std::string, T> numbers{{"-inf", -limits::infinity()},
                                                  {"-largest", -limits::max()},
                                                  {"-least", -limits::denorm_min()},
                                                  {"-0", -T(0)},
                                                  {"0", T(0)},
                                                  {"least", limits::denorm_min()},
                                                  {"largest", limits::max()},
                                                  {"inf", limits::infinity()}};
    const T quiet = limits::quiet_NaN(), signalling = limits::signaling_NaN();
    if (column == "NaN")
      return {quiet, std::copysign(quiet, T(-1)), signalling, std::copysign(signalling, T(-1))};
    return {numbers.at(column)};
  }

  /// What a cell says of the argument x.
  static long double meaning(const std::string& cell, T x) {
    const selu_parameters selu;
    const long double slope = name() == "leaky_relu" ? T(0.01)
                              : name() == "prelu"    ? 0.25L
                                                     : rrelu();
    const std::map<std::string, long double> meanings{
        {"NaN", limits::quiet_NaN()},
        {"inf", limits::infinity()},
        {"-inf", -limits::infinity()},
        {"-1", -1},
        {"-0", -0.0L},
        {"0", 0},
        {"1/4", 0.25L},
        {"1/2", 0.5L},
        {"1", 1},
        {"ln 2", std::log(2.0L)},
        {"x", x},
        {"slope", slope},
        {"slope x", slope * x},
        {"lambda", selu.lambda},
        {"lambda x", selu.lambda * x},
        {"lambda alpha", selu.lambda * selu.alpha},
        {"-lambda alpha", -selu.lambda * selu.alpha},
        {"lambda alpha x", selu.lambda * selu.alpha * x}};
    return meanings.at(cell);
  }
  static long double rrelu() { return static_cast<T>((T(0.125) + T(1) / 3) / 2); }

  static std::string name() { return F::name; }

  static T result(const cells& row, T x) {
    return row[1] == "value" ? Functor<F>{}(x) : Functor<F>{}.derivative(x);
  }

  static void expect(const cells& row, T x, long double want) {
    const T got = result(row, x);
    const double bound =
        (row[1] == "value" ? F::value_error : F::derivative_error).template of<T>(simd::fuses<T>);
    if (std::isnan(want)) {
      EXPECT_TRUE(std::isnan(got)) << row[0] << ' ' << row[1] << ' ' << x;
    } else if (is_exact<F> || static_cast<long double>(static_cast<T>(want)) == want) {
      EXPECT_EQ(got, static_cast<T>(want)) << row[0] << ' ' << row[1] << ' ' << x;
    } else {
      EXPECT_LE(ulp_error<T>(static_cast<long double>(got), want), bound + 0.5)
          << row[0] << ' ' << row[1] << ' ' << x;
    }
    if (x == 0 && got == 0) {
      EXPECT_EQ(std::signbit(got), std::signbit(want)) << row[0] << ' ' << row[1] << ' ' << x;
    }
  }
};
TYPED_TEST_SUITE(edges, all_formulas, test_name);

TYPED_TEST(edges, are_those_of_the_contract) {
  int rows = 0;
  for (const cells& row : tables.contract) {
    if (row[0] != TypeParam::name) continue;
    ++rows;
    ASSERT_EQ(row.size(), tables.arguments.size());
    for (std::size_t i = 2; i < row.size(); ++i)
      for (const auto x : this->arguments(tables.arguments[i]))
        this->expect(row, x, this->meaning(row[i], x));
  }
  EXPECT_EQ(rows, 2) << "edges.md needs a row for the value and one for the derivative";
}

TYPED_TEST(edges, are_where_limits_are_reached) {
  using number = typename TestFixture::T;
  const std::string type = sizeof(number) == sizeof(float) ? "float" : "double";
  for (const cells& row : tables.limits) {
    if (row[0] != TypeParam::name || row[2] != type) continue;
    const number x = static_cast<number>(std::strtod(row[3].c_str(), nullptr));
    const number want = static_cast<number>(std::strtod(row[4].c_str(), nullptr));
    const number got = this->result(row, x);
    const ulp bound = row[1] == "value" ? TypeParam::value_error : TypeParam::derivative_error;
    const auto wide = [](number y) { return static_cast<long double>(y); };
    const double allowed = is_exact<TypeParam> ? 0 : bound.of<number>(simd::fuses<number>) + 0.5;
    EXPECT_LE(ulp_error<number>(wide(got), wide(want)), allowed)
        << row[0] << ' ' << row[1] << ' ' << row[3];
  }
}

}  // namespace
}  // namespace act::test
