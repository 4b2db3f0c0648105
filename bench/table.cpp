// SPDX-License-Identifier: MIT

#include "table.hpp"

#include "best_times.hpp"
#include "summary.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace bench {
namespace {

/// A part of the table. Each loop is timed so many times, for so many seconds each: longer than
/// the clock needs, short enough that what disturbs one rival soon disturbs the next.
struct block {
  std::size_t n;
  const char* where;
  int repetitions;
  double seconds;
};

constexpr block blocks[] = {{1024, "in L1", 9, 0.01}, {16777216, "in memory", 5, 0.01}};

/// What else a thorough table has.
constexpr block more_blocks[] = {{16, "in a register or a few", 9, 0.01},
                                 {100, "and a tail", 9, 0.01},
                                 {16384, "128 KiB of float", 9, 0.01},
                                 {262144, "2 MiB of float", 9, 0.01}};

/// Sizes that are measured for the charts of the report and not printed.
constexpr block scan[] = {{64, "", 2, 0.004},      {256, "", 2, 0.004},    {4096, "", 2, 0.004},
                          {16384, "", 2, 0.004},   {65536, "", 2, 0.004},  {262144, "", 2, 0.004},
                          {1048576, "", 2, 0.004}, {4194304, "", 2, 0.004}};

/// The rivals of one row by turns: their repetitions come in random order.
void measure(const row& r, const block& b, input x, best_times& times) {
  benchmark::ClearRegisteredBenchmarks();
  for (const column& c : r.columns)
    if (c.run)
      benchmark::RegisterBenchmark(name_of(r, c, b.n, x).c_str(), c.run, b.n, x)
          ->Repetitions(b.repetitions)
          ->MinTime(b.seconds);
  benchmark::RunSpecifiedBenchmarks(&times, ".");
}

std::string title(const block& b) {
  std::string n = std::to_string(b.n);
  for (std::size_t i = n.size(); i > 3; i -= 3) n.insert(i - 3, 1, ',');
  return n + " elements, " + b.where;
}

/// As the heading has it: the loops of act::dispatch by their instruction set.
std::string shown(const column& c) {
  return c.rival.starts_with("act_") ? c.rival.substr(4) : c.rival;
}

/// Wide enough for the heading.
int width_of(const column& c) { return std::max(7, static_cast<int>(shown(c).size()) + 2); }

/// Is stdout a terminal that may be coloured? See no-color.org.
bool has_colour() {
  static const bool yes = isatty(STDOUT_FILENO) && std::getenv("NO_COLOR") == nullptr;
  return yes;
}

void print_heading(const row& r, const block& b, int width) {
  std::printf("\n%s\n%-*s", title(b).c_str(), width, "");
  for (const column& c : r.columns) std::printf("%*s", width_of(c), shown(c).c_str());
  std::printf("%8s%8s%6s\n", "vs best", "vs std", "copy");
}

/// How many times faster act is: green where it is, red where it is slower.
void print_ratio(double peer, double act) {
  if (peer == never || act == never) {
    std::printf("%8s", "-");
    return;
  }
  const double ratio = peer / act;
  const char* colour = ratio >= 1.05 ? "32" : ratio < 0.95 ? "31" : nullptr;
  if (has_colour() && colour != nullptr)
    std::printf("\033[%sm%7.*fx\033[0m", colour, ratio < 99.995 ? 2 : 1, ratio);
  else
    std::printf("%7.*fx", ratio < 99.995 ? 2 : 1, ratio);
}

/// The times of all rivals; how many times faster act, its last column, is than the best of its
/// peers, and than std; and act's part of the copy loop's bytes per second.
void print_row(const row& r, const block& b, input x, int width, const best_times& times) {
  double best = never, plain = never;
  best_times::figures act;
  std::printf("%-*s", width, shown(r).c_str());
  for (const column& c : r.columns) {
    const best_times::figures figures = times.of(name_of(r, c, b.n, x));
    if (c.is_peer) best = std::min(best, figures.ns);
    if (c.rival == "std") plain = figures.ns;
    if (!c.is_peer && figures.ns != never) act = figures;
    if (figures.ns == never)
      std::printf("%*s", width_of(c), "-");
    else
      std::printf("%*.3f", width_of(c), figures.ns);
  }
  print_ratio(best, act.ns);
  print_ratio(plain, act.ns);
  std::printf("%5.0f%%\n", 100 * act.of_copy);
  std::fflush(stdout);
}

/// What is being measured: on a terminal in a line whose place the finished row takes.
class progress {
 public:
  explicit progress(std::size_t all) : all_(all) {}

  void show(const row& r, const block& b) {
    ++done_;
    if (is_terminal_)
      std::fprintf(stderr, "[%zu/%zu] %s, %zu elements ...", done_, all_, r.name.c_str(), b.n);
  }
  void clear() const {
    if (is_terminal_) std::fputs("\r\033[K", stderr);
  }
  /// Elsewhere a line for each size of which no row is printed.
  void show(const block& b) const {
    if (is_terminal_) return;
    std::fprintf(stderr, "[%zu/%zu] for the page: arrays of %zu elements\n", done_, all_, b.n);
  }

 private:
  std::size_t all_, done_ = 0;
  bool is_terminal_ = isatty(STDERR_FILENO) != 0;
};

}  // namespace

void print_table(const std::vector<row>& rows, input x, bool thorough, bool scanning,
                 std::ostream& json) {
  std::vector<block> printed(std::begin(blocks), std::end(blocks));
  if (thorough) printed.insert(printed.end(), std::begin(more_blocks), std::end(more_blocks));
  std::ranges::sort(printed, {}, &block::n);
  std::vector<row> scanned;
  for (const row& r : rows)
    if (scanning && r.name.ends_with("/value")) scanned.push_back(r);

  print_wrapped(
      "figures",
      "ns per element on one core, best of " + std::to_string(blocks[0].repetitions) + " or " +
          std::to_string(blocks[1].repetitions) +
          " runs by turns. A prime marks a derivative. sse2, avx2, avx512, neon: act's loops for "
          "that instruction set; act: what the compiler makes of the headers for this machine; "
          "exact: the tier that rounds correctly. vs best: how many times as fast as the fastest "
          "other library, vs std: as the plain loop; copy: act's bytes per second beside a "
          "copy's.");
  if (x != input::ordinary) std::printf("%-11s%s\n", "inputs", name_of(x));
  std::size_t width = 0;
  for (const row& r : rows) width = std::max(width, shown(r).size());
  best_times times(json);
  progress line(printed.size() * rows.size() + std::size(scan) * scanned.size());
  for (const block& b : printed) {
    print_heading(rows.front(), b, static_cast<int>(width));
    for (const row& r : rows) {
      line.show(r, b);
      measure(r, b, x, times);
      line.clear();
      print_row(r, b, x, static_cast<int>(width), times);
    }
  }
  if (!scanned.empty()) std::fputs("\nMore sizes, for the charts of the page:\n", stderr);
  for (const block& b : scan) {
    if (!scanned.empty()) line.show(b);
    for (const row& r : scanned) {
      line.show(r, b);
      measure(r, b, x, times);
      line.clear();
    }
  }
  print_summary(rows, blocks[0].n, x, times);
}

}  // namespace bench
