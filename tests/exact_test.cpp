// SPDX-License-Identifier: MIT

// The exact tier: the inputs that are hardest to round. The tests of each activation go over its
// functions too.

#include <gtest/gtest.h>

#include <act/functions.hpp>
#include <limits>

namespace act::test {
namespace {

/// Results that double arithmetic without special care rounds wrongly, by MPFR's account.
TEST(exact, rounds_the_hardest_inputs) {
  const struct {
    float got, want;
  } cases[] = {
      {act::exact::sigmoid(0x1.8p-22F), 0x1.000002p-1F},
      {act::exact::sigmoid(-0x1.8p-22F), 0x1.fffffap-2F},
      {act::exact::sigmoid(0x1.cp-21F), 0x1.000006p-1F},
      {act::exact::tanh(0x1.713744p-12F), 0x1.713744p-12F},
      {act::exact::tanh(0x1.86fbc4p-10F), 0x1.86fbb2p-10F},
      {act::exact::tanh(0x1.916c0ap-8F), 0x1.916ac2p-8F},
      {act::exact::tanh(0x1.2d5c5cp-6F), 0x1.2d53aap-6F},
      {act::exact::tanh(0x1.a83722p-6F), 0x1.a81eep-6F},
      {act::exact::elu(-0x1.fffffep-25F), -0x1.fffffep-25F},
      {act::exact::elu(-0x1p-24F), -0x1p-24F},
      {act::exact::elu(-0x1.6a09e6p-24F), -0x1.6a09e6p-24F},
      {act::exact::softplus(0x1.898792p-12F), 0x1.62fccap-1F},
      {act::exact::softplus(0x1.d483ap-12F), 0x1.63017ap-1F},
      {act::exact::softplus(0x1.529a84p-11F), 0x1.630e86p-1F},
  };
  for (const auto& c : cases) EXPECT_EQ(c.got, c.want);
}

TEST(exact, softplus_of_minus_infinity_is_0_for_every_beta) {
  for (const float beta : {1e-30F, 1e-3F, 0.5F, 0.97F, 1.0F, 1e30F}) {
    EXPECT_EQ(act::exact::softplus(-std::numeric_limits<float>::infinity(), beta), 0) << beta;
    EXPECT_EQ(act::exact::softplus(-std::numeric_limits<float>::max(), beta), 0) << beta;
  }
}

}  // namespace
}  // namespace act::test
