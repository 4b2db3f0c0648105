// SPDX-License-Identifier: MIT
#pragma once

// The network that fashion_mnist.cpp trains, and distributed.cpp on several processes.

#include <Eigen/Core>
#include <act/act.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "fashion_mnist_data.hpp"

namespace fashion_mnist {

using Eigen::MatrixXf, Eigen::VectorXf;

constexpr Index hidden_units = 128;

// ---- network

/// The time that some work takes, added up.
struct stopwatch {
  double seconds = 0;
  template <class Work>
  void time(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
};

/// w x + b for each column x.
struct affine {
  MatrixXf w;
  VectorXf b;

  /// w uniform with variance 2 / inputs (K. He et al. 2015), b zero.
  affine(Index inputs, Index outputs, act::Philox& rng)
      : w(outputs, inputs), b(VectorXf::Zero(outputs)) {
    const float largest = std::sqrt(6 / static_cast<float>(inputs));
    for (float& weight : w.reshaped()) {
      weight = largest * (2 * rng.uniform<float>() - 1);
      rng.advance(1);
    }
  }
  [[nodiscard]] MatrixXf operator()(const MatrixXf& x) const { return (w * x).colwise() + b; }

  /// A step down the slope of the loss; dz is its gradient with respect to the result.
  void descend(const MatrixXf& x, const MatrixXf& dz, float rate) {
    w.noalias() -= rate * dz * x.transpose();
    b -= rate * dz.rowwise().sum();
  }
};

/// The probabilities of the classes from their scores, in each column.
inline MatrixXf softmax(MatrixXf scores) {
  for (auto column : scores.colwise()) {
    column = (column.array() - column.maxCoeff()).exp();  // at most e^0: nothing overflows
    column /= column.sum();
  }
  return scores;
}

/// The sum of the cross-entropies -ln p of the labels, whose gradient with respect to the scores
/// that p = softmax(scores) came from is p, less 1 where the label is.
inline double cross_entropy(const MatrixXf& p, const bytes& labels, MatrixXf& gradient) {
  double sum = 0;
  gradient = p;
  for (Index i = 0; i < p.cols(); ++i) {
    sum -= std::log(std::max(p(labels(i), i), std::numeric_limits<float>::min()));
    gradient(labels(i), i) -= 1;
  }
  return sum;
}

/// F is one of act's functors.
template <class F>
struct network {
  static constexpr bool draws_slopes = std::same_as<F, act::RReLU<float>>;
  static constexpr bool learns_slope = std::same_as<F, act::PReLU<float>>;

  act::Philox rng;
  F f{};
  affine hidden{pixels, hidden_units, rng}, output{hidden_units, classes, rng};
  MatrixXf slopes{};
  stopwatch value{}, derivative{};

  /// The share of pictures that are recognised.
  [[nodiscard]] double accuracy(const dataset& data) const {
    const MatrixXf scores = output(f(hidden(inputs(data.pictures))));
    double right = 0;
    for (Index i = 0, best = 0; i < scores.cols(); ++i) {
      scores.col(i).maxCoeff(&best);
      right += best == data.labels(i);
    }
    return right / static_cast<double>(scores.cols());
  }

  /// What a pass through the network and back leaves: the sum of the cross-entropies, what the
  /// hidden layer puts out, and the gradients of the loss.
  struct pass {
    double sum;
    MatrixXf h, dscores, dz;
    float dslope;
  };

  /// The loss is the mean over a batch of so many pictures, of which x are all or some.
  [[nodiscard]] pass propagate(const MatrixXf& x, const bytes& labels, Index batch) {
    pass p{};
    const MatrixXf z = hidden(x);
    value.time([&] { p.h = activate(z); });
    p.sum = cross_entropy(softmax(output(p.h)), labels, p.dscores);
    p.dscores /= static_cast<float>(batch);
    const MatrixXf dh = output.w.transpose() * p.dscores;
    derivative.time([&] { p.dz = backward(z, dh); });
    if constexpr (learns_slope) p.dslope = act::prelu.slope_gradient(z, dh, f.slope);
    return p;
  }

  /// One step of gradient descent; returns the sum of the cross-entropies before it.
  double learn(const MatrixXf& x, const bytes& labels, float rate) {
    const pass p = propagate(x, labels, x.cols());
    if constexpr (learns_slope) f.slope -= rate * p.dslope;
    output.descend(p.h, p.dscores, rate);
    hidden.descend(x, p.dz, rate);
    return p.sum;
  }

 private:
  [[nodiscard]] MatrixXf activate(const MatrixXf& z) {
    if constexpr (draws_slopes) return act::rrelu.train(z, slopes, rng);
    return f(z);
  }
  [[nodiscard]] MatrixXf backward(const MatrixXf& z, const MatrixXf& dh) const {
    if constexpr (draws_slopes) return dh.cwiseProduct(slopes);
    return f.backward(z, dh);
  }
};

inline void shuffle(dataset& data, act::Philox& rng) {
  for (Index i = data.labels.size() - 1; i > 0; --i) {
    const auto j = static_cast<Index>(rng.uniform<double>() * static_cast<double>(i + 1));
    rng.advance(1);
    data.pictures.col(i).swap(data.pictures.col(j));
    data.labels.col(i).swap(data.labels.col(j));
  }
}

// ---- options

struct options {
  std::string activation = "relu", data = "/usr/share/datasets/fashion-mnist";
  Index epochs = 5, batch = 32, train = 60000, seed = 1;
  float rate = 0.2f, expect = 0;

  /// The rate falls along a line: large steps at first, small ones to settle.
  [[nodiscard]] float rate_in(Index epoch) const {
    return rate * static_cast<float>(epochs - epoch) / static_cast<float>(epochs);
  }
};

/// Names and values by turns.
class command_line {
 public:
  command_line(int argc, char** argv)
      : program_(std::filesystem::path(argc > 0 ? argv[0] : "").filename().string()) {
    for (int i = 1; i < argc; i += 2) given_[argv[i]] = i + 1 < argc ? argv[i + 1] : "";
  }

  /// The value of an option, where it is given.
  template <class T, class Least>
  void take(const char* name, T& value, Least least) {
    const auto option = given_.extract(name);
    if (!option) return;
    std::istringstream in(option.mapped());
    if constexpr (std::same_as<T, std::string>)
      value = option.mapped();
    else if (!(in >> value) || !in.eof() || value < least)
      throw std::invalid_argument(std::string(name) + " cannot be '" + option.mapped() + "'");
  }

  void require_none_left() const {
    if (!given_.empty())
      throw std::invalid_argument("no option " + given_.begin()->first + "; see " + program_ +
                                  ".cpp");
  }

 private:
  std::string program_;
  std::map<std::string, std::string> given_;
};

/// The options of a program that has taken those of its own.
inline options parse(command_line given) {
  options o;
  given.take("--activation", o.activation, "");
  given.take("--data", o.data, "");
  given.take("--epochs", o.epochs, 1);
  given.take("--batch", o.batch, 1);
  given.take("--train", o.train, 1);
  given.take("--seed", o.seed, 0);
  given.take("--rate", o.rate, 0.0f);
  given.take("--expect", o.expect, 0.0f);
  given.require_none_left();
  return o;
}

/// Calls use with the functor of that name, from act's list.
template <template <class> class... F, class Use>
void with_activation(const std::string& name, act::function_list<F...>, const Use& use) {
  const bool found = (... || (name == F<float>::name && (use(act::Functor<F<float>>{}), true)));
  if (!found)
    throw std::invalid_argument("there is no activation '" + name + "'; there are" +
                                (... + (std::string(" ") + F<float>::name)));
}

}  // namespace fashion_mnist
