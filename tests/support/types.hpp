// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <concepts>
#include <string>
#include <support/tier.hpp>

namespace act::test {

using scalars = ::testing::Types<float, double>;

template <class T>
inline constexpr const char* type_name = sizeof(T) == sizeof(float) ? "f32" : "f64";

/// Names typed tests: elu_f32 for a formula, f32 for a scalar.
struct test_name {
  template <class F>
  static std::string GetName(int) {  // NOLINT(readability-identifier-naming): GoogleTest's name
    if constexpr (std::floating_point<F>)
      return type_name<F>;
    else
      return (is_exact<F> ? "exact_" : "") + std::string(F::name) + "_" +
             type_name<typename F::scalar>;
  }
};

}  // namespace act::test
