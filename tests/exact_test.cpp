// SPDX-License-Identifier: MIT

// The exact tier: the inputs that are hardest to round, and parameters other than the default ones,
// for which no sweep has been made. accuracy_test and lanes_test go over its functions too.

#include <limits>
#include <reference.hpp>
#include <support/sweep.hpp>
#include <support/types.hpp>

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

class exact_with : public ::testing::Test {
 protected:
  template <class F>
  static void expect_accurate(const F& f) {
    const Functor<F> functor(f);
    const auto value = sweep(
        all_samples<float>(), [&](float x) { return functor(x); },
        [&](long double x) { return reference<F>::value(f, x); });
    EXPECT_LE(value.ulp, 0.501) << F::name << ' ' << value;
    const auto derivative = sweep(
        all_samples<float>(), [&](float x) { return functor.derivative(x); },
        [&](long double x) { return reference<F>::derivative(f, x); });
    EXPECT_LE(derivative.ulp, 0.501) << F::name << "' " << derivative;
    std::vector<float> ys;
    for (const float x : all_samples<float>()) ys.push_back(functor(x));
    const auto from_output = sweep(
        ys, [&](float y) { return functor.derivative_from_output(y); },
        [&](long double y) { return reference<F>::from_output(f, y); });
    EXPECT_LE(from_output.ulp, 0.501) << F::name << "' from output " << from_output;
  }
};

TEST_F(exact_with, elu_alpha) {
  for (const float alpha : {0.5F, 2.0F, 0.3F, 1e-3F, 1e-30F, 1e20F})
    expect_accurate(exact::rounded<formula::ELU<float>>{alpha});
}

TEST_F(exact_with, softplus_beta) {
  for (const float beta : {0.5F, 2.0F, 0.7F, 3.0F, 1e-3F, 1e-30F, 1e30F})
    expect_accurate(exact::rounded<formula::Softplus<float>>{beta});
}

TEST_F(exact_with, slopes) {
  for (const float slope : {0.2F, 1.0F, 3.0F}) {
    expect_accurate(exact::rounded<formula::LeakyReLU<float>>{slope});
    expect_accurate(exact::rounded<formula::PReLU<float>>{slope});
  }
}

TEST_F(exact_with, rrelu_bounds) {
  expect_accurate(exact::rounded<formula::RReLU<float>>{0.1F, 0.3F});
  expect_accurate(exact::rounded<formula::RReLU<float>>{0.001F, 0.7F});
}

TEST_F(exact_with, the_default_parameters) {
  expect_accurate(exact::rounded<formula::Sigmoid<float>>{});
  expect_accurate(exact::rounded<formula::Tanh<float>>{});
  expect_accurate(exact::rounded<formula::SELU<float>>{});
}

TEST(exact, softplus_of_minus_infinity_is_0_for_every_beta) {
  for (const float beta : {1e-30F, 1e-3F, 0.5F, 0.97F, 1.0F, 1e30F}) {
    EXPECT_EQ(act::exact::softplus(-std::numeric_limits<float>::infinity(), beta), 0) << beta;
    EXPECT_EQ(act::exact::softplus(-std::numeric_limits<float>::max(), beta), 0) << beta;
  }
}

}  // namespace
}  // namespace act::test
