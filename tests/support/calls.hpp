// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <type_traits>
#include <vector>

namespace act::test {

/// One of the calls of array/transform.hpp with one output, and what it means for one element.
template <class T>
struct array_call {
  const char* name;
  void (*array)(std::span<const T> x, std::span<const T> dy, std::span<T> out);
  T (*scalar)(T x, T dy);
};

/// The calls that an activation has, for its default parameters.
template <class T>
struct calls_of {
  const char* name;
  bool is_exact;  ///< of the exact tier
  T (*value)(T x);
  T (*derivative)(T x);
  std::vector<array_call<T>> with_one_output;
  void (*value_and_derivative)(std::span<const T> x, std::span<T> y, std::span<T> d);
};

/// The functor of an object.
template <class Object, class T>
using functor_of = typename std::remove_const_t<Object>::template functor<T>;

/// The calls of a functor. They take long to compile: each activation's are compiled apart, once
/// for all tests, from each/calls.cpp.in.
template <class F>
[[nodiscard]] calls_of<typename F::scalar> make_calls();

/// The calls of every activation of the list and, for float, of the exact tier.
template <class T>
[[nodiscard]] std::vector<calls_of<T>> calls_of_all_activations();
template <>
std::vector<calls_of<float>> calls_of_all_activations<float>();
template <>
std::vector<calls_of<double>> calls_of_all_activations<double>();

}  // namespace act::test
