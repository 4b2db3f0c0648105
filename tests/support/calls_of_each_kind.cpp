// SPDX-License-Identifier: MIT

// The calls of one activation of each kind, in one file, for builds that differ in little from one
// that has tested all of them.

#include <act/functions.hpp>
#include <support/make_calls.hpp>
#include <support/one_of_each_kind.hpp>

namespace act::test {
namespace {

template <class T, template <class> class... F>
std::vector<calls_of<T>> make(function_list<F...>) {
  return {make_calls<Functor<F<T>>>()...};
}

}  // namespace

template <>
std::vector<calls_of<float>> calls_of_all_activations<float>() {
  auto calls = make<float>(one_of_each_kind{});
  for (auto& exact : make<float>(exact_one_of_each_kind{})) calls.push_back(std::move(exact));
  return calls;
}

template <>
std::vector<calls_of<double>> calls_of_all_activations<double>() {
  return make<double>(one_of_each_kind{});
}

}  // namespace act::test
