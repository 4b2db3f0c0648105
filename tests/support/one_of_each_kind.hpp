// SPDX-License-Identifier: MIT
#pragma once

#include <act/functions.hpp>

namespace act::test {

/// What loops, Eigen and threads make of a function depends on no more than its kind: a product
/// with a parameter, a polynomial with one, a quotient and a logarithm. The exact tier computes
/// them in lanes of double. Tests that take long to compile go over these.
using one_of_each_kind =
    function_list<formula::LeakyReLU, formula::ELU, formula::Tanh, formula::Softplus>;
using exact_one_of_each_kind = decltype(exact::list_of_exact(one_of_each_kind{}));

/// The others go over all functions, but in builds that differ in little from one that has tested
/// them all.
#ifdef ACT_TEST_ONE_OF_EACH_KIND
using tested = one_of_each_kind;
using exact_tested = exact_one_of_each_kind;
#else
using tested = functions;
using exact_tested = exact::functions;
#endif

}  // namespace act::test
