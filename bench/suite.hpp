// SPDX-License-Identifier: MIT
#pragma once

// The benchmarks: the names, and the one function that times a loop.

#include <benchmark/benchmark.h>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// The loop of one rival, for arrays of n elements; empty if it has none.
struct column {
  std::string rival;
  std::function<void(benchmark::State&, std::size_t n)> run;
};

/// All that is to be compared: a row for each activation, type and member, such as tanh/f32/value.
struct row {
  std::string name;
  std::vector<column> columns;  ///< the same rivals in each row
};

[[nodiscard]] std::vector<row> suite();

/// The rivals' libraries with their versions.
[[nodiscard]] std::vector<std::string> rival_libraries();

/// The name of a benchmark, such as tanh/f32/value/act/1024.
[[nodiscard]] std::string name_of(const row& r, const column& c, std::size_t n);

/// The counter that every benchmark has, in seconds; the console writes 0.1 ns as 100 ps.
inline constexpr const char* time_per_element = "time/element";

}  // namespace bench
