// SPDX-License-Identifier: MIT

#include "support/make_calls.hpp"

namespace act::test {

template <>
std::vector<calls_of<float>> calls_of_all_activations<float>() {
  auto calls = make_calls_of<float>(tested{});
  for (auto& exact : make_calls_of<float>(exact_tested{})) calls.push_back(std::move(exact));
  return calls;
}

}  // namespace act::test
