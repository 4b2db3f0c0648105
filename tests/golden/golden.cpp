// SPDX-License-Identifier: MIT

// Compares the bits of all results with those recorded in golden.txt: of each activation in each
// tier, its members and both scalar types, over all floats, or every 4093rd, and some 5 million
// doubles, or 130,000 others.
//
//   act_golden FILE          every 4093rd float: about a second
//   act_golden FILE --all    all floats as well: minutes
//   act_golden --print       a new table
//
// Without fused multiply-adds only the exact tier has these bits, and only it is compared.

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

#include "golden/hash.hpp"
#include "support/calls.hpp"
#include "support/float_blocks.hpp"
#include "support/samples.hpp"

namespace act::test {
namespace {

/// Which inputs: all of them, or a part.
struct density {
  std::uint64_t float_stride;
  double doubles;
};
constexpr density all{1, 1}, part{4093, 1.0 / 64};

/// out from x, where dy is x but one element on. What takes f(x) in place of x gets that.
template <class T>
void compute(const calls_of<T>& f, const array_call<T>& call, std::span<const T> x,
             std::span<T> out) {
  thread_local std::vector<T> other;
  other.resize(x.size());
  if (std::strcmp(call.name, "transform_derivative_from_output") == 0) {
    f.with_one_output[0].array(x, x, other);
    call.array(other, other, out);
  } else {
    std::rotate_copy(x.begin(), x.begin() + 1, x.end(), other.begin());
    call.array(x, other, out);
  }
}

std::uint64_t hash(const calls_of<float>& f, const array_call<float>& call, density d) {
  const auto work = [&](result_hash& h, std::uint64_t first) {
    thread_local std::vector<float> x(block_size), y(block_size);
    fill(x, first, d.float_stride);
    compute<float>(f, call, x, y);
    h.add<float>(first, y);
  };
  return in_parallel<result_hash>((1ULL << 32) / d.float_stride, work).value();
}

std::uint64_t hash(const calls_of<double>& f, const array_call<double>& call, density d) {
  const std::vector<double> x = samples<double>(d.doubles).x;
  std::vector<double> y(x.size());
  compute<double>(f, call, x, y);
  result_hash h;
  h.add<double>(0, y);
  return h.value();
}

/// Hashes over all inputs and over a part of them, as they stand in the table.
using hashes = std::pair<std::string, std::string>;
using table = std::map<std::string, hashes>;

std::string hexadecimal(std::uint64_t x) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(x));
  return text;
}

/// visit(key, function, call) for every row of the table that this build should have.
template <class T, class Visit>
void for_each_row(const Visit& visit) {
  for (const calls_of<T>& f : calls_of_all_activations<T>()) {
    if (!f.is_exact && !simd::fuses<simd::vec<T, simd::default_arch>>) continue;
    for (const array_call<T>& call : f.with_one_output) {
      const std::string member = std::strcmp(call.name, "transform") == 0
                                     ? "value"
                                     : call.name + std::strlen("transform_");
      char key[80];
      std::snprintf(key, sizeof key, "%-7s %-10s %-22s %s", f.is_exact ? "exact" : "default",
                    f.name, member.c_str(), sizeof(T) == 4 ? "float " : "double");
      visit(std::string(key), f, call);
    }
  }
}

table read(const char* path) {
  std::ifstream file(path);
  table rows;
  constexpr std::size_t key = 48;
  for (std::string line; std::getline(file, line);)
    if (line.size() > key && !line.starts_with('#')) {
      std::istringstream rest(line.substr(key));
      hashes& h = rows[line.substr(0, key)];
      rest >> h.first >> h.second;
    }
  return rows;
}

int print() {
  std::puts(
      "# Hashes of results, written by act_golden --print; golden.cpp says of which. Equal on "
      "every\n"
      "# instruction set with fused multiply-adds and with every compiler; those of the exact "
      "tier\n"
      "# on every machine.\n"
      "# tier  function   member                 type   all inputs       a part of them");
  const auto row = [](const std::string& key, const auto& f, const auto& call) {
    std::printf("%s %s %s\n", key.c_str(), hexadecimal(hash(f, call, all)).c_str(),
                hexadecimal(hash(f, call, part)).c_str());
    std::fflush(stdout);
  };
  for_each_row<float>(row);
  for_each_row<double>(row);
  return 0;
}

int check(const char* path, bool whole) {
  const table recorded = read(path);
  std::size_t agree = 0, expected = 0;
  for (const auto& [key, h] : recorded)
    expected += simd::fuses<simd::vec<float, simd::default_arch>> || key.starts_with("exact");
  const auto row = [&](const std::string& key, const auto& f, const auto& call) {
    const auto found = recorded.find(key);
    if (found == recorded.end()) {
      std::printf("%s is not in the table: add what act_golden --print says of it\n", key.c_str());
      return;
    }
    const std::string got = hexadecimal(hash(f, call, whole ? all : part));
    const std::string& want = whole ? found->second.first : found->second.second;
    if (got == want)
      ++agree;
    else
      std::printf("%s is %s, should be %s\n", key.c_str(), got.c_str(), want.c_str());
  };
  for_each_row<float>(row);
  for_each_row<double>(row);
  std::printf("%zu of %zu rows have the recorded bits\n", agree, expected);
  return agree == expected && expected > 0 ? 0 : 1;
}

}  // namespace
}  // namespace act::test

int main(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "", second = argc > 2 ? argv[2] : "";
  if (argc == 2 && first == "--print") return act::test::print();
  if (argc == 2 || (argc == 3 && second == "--all"))
    return act::test::check(argv[1], second == "--all");
  std::cerr << "act_golden FILE [--all] | --print\n";
  return 2;
}
