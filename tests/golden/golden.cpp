// SPDX-License-Identifier: MIT

// Compares the bits of all results with those recorded in golden.txt: of each activation in each
// tier, its members and both scalar types, over all floats, or every 4093rd, and some 5 million
// doubles, or 130,000 others.
//
//   act_golden FILE          every 4093rd float: about a second
//   act_golden FILE --all    all floats as well: minutes
//   act_golden --print [TEXT]  a new table, or the rows of one that contain TEXT
//   act_golden --print-part  one without the hashes of all inputs, to compare two builds by
//
// value_and_derivative has no rows of its own: its outputs are compared with those of its parts.
//
// Without fused multiply-adds only the exact tier has these bits, and only it is compared.

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <act/array/dispatch.hpp>
#include "golden/hash.hpp"
#include "support/calls.hpp"
#include "support/float_blocks.hpp"
#include "support/samples.hpp"

namespace act::test {
namespace {

/// Are multiply-adds rounded once in the loops over arrays?
bool fuses() {
#ifdef ACT_DISPATCH
  return dispatch::in_use() != instruction_set::sse2;
#else
  return simd::fuses<simd::widest<float, simd::default_arch> >;
#endif
}

/// Which inputs: all of them, or a part.
struct density {
  std::uint64_t float_stride;
  double doubles;
};
constexpr density all{1, 1}, part{4093, 1.0 / 64};

/// Computes out from x.
template <class T>
using computation = std::function<void(std::span<const T> x, std::span<T> out)>;

/// A call, where dy is x but one element on. What takes f(x) in place of x gets that.
template <class T>
computation<T> of_call(const calls_of<T>& f, const array_call<T>& call) {
  const bool from_output = std::strstr(call.name, "_from_output") != nullptr;
  return [call, from_output, value = f.with_one_output[0]](std::span<const T> x, std::span<T> out) {
    thread_local std::vector<T> other;
    other.resize(x.size());
    if (from_output) {
      value.array(x, x, other);
      call.array(other, other, out);
    } else {
      std::rotate_copy(x.begin(), x.begin() + 1, x.end(), other.begin());
      call.array(x, other, out);
    }
  };
}

/// One of the two outputs of transform_value_and_derivative.
template <class T>
computation<T> of_both(const calls_of<T>& f, bool derivative) {
  return [derivative, both = f.value_and_derivative](std::span<const T> x, std::span<T> out) {
    thread_local std::vector<T> other;
    other.resize(x.size());
    derivative ? both(x, other, out) : both(x, out, other);
  };
}

std::uint64_t hash(const computation<float>& compute, density d) {
  const auto work = [&](result_hash& h, std::uint64_t first) {
    thread_local std::vector<float> x(block_size), y(block_size);
    fill(x, first, d.float_stride);
    compute(x, y);
    h.add<float>(first, y);
  };
  return in_parallel<result_hash>((1ULL << 32) / d.float_stride, work).value();
}

std::uint64_t hash(const computation<double>& compute, density d) {
  const std::vector<double> x = samples<double>(d.doubles).x;
  std::vector<double> y(x.size());
  compute(x, y);
  result_hash h;
  h.add<double>(0, y);
  return h.value();
}

std::string hexadecimal(std::uint64_t x) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(x));
  return text;
}

/// Tier, function, member and type: the words that a row begins with.
using key = std::array<std::string, 4>;

std::string printed(const key& k) {
  std::ostringstream text;
  text << std::left << std::setw(7) << k[0] << ' ' << std::setw(10) << k[1] << ' ' << std::setw(22)
       << k[2] << ' ' << std::setw(6) << k[3];
  return text.str();
}

/// Hashes over all inputs and over a part of them, as they stand in the table.
using hashes = std::pair<std::string, std::string>;
using table = std::map<key, hashes>;

/// row(key, computation) for every row of the table that this build should have, and again(key,
/// computation) for each output of value_and_derivative, which is that of another row.
template <class T, class Row, class Again>
void for_each_row(const Row& row, const Again& again) {
  for (const calls_of<T>& f : calls_of_all_activations<T>()) {
    if (!f.is_exact && !fuses()) continue;
    const auto key_of = [&](const std::string& member) {
      return key{f.is_exact ? "exact" : "default", f.name, member,
                 sizeof(T) == 4 ? "float" : "double"};
    };
    for (const array_call<T>& call : f.with_one_output) {
      const std::string member = std::strcmp(call.name, "transform") == 0
                                     ? "value"
                                     : call.name + std::strlen("transform_");
      row(key_of(member), of_call(f, call));
    }
    again(key_of("value"), of_both(f, false));
    again(key_of("derivative"), of_both(f, true));
  }
}

/// Its columns need not stand below each other: a name may be of any length.
table read(const char* path) {
  std::ifstream file(path);
  table rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    key k;
    for (std::string& word : k) words >> word;
    hashes h;
    if (words >> h.first >> h.second) rows[k] = h;
  }
  return rows;
}

int print(bool whole, const std::string& text) {
  std::puts(
      "# Hashes of results, written by act_golden --print; golden.cpp says of which. Equal on "
      "every\n"
      "# instruction set with fused multiply-adds and with every compiler; those of the exact "
      "tier\n"
      "# on every machine.\n"
      "# tier  function   member                 type   all inputs       a part of them");
  const auto row = [&](const key& k, const auto& compute) {
    if (printed(k).find(text) == std::string::npos) return;
    std::printf("%s %s %s\n", printed(k).c_str(),
                whole ? hexadecimal(hash(compute, all)).c_str() : "-",
                hexadecimal(hash(compute, part)).c_str());
    std::fflush(stdout);
  };
  const auto nothing = [](const key&, const auto&) {};
  for_each_row<float>(row, nothing);
  for_each_row<double>(row, nothing);
  return 0;
}

int check(const char* path, bool whole) {
  const table recorded = read(path);
#ifdef ACT_TEST_ONE_OF_EACH_KIND
  std::set<std::string> names;
  for (const auto& f : calls_of_all_activations<float>()) names.insert(f.name);
  const auto is_tested = [&](const key& k) { return names.contains(k[1]); };
#else
  // Whatever the list has: a function that has left it is missed.
  const auto is_tested = [](const key&) { return true; };
#endif
  std::size_t agree = 0, expected = 0, differ = 0, missing = 0;
  for (const auto& [k, h] : recorded) expected += is_tested(k) && (fuses() || k[0] == "exact");
  const auto compare = [&](const key& k, const auto& compute, const char* how) {
    const auto found = recorded.find(k);
    if (found == recorded.end()) {
      std::printf("%s is not in the table: add what act_golden --print says of it\n",
                  printed(k).c_str());
      ++missing;
      return false;
    }
    const std::string got = hexadecimal(hash(compute, whole ? all : part));
    const std::string& want = whole ? found->second.first : found->second.second;
    if (got != want)
      std::printf("%s%s is %s, should be %s\n", printed(k).c_str(), how, got.c_str(), want.c_str());
    return got == want;
  };
  const auto row = [&](const key& k, const auto& compute) { agree += compare(k, compute, ""); };
  const auto again = [&](const key& k, const auto& compute) {
    differ += !compare(k, compute, " of value_and_derivative");
  };
  for_each_row<float>(row, again);
  for_each_row<double>(row, again);
  std::printf(
      "%zu of %zu rows have the recorded bits, %zu outputs of value_and_derivative differ\n", agree,
      expected, differ);
  return agree == expected && expected > 0 && differ == 0 && missing == 0 ? 0 : 1;
}

}  // namespace
}  // namespace act::test

int main(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "", second = argc > 2 ? argv[2] : "";
  if (argc <= 3 && (first == "--print" || first == "--print-part"))
    return act::test::print(first == "--print", second);
  if (argc == 2 || (argc == 3 && second == "--all"))
    return act::test::check(argv[1], second == "--all");
  std::cerr << "act_golden FILE [--all] | --print [TEXT] | --print-part\n";
  return 2;
}
