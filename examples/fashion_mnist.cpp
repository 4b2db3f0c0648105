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

#include <act/act.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

#include "fashion_mnist.hpp"

namespace {

using namespace fashion_mnist;

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
    double loss = 0;
    stopwatch watch;
    shuffle(data, net.rng);
    watch.time([&] { loss = learn_all(net, data, o.batch, o.rate_in(epoch)); });
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

}  // namespace

int main(int argc, char** argv) try {
  const options o = parse({argc, argv});
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
