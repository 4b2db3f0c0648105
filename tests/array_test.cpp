// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>
#include <act/array/transform.hpp>
#include <act/functions.hpp>
#include <algorithm>
#include <array>
#include <span>
#include <vector>
#include "support/arrays.hpp"
#include "support/calls.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class array : public ::testing::Test {};
TYPED_TEST_SUITE(array, scalars, test_name);

constexpr std::size_t longest = 200;

/// An array of sentinels around a window that starts anywhere within a cache line.
template <class T>
struct window {
  std::vector<T> memory;
  std::span<T> inside;

  window(std::size_t n, std::size_t offset)
      : memory(n + offset + 16, sentinel<T>), inside(memory.data() + offset, n) {}

  [[nodiscard]] bool surroundings_are_untouched() const {
    const auto before = inside.data() - memory.data();
    const auto is_sentinel = [](T x) { return x == sentinel<T>; };
    return std::all_of(memory.begin(), memory.begin() + before, is_sentinel) &&
           std::all_of(memory.begin() + before + std::ssize(inside), memory.end(), is_sentinel);
  }
};

TYPED_TEST(array, of_every_length_has_the_bits_of_scalar_calls) {
  using T = TypeParam;
  for (const auto& f : calls_of_all_activations<T>())
    for (const auto& call : f.with_one_output)
      for (std::size_t n = 0; n <= longest; ++n) {
        const std::vector<T> x = inputs<T>(n, n), dy = inputs<T>(n, 7 * n + 1);
        window<T> out(n, n % 17);
        call.array(x, dy, out.inside);
        EXPECT_TRUE(same_elements<T>(out.inside, [&](auto i) { return call.scalar(x[i], dy[i]); }))
            << f.name << ' ' << call.name;
        EXPECT_TRUE(out.surroundings_are_untouched()) << f.name << ' ' << call.name << ' ' << n;
      }
}

TYPED_TEST(array, may_be_transformed_in_place) {
  using T = TypeParam;
  for (const auto& f : calls_of_all_activations<T>())
    for (const auto& call : f.with_one_output)
      for (std::size_t n = 0; n <= longest; ++n) {
        const std::vector<T> x = inputs<T>(n, n), dy = inputs<T>(n, 7 * n + 1);
        std::vector<T> over_x = x, over_dy = dy;
        call.array(over_x, dy, over_x);
        call.array(x, over_dy, over_dy);
        const auto want = [&](auto i) { return call.scalar(x[i], dy[i]); };
        EXPECT_TRUE(same_elements<T>(over_x, want)) << f.name << ' ' << call.name;
        EXPECT_TRUE(same_elements<T>(over_dy, want)) << f.name << ' ' << call.name;
      }
}

TYPED_TEST(array, gives_value_and_derivative_the_bits_of_single_calls_also_in_place) {
  using T = TypeParam;
  for (const auto& f : calls_of_all_activations<T>())
    for (std::size_t n = 0; n <= longest; ++n) {
      const std::vector<T> x = inputs<T>(n, n);
      window<T> y(n, n % 5), d(n, n % 3);
      f.value_and_derivative(x, y.inside, d.inside);
      EXPECT_TRUE(y.surroundings_are_untouched() && d.surroundings_are_untouched()) << n;
      std::vector<T> y_over_x = x, d2(n), y2(n), d_over_x = x;
      f.value_and_derivative(y_over_x, y_over_x, d2);
      f.value_and_derivative(d_over_x, y2, d_over_x);
      for (const std::span<const T> got : {std::span<const T>(y.inside), {y_over_x}, {y2}})
        EXPECT_TRUE(same_elements<T>(got, [&](auto i) { return f.value(x[i]); })) << f.name;
      for (const std::span<const T> got : {std::span<const T>(d.inside), {d_over_x}, {d2}})
        EXPECT_TRUE(same_elements<T>(got, [&](auto i) { return f.derivative(x[i]); })) << f.name;
    }
}

// What is done with arrays that are larger than the caches.
TYPED_TEST(array, that_is_streamed_has_the_same_bits) {
  using T = TypeParam;
  const std::size_t usual = act::streaming_threshold.exchange(0);
  for (const auto& f : calls_of_all_activations<T>())
    for (std::size_t n = 0; n <= longest; ++n) {
      const std::vector<T> x = inputs<T>(n, n), dy = inputs<T>(n, 7 * n + 1);
      window<T> out(n, n % 17), other(n, n % 17 + n % 2);
      for (const auto& call : f.with_one_output) {
        call.array(x, dy, out.inside);
        EXPECT_TRUE(same_elements<T>(out.inside, [&](auto i) { return call.scalar(x[i], dy[i]); }))
            << f.name << ' ' << call.name;
        EXPECT_TRUE(out.surroundings_are_untouched()) << f.name << ' ' << call.name << ' ' << n;
        std::vector<T> in_place = x;
        call.array(in_place, dy, in_place);
        EXPECT_TRUE(same_elements<T>(in_place, [&](auto i) { return out.inside[i]; }));
      }
      f.value_and_derivative(x, out.inside, other.inside);
      EXPECT_TRUE(same_elements<T>(out.inside, [&](auto i) { return f.value(x[i]); })) << f.name;
      EXPECT_TRUE(same_elements<T>(other.inside, [&](auto i) { return f.derivative(x[i]); }));
      EXPECT_TRUE(out.surroundings_are_untouched() && other.surroundings_are_untouched()) << n;
    }
  act::streaming_threshold = usual;
}

TYPED_TEST(array, gives_any_element_the_same_bits_wherever_it_stands) {
  using T = TypeParam;
  constexpr std::size_t n = 131;
  const std::vector<T> x = inputs<T>(n), dy = inputs<T>(n, 5);
  for (const auto& f : calls_of_all_activations<T>())
    for (const auto& call : f.with_one_output) {
      std::vector<T> whole(n), memory(n);
      call.array(x, dy, whole);
      for (std::size_t first = 1; first < n; ++first) {
        const auto part = std::span<T>(memory).subspan(first);
        call.array(std::span(x).subspan(first), std::span(dy).subspan(first), part);
        EXPECT_TRUE(same_elements<T>(part, [&](auto i) { return whole[first + i]; }))
            << f.name << ' ' << call.name;
      }
    }
}

TEST(contiguous_ranges, of_every_kind_are_taken) {
  const std::vector<float> x{-2, -1, 0, 1, 2}, want{0, 0, 0, 1, 2};
  const std::array<float, 5> fixed{-2, -1, 0, 1, 2};
  const float c_array[5] = {-2, -1, 0, 1, 2};
  const auto expect_relu = [&](const auto& in) {
    std::vector<float> vector(5);
    std::array<float, 5> array{};
    float c_out[5] = {};
    act::transform(act::relu, in, vector);
    act::transform(act::relu, in, array);
    act::transform(act::relu, in, c_out);
    EXPECT_EQ(vector, want);
    EXPECT_TRUE(std::equal(want.begin(), want.end(), array.begin()));
    EXPECT_TRUE(std::equal(want.begin(), want.end(), c_out));
  };
  expect_relu(x);
  expect_relu(fixed);
  expect_relu(c_array);
  expect_relu(std::span<const float>(x));
  expect_relu(std::span<const float, 5>(fixed));
}

TEST(parameters, of_a_functor_reach_every_element) {
  const std::vector<double> x{-8, -4, -2, -1, 0, 1, 2, 4, 8};
  std::vector<double> y(x.size()), d(x.size());
  const auto expect = [&](const auto& f, auto value, auto derivative) {
    act::transform_value_and_derivative(f, x, y, d);
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_NEAR(y[i], value(x[i]), 1e-15 * std::abs(y[i])) << f.name << " of " << x[i];
      EXPECT_NEAR(d[i], derivative(x[i]), 1e-15 * std::abs(d[i])) << f.name << "' of " << x[i];
    }
  };
  const auto leaky = [&](const auto& f, double slope) {
    expect(
        f, [=](double t) { return t > 0 ? t : slope * t; },
        [=](double t) { return t > 0 ? 1 : slope; });
  };
  leaky(act::LeakyReLU<double>{0.5}, 0.5);
  leaky(act::PReLU<double>{0.75}, 0.75);
  leaky(act::RReLU<double>(0.25, 0.5), 0.375);
  leaky(act::LeakyReLU<double>{}, 0.01);
  leaky(act::PReLU<double>{}, 0.25);
  leaky(act::RReLU<double>{}, 11.0 / 48);
  expect(
      act::ELU<double>{0.5}, [](double t) { return t > 0 ? t : 0.5 * std::expm1(t); },
      [](double t) { return t > 0 ? 1 : 0.5 * std::exp(t); });
  expect(
      act::Softplus<double>{2}, [](double t) { return std::log1p(std::exp(2 * t)) / 2; },
      [](double t) { return 1 / (1 + std::exp(-2 * t)); });
  expect(
      act::Step<double>{0.5}, [](double t) { return t > 0   ? 1
                                                    : t < 0 ? 0
                                                            : 0.5; },
      [](double) { return 0; });
}

TEST(an_object, stands_for_the_functor_with_default_parameters) {
  const auto x = inputs<float>(100), dy = inputs<float>(100, 5);
  std::vector<float> out(100);
  const auto expect_default = [&](const auto& object, const auto& functor) {
    act::transform(object, x, out);
    EXPECT_TRUE(same_elements<float>(out, [&](auto i) { return functor(x[i]); }));
    act::transform_derivative(object, x, out);
    EXPECT_TRUE(same_elements<float>(out, [&](auto i) { return functor.derivative(x[i]); }));
    act::transform_derivative_from_output(object, x, out);
    EXPECT_TRUE(
        same_elements<float>(out, [&](auto i) { return functor.derivative_from_output(x[i]); }));
    act::transform_backward(object, x, dy, out);
    EXPECT_TRUE(same_elements<float>(out, [&](auto i) { return functor.backward(x[i], dy[i]); }));
  };
  expect_default(act::elu, act::ELU<float>{1});
  expect_default(act::prelu, act::PReLU<float>{0.25F});
  expect_default(act::rrelu, act::RReLU<float>(1.0F / 8, 1.0F / 3));
}

/// x |x|, as a user would write it.
struct signed_square {
  template <class V>
  V operator()(const V& x) const {
    return x * act::simd::abs(x);
  }
  template <class V>
  V derivative(const V& x) const {
    return act::simd::abs(x) * V(2);
  }
};

TEST(an_activation_of_the_users, needs_no_more_than_a_value_and_a_derivative) {
  for (std::size_t n = 0; n <= longest; ++n) {
    const auto x = inputs<float>(n, n), dy = inputs<float>(n, 3 * n);
    std::vector<float> y(n), d(n), dx(n), y2(n);
    act::transform(signed_square{}, x, y);
    act::transform_value_and_derivative(signed_square{}, x, y2, d);
    act::transform_backward(signed_square{}, x, dy, dx);
    const auto value = [&](auto i) { return x[i] * std::abs(x[i]); };
    const auto derivative = [&](auto i) { return std::abs(x[i]) * 2; };
    EXPECT_TRUE(same_elements<float>(y, value));
    EXPECT_TRUE(same_elements<float>(y2, value));
    EXPECT_TRUE(same_elements<float>(d, derivative));
    EXPECT_TRUE(same_elements<float>(dx, [&](auto i) { return dy[i] * derivative(i); }));
  }
}

}  // namespace
