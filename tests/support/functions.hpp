// SPDX-License-Identifier: MIT
#pragma once

// The functions that tests go over: all of them, or one of each kind, for builds that differ in
// little from another one that has tested them all.

#include <act/functions.hpp>

namespace act::test {

/// A product with a parameter, a polynomial with one, a quotient and a logarithm. The exact tier
/// computes them in lanes of double.
using one_of_each_kind =
    function_list<formula::LeakyReLU, formula::ELU, formula::Tanh, formula::Softplus>;
using exact_one_of_each_kind = decltype(exact::list_of_exact(one_of_each_kind{}));

#ifdef ACT_TEST_ONE_OF_EACH_KIND
using tested = one_of_each_kind;
using exact_tested = exact_one_of_each_kind;
#else
using tested = functions;
using exact_tested = exact::functions;
#endif

}  // namespace act::test
