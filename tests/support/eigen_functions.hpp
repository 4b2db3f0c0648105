// SPDX-License-Identifier: MIT
#pragma once

// Functors with their calls on arrays, for tests of what Eigen makes of them.

#include <act/functions.hpp>
#include <algorithm>
#include <string_view>
#include "support/calls.hpp"
#include "support/eigen_arrays.hpp"
#include "support/one_of_each_kind.hpp"
#include "support/types.hpp"

namespace act::test {

/// visit(functor, its calls) for the functions of a list.
template <class T, template <class> class... F, class Visit>
void for_each_functor(act::function_list<F...>, const Visit& visit) {
  const auto all = calls_of_all_activations<T>();
  const auto calls = [&]<class G>(const act::Functor<G>&) {
    return *std::ranges::find_if(all, [](const calls_of<T>& of) {
      return std::string_view(of.name) == G::name && of.is_exact == is_exact<G>;
    });
  };
  (visit(act::Functor<F<T>>{}, calls(act::Functor<F<T>>{})), ...);
}

template <class T, class Visit>
void for_each_functor(const Visit& visit) {
  for_each_functor<T>(tested{}, visit);
  if constexpr (std::same_as<T, float>) for_each_functor<T>(exact_tested{}, visit);
}

/// What Eigen's loops make of a function depends on no more than its kind.
template <class T, class Visit>
void for_one_of_each_kind(const Visit& visit) {
  for_each_functor<T>(one_of_each_kind{}, visit);
  if constexpr (std::same_as<T, float>)
    for_each_functor<T>(act::function_list<act::exact::exact_of<act::formula::Softplus>::type>{},
                        visit);
}

/// An assignment would go to act's driver.
template <class Y, class E, class T = typename E::Scalar>
void assign_by_eigens_loop(Y& y, const E& expression) {
  Eigen::internal::call_dense_assignment_loop(y, expression, Eigen::internal::assign_op<T, T>());
}

template <class T>
using some = Eigen::Map<const vector_of<T>>;

/// Is got what call says of x and dy?
template <class T>
void expect_results(const some<T>& got, const calls_of<T>& f, const array_call<T>& call,
                    const some<T>& x, const some<T>& dy) {
  EXPECT_TRUE(
      has_elements(got, x.size(), 1, [&](Index i, Index) { return call.scalar(x(i), dy(i)); }))
      << f.name << ' ' << call.name;
}

}  // namespace act::test
