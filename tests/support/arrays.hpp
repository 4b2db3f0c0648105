// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "support/identical.hpp"

namespace act::test {

/// A stream of numbers of every kind: mostly moderate ones of either sign, each with bits of its
/// own, so that no two lanes of a register hold the same; now and then a special one.
template <class T>
[[nodiscard]] T input(std::size_t i) {
  using limits = std::numeric_limits<T>;
  constexpr T special[] = {0,
                           T(-0.0),
                           limits::infinity(),
                           -limits::infinity(),
                           limits::quiet_NaN(),
                           limits::denorm_min(),
                           -limits::denorm_min(),
                           limits::min(),
                           -limits::min() / 2,
                           limits::max(),
                           limits::lowest(),
                           T(-103.9),
                           T(-745)};
  if (i % 7 == 5) return special[i / 7 % std::size(special)];
  std::uint64_t hash = (i + 1) * 0x9E3779B97F4A7C15;
  hash = (hash ^ hash >> 31) * 0xBF58476D1CE4E5B9;
  hash ^= hash >> 29;
  const T mantissa = 1 + static_cast<T>(hash >> 40) * T(0x1p-24);
  const T magnitude = std::ldexp(mantissa, static_cast<int>(hash % 14) - 9);
  return (hash >> 39) % 2 == 0 ? magnitude : -magnitude;
}

template <class T>
[[nodiscard]] std::vector<T> inputs(std::size_t n, std::size_t first = 0) {
  std::vector<T> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = input<T>(first + i);
  return x;
}

/// A number that no function returns, to see what has been written.
template <class T>
inline constexpr T sentinel = T(-12345.6789);

/// Is got[i] identical to want(i) for all i? Says where it is not, in hexadecimal.
template <class T>
[[nodiscard]] ::testing::AssertionResult same_elements(
    std::span<const T> got, const std::type_identity_t<std::function<T(std::size_t)>>& want) {
  for (std::size_t i = 0; i < got.size(); ++i)
    if (!identical(got[i], want(i))) {
      char text[160];
      std::snprintf(text, sizeof text, "element %zu of %zu is %a, not %a", i, got.size(),
                    double(got[i]), double(want(i)));
      return ::testing::AssertionFailure() << text;
    }
  return ::testing::AssertionSuccess();
}

}  // namespace act::test
