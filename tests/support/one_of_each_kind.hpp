// SPDX-License-Identifier: MIT
#pragma once

#include <act/functions.hpp>

namespace act::test {

/// What loops, Eigen and threads make of a function depends on no more than its kind: a product
/// with a parameter, a polynomial with one, a quotient and a logarithm. The exact tier computes
/// them in lanes of double. Tests of those go over these; tests of results, in each/, over all
/// functions.
using one_of_each_kind =
    function_list<formula::LeakyReLU, formula::ELU, formula::Tanh, formula::Softplus>;
using exact_one_of_each_kind = decltype(exact::list_of_exact(one_of_each_kind{}));

}  // namespace act::test
