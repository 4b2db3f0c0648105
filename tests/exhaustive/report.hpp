// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>

namespace act::test {

/// What a sweep has found out about one member of one function.
struct findings {
  double worst = -1, x = 0, got = 0, want = 0;  // the largest error in ulp, and where
  double sum = 0;                               // of all errors
  std::uint64_t count = 0, correctly_rounded = 0, nan_mismatches = 0, out_of_range = 0;
  std::uint64_t settled = 0;  // with more digits
  double seconds = 0;         // of a directed search

  /// A point with the same error does not replace one nearer to 0: the outcome is that of any
  /// order of the points.
  void meet(double error, double at, double result, double exact) {
    if (error < worst || (error == worst && !before(at))) return;
    worst = error, x = at, got = result, want = exact;
  }
  void merge(const findings& other) {
    merge_failures(other);
    sum += other.sum;
    count += other.count;
    correctly_rounded += other.correctly_rounded;
    settled += other.settled;
  }
  /// Without the averages: for points that were chosen because they are bad.
  void merge_failures(const findings& other) {
    if (other.count > 0) meet(other.worst, other.x, other.got, other.want);
    nan_mismatches += other.nan_mismatches;
    out_of_range += other.out_of_range;
  }

 private:
  [[nodiscard]] bool before(double at) const {
    const double a = std::abs(at), b = std::abs(x);
    return a < b || (a == b && std::signbit(at) < std::signbit(x));
  }
};

/// One row of the table: what was measured, what it promises, what was found.
struct row {
  std::string library, function, member, type, instructions;
  double bound = -1;  // none, for other libraries
  findings found;
  bool must_be_tight = false;

  [[nodiscard]] bool holds() const {
    return bound < 0 ||
           (found.worst <= bound && found.nan_mismatches == 0 && found.out_of_range == 0);
  }
  /// A bound that is far above what was found promises too little, or was found too cheaply.
  [[nodiscard]] bool loose() const { return must_be_tight && bound > 1.1 * found.worst; }
};

inline void print_head() {
  std::printf("%-20s %-10s %-10s %-6s %9s %6s %9s %9s %6s %6s  %s\n", "library", "function",
              "member", "type", "max ulp", "bound", "mean", "correct", "NaN", "range",
              "worst: x, got, want");
}

inline void print(const row& r, bool markdown) {
  const findings& f = r.found;
  const double n = static_cast<double>(f.count);
  const double correct = 100 * static_cast<double>(f.correctly_rounded) / n;
  char bound[16] = "";
  if (r.bound >= 0) std::snprintf(bound, sizeof bound, "%g", r.bound);
  if (markdown) {
    char search[16] = "";
    if (f.seconds > 0) std::snprintf(search, sizeof search, "%.0f s", f.seconds);
    std::printf("| %s | %s | %s | %s | %s | %.5g | %a | %.4g | %.2f %% | %llu | %s | %s |\n",
                r.library.c_str(), r.function.c_str(), r.member.c_str(), r.type.c_str(), bound,
                f.worst, f.x, f.sum / n, correct, static_cast<unsigned long long>(f.count), search,
                r.instructions.c_str());
  } else {
    std::printf("%-20s %-10s %-10s %-6s %9.5g %6s %9.3g %8.3f%% %6llu %6llu  %a %a %a%s%s\n",
                r.library.c_str(), r.function.c_str(), r.member.c_str(), r.type.c_str(), f.worst,
                bound, f.sum / n, correct, static_cast<unsigned long long>(f.nan_mismatches),
                static_cast<unsigned long long>(f.out_of_range), f.x, f.got, f.want,
                r.holds() ? "" : "  FAILED", r.loose() ? "  LOOSE" : "");
  }
  std::fflush(stdout);
}

}  // namespace act::test
