// SPDX-License-Identifier: MIT
#pragma once

// What the time of a loop is compared with: a cycle's, and that of copying.

#include "rivals.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>

namespace bench {

/// The seconds that f() takes, at best.
template <class F>
[[nodiscard]] double best_time(int repetitions, const F& f) {
  using clock = std::chrono::steady_clock;
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < repetitions; ++i) {
    const auto start = clock::now();
    f();
    best = std::min(best, std::chrono::duration<double>(clock::now() - start).count());
  }
  return best;
}

/// The cycles per second of this moment. Counters of cycles belong to the kernel, and a guest may
/// have none; counters of time tick at one rate, whatever the clock does. But a sum of two
/// registers takes one cycle on every processor, so that a chain of sums counts cycles itself.
[[nodiscard]] inline double clock_rate() {
  constexpr int sums = 20000;  // 5 us: many ticks of the timer, few interrupts
  const double seconds = best_time(5, [] {
    std::uint64_t x = 0, y = 1;
    const auto add = [&] {
      x += y;
      asm volatile("" : "+r"(x), "+r"(y));  // or the compiler would know the sum
    };
    // Four to a branch: two threads of a core may have to share one branch a cycle.
    for (int i = 0; i < sums; i += 4) {
      add();
      add();
      add();
      add();
    }
  });
  return sums / seconds;
}

/// The seconds that the copy loop takes for these arrays: the least that was seen so far for this
/// size, as the clock may be slow when the first benchmark runs.
template <class T>
[[nodiscard]] double copy_time(const arrays<T>& a, loop<T> copy) {
  static std::map<std::size_t, double> times;
  const std::size_t calls = std::max((std::size_t{1} << 22) / a.n, std::size_t{1});
  const double seconds = best_time(4, [&] {
    for (std::size_t i = 0; i < calls; ++i) copy(a);
  });
  double& least = times.try_emplace(a.n, std::numeric_limits<double>::infinity()).first->second;
  return least = std::min(least, seconds / static_cast<double>(calls));
}

}  // namespace bench
