// SPDX-License-Identifier: MIT
#pragma once

// The benchmarks: the names, and the one function that times a loop.

#include <benchmark/benchmark.h>
#include <functional>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// What x is made of.
enum class input { ordinary, saturated, subnormal, with_nan };
inline constexpr std::pair<input, const char*> input_names[] = {{input::ordinary, "ordinary"},
                                                                {input::saturated, "saturated"},
                                                                {input::subnormal, "subnormal"},
                                                                {input::with_nan, "with_nan"}};

/// The loop of one rival, for arrays of n elements; empty if it has none.
struct column {
  std::string rival;
  bool is_peer;  ///< not a part of act
  std::function<void(benchmark::State&, std::size_t n, input x)> run;
};

/// All that is to be compared: a row for each activation, type and member, such as tanh/f32/value.
struct row {
  std::string name;
  std::vector<column> columns;  ///< the same rivals in each row
};

[[nodiscard]] std::vector<row> suite();

/// The libraries of the rivals whose names match, and of act, with their versions.
[[nodiscard]] std::vector<std::string> rival_libraries(const std::regex& names);

[[nodiscard]] const char* name_of(input x);

/// The name of a benchmark, such as tanh/f32/value/act/1024, or tanh/f32/value/act/1024/saturated.
[[nodiscard]] std::string name_of(const row& r, const column& c, std::size_t n, input x);

/// The counter that every benchmark has, in seconds; the console writes 0.1 ns as 100 ps.
inline constexpr const char* time_per_element = "time/element";

/// Bytes per second in units of the copy loop's at the same size.
inline constexpr const char* of_copy_speed = "of_copy_speed";

}  // namespace bench
