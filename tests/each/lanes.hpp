// SPDX-License-Identifier: MIT
#pragma once

// The same input gives the same bits: to a scalar call, in every lane of a batch and of packs.
// array_test.cpp goes on to arrays, whose main loop takes packs of four.

#include <gtest/gtest.h>

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
namespace call {
struct value {
  static auto of(const auto& f, const auto& x, const auto&) { return f(x); }
};
struct derivative {
  static auto of(const auto& f, const auto& x, const auto&) { return f.derivative(x); }
};
struct derivative_from_output {
  static auto of(const auto& f, const auto& x, const auto&) { return f.derivative_from_output(x); }
};
struct backward_from_output {
  static auto of(const auto& f, const auto& x, const auto& dy) {
    return f.backward_from_output(x, dy);
  }
};
struct backward {
  static auto of(const auto& f, const auto& x, const auto& dy) { return f.backward(x, dy); }
};
struct both {
  static auto of(const auto& f, const auto& x, const auto&) { return f.value_and_derivative(x); }
};
}  // namespace call

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

/// A call of as many numbers as some X has lanes; d is written by value_and_derivative alone.
template <class T>
using call_of_lanes = void (*)(const T* x, const T* dy, T* y, T* d);

template <class Call, class X, class Formula, class T>
void compute(const T* x, const T* dy, T* y, T* d) {
  store(y, d, Call::of(Functor<Formula>{}, load<X>(x), load<X>(dy)));
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

template <class T>
struct results {
  std::array<T, size> y{}, d{};
};

/// Are y and d, from place first on, what is wanted?
template <class T>
[[nodiscard]] ::testing::AssertionResult holds(const results<T>& want, std::size_t first,
                                               std::span<const T> y, std::span<const T> d) {
  for (std::size_t k = 0; k < y.size(); ++k) {
    const std::size_t i = first + k;
    if (!same(y[k], want.y[i]) || !same(d[k], want.d[i]))
      return ::testing::AssertionFailure()
             << "element " << k << " of " << y.size() << " from input " << first
             << " on: " << std::hexfloat << y[k] << ' ' << d[k] << ", of a scalar " << want.y[i]
             << ' ' << want.d[i];
  }
  return ::testing::AssertionSuccess();
}

/// The lanes at every place of the inputs, so that every lane meets every input. It is compiled
/// once for all functions: the calls are behind pointers.
template <class T>
void expect_same_bits(call_of_lanes<T> scalar, call_of_lanes<T> one_batch, call_of_lanes<T> three) {
  const auto x = mixture<T>(1), dy = mixture<T>(2);
  results<T> want;
  for (std::size_t i = 0; i < size; ++i) scalar(&x[i], &dy[i], &want.y[i], &want.d[i]);
  const auto expect = [&](call_of_lanes<T> compute, std::size_t count) {
    for (std::size_t i = 0; i + count <= size; ++i) {
      std::array<T, 3 * batch<T>::size> y{}, d{};
      compute(&x[i], &dy[i], y.data(), d.data());
      ASSERT_TRUE(holds<T>(want, i, std::span(y).first(count), std::span(d).first(count)));
    }
  };
  expect(one_batch, batch<T>::size);
  expect(three, 3 * batch<T>::size);
}

template <class Call, class Formula, class T = typename Formula::scalar>
void expect_same_bits() {
  // A pack of three is one batch beside a pack of two.
  expect_same_bits<T>(compute<Call, T, Formula>, compute<Call, batch<T>, Formula>,
                      compute<Call, pack<T, 3>, Formula>);
}

template <class Formula>
class lanes : public ::testing::Test {};
TYPED_TEST_SUITE(lanes, formulas, test_name);

TYPED_TEST(lanes, value) { expect_same_bits<call::value, TypeParam>(); }
TYPED_TEST(lanes, derivative) { expect_same_bits<call::derivative, TypeParam>(); }
TYPED_TEST(lanes, backward) { expect_same_bits<call::backward, TypeParam>(); }
TYPED_TEST(lanes, value_and_derivative) { expect_same_bits<call::both, TypeParam>(); }
TYPED_TEST(lanes, derivative_from_output) {
  if constexpr (act::detail::has_derivative_from_output<TypeParam>) {
    expect_same_bits<call::derivative_from_output, TypeParam>();
    expect_same_bits<call::backward_from_output, TypeParam>();
  } else {
    GTEST_SKIP() << TypeParam::name << " has none: y does not determine it";
  }
}

}  // namespace
}  // namespace act::test
