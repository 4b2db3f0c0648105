// SPDX-License-Identifier: MIT
#pragma once

// All 2^32 floats, or every stride-th, block by block on all processors.

#include <exhaustive/real.hpp>
#include <exhaustive/report.hpp>
#include <exhaustive/wide.hpp>
#include <reference.hpp>
#include <support/float_blocks.hpp>
#include <support/ulp.hpp>

namespace act::test {

/// The arguments and results of one thread, aligned as any library may want them.
template <class T>
struct alignas(64) block {
  T x[block_size], y[block_size];

  static block& of_this_thread() {
    thread_local block own;
    return own;
  }
};

/// The errors of got = call(x) against want(x), wide_size floats at a time.
class float_errors {
 public:
  explicit float_errors(interval range) : range_(range) {}

  void meet(wide x, wide got, wide want) {
    const wide end = 0x1p128, exact = clamp(want, -0x1p128, 0x1p128);
    const wide spacing = clamp(binade(exact) * 0x1p-23, 0x1p-149, 0x1p104);
    const int64s number = (x == x) & (got == got);
    const wide difference = abs(clamp(got, -end.v[0], end.v[0]) - exact);
    const wide error = where(number, difference / spacing, 0.0);
    const int64s worse = error > worst_;
    worst_ = where(worse, error, worst_);
    x_ = where(worse, x, x_), got_ = where(worse, got, got_), want_ = where(worse, want, want_);
    sum_ = sum_ + error;
    const wide rounded = __builtin_convertvector(__builtin_convertvector(want.v, floats), doubles);
    correct_ -= number & (got == rounded);
    numbers_ -= number;
    nan_mismatches_ -= (x == x) ^ (got == got);
    out_of_range_ -= number & ((got < range_.low) | (got > range_.high));
  }

  [[nodiscard]] findings found() const {
    findings f;
    for (int i = 0; i < wide_size; ++i) {
      f.meet(worst_.v[i], x_.v[i], got_.v[i], want_.v[i]);
      f.sum += sum_.v[i];
      f.count += static_cast<std::uint64_t>(numbers_[i]);
      f.correctly_rounded += static_cast<std::uint64_t>(correct_[i]);
      f.nan_mismatches += static_cast<std::uint64_t>(nan_mismatches_[i]);
      f.out_of_range += static_cast<std::uint64_t>(out_of_range_[i]);
    }
    return f;
  }

 private:
  interval range_;
  wide worst_ = -1.0, x_ = 0.0, got_ = 0.0, want_ = 0.0, sum_ = 0.0;
  int64s correct_{}, numbers_{}, nan_mismatches_{}, out_of_range_{};
};

/// call(x, y) computes an array of results, want(x) what they should be.
template <class Call, class Want>
findings sweep_floats(const Call& call, const Want& want, interval range, std::uint64_t stride) {
  return in_parallel<findings>((1ULL << 32) / stride, [&](findings& found, std::uint64_t first) {
    auto& [x, y] = block<float>::of_this_thread();
    fill(x, first, stride);
    call(std::span(x), std::span(y));
    float_errors errors(range);
    for (std::size_t i = 0; i < block_size; i += wide_size) {
      const wide xi = wide::load(x + i);
      errors.meet(xi, wide::load(y + i), want(xi));
    }
    found.merge(errors.found());
  });
}

/// As sweep_floats, for a call that claims to be correctly rounded. The reference over vectors of
/// doubles tells the right float, unless a middle between two floats is within 2^-45 of it, a dozen
/// times its own error at least: such a result is settled by wider, the reference over MPFR's
/// numbers.
template <class Call, class Want, class Wider>
findings sweep_exact(const Call& call, const Want& want, const Wider& wider, interval range,
                     std::uint64_t stride) {
  constexpr double above = 1 + 0x1p-45, below = 1 - 0x1p-45;
  return in_parallel<findings>((1ULL << 32) / stride, [&](findings& found, std::uint64_t first) {
    auto& [x, y] = block<float>::of_this_thread();
    fill(x, first, stride);
    call(std::span(x), std::span(y));
    float_errors errors(range);
    findings wrong;
    std::uint64_t right_ones = 0, settled = 0;
    for (std::size_t i = 0; i < block_size; i += wide_size) {
      const wide at = wide::load(x + i), exact = want(at);
      errors.meet(at, wide::load(y + i), exact);
      const floats high = __builtin_convertvector((exact * above).v, floats);
      const floats low = __builtin_convertvector((exact * below).v, floats);
      for (std::size_t lane = 0; lane < wide_size; ++lane) {
        const float argument = x[i + lane], got = y[i + lane];
        if (std::isnan(argument) || std::isnan(got)) continue;
        float right = high[lane];
        if (high[lane] != low[lane]) {
          right = to_float(wider(real(argument)));
          ++settled;
        }
        if (got == right)
          ++right_ones;
        else
          wrong.meet(1 + std::abs(double{got} - double{right}), argument, got, right);
      }
    }
    findings own = errors.found();
    own.worst = std::min(own.worst, 0.5);  // what is more is the error of the reference
    own.correctly_rounded = right_ones;
    own.settled = settled;
    if (wrong.worst > 0) own.meet(wrong.worst, wrong.x, wrong.got, wrong.want);
    found.merge(own);
  });
}

/// The errors of want over vectors of doubles, the reference of sweep_floats, against want over
/// long double, in ulp of float.
template <class Want>
findings check_reference(const Want& want, std::uint64_t stride) {
  return in_parallel<findings>((1ULL << 32) / stride, [&](findings& found, std::uint64_t first) {
    auto& [x, y] = block<float>::of_this_thread();
    fill(x, first, stride);
    for (std::size_t i = 0; i < block_size; i += wide_size) {
      const wide results = want(wide::load(x + i));
      for (std::size_t lane = 0; lane < wide_size; ++lane) {
        const double at = x[i + lane], result = results.v[lane];
        if (std::isnan(at)) continue;
        const long double exact = want(static_cast<long double>(at));
        const double error = ulp_error<float>(static_cast<long double>(result), exact);
        found.nan_mismatches += std::isnan(result);
        found.meet(error, at, result, to_double(exact));
        found.sum += error;
        found.count += 1;
        found.correctly_rounded += result == to_double(exact);
      }
    }
  });
}

}  // namespace act::test
