// SPDX-License-Identifier: MIT
#pragma once

// Vectors of few numbers, whose registers are put together in line, for the scalar type that is
// given as ACT_TEST_SCALAR: the bits of scalar calls, and not one number more is written.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class eigen_few : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_few, ::testing::Types<ACT_TEST_SCALAR>, test_name);

/// Numbers in the middle of others, which have to stay as they are.
template <class T>
struct guarded {
  static constexpr int around = 5, most = 18;
  T memory[most + 2 * around];

  guarded() { std::ranges::fill(memory, sentinel<T>); }
  T* numbers() { return memory + around; }

  void expect(int n, T (*want)(T x, T dy), const T* x, const T* dy) const {
    for (int i = 0; i < most + 2 * around; ++i) {
      const int at = i - around;
      const bool inside = at >= 0 && at < n;
      EXPECT_TRUE(identical(memory[i], inside ? want(x[at], dy[at]) : sentinel<T>))
          << "at " << at << " of " << n;
    }
  }
};

template <class T, int N>
void expect_bits_of_scalar_calls() {
  using vector = Eigen::Array<T, N, 1>;
  using map = Eigen::Map<vector>;
  const std::vector<T> input = inputs<T>(2 * N, 3);
  const T *const px = input.data(), *const pdy = px + N;
  const Eigen::Map<const vector> x(px), dy(pdy);
  guarded<T> y, dx, both_y, both_d;
  map(y.numbers()) = x;
  map(y.numbers()) = act::leaky_relu(map(y.numbers()));
  map(dx.numbers()) = act::leaky_relu.backward(x, dy);
  act::relu.value_and_derivative(x, map(both_y.numbers()), map(both_d.numbers()));
  y.expect(
      N, [](T at, T) { return act::leaky_relu(at); }, px, pdy);
  dx.expect(
      N, [](T at, T d) { return act::leaky_relu.backward(at, d); }, px, pdy);
  both_y.expect(
      N, [](T at, T) { return act::relu(at); }, px, pdy);
  both_d.expect(
      N, [](T at, T) { return act::relu.derivative(at); }, px, pdy);
}

template <class T, int... N>
void expect_for_each() {
  (expect_bits_of_scalar_calls<T, N>(), ...);
}

TYPED_TEST(eigen_few, vectors_have_the_bits_of_scalar_calls) {
  expect_for_each<TypeParam, 1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 15, 16, 17>();
}

}  // namespace
