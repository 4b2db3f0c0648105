// SPDX-License-Identifier: MIT

#include "table.hpp"

#include "best_times.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

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

/// Wide enough for the heading.
int width_of(const column& c) { return std::max(8, static_cast<int>(c.rival.size()) + 2); }

void print_heading(const row& r, const block& b, int width) {
  std::printf("\n%-*s", width, title(b).c_str());
  for (const column& c : r.columns) std::printf("%*s", width_of(c), c.rival.c_str());
  std::printf("%9s%9s\n", "vs best", "vs std");
}

void print_ratio(double peer, double act) {
  if (peer == never)
    std::printf("%9s", "-");
  else
    std::printf("%8.2fx", peer / act);
}

/// The times of all rivals; how many times faster act, the last one, is than the best of its peers,
/// and than std.
void print_row(const row& r, const block& b, input x, int width, const best_times& times) {
  double best = never, ns = never, plain = never;
  std::printf("%-*s", width, r.name.c_str());
  for (const column& c : r.columns) {
    ns = times.ns(name_of(r, c, b.n, x));
    if (c.is_peer) best = std::min(best, ns);
    if (c.rival == "std") plain = ns;
    if (ns == never)
      std::printf("%*s", width_of(c), "-");
    else
      std::printf("%*.3f", width_of(c), ns);
  }
  print_ratio(best, ns);
  print_ratio(plain, ns);
  std::puts("");
  std::fflush(stdout);
}

/// On a terminal, what is being measured; the finished row takes its place.
void show_progress(std::size_t done, std::size_t all, const char* name) {
  if (isatty(STDERR_FILENO)) std::fprintf(stderr, "[%zu/%zu] %s ...", done, all, name);
}

void clear_progress() {
  if (isatty(STDERR_FILENO)) std::fputs("\r\033[K", stderr);
}

}  // namespace

void print_table(const std::vector<row>& rows, input x, std::ostream& json) {
  std::printf("%-11sns per element on one core, best of %d or %d runs by turns; act's speed-up\n",
              "figures", blocks[0].repetitions, blocks[1].repetitions);
  if (x != input::ordinary) std::printf("%-11s%s\n", "inputs", name_of(x));
  std::size_t width = title(blocks[1]).size();
  for (const row& r : rows) width = std::max(width, r.name.size());
  best_times times(json);
  std::size_t done = 0;
  for (const block& b : blocks) {
    print_heading(rows.front(), b, static_cast<int>(width));
    for (const row& r : rows) {
      show_progress(++done, std::size(blocks) * rows.size(), r.name.c_str());
      measure(r, b, x, times);
      clear_progress();
      print_row(r, b, x, static_cast<int>(width), times);
    }
  }
}

}  // namespace bench
