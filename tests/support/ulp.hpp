// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace act::test {

template <class N>
concept arithmetic = std::is_arithmetic_v<N>;

inline int exponent_of(long double x) { return x == 0 ? -100000 : std::ilogb(x); }
inline double to_double(long double x) { return static_cast<double>(x); }

/// |got - want| in units in the last place of T: the spacing of T's in the binade of the exact
/// result, that of the subnormals below the normal numbers. An infinity stands for the number
/// that would follow the largest one, so that an overflow is right where the exact result rounds
/// to infinity and an error of up to an ulp or more elsewhere. R is a number with more digits.
/// Where unit is larger than the result it is its binade that counts.
template <class T, class R>
[[nodiscard]] double ulp_error(const R& got, const R& want, const R& unit = R(0)) {
  using std::abs, std::ldexp;
  using limits = std::numeric_limits<T>;
  const R end = ldexp(R(1), limits::max_exponent);
  const auto bounded = [&](const R& y) { return y > end ? end : y < -end ? R(-end) : y; };
  const R w = bounded(want);
  const int exponent = std::max(exponent_of(w), exponent_of(bounded(abs(unit))));
  const int binade = std::clamp(exponent, limits::min_exponent - 1, limits::max_exponent - 1);
  return to_double(ldexp(abs(R(bounded(got) - w)), limits::digits - 1 - binade));
}

}  // namespace act::test
