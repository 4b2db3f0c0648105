// SPDX-License-Identifier: MIT
#pragma once

#include <iomanip>
#include <ostream>
#include <support/samples.hpp>
#include <support/ulp.hpp>

namespace act::test {

static_assert(std::numeric_limits<long double>::digits >= 64,
              "the reference for double is computed in long double, which must have more digits");

/// What the reference itself may be off in ulp of T: long double has 11 bits more than double.
template <class T>
inline constexpr double reference_error = sizeof(T) == sizeof(double) ? 0x1p-8 : 0x1p-30;

/// Where a result is farthest from what it should be.
template <class T>
struct worst_case {
  double ulp = -1;
  T x{}, got{};
  long double want{};

  void meet(double error, T at, T result, long double exact) {
    if (error <= ulp) return;
    ulp = error, x = at, got = result, want = exact;
  }

  friend std::ostream& operator<<(std::ostream& out, const worst_case& w) {
    return out << std::hexfloat << "f(" << w.x << ") is " << w.got << ", should be " << w.want
               << std::defaultfloat << ": " << w.ulp << " ulp";
  }
};

/// The worst of call(x), a T, against want(x), in long double, over all x, in ulps of the larger of
/// want(x) and unit(x). A NaN is infinitely wrong. Where an error of allowed(x) ulp has a reason,
/// only what exceeds it counts.
template <class T, class Call, class Want, class Unit, class Allowed>
[[nodiscard]] worst_case<T> sweep(const std::vector<T>& xs, const Call& call, const Want& want,
                                  const Unit& unit, const Allowed& allowed) {
  worst_case<T> worst;
  for (const T x : xs) {
    const T got = call(x);
    const long double exact = want(static_cast<long double>(x));
    const long double size = unit(static_cast<long double>(x));
    const double error = std::isnan(got) ? std::numeric_limits<double>::infinity()
                                         : ulp_error<T>(static_cast<long double>(got), exact, size);
    worst.meet(error - allowed(x), x, got, exact);
  }
  return worst;
}
template <class T, class Call, class Want>
[[nodiscard]] worst_case<T> sweep(const std::vector<T>& xs, const Call& call, const Want& want) {
  return sweep(
      xs, call, want, [](long double) { return 0.0L; }, [](T) { return 0.0; });
}

/// The samples that tests use: some 60,000 floats, 100,000 doubles.
template <class T>
[[nodiscard]] const std::vector<T>& all_samples() {
  static const std::vector<T> x = samples<T>(0.01).x;
  return x;
}

}  // namespace act::test
