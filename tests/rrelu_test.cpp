// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <array>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using act::Philox;
using Eigen::Dynamic, Eigen::RowMajor;

using words = std::array<std::uint32_t, 4>;

/// The vectors that Random123, the authors' own implementation, publishes for philox4x32-10. Two
/// words of counter, key or stream are one number here, the lower word first.
TEST(philox, gives_the_published_known_answers) {
  constexpr std::uint64_t ones = ~std::uint64_t{0};
  EXPECT_EQ(Philox(0).block(0, 0), (words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(Philox(ones).block(ones, ones),
            (words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(Philox(0x299f31d0a4093822).block(0x85a308d3243f6a88, 0x0370734413198a2e),
            (words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(philox, gives_draws_of_full_precision_below_one) {
  const Philox rng(42);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const float u = rng.uniform<float>(i);
    EXPECT_EQ(u, float(rng.block(i / 4, 0)[i % 4] / 256) * 0x1p-24F);
    const words w = rng.block(i / 2, 1);
    const double high = w[i % 2 * 2 + 1], low = w[i % 2 * 2] / 2048;
    EXPECT_EQ(rng.uniform<double>(i), high * 0x1p-32 + low * 0x1p-53);
    EXPECT_EQ(Philox(42, 1000).uniform<float>(i), rng.uniform<float>(1000 + i));
    EXPECT_TRUE(u >= 0 && u < 1);
  }
}

TEST(philox, reaches_any_position) {
  Philox rng(7);
  rng.advance(5);
  rng.advance((std::uint64_t{1} << 40) + 1);
  EXPECT_EQ(rng.position(), (std::uint64_t{1} << 40) + 6);
  EXPECT_EQ(rng.seed(), 7U);
  EXPECT_EQ(rng.uniform<float>(), Philox(7).uniform<float>(rng.position()));
  EXPECT_NE(rng.uniform<float>(), Philox(7).uniform<float>(6));
  EXPECT_NE(rng.uniform<float>(), Philox(8, rng.position()).uniform<float>());
}

template <class T>
class philox_uniform : public ::testing::Test {};
TYPED_TEST_SUITE(philox_uniform, scalars, test_name);

TYPED_TEST(philox_uniform, gives_the_same_draws_in_any_order) {
  constexpr std::uint64_t n = 600, last = ~std::uint64_t{0};
  // In step with blocks or not, and where the sequence begins anew after 2^64 draws.
  for (const std::uint64_t position : {std::uint64_t{0}, std::uint64_t{3}, last - 299, last - 2}) {
    const Philox rng(9, position);
    Philox::Uniform<TypeParam> onwards(rng), backwards(rng), jumping(rng);
    for (std::uint64_t i = 0; i < n; ++i) {
      ASSERT_EQ(onwards(i), rng.uniform<TypeParam>(i)) << position << ' ' << i;
      ASSERT_EQ(backwards(n - i), rng.uniform<TypeParam>(n - i)) << position << ' ' << i;
      ASSERT_EQ(jumping(i * 7 % n), rng.uniform<TypeParam>(i * 7 % n)) << position << ' ' << i;
    }
  }
}

template <class T>
class rrelu : public ::testing::Test {};
TYPED_TEST_SUITE(rrelu, scalars, test_name);

/// Deviations from the mean, the variance and the uniformity that fewer than one in a million
/// generators would show.
TYPED_TEST(rrelu, draws_slopes_uniformly) {
  using T = TypeParam;
  constexpr int n = 1'000'000, bins = 16;
  constexpr double a = 1.0 / 8, b = 1.0 / 3, width = b - a;
  for (const std::uint64_t seed : {0U, 1U, 2'000'000'000U}) {
    Philox rng(seed);
    const vector_of<T> x = vector_of<T>::Constant(n, -1);
    vector_of<T> slopes, y = act::rrelu.train(x, slopes, rng);
    const Eigen::ArrayXd s = slopes.template cast<double>();
    EXPECT_TRUE((s >= double(T(a))).all() && (s <= double(T(b))).all());
    const Eigen::ArrayXd centred = s - (a + b) / 2;
    EXPECT_NEAR(centred.mean(), 0, 5 * width / std::sqrt(12.0 * n));
    const double variance = width * width / 12, fourth = std::pow(width, 4) / 80;
    EXPECT_NEAR(centred.square().mean(), variance,
                5 * std::sqrt((fourth - variance * variance) / n));
    const double lag = (centred.head(n - 1) * centred.tail(n - 1)).mean();
    EXPECT_NEAR(lag, 0, 5 * variance / std::sqrt(double(n)));
    std::array<int, bins> count{};
    for (const double slope : s)
      ++count[std::min(std::size_t((slope - a) / width * bins), std::size_t{bins - 1})];
    double chi_square = 0;
    for (const int c : count) chi_square += std::pow(c - n / bins, 2) / (n / bins);
    EXPECT_LT(chi_square, 54);
    EXPECT_GT(chi_square, 1.5);
  }
}

TYPED_TEST(rrelu, trains_with_slopes_below_zero_and_one_above) {
  using T = TypeParam;
  const auto x = filled<array_of<T>>(37, 23);
  array_of<T> slopes;
  Philox rng(3);
  const array_of<T> y = act::rrelu.train(x, slopes, rng, 0.25, 0.75);
  EXPECT_EQ(rng.position(), std::uint64_t(x.size()));
  EXPECT_TRUE(has_elements(y, 37, 23, [&](Index i, Index j) { return slopes(i, j) * x(i, j); }));
  for (Index i = 0; i < x.size(); ++i) {
    const T s = slopes.data()[i], at = x.data()[i];
    if (at <= 0)
      EXPECT_TRUE(s >= T(0.25) && s <= T(0.75)) << s;
    else
      EXPECT_EQ(s, T(1)) << "for x = " << at;
  }
}

TYPED_TEST(rrelu, gives_an_element_its_slope_whatever_the_layout) {
  using T = TypeParam;
  using by_rows = dynamic_array<T, RowMajor>;
  const array_of<T> x = filled<array_of<T>>(13, 11);
  const act::RReLU<T> f(T(0.1), T(0.4));
  const Philox start(5, 1);  // so that blocks of draws are not in step with columns
  Philox rng = start;
  array_of<T> want;
  f.train(x, want, rng);
  const auto expect = [&](const auto& view, auto&& slopes) {
    Philox again = start;
    const array_of<T> y = f.train(view, slopes, again);
    EXPECT_TRUE(has_elements(slopes, 13, 11, [&](Index i, Index j) { return want(i, j); }));
    EXPECT_TRUE(has_elements(y, 13, 11, [&](Index i, Index j) { return want(i, j) * x(i, j); }));
    EXPECT_EQ(again.position(), rng.position());
  };
  array_of<T> around = array_of<T>::Constant(20, 20, sentinel<T>);
  around.block(2, 3, 13, 11) = x;
  expect(x, array_of<T>(13, 11));
  expect(x, by_rows(13, 11));
  expect(by_rows(x), array_of<T>());
  expect(around.block(2, 3, 13, 11), by_rows());
  expect(x * T(1), array_of<T>());
  expect(x, around.block(5, 6, 13, 11));
  EXPECT_EQ((around == sentinel<T>).count(), 400 - (2 * 13 * 11 - 10 * 8));

  // A column of its own continues where the column before ended.
  Philox by_columns = start;
  for (Index j = 0; j < 11; ++j) {
    vector_of<T> slopes;
    f.train(x.col(j), slopes, by_columns);
    EXPECT_TRUE(has_elements(slopes, 13, 1, [&](Index i, Index) { return want(i, j); }));
  }
  // Part of the work begins at its own position, as a second thread would.
  Philox later = start;
  later.advance(5 * 13);
  array_of<T> part;
  f.train(x.rightCols(6), part, later);
  EXPECT_TRUE(has_elements(part, 13, 6, [&](Index i, Index j) { return want(i, j + 5); }));
}

TYPED_TEST(rrelu, keeps_what_it_needs_of_temporaries) {
  using T = TypeParam;
  using vector = vector_of<T>;
  const vector x = filled<vector>(50, 1);
  vector slopes, source = x;
  const Philox start(11);
  Philox rng = start;
  const T* memory = source.data();
  const auto y = act::rrelu.train(std::move(source), slopes, rng);
  EXPECT_EQ(y.data(), memory);
  const auto want = [&](Index i, Index) { return slopes(i) * x(i); };
  EXPECT_TRUE(has_elements(y, 50, 1, want));
  rng = start;
  const auto without_slopes = act::rrelu.train(x, vector(50), rng);
  EXPECT_TRUE(has_elements(without_slopes, 50, 1, want));
}

TYPED_TEST(rrelu, has_slopes_within_any_finite_bounds) {
  using T = TypeParam;
  const vector_of<T> x = vector_of<T>::Constant(1000, -1);
  vector_of<T> slopes;
  Philox rng(1);
  act::rrelu.train(x, slopes, rng, T(0.3), T(0.3));
  EXPECT_TRUE((slopes == T(0.3)).all());
  act::rrelu.train(x, slopes, rng, T(-2), T(-1));
  EXPECT_TRUE((slopes >= -2).all() && (slopes <= -1).all());
  const T largest = std::numeric_limits<T>::max();
  try {
    act::rrelu.train(x, slopes, rng, -largest, largest);
    EXPECT_TRUE(slopes.isFinite().all());
  } catch (const std::invalid_argument&) {
    SUCCEED() << "refused as too far apart";
  }
}

TYPED_TEST(rrelu, infers_with_the_mean_slope) {
  using T = TypeParam;
  const auto x = filled<array_of<T>>(9, 9);
  const array_of<T> y = act::rrelu(x, T(0.25), T(0.75));
  EXPECT_TRUE(is_map_of(
      y, [](T t) { return t > 0 ? t : t * T(0.5); }, x));
  EXPECT_EQ(act::rrelu.derivative(T(-1), T(0.25), T(0.75)), T(0.5));
  EXPECT_NEAR(double(act::rrelu(T(-48))), -11, 11e-7);
}

}  // namespace
