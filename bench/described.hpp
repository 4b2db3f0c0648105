// SPDX-License-Identifier: MIT
#pragma once

// How the rivals compute each activation: tests/activations/NAME.hpp says it; here is what it says
// of copy, which is not one.

#include "rivals.hpp"

#include <activations/all.hpp>

namespace act::test {

template <class T>
struct description<bench::copy<T>> {
  template <class V>
  struct plain {
    static V value(V x) { return x; }
  };
  struct eigen {
    static auto value(const auto& x) { return x; }
  };
  template <class Algorithm>
  struct onednn {
    static constexpr auto kind = Algorithm::eltwise_linear;
    static constexpr float alpha = 1;
  };
  template <class Operators>
  static constexpr auto xnnpack = Operators::copy();
};

}  // namespace act::test

namespace bench {

using act::test::description;

}  // namespace bench
