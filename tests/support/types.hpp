// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>
#include "support/functions.hpp"
#include "support/tier.hpp"

namespace act::test {

/// Formulas as types for typed tests.
template <class List, class ExactList>
struct gtest_types;
template <template <class> class... F, template <class> class... E>
struct gtest_types<function_list<F...>, function_list<E...>> {
  using f32 = ::testing::Types<F<float>...>;
  using f64 = ::testing::Types<F<double>...>;
  using exact = ::testing::Types<E<float>...>;
  using all = ::testing::Types<F<float>..., F<double>..., E<float>...>;
};
using formulas = gtest_types<tested, exact_tested>;
using all_formulas = formulas::all;
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
