// SPDX-License-Identifier: MIT

#include "suite.hpp"

#include "inputs.hpp"
#include "rivals.hpp"
#include "yardsticks.hpp"

#include <algorithm>
#include <ctime>

namespace bench {
namespace {

/// A member of every activation, and how many arrays it reads and writes.
template <class T>
struct member {
  const char* name;
  loop<T> loops<T>::*of;
  std::size_t arrays;
};

template <class T>
constexpr member<T> members[] = {
    {"value", &loops<T>::value, 2},
    {"derivative", &loops<T>::derivative, 2},
    {"backward", &loops<T>::backward, 3},
    {"value_and_derivative", &loops<T>::value_and_derivative, 3},
    {"value_and_derivative_of_sum", &loops<T>::of_sum, 4},
    {"in_place", &loops<T>::in_place, 2},
};

/// A loop in place goes on from its own results: the branches of std's functions become easy to
/// predict, and a short array is loaded before its last store has left the store buffer.
template <class T>
void measure(benchmark::State& state, std::size_t n, input x, loop<T> run, loop<T> copy,
             std::size_t bytes) {
  using benchmark::Counter;
  const arrays<T> a = inputs<T>(n, x);
  const std::clock_t start = std::clock();
  for ([[maybe_unused]] auto _ : state) {
    run(a);
    benchmark::ClobberMemory();
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC /
                         static_cast<double>(state.iterations());
  const std::int64_t elements = state.iterations() * static_cast<std::int64_t>(n);
  state.SetItemsProcessed(elements);
  state.SetBytesProcessed(elements * static_cast<std::int64_t>(bytes));
  state.counters[time_per_element] =
      Counter(static_cast<double>(n), Counter::kIsIterationInvariantRate | Counter::kInvert);
  state.counters["cycles/element"] = seconds * clock_rate() / static_cast<double>(n);
  state.counters[of_copy_speed] =
      copy_time(a, copy) / seconds * static_cast<double>(bytes) / (2 * sizeof(T));
}

template <class T>
void add_rows(const std::string& type, std::vector<row>& rows) {
  const auto all = rivals<T>();
  const loop<T> copy = all.back().activations.front().value;
  for (std::size_t k = 0; k < all[0].activations.size(); ++k)
    for (const member<T>& m : members<T>) {
      row r{all[0].activations[k].activation + ('/' + type + '/') + m.name, {}};
      for (const rival<T>& each : all) {
        column c{each.name, each.is_peer, {}};
        if (const loop<T> run = each.activations[k].*m.of)
          c.run = [run, copy, bytes = m.arrays * sizeof(T)](auto& state, std::size_t n, input x) {
            measure(state, n, x, run, copy, bytes);
          };
        r.columns.push_back(std::move(c));
      }
      const auto is_of_act = [](const column& c) { return !c.is_peer && c.run; };
      if (std::ranges::any_of(r.columns, is_of_act)) rows.push_back(std::move(r));
    }
}

}  // namespace

std::vector<row> suite() {
  std::vector<row> rows;
  add_rows<float>("f32", rows);
  add_rows<double>("f64", rows);
  return rows;
}

std::vector<std::string> rival_libraries(const std::regex& names) {
  std::vector<std::string> libraries;
  for (const auto& each : rivals<float>())
    if (!each.library.empty() && (!each.is_peer || std::regex_search(each.name, names)))
      libraries.push_back(each.library);
  return libraries;
}

const char* name_of(input x) {
  const auto is_x = [x](const auto& each) { return each.first == x; };
  return std::ranges::find_if(input_names, is_x)->second;
}

std::string name_of(const row& r, const column& c, std::size_t n, input x) {
  const std::string name = r.name + '/' + c.rival + '/' + std::to_string(n);
  return x == input::ordinary ? name : name + '/' + name_of(x);
}

}  // namespace bench
