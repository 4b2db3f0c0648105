// SPDX-License-Identifier: MIT
#pragma once

// The list of all activations: one include and one entry each. Tests, benchmarks and tables are
// made from it.

#include <act/activations/elu.hpp>
#include <act/activations/leaky_relu.hpp>
#include <act/activations/prelu.hpp>
#include <act/activations/relu.hpp>
#include <act/activations/rrelu.hpp>
#include <act/activations/selu.hpp>
#include <act/activations/sigmoid.hpp>
#include <act/activations/softplus.hpp>
#include <act/activations/step.hpp>
#include <act/activations/tanh.hpp>

namespace act::inline ACT_ABI {

/// A list of formulas.
template <template <class> class... F>
struct function_list {};

using functions =
    function_list<formula::Step, formula::Sigmoid, formula::Tanh, formula::ReLU, formula::LeakyReLU,
                  formula::PReLU, formula::RReLU, formula::ELU, formula::SELU, formula::Softplus>;

namespace exact {
template <template <class> class... F>
consteval auto list_of_exact(function_list<F...>) noexcept {
  return function_list<exact_of<F>::template type...>{};
}

/// The same in the exact tier.
using functions = decltype(list_of_exact(act::functions{}));
}  // namespace exact

}  // namespace act
