// SPDX-License-Identifier: MIT
#pragma once

// All 2^32 floats, or every stride-th, block by block on all processors.

#include <act/array/transform.hpp>
#include <atomic>
#include <bit>
#include <exhaustive/report.hpp>
#include <exhaustive/wide.hpp>
#include <reference.hpp>
#include <support/ulp.hpp>
#include <thread>
#include <vector>

namespace act::test {

inline constexpr std::uint64_t block_size = 4096;

/// work(state, first) for every first below count that is a multiple of the block size; the states,
/// one a thread, are merged.
template <class State, class Work>
State in_parallel(std::uint64_t count, const Work& work) {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<State> states(threads);
  std::atomic<std::uint64_t> next{0};
  const auto run = [&](State& state) {
    State own;
    for (std::uint64_t i; (i = next.fetch_add(block_size)) < count;) work(own, i);
    state = own;
  };
  std::vector<std::thread> pool;
  for (State& state : states) pool.emplace_back(run, std::ref(state));
  for (std::thread& thread : pool) thread.join();
  State all;
  for (const State& state : states) all.merge(state);
  return all;
}

/// Inputs [first, first + block_size) of the sweep.
inline void fill(std::vector<float>& x, std::uint64_t first, std::uint64_t stride) {
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = std::bit_cast<float>(static_cast<std::uint32_t>((first + i) * stride));
}

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
    thread_local std::vector<float> x(block_size), y(block_size);
    fill(x, first, stride);
    call(x, y);
    float_errors errors(range);
    for (std::size_t i = 0; i < block_size; i += wide_size) {
      const wide xi = wide::load(x.data() + i);
      errors.meet(xi, wide::load(y.data() + i), want(xi));
    }
    found.merge(errors.found());
  });
}

/// The errors of want over vectors of doubles, the reference of sweep_floats, against want over
/// long double, in ulp of float.
template <class Want>
findings check_reference(const Want& want, std::uint64_t stride) {
  return in_parallel<findings>((1ULL << 32) / stride, [&](findings& found, std::uint64_t first) {
    std::vector<float> x(block_size);
    fill(x, first, stride);
    for (std::size_t i = 0; i < block_size; i += wide_size) {
      const wide results = want(wide::load(x.data() + i));
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
