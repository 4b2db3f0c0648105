// SPDX-License-Identifier: MIT
#pragma once

// Each function at the edges of its domain, as its description and edges/edges.md have it.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <edges/edges.hpp>
#include <limits>
#include <reference.hpp>
#include <string>
#include <support/markdown.hpp>
#include <support/types.hpp>
#include <support/ulp.hpp>

namespace act::test {
namespace {

template <class F>
class edges : public ::testing::Test {
 protected:
  using T = typename F::scalar;

  static T result(member of, T x) {
    return of == member::value ? Functor<F>{}(x) : Functor<F>{}.derivative(x);
  }
  static double bound(member of) {
    return (of == member::value ? F::value_error : F::derivative_error)
        .template of<T>(simd::fuses<T>);
  }

  static void expect(member of, T x, long double want) {
    const T got = result(of, x);
    if (std::isnan(want)) {
      EXPECT_TRUE(std::isnan(got)) << x;
    } else if (is_exact<F> || static_cast<long double>(static_cast<T>(want)) == want) {
      EXPECT_EQ(got, static_cast<T>(want)) << x;
    } else {
      EXPECT_LE(ulp_error<T>(static_cast<long double>(got), want), bound(of) + 0.5) << x;
    }
    if (x == 0 && got == 0) {
      EXPECT_EQ(std::signbit(got), std::signbit(want)) << x;
    }
  }
};
TYPED_TEST_SUITE(edges, formulas, test_name);

TYPED_TEST(edges, are_those_of_the_contract) {
  using number = typename TypeParam::scalar;
  using limits = std::numeric_limits<number>;
  for (const member of : {member::value, member::derivative}) {
    SCOPED_TRACE(of == member::value ? "value" : "derivative");
    for (const auto& [x, cell] : edges_of<TypeParam>(of)) {
      SCOPED_TRACE(cell);
      const long double want = meaning<TypeParam>(cell, static_cast<long double>(x));
      ASSERT_FALSE(std::isnan(want)) << "what does this cell mean?";
      this->expect(of, x, want);
    }
    const number quiet = limits::quiet_NaN(), signalling = limits::signaling_NaN();
    for (const number nan : {quiet, signalling})
      for (const number sign : {number(1), number(-1)})
        this->expect(of, std::copysign(nan, sign), std::numeric_limits<long double>::quiet_NaN());
  }
}

TYPED_TEST(edges, are_where_limits_are_reached) {
  using number = typename TypeParam::scalar;
  const std::string type = sizeof(number) == sizeof(float) ? "float" : "double";
  for (const cells& row : table_rows(ACT_SOURCE_DIR "/tests/edges/edges.md")) {
    if (row.size() != 5 || row[0] != TypeParam::name || row[2] != type) continue;
    const auto x = static_cast<number>(std::strtod(row[3].c_str(), nullptr));
    const auto want = static_cast<number>(std::strtod(row[4].c_str(), nullptr));
    const member of = row[1] == "value" ? member::value : member::derivative;
    const auto wide = [](number y) { return static_cast<long double>(y); };
    const double allowed = is_exact<TypeParam> ? 0 : this->bound(of) + 0.5;
    EXPECT_LE(ulp_error<number>(wide(this->result(of, x)), wide(want)), allowed) << row[3];
  }
}

}  // namespace
}  // namespace act::test
