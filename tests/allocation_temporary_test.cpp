// SPDX-License-Identifier: MIT

// What allocates one new array, and what allocates none: calls of temporaries, of arrays with many
// slopes, and of spans.

#include "support/allocations.hpp"

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include <vector>

namespace {

using Eigen::ArrayXf, Eigen::ArrayXXf;

TEST(allocation_temporary, is_one_for_a_new_array) {
  const ArrayXf x = ArrayXf::Ones(100);
  EXPECT_EQ(allocations_of([&] { ArrayXf y = act::relu(x); }), of_one_array);
  EXPECT_EQ(allocations_of([&] { ArrayXf y = act::relu.backward(x, x); }), of_one_array);
  EXPECT_EQ(allocations_of([&] { ArrayXf y = act::prelu(x, x); }), of_one_array);
  EXPECT_EQ(allocations_of([&] {
              ArrayXf y, d;
              act::relu.value_and_derivative(x, y, d);
            }),
            2 * of_one_array);
}

/// Does call(temporary) hand back the memory of its argument?
template <class Call>
::testing::AssertionResult hands_back(const Call& call) {
  ArrayXXf x = ArrayXXf::Constant(33, 7, -0.5F);
  const float* const memory = x.data();
  const float* result = nullptr;
  const std::size_t count = allocations_of([&] {
    const ArrayXXf y = call(std::move(x));
    result = y.data();
  });
  if (count == 0 && result == memory) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << count << " allocations";
}

TEST(allocation_temporary, is_none_for_temporaries) {
  using array = ArrayXXf&&;
  const ArrayXXf other = ArrayXXf::Ones(33, 7);
  const ArrayXf column = ArrayXf::Ones(33);
  EXPECT_TRUE(hands_back([](array x) { return act::relu(std::move(x)); }));
  EXPECT_TRUE(hands_back([](array x) { return act::LeakyReLU<float>{}.derivative(std::move(x)); }));
  EXPECT_TRUE(hands_back([](array y) { return act::elu.derivative_from_output(std::move(y)); }));
  EXPECT_TRUE(hands_back([&](array x) { return act::relu.backward(std::move(x), other); }));
  EXPECT_TRUE(hands_back([&](array dy) { return act::relu.backward(other, std::move(dy)); }));
  EXPECT_TRUE(hands_back([&](array x) { return act::prelu(std::move(x), column); }));
  EXPECT_TRUE(
      hands_back([&](array x) { return act::prelu.backward(std::move(x), other, column); }));
  ArrayXXf slopes = other;
  act::Philox rng{1};
  EXPECT_TRUE(hands_back([&](array x) { return act::rrelu.train(std::move(x), slopes, rng); }));
}

TEST(allocation_temporary, is_none_for_prelu_with_many_slopes) {
  const ArrayXXf x = ArrayXXf::Constant(33, 7, -0.5F);
  ArrayXXf y = x, d = x;
  const auto check = [&](const auto& slopes) {
    EXPECT_EQ(allocations_of([&] {
                y = act::prelu(x, slopes);
                d = act::prelu.derivative(x, slopes);
                d = act::prelu.backward(x, y, slopes);
                act::prelu.value_and_derivative(x, y, d, slopes);
              }),
              0U);
  };
  check(x.col(0).eval());
  check(x.row(0).eval());
  check(x);
  check(0.5F);
  float sum = 0;
  EXPECT_EQ(allocations_of([&] { sum = act::prelu.slope_gradient(x, d, 0.5F); }), 0U);
  EXPECT_NE(sum, 0);
}

TEST(allocation_temporary, is_none_for_rrelu_in_training) {
  const ArrayXXf x = ArrayXXf::Constant(33, 7, -0.5F);
  ArrayXXf y = x, slopes = x;
  act::Philox rng{1};
  EXPECT_EQ(allocations_of([&] { y = act::rrelu.train(x, slopes, rng); }), 0U);
}

TEST(allocation_temporary, is_none_for_spans) {
  std::vector<float> x(1003, 0.5F), y = x, d = x;
  EXPECT_EQ(allocations_of([&] {
              act::transform(act::tanh, x, y);
              act::transform_derivative(act::ELU<float>{0.5F}, x, d);
              act::transform_derivative_from_output(act::softplus, y, d);
              act::transform_backward(act::relu, x, y, d);
              act::transform_value_and_derivative(act::selu, x, y, d);
            }),
            0U);
}

}  // namespace
