// SPDX-License-Identifier: MIT

// Trains a network of 784 inputs, 128 hidden units and 10 outputs to tell ten kinds of clothing
// apart (Fashion-MNIST: 60,000 pictures to learn from, 10,000 to test with). The hidden layer's
// activation is any of act's, by name, with its default parameters; the rest is plain Eigen. prelu
// learns its slope, rrelu draws its slopes in training. step's derivative is 0: with it, the output
// layer alone learns.
//
// Usage: fashion_mnist [--activation NAME] [--epochs N] [--batch N] [--rate X] [--seed N]
//                      [--train PICTURES] [--data FOLDER] [--expect ACCURACY, from 0 to 1]
// Exit status: 0; 1 on an error or an accuracy below --expect; 77 where the data is missing.

#include <Eigen/Core>
#include <act/act.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "fashion_mnist_data.hpp"

namespace {

using Eigen::Index, Eigen::MatrixXf, Eigen::VectorXf;
using namespace fashion_mnist;

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
MatrixXf softmax(MatrixXf scores) {
  for (auto column : scores.colwise()) {
    column = (column.array() - column.maxCoeff()).exp();  // at most e^0: nothing overflows
    column /= column.sum();
  }
  return scores;
}

/// The sum of the cross-entropies -ln p of the labels, whose gradient with respect to the scores
/// that p = softmax(scores) came from is p, less 1 where the label is.
double cross_entropy(const MatrixXf& p, const bytes& labels, MatrixXf& gradient) {
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

  /// One step of gradient descent; returns the sum of the cross-entropies before it.
  double learn(const MatrixXf& x, const bytes& labels, float rate) {
    MatrixXf h, dscores, dz;
    const MatrixXf z = hidden(x);
    value.time([&] { h = activate(z); });
    const double loss = cross_entropy(softmax(output(h)), labels, dscores);
    dscores /= static_cast<float>(x.cols());
    const MatrixXf dh = output.w.transpose() * dscores;
    derivative.time([&] { dz = backward(z, dh); });
    if constexpr (learns_slope) f.slope -= rate * act::prelu.slope_gradient(z, dh, f.slope);
    output.descend(h, dscores, rate);
    hidden.descend(x, dz, rate);
    return loss;
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

// ---- training

struct options {
  std::string activation = "relu", data = "/usr/share/datasets/fashion-mnist";
  Index epochs = 5, batch = 32, train = 60000, seed = 1;
  float rate = 0.2f, expect = 0;
};

void shuffle(dataset& data, act::Philox& rng) {
  for (Index i = data.labels.size() - 1; i > 0; --i) {
    const auto j = static_cast<Index>(rng.uniform<double>() * static_cast<double>(i + 1));
    rng.advance(1);
    data.pictures.col(i).swap(data.pictures.col(j));
    data.labels.col(i).swap(data.labels.col(j));
  }
}

/// Learns from each picture once; returns the mean cross-entropy.
template <class F>
double learn_all(network<F>& net, const dataset& data, Index batch, float rate) {
  const Index count = data.labels.size();
  double loss = 0;
  for (Index first = 0; first < count; first += batch) {
    const Index n = std::min(batch, count - first);
    loss += net.learn(inputs(data.pictures.middleCols(first, n)), data.labels.middleCols(first, n),
                      rate);
  }
  return loss / static_cast<double>(count);
}

/// Trains a network with the activation F and returns its accuracy on the test data.
template <class F>
double train(const options& o, dataset data, const dataset& test) {
  network<F> net{act::Philox(static_cast<std::uint64_t>(o.seed))};
  double accuracy = 0, seconds = 0;
  for (Index epoch = 0; epoch < o.epochs; ++epoch) {
    // The rate falls along a line: large steps at first, small ones to settle.
    const float rate = o.rate * static_cast<float>(o.epochs - epoch) / static_cast<float>(o.epochs);
    double loss = 0;
    stopwatch watch;
    shuffle(data, net.rng);
    watch.time([&] { loss = learn_all(net, data, o.batch, rate); });
    seconds += watch.seconds;
    accuracy = net.accuracy(test);
    std::printf("epoch %d: loss %.4f, %.2f s, test accuracy %.2f %%\n", static_cast<int>(epoch + 1),
                loss, watch.seconds, 100 * accuracy);
    std::fflush(stdout);
  }
  const double percent = 100 / seconds;
  std::printf(
      "%s: test accuracy %.2f %%; %.2f s of training, of which %.2f %% for the activation's "
      "value and %.2f %% for its derivative\n",
      F::name, 100 * accuracy, seconds, net.value.seconds * percent,
      net.derivative.seconds * percent);
  return accuracy;
}

/// Calls use with the functor of that name, from act's list.
template <template <class> class... F, class Use>
void with_activation(const std::string& name, act::function_list<F...>, const Use& use) {
  const bool found = (... || (name == F<float>::name && (use(act::Functor<F<float>>{}), true)));
  if (!found)
    throw std::invalid_argument("there is no activation '" + name + "'; there are" +
                                (... + (std::string(" ") + F<float>::name)));
}

options parse(int argc, char** argv) {
  std::map<std::string, std::string> given;
  for (int i = 1; i < argc; i += 2) given[argv[i]] = i + 1 < argc ? argv[i + 1] : "";
  const auto take = [&](const char* name, auto& value, auto least) {
    const auto option = given.extract(name);
    if (!option) return;
    std::istringstream in(option.mapped());
    if constexpr (std::same_as<decltype(value), std::string&>)
      value = option.mapped();
    else if (!(in >> value) || !in.eof() || value < least)
      throw std::invalid_argument(std::string(name) + " cannot be '" + option.mapped() + "'");
  };
  options o;
  take("--activation", o.activation, "");
  take("--data", o.data, "");
  take("--epochs", o.epochs, 1);
  take("--batch", o.batch, 1);
  take("--train", o.train, 1);
  take("--seed", o.seed, 0);
  take("--rate", o.rate, 0.0f);
  take("--expect", o.expect, 0.0f);
  if (!given.empty())
    throw std::invalid_argument("no option " + given.begin()->first + "; see fashion_mnist.cpp");
  return o;
}

}  // namespace

int main(int argc, char** argv) try {
  const options o = parse(argc, argv);
  with_activation(o.activation, act::functions{}, [&]<class F>(const F&) {
    const dataset training = load(o.data + "/train", o.train), test = load(o.data + "/t10k", 10000);
    if (!(train<F>(o, training, test) >= o.expect))
      throw std::runtime_error("the accuracy is below " + std::to_string(o.expect));
  });
} catch (const missing_data& e) {
  std::fprintf(stderr, "fashion_mnist: skipped: %s\n", e.what());
  return 77;
} catch (const std::exception& e) {
  std::fprintf(stderr, "fashion_mnist: %s\n", e.what());
  return 1;
}
