// SPDX-License-Identifier: MIT

// Prints edges.md, or says what of it is stale:
//
//   act_edges > edges.md
//   act_edges --check edges.md
//
// Where limits are reached is computed with MPFR; without it only the edges are checked.

#include <act/functions.hpp>
#include <activations/all.hpp>
#include <edges/edges.hpp>
#include <exhaustive/real.hpp>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>
#include <string_view>
#include <support/samples.hpp>

namespace act::test {
namespace {

constexpr const char* introduction =
    R"(# Edge values

What value and derivative are where arguments are special: for float and double, in both tiers, with
default parameters. Written by `act_edges` from tests/activations; the tests of each activation
check it.

`least` is the smallest positive number and `largest` the largest. `x` stands for the argument
itself, `slope` for 0.01 (leaky_relu), 1/4 (prelu) or 11/48 (rrelu); lambda and alpha are selu's. A
NaN is a NaN whether it is quiet or signalling, positive or negative, and so is the result. At a
kink the derivative is the left one.

| function | member | -inf | -largest | -least | -0 | 0 | least | largest | inf | NaN |
|---|---|---|---|---|---|---|---|---|---|---|
)";

constexpr const char* on_limits =
    R"(
Where a result reaches its limit: the first argument with that result, the one before it and the
one after it, all correctly rounded. The exact tier has these bits; the default tier is as near to
them as its bounds say.

| function | member | type | x | result |
|---|---|---|---|---|
)";

constexpr const char* name_of(member of) { return of == member::value ? "value" : "derivative"; }

template <class F>
void print_edges(std::ostream& out) {
  for (const member of : {member::value, member::derivative}) {
    out << "| " << F::name << " | " << name_of(of);
    for (const auto& [x, cell] : edges_of<F>(of)) out << " | " << cell;
    out << " | NaN |\n";
  }
}

/// What F should be at x, correctly rounded.
template <class F, class T = typename F::scalar>
T rounded(member of, T x) {
  const real y = of == member::value ? reference<F>::value(F{}, real(x))
                                     : reference<F>::derivative(F{}, real(x));
  if constexpr (std::same_as<T, float>)
    return to_float(y);
  else
    return to_double(y);
}

/// The argument nearest to 0 from which on F has reached a limit.
template <class F, class T = typename F::scalar>
T first_at(limit l) {
  const T end = std::numeric_limits<T>::infinity(), sign = static_cast<T>(l.sign);
  const T at_end = rounded<F>(l.of, sign * end);
  const bool is_x = at_end == sign * end;
  // Beyond 2000 all have; below 1, none that becomes its argument.
  auto low = std::bit_cast<bits_of<T>>(T(is_x ? 1 : 0)), high = std::bit_cast<bits_of<T>>(T(2000));
  while (low < high) {
    const bits_of<T> middle = low + (high - low) / 2;
    const T x = sign * std::bit_cast<T>(middle);
    if (rounded<F>(l.of, x) == (is_x ? x : at_end))
      high = middle;
    else
      low = middle + 1;
  }
  return sign * std::bit_cast<T>(low);
}

template <class F, class T = typename F::scalar>
void print_limit(std::ostream& out, limit l) {
  const T first = first_at<F>(l);
  for (const T x : {std::nextafter(first, T(0)), first, std::nextafter(first, 2 * first)})
    out << "| " << F::name << " | " << name_of(l.of) << " | "
        << (sizeof(T) == sizeof(float) ? "float" : "double") << " | `" << std::hexfloat << double{x}
        << "` | `" << double{rounded<F>(l.of, x)} << std::defaultfloat << "` |\n";
}

template <class F>
std::span<const limit> limits_of() {
  if constexpr (requires { reference<F>::limits; })
    return reference<F>::limits;
  else
    return {};
}

template <template <class> class F>
void print_limits(std::ostream& out) {
  for (const limit& l : limits_of<F<float>>()) {
    print_limit<F<float>>(out, l);
    print_limit<F<double>>(out, l);
  }
}

template <template <class> class... F>
std::string document(function_list<F...>) {
  std::ostringstream out;
  out << introduction;
  (print_edges<F<float>>(out), ...);
  out << on_limits;
  (print_limits<F>(out), ...);
  return out.str();
}

/// What stands before the limits.
std::string edges_alone(const std::string& text) { return text.substr(0, text.find(on_limits)); }

int check(const char* path) {
  std::ostringstream file;
  if (!(file << std::ifstream(path, std::ios::binary).rdbuf())) {
    std::cerr << path << " is missing, empty or cannot be read\n";
    return 1;
  }
  std::string is = file.str(), should_be = document(functions{});
  std::erase(is, '\r');  // as checked out on Windows
  if (std::same_as<real, long double>) {
    is = edges_alone(is);
    should_be = edges_alone(should_be);
  }
  if (is == should_be) return 0;
  std::cerr << path << " is stale: write it anew with act_edges > " << path << '\n';
  return 1;
}

}  // namespace
}  // namespace act::test

int main(int argc, char** argv) {
  using namespace act::test;
  if (argc == 3 && std::string_view(argv[1]) == "--check") return check(argv[2]);
  std::cout << document(act::functions{});
}
