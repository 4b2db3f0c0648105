// SPDX-License-Identifier: MIT

#include "any.hpp"

#include <Eigen/Core>
#include <act/act.hpp>
#include <vector>

namespace lesson {
namespace {

template <class F, class T>
any<T> erased() {
  using matrix = typename any<T>::matrix;
  return {F::name, [](const matrix& x) -> matrix { return act::Functor<F>{}(x); },
          [](const matrix& x, const matrix& dy) -> matrix {
            return act::Functor<F>{}.backward(x, dy);
          }};
}

template <class T, template <class> class... F>
std::vector<any<T>> list(act::function_list<F...>) {
  return {erased<F<T>, T>()...};
}

}  // namespace

std::vector<any<float>> activations() { return list<float>(act::functions{}); }
std::vector<any<double>> activations_of_double() { return list<double>(act::functions{}); }

}  // namespace lesson
