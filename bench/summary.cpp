// SPDX-License-Identifier: MIT

#include "summary.hpp"

#include <act/functions.hpp>
#include <cstdio>
#include <sstream>
#include <string_view>

namespace bench {
namespace {

struct errors {
  double value, derivative;
};

template <template <class> class... F>
std::map<std::string, errors> errors_of(act::function_list<F...>) {
  return {{F<float>::name, {F<float>::value_error.f32, F<float>::derivative_error.f32}}...};
}

std::string function_of(const row& r) { return r.name.substr(0, r.name.find('/')); }

/// Rounds once or not at all, so that the time is mostly that of a copy.
bool is_plain(const std::string& function) {
  static const auto all = errors_of(act::functions{});
  const auto found = all.find(function);
  return found != all.end() && found->second.value <= 0.5 && found->second.derivative <= 0.5;
}

/// How many times as fast act is.
struct ratios {
  double std = 0, best = 0;
};

ratios ratios_of(const row& r, std::size_t n, input x, const best_times& times) {
  double best = never, plain = never, act = never;
  for (const column& c : r.columns) {
    const double ns = times.ns(name_of(r, c, n, x));
    if (c.is_peer) best = std::min(best, ns);
    if (c.rival == "std") plain = ns;
    if (!c.is_peer && ns != never) act = ns;  // the last is the compiler's own set
  }
  return {plain == never ? 0 : plain / act, best == never ? 0 : best / act};
}

std::string times_as_fast(double from, double to) {
  char text[64];
  std::snprintf(text, sizeof text, to < 10 ? "%.1f to %.1f times" : "%.0f to %.0f times", from, to);
  return text;
}

/// The least and the most of some ratios.
struct range {
  double from = never, to = 0;

  void add(double ratio) {
    if (ratio <= 0) return;
    from = std::min(from, ratio);
    to = std::max(to, ratio);
  }
  [[nodiscard]] bool is_empty() const { return to == 0; }
};

/// In words, of the rows of one kind; empty where nothing else was measured.
std::string words_of(const std::vector<const row*>& rows, std::size_t n, input x,
                     const best_times& times) {
  static const auto known = errors_of(act::functions{});
  range over_std, over_best;
  double worst = -1;
  std::string functions, slower;
  int count = 0;
  for (const row* r : rows) {
    const ratios ratio = ratios_of(*r, n, x, times);
    const std::string function = function_of(*r);
    over_std.add(ratio.std);
    over_best.add(ratio.best);
    if (r->name.ends_with("/f32/value")) functions += (functions.empty() ? "" : ", ") + function;
    if (const auto error = known.find(function);
        error != known.end() && r->name.find("/f32/") != r->name.npos)
      worst = std::max(
          worst, r->name.ends_with("/value") ? error->second.value : error->second.derivative);
    if (ratio.best > 0 && ratio.best < 0.95) {
      char text[96];
      std::snprintf(text, sizeof text, "%s%s %.2f", count++ == 0 ? "" : ", ", shown(*r).c_str(),
                    ratio.best);
      slower += text;
    }
  }
  if (over_best.is_empty()) return "";
  std::string text = functions.empty() ? "" : functions + ": ";
  if (!over_std.is_empty())
    text += times_as_fast(over_std.from, over_std.to) + " as fast as the loop with std::, ";
  text += times_as_fast(over_best.from, over_best.to) + " as fast as the fastest other column";
  if (worst >= 0) {
    char error[64];
    std::snprintf(error, sizeof error, ", with an error of %.3g ulp at most", worst);
    text += error;
  }
  text += '.';
  if (count > 0)
    text += " Slower than that column in " + std::to_string(count) + " of " +
            std::to_string(rows.size()) + " rows: " + slower + '.';
  return text;
}

}  // namespace

void print_wrapped(const std::string& title, const std::string& text) {
  constexpr std::size_t columns = 100, indent = 11;
  std::printf("%-*s", static_cast<int>(indent), title.c_str());
  std::size_t at = indent;
  std::istringstream words(text);
  for (std::string word; words >> word; at += word.size() + 1) {
    if (at + word.size() + 1 > columns) {
      std::printf("\n%*s", static_cast<int>(indent), "");
      at = indent;
    }
    std::printf("%s%s", at == indent ? "" : " ", word.c_str());
  }
  std::puts("");
}

std::string shown(const row& r) {
  const std::size_t slash = r.name.find('/');
  const std::string function = r.name.substr(0, slash), rest = r.name.substr(slash);
  return rest == "/f32/value" ? function : rest == "/f32/derivative" ? function + '\'' : r.name;
}

void sort_by_kind(std::vector<row>& rows) {
  const auto kind = [](const row& r) {
    const std::string function = function_of(r);
    return function == "copy" ? 0 : is_plain(function) ? 2 : 1;
  };
  std::ranges::stable_sort(rows, {}, kind);
}

void print_summary(const std::vector<row>& rows, std::size_t n, input x, const best_times& times) {
  std::vector<const row*> computed, plain;
  for (const row& r : rows)
    if (const std::string function = function_of(r); function != "copy")
      (is_plain(function) ? plain : computed).push_back(&r);
  const std::string of_computed = words_of(computed, n, x, times),
                    of_plain = words_of(plain, n, x, times);
  if (of_computed.empty() && of_plain.empty()) return;
  std::printf("\nIn short, of arrays of %zu elements:\n", n);
  if (!of_computed.empty()) print_wrapped("computed", of_computed);
  if (!of_plain.empty())
    print_wrapped("plain", of_plain +
                               " These take about as long as a copy; where act is slower, that is "
                               "the price of NaN, which passes through every function.");
}

}  // namespace bench
