// SPDX-License-Identifier: MIT
#pragma once

// All of act's activations as a list to go over as the program runs. It is compiled once, in
// any.cpp, for all lessons that have every activation in them.

#include <Eigen/Core>
#include <string>
#include <vector>

namespace lesson {

/// One of act's activations with its default parameters; it is called as a functor is.
template <class T>
struct any {
  using matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;

  std::string name{};
  matrix (*value)(const matrix& x) = nullptr;
  matrix (*gradient)(const matrix& x, const matrix& dy) = nullptr;

  matrix operator()(const matrix& x) const { return value(x); }
  [[nodiscard]] matrix backward(const matrix& x, const matrix& dy) const { return gradient(x, dy); }
};

/// Those of act::functions, in its order.
std::vector<any<float>> activations();
std::vector<any<double>> activations_of_double();

}  // namespace lesson
