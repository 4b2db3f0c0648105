// SPDX-License-Identifier: MIT

#include "support/make_calls.hpp"

namespace act::test {

template <>
std::vector<calls_of<double>> calls_of_all_activations<double>() {
  return make_calls_of<double>(tested{});
}

}  // namespace act::test
