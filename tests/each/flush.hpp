// SPDX-License-Identifier: MIT
#pragma once

// A program linked with -ffast-math, or a library that it loads, may have set the processor to
// flush subnormal numbers to zero. Results that are far from those keep their bits.

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <support/sweep.hpp>
#include <support/types.hpp>
#include <vector>

#if defined(__x86_64__)
#include <xmmintrin.h>

namespace act::test {
namespace {

/// While it lives, subnormal operands and results of this thread are zeros.
class flushing {
 public:
  flushing() { _mm_setcsr(before_ | 0x8040); }
  ~flushing() { _mm_setcsr(before_); }
  flushing(const flushing&) = delete;
  flushing& operator=(const flushing&) = delete;

 private:
  unsigned before_ = _mm_getcsr();
};

template <class F>
class flush : public ::testing::Test {};
TYPED_TEST_SUITE(flush, formulas, test_name);

TYPED_TEST(flush, takes_away_the_smallest_numbers_only) {
  using number = typename TypeParam::scalar;
  const Functor<TypeParam> f{};
  std::vector<number> x, y, d, flushed_y, flushed_d;
  for (const number at : all_samples<number>())
    if (std::fpclassify(at) != FP_SUBNORMAL) x.push_back(at);
  const auto compute = [&](auto& values, auto& derivatives) {
    for (const number at : x) {
      values.push_back(f(at));
      derivatives.push_back(f.derivative(at));
    }
  };
  compute(y, d);
  {
    const flushing here;
    compute(flushed_y, flushed_d);
  }
  // Below this a product in a kernel may be subnormal, and a last digit be missing.
  const number least =
      std::numeric_limits<number>::min() * (sizeof(number) == 4 ? 0x1p27F : 0x1p57);
  const auto kept = [least](number with, number without) {
    const number size = std::abs(without);
    return with == without ||
           (size < least &&
            std::abs(with - without) <= 2 * std::numeric_limits<number>::min() +
                                            size * std::numeric_limits<number>::epsilon());
  };
  for (std::size_t i = 0; i < x.size(); ++i) {
    ASSERT_TRUE(kept(flushed_y[i], y[i])) << x[i] << ' ' << flushed_y[i] << ' ' << y[i];
    ASSERT_TRUE(kept(flushed_d[i], d[i])) << x[i] << ' ' << flushed_d[i] << ' ' << d[i];
  }
}

}  // namespace
}  // namespace act::test
#endif
