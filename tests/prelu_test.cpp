// SPDX-License-Identifier: MIT

// PReLU with slopes of its four shapes: a number, one for each row, column or element.

#include "support/prelu.hpp"
#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include <vector>
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::ColMajor, Eigen::RowMajor, Eigen::Dynamic;

template <class T>
class prelu : public ::testing::Test {};
TYPED_TEST_SUITE(prelu, scalars, test_name);

TYPED_TEST(prelu, takes_slopes_of_four_shapes) {
  using T = TypeParam;
  for (const auto& [r, c] : shapes) {
    const auto x = filled<array_of<T>>(r, c), dy = filled<array_of<T>>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const of_element<T>& slope_of) {
      expect_calls(x, dy, slope, slope_of);
    });
  }
}

TYPED_TEST(prelu, writes_large_arrays_past_the_caches) {
  using T = TypeParam;
  const std::size_t threshold = act::streaming_threshold.exchange(0);
  for (const auto& [r, c] : {std::pair<Index, Index>{64, 5}, {192, 3}, {200, 4}, {65, 9}}) {
    const auto x = filled<array_of<T>>(r, c), dy = filled<array_of<T>>(r, c, 1000);
    slopes<T>{r, c}.for_each_shape([&](const auto& slope, const of_element<T>& slope_of) {
      expect_calls(x, dy, slope, slope_of);
    });
  }
  act::streaming_threshold = threshold;
}

TYPED_TEST(prelu, takes_a_batch_of_slopes) {
  using T = TypeParam;
  using batch = xsimd::batch<T>;
  constexpr std::size_t size = batch::size;
  const auto x = inputs<T>(size), dy = inputs<T>(2 * size);
  std::vector<T> slope(size);
  for (std::size_t i = 0; i < size; ++i) slope[i] = T(0.25) * T(i) - 1;
  const auto load = [](const std::vector<T>& v) { return batch::load_unaligned(v.data()); };
  const batch xs = load(x), dys = load(dy), slopes = load(slope);
  const auto expect = [](const batch& got, const auto& want) {
    T lanes[size];
    got.store_unaligned(lanes);
    EXPECT_TRUE(same_elements<T>(lanes, want));
  };
  const auto& one = act::prelu;  // a slope for all
  expect(act::prelu(xs, slopes), [&](auto i) { return one(x[i], slope[i]); });
  if constexpr (std::same_as<T, float>)
    expect(act::exact::prelu(xs, slopes), [&](auto i) { return one(x[i], slope[i]); });
  expect(act::prelu.derivative(xs, slopes), [&](auto i) { return one.derivative(x[i], slope[i]); });
  expect(act::prelu.backward(xs, dys, slopes),
         [&](auto i) { return one.backward(x[i], dy[i], slope[i]); });
  const auto both = act::prelu.value_and_derivative(xs, slopes);
  expect(both.value, [&](auto i) { return one(x[i], slope[i]); });
  expect(both.derivative, [&](auto i) { return one.derivative(x[i], slope[i]); });
}

}  // namespace
