// SPDX-License-Identifier: MIT

// A training step of a dense layer, as users feel it: what share of it is the activation, and what
// a faster one saves. The matrix products are Eigen's in every step.

#include "layers.hpp"

#include "best_times.hpp"
#include "rivals.hpp"

#include <Eigen/Core>
#include <cmath>
#include <cstdio>

namespace bench {
namespace {

using matrix = Eigen::MatrixXf;

/// What a layer of as many inputs as outputs keeps, for a batch of columns.
struct layer {
  matrix weights, weights_gradient;
  Eigen::VectorXf bias, bias_gradient;
  matrix x, z, y, slope, dy, dx;

  layer(Eigen::Index width, Eigen::Index batch)
      : weights(matrix::Random(width, width) / std::sqrt(static_cast<float>(width))),
        weights_gradient(width, width),
        bias(Eigen::VectorXf::Random(width)),
        bias_gradient(width),
        x(matrix::Random(width, batch) * 2),
        z(width, batch),
        y(width, batch),
        slope(width, batch),
        dy(matrix::Random(width, batch)),
        dx(width, batch) {}

  void forward() {
    z.noalias() = weights * x;
    z.colwise() += bias;
  }
  /// y = f(z), and f'(z) for the way back.
  void activate(loop<float> value_and_derivative) {
    value_and_derivative(
        {static_cast<std::size_t>(z.size()), z.data(), dy.data(), y.data(), slope.data()});
  }
  void through_activation() { slope.array() *= dy.array(); }
  void backward() {
    weights_gradient.noalias() = slope * x.transpose();
    bias_gradient = slope.rowwise().sum();
    dx.noalias() = weights.transpose() * slope;
  }
};

struct shape {
  Eigen::Index width, batch;
};

/// A step, or its activation alone.
void measure(benchmark::State& state, shape s, loop<float> activation, bool alone) {
  layer l(s.width, s.batch);
  l.forward();
  for ([[maybe_unused]] auto _ : state) {
    if (!alone) l.forward();
    l.activate(activation);
    l.through_activation();
    if (!alone) l.backward();
    benchmark::ClobberMemory();
  }
  using benchmark::Counter;
  state.counters[time_per_element] =
      Counter(1, Counter::kIsIterationInvariantRate | Counter::kInvert);
}

std::string name_of(const char* activation, shape s, const char* library, bool alone) {
  return std::string(alone ? "activation/" : "layer/") + activation + '/' +
         std::to_string(s.width) + 'x' + std::to_string(s.batch) + '/' + library;
}

void print_row(const char* activation, shape s, const std::vector<rival<float>>& all,
               const best_times& times) {
  char name[64];
  std::snprintf(name, sizeof name, "%s, %td x %td", activation, s.width, s.batch);
  std::printf("%-24s", name);
  double step = 0;
  for (const auto& each : all) {
    step = times.ns(name_of(activation, s, each.name, false));
    std::printf("%12.2f%6.1f %%", step / 1000,
                100 * times.ns(name_of(activation, s, each.name, true)) / step);
  }
  for (const auto& each : all)
    if (each.is_peer)
      std::printf("%8.2fx", times.ns(name_of(activation, s, each.name, false)) / step);
  std::puts("");
  std::fflush(stdout);
}

}  // namespace

void print_layers(std::ostream& json) {
  best_times times(json);
  const std::vector<rival<float>> all = {std_rival<float>(), eigen_rival<float>(),
                                         act_rival<float>()};
  std::puts(
      "Forward and backward pass of a dense layer in float, on one core: microseconds, and the\n"
      "activation's share; how many times faster the step is with act. width x batch\n");
  std::printf("%-24s", "");
  for (const auto& each : all) std::printf("%12s%8s", each.name, "");
  for (const auto& each : all)
    if (each.is_peer) std::printf("%9s", ("vs " + std::string(each.name)).c_str());
  std::puts("");
  for (const char* activation : {"relu", "tanh", "sigmoid", "elu", "softplus"})
    for (const Eigen::Index width : {64, 256, 1024, 4096})
      for (const Eigen::Index batch : {1, 32, 256}) {
        benchmark::ClearRegisteredBenchmarks();
        for (const auto& each : all)
          for (const auto& a : each.activations)
            if (a.activation == std::string(activation))
              for (const bool alone : {false, true})
                benchmark::RegisterBenchmark(
                    name_of(activation, {width, batch}, each.name, alone).c_str(), measure,
                    shape{width, batch}, a.value_and_derivative, alone)
                    ->Repetitions(3)
                    ->MinTime(0.01);
        benchmark::RunSpecifiedBenchmarks(&times, ".");
        print_row(activation, {width, batch}, all, times);
      }
}

}  // namespace bench
