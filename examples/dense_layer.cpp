// SPDX-License-Identifier: MIT

// A dense layer whose activation is a template parameter, with its gradients; they are compared
// with finite differences.

#include <Eigen/Core>
#include <act/act.hpp>
#include <algorithm>
#include <cmath>
#include <functional>
#include <iostream>

namespace {

/// y = f(w x + b) for the columns x of a batch. Activation is one of act's functors: it brings its
/// parameters and its scalar type.
template <class Activation>
struct dense_layer {
  using scalar = typename Activation::scalar;
  using matrix = Eigen::MatrixX<scalar>;
  using vector = Eigen::VectorX<scalar>;

  Activation f;
  matrix weights, weights_gradient;
  vector bias, bias_gradient;
  matrix x, z;  // what the backward pass needs of the last forward pass

  dense_layer(Eigen::Index inputs, Eigen::Index outputs, Activation activation)
      : f(activation), weights(matrix::Random(outputs, inputs)), bias(vector::Random(outputs)) {}

  [[nodiscard]] matrix forward(const matrix& inputs) {
    x = inputs;
    z = (weights * x).colwise() + bias;
    return f(z);
  }

  /// From the loss's gradient with respect to y: sets those of weights and bias, returns that of x.
  [[nodiscard]] matrix backward(const matrix& dy) {
    const matrix dz = f.backward(z, dy);
    weights_gradient = dz * x.transpose();
    bias_gradient = dz.rowwise().sum();
    return weights.transpose() * dz;
  }
};

/// The largest difference between gradient and (loss(+step) - loss(-step)) / (2 step) over all the
/// numbers of parameter, which loss depends on.
template <class Parameter, class Loss>
double largest_difference(Parameter& parameter, const Parameter& gradient, const Loss& loss) {
  constexpr double step = 1e-5;  // the truncation, step^2, and the rounding, 1e-16 / step, balance
  double largest = 0;
  for (Eigen::Index i = 0; i < parameter.size(); ++i) {
    double& p = parameter.data()[i];
    const double at = p;
    p = at + step;
    const double above = loss();
    p = at - step;
    const double below = loss();
    p = at;
    const double difference = (above - below) / (2 * step) - gradient.data()[i];
    largest = std::max(largest, std::abs(difference));
  }
  return largest;
}

template <class Activation>
bool gradients_are_right(const char* name, Activation f) {
  dense_layer layer(4, 3, f);
  Eigen::MatrixXd x = Eigen::MatrixXd::Random(4, 5);
  const Eigen::MatrixXd target = Eigen::MatrixXd::Random(3, 5);
  const auto loss = [&] { return (layer.forward(x) - target).squaredNorm() / 2; };

  const Eigen::MatrixXd dy = layer.forward(x) - target;
  const Eigen::MatrixXd dx = layer.backward(dy);
  const double w = largest_difference(layer.weights, layer.weights_gradient, loss);
  const double b = largest_difference(layer.bias, layer.bias_gradient, loss);
  const double in = largest_difference(x, dx, loss);
  std::cout << name << ": gradients less finite differences: weights " << w << ", bias " << b
            << ", input " << in << '\n';
  return std::max({w, b, in}) < 1e-8;
}

}  // namespace

int main() {
  const bool right[] = {gradients_are_right("tanh", act::Tanh<double>{}),
                        gradients_are_right("elu, alpha 0.5", act::ELU<double>{0.5}),
                        gradients_are_right("softplus, beta 2", act::Softplus<double>{2.0}),
                        gradients_are_right("leaky_relu", act::LeakyReLU<double>{})};
  return std::ranges::all_of(right, std::identity{}) ? 0 : 1;
}
