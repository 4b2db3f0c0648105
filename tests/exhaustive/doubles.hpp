// SPDX-License-Identifier: MIT
#pragma once

// A hundred million doubles, the same on every machine: those of support/samples.hpp and random
// ones where functions bend, overflow, underflow and change over, in equal parts.

#include <algorithm>
#include <exhaustive/floats.hpp>
#include <exhaustive/real.hpp>
#include <exhaustive/search.hpp>
#include <support/samples.hpp>
#include <vector>

namespace act::test {

/// The inputs of a sweep by number.
class double_inputs {
 public:
  /// count is a multiple of the block size.
  static constexpr std::uint64_t count = 25'000 * block_size;

  void fill(std::span<double> x, std::uint64_t first) const {
    std::size_t i = 0;
    for (; i < x.size() && first + i < fixed_.size(); ++i) x[i] = fixed_[first + i];
    random_bits random(first);
    for (; i < x.size(); ++i) x[i] = draw(random, i % 8);
  }

 private:
  static double draw(random_bits& random, std::size_t kind) {
    const auto uniform = [&](double low, double high) {
      return low + (high - low) * random.unit();
    };
    const auto magnitude = [&](int low, int high) {
      const auto exponent = static_cast<int>(random() % static_cast<std::uint64_t>(high - low));
      return std::ldexp(1 + random.unit(), low + exponent);
    };
    const auto near = [&](double x) { return x * (1 + magnitude(-53, -8) * uniform(-1, 1)); };
    const auto any_sign = [&](double x) { return (random() & 1) != 0 ? x : -x; };
    switch (kind) {
      case 0:  // any number, by its bits
        return number(random());
      case 1:  // log-spaced where functions are not linear
        return any_sign(magnitude(-60, 10));
      case 2:
        return uniform(-1, 1);
      case 3:
        return uniform(-4, 4);
      case 4:
        return uniform(-40, 40);
      case 5:  // underflow, overflow and subnormal results
        return any_sign(uniform(700, 760));
      case 6: {  // around the points where a reduction changes over, half-way between, and edges
        const std::uint64_t steps = random() % 2 != 0 ? 24 : 4400;
        return any_sign(near(0.17328679513998632 * static_cast<double>(1 + random() % steps)));
      }
      default:
        return any_sign(near(edges[random() % std::size(edges)]));
    }
  }
  static double number(std::uint64_t bits) {
    const double x = std::bit_cast<double>(bits);
    return std::isnan(x) ? std::bit_cast<double>(bits >> 2) : x;
  }

  /// The last four: where double's expm1, twice, and tanh, twice, change over.
  static constexpr double edges[] = {0x1p-1022,
                                     0x1p-53,
                                     0x1p-27,
                                     0.25,
                                     0.5,
                                     1.,
                                     16.,
                                     18.4,
                                     19.2,
                                     36.7,
                                     37.5,
                                     38.,
                                     53.,
                                     60.,
                                     354.,
                                     372.,
                                     374.,
                                     708.4,
                                     709.8,
                                     710.,
                                     744.4,
                                     745.2,
                                     746.,
                                     0.4965735902799727,
                                     1.189720770839918,
                                     0.2499867951399863,
                                     0.596560385419959};
  std::vector<double> fixed_ = samples<double>(1).x;
};

/// As sweep_floats, for double. The reference is long double, whose errors are some 2^-10 ulp of
/// double; what is too near to the largest error so far, or to the middle between two doubles, to
/// tell is settled by the same formula over MPFR's numbers.
template <class Call, class Want>
class double_sweep {
 public:
  double_sweep(const Call& call, const Want& want, interval range)
      : call_(call), want_(want), range_(range) {}

  /// The inputs, and then a search for worse ones, of so many seconds.
  findings run(std::uint64_t stride, double search_seconds) const {
    const double_inputs inputs;
    findings all = in_parallel<findings>(double_inputs::count / stride,
                                         [&](findings& found, std::uint64_t first) {
                                           auto& [x, y] = block<double>::of_this_thread();
                                           inputs.fill(x, first);
                                           measure(found, x, y);
                                         });
    if (search_seconds > 0) {
      const findings worse = double_search(call_, want_).run(all.worst, search_seconds);
      all.merge_failures(worse);
      all.seconds = worse.seconds;
    }
    return all;
  }

 private:
  void measure(findings& found, std::span<double> x, std::span<double> y) const {
    call_(x, y);
    for (std::size_t i = 0; i < x.size(); ++i) meet(found, x[i], y[i]);
  }

  void meet(findings& found, double x, double y) const {
    constexpr double unsure = 0x1p-7;
    found.nan_mismatches += std::isnan(x) != std::isnan(y);
    if (std::isnan(x) || std::isnan(y)) return;
    const long double exact = want_(static_cast<long double>(x));
    double error = ulp_error<double>(static_cast<long double>(y), exact);
    double rounded = to_double(exact);
    if (error > 0 && (error > found.worst - unsure || std::abs(error - 0.5) < unsure)) {
      const real settled = want_(real(x));
      error = ulp_error<double>(real(y), settled);
      rounded = to_double(settled);
      ++found.settled;
    }
    found.meet(error, x, y, rounded);
    found.sum += error;
    found.count += 1;
    found.correctly_rounded += y == rounded;
    found.out_of_range += y < range_.low || y > range_.high;
  }

  Call call_;
  Want want_;
  interval range_;
};

}  // namespace act::test
