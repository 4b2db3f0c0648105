// SPDX-License-Identifier: MIT

#include "support/make_calls.hpp"

namespace act::test {

template <>
std::vector<calls_of<float>> calls_of_all_activations<float>() {
  return make_calls_of<float>(functions{});
}

}  // namespace act::test
