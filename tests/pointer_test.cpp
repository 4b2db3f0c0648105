// SPDX-License-Identifier: MIT

// act::transform and its like of pointers and a length: the bits and the refusals of spans.

#include <gtest/gtest.h>
#include <act/array/transform.hpp>
#include <act/functions.hpp>
#include <stdexcept>
#include <vector>
#include "support/arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class pointer : public ::testing::Test {};
TYPED_TEST_SUITE(pointer, scalars, test_name);

TYPED_TEST(pointer, and_length_are_a_span) {
  using T = TypeParam;
  const auto x = inputs<T>(77), dy = inputs<T>(77);
  std::vector<T> want(77), want_d(77), y(77), d(77);
  const T *const px = x.data(), *const pdy = dy.data();
  const auto expect = [&] {
    EXPECT_TRUE(same_elements<T>(y, [&](auto i) { return want[i]; }));
    EXPECT_TRUE(same_elements<T>(d, [&](auto i) { return want_d[i]; }));
  };
  act::transform(act::tanh, x, want);
  act::transform(act::tanh, px, y.data(), 77);
  expect();
  act::transform_derivative(act::elu, x, want);
  act::transform_derivative(act::elu, px, y.data(), 77U, act::parallel);
  expect();
  act::transform_derivative_from_output(act::relu, x, want);
  act::transform_derivative_from_output(act::relu, px, y.data(), std::ptrdiff_t{77});
  expect();
  act::transform_backward(act::Softplus<T>{2}, x, dy, want);
  act::transform_backward(act::Softplus<T>{2}, px, pdy, y.data(), std::size_t{77});
  expect();
  act::transform_value_and_derivative(act::sigmoid, x, want, want_d);
  act::transform_value_and_derivative(act::sigmoid, px, y.data(), d.data(), 77, act::parallel);
  expect();
  act::transform(act::tanh, want, want);
  act::transform(act::tanh, y.data(), y.data(), 77);
  expect();
}

TYPED_TEST(pointer, stands_for_an_array_of_the_language) {
  using T = TypeParam;
  const T x[5] = {-2, -1, 0, 1, 2};
  T y[5] = {}, z[5] = {};
  act::transform(act::tanh, x, y);
  act::transform(act::tanh, x, z, 4);
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(y[i] == act::tanh(x[i]) && z[i] == y[i]);
  EXPECT_TRUE(z[4] == 0);
}

TYPED_TEST(pointer, is_refused_like_spans) {
  std::vector<TypeParam> memory(40, sentinel<TypeParam>);
  const auto before = memory;
  auto* const p = memory.data();
  EXPECT_THROW(act::transform(act::tanh, p, p + 1, 39), std::invalid_argument);
  EXPECT_THROW(act::transform(act::tanh, p, p, -1), std::invalid_argument);
  EXPECT_EQ(memory, before);
}

}  // namespace
