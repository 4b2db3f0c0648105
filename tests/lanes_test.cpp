// SPDX-License-Identifier: MIT

// The same input gives the same bits: to a scalar call, in every lane of a batch and of packs.
// array_test.cpp goes on to arrays, whose main loop takes packs of four.

#include <gtest/gtest.h>

#include <act/functions.hpp>
#include <act/simd/memory.hpp>
#include <array>
#include <span>
#include <support/samples.hpp>
#include <support/types.hpp>

namespace act::test {
namespace {

template <class T>
using batch = xsimd::batch<T, simd::default_arch>;
template <class T, int N>
using pack = simd::packed<simd::vec<T, simd::default_arch>, N>;

/// The calls to compare, of lanes.
struct value {
  static auto of(const auto& f, const auto& x, const auto&) { return f(x); }
};
struct derivative {
  static auto of(const auto& f, const auto& x, const auto&) { return f.derivative(x); }
};
struct derivative_from_output {
  static auto of(const auto& f, const auto& x, const auto&) { return f.derivative_from_output(x); }
};
struct backward {
  static auto of(const auto& f, const auto& x, const auto& dy) { return f.backward(x, dy); }
};
struct both {
  static auto of(const auto& f, const auto& x, const auto&) { return f.value_and_derivative(x); }
};

template <class X, class T>
X load(const T* p) {
  if constexpr (std::same_as<X, batch<T>>)
    return batch<T>::load_unaligned(p);
  else
    return simd::load<X>(p);
}
template <class X, class T>
void store(T* y, T*, const X& result) {
  if constexpr (std::same_as<X, batch<T>>)
    result.store_unaligned(y);
  else
    simd::store(y, result);
}
template <class X, class T>
void store(T* y, T* d, const value_and_derivative<X>& result) {
  store(y, d, result.value);
  store(d, y, result.derivative);
}

/// As many numbers as X has lanes.
template <class Call, class X, class F, class T>
[[gnu::noinline]] void compute(const F& f, const T* x, const T* dy, T* y, T* d) {
  store(y, d, Call::of(f, load<X>(x), load<X>(dy)));
}

constexpr std::size_t size = 217;

/// Random bit patterns, moderate numbers and special ones, all mixed.
template <class T>
std::array<T, size> mixture(std::uint64_t start) {
  using limits = std::numeric_limits<T>;
  constexpr T special[] = {0,
                           T(-0.0),
                           limits::infinity(),
                           -limits::infinity(),
                           limits::quiet_NaN(),
                           limits::denorm_min(),
                           -limits::min() / 2,
                           limits::max(),
                           limits::lowest(),
                           T(-104),
                           T(-746),
                           1};
  random_bits random(start);
  std::array<T, size> x;
  for (std::size_t i = 0; i < size; ++i) {
    if (i % 4 == 0)
      x[i] = std::bit_cast<T>(static_cast<bits_of<T>>(random()));
    else if (i % 4 == 1)
      x[i] = special[random() % std::size(special)];
    else
      x[i] = static_cast<T>((random.unit() - 0.5) * (i % 4 == 2 ? 8 : 200));
  }
  return x;
}

/// Equal bits; NaNs are one class.
template <class T>
bool same(T a, T b) {
  return std::bit_cast<bits_of<T>>(a) == std::bit_cast<bits_of<T>>(b) || (a != a && b != b);
}

/// Are y, and d if given, what is wanted from place first on?
template <class T>
struct results {
  std::array<T, size> y{}, d{};

  [[nodiscard]] ::testing::AssertionResult holds(std::size_t first, std::span<const T> got_y,
                                                 std::span<const T> got_d) const {
    for (std::size_t k = 0; k < got_y.size(); ++k) {
      const std::size_t i = first + k;
      if (!same(got_y[k], y[i]) || (!got_d.empty() && !same(got_d[k], d[i])))
        return ::testing::AssertionFailure()
               << "element " << k << " of " << got_y.size() << " from input " << first
               << " on: " << std::hexfloat << got_y[k] << ", of a scalar " << y[i];
    }
    return ::testing::AssertionSuccess();
  }
};

/// X at every place of the inputs, so that every lane meets every input.
template <class Call, class X, std::size_t Lanes, class F, class T = typename F::scalar>
void expect_lanes(const F& f, const results<T>& want) {
  const auto x = mixture<T>(1), dy = mixture<T>(2);
  for (std::size_t i = 0; i + Lanes <= size; ++i) {
    std::array<T, Lanes> y{}, d{};
    compute<Call, X>(f, &x[i], &dy[i], y.data(), d.data());
    ASSERT_TRUE(want.holds(i, y, std::span(d).first(std::same_as<Call, both> ? Lanes : 0)));
  }
}

template <class Call, class Formula>
void expect_same_bits() {
  using T = typename Formula::scalar;
  constexpr std::size_t width = batch<T>::size;
  const Functor<Formula> f{};
  const auto x = mixture<T>(1), dy = mixture<T>(2);
  results<T> want;
  for (std::size_t i = 0; i < size; ++i) compute<Call, T>(f, &x[i], &dy[i], &want.y[i], &want.d[i]);
  expect_lanes<Call, batch<T>, width>(f, want);
  // A pack of three is one batch beside a pack of two.
  expect_lanes<Call, pack<T, 3>, 3 * width>(f, want);
}

template <class Formula>
class lanes : public ::testing::Test {};
TYPED_TEST_SUITE(lanes, all_formulas, test_name);

TYPED_TEST(lanes, value) { expect_same_bits<value, TypeParam>(); }
TYPED_TEST(lanes, derivative) { expect_same_bits<derivative, TypeParam>(); }
TYPED_TEST(lanes, backward) { expect_same_bits<backward, TypeParam>(); }
TYPED_TEST(lanes, value_and_derivative) { expect_same_bits<both, TypeParam>(); }
TYPED_TEST(lanes, derivative_from_output) {
  if constexpr (act::detail::has_derivative_from_output<TypeParam>)
    expect_same_bits<derivative_from_output, TypeParam>();
  else
    GTEST_SKIP() << TypeParam::name << " has none: y does not determine it";
}

}  // namespace
}  // namespace act::test
