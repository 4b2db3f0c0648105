// SPDX-License-Identifier: MIT

// How much of the gradient comes back to the first layers of a deep network: 30 layers of 100
// units, their weights drawn from N(0, 1 / 100), or from N(0, 2 / 100), as K. He et al. (2015) have
// it for ReLU, and not trained. A layer's figure is the norm of the loss's gradient with respect to
// what enters its activation, as a part of the gradient that the loss hands to the last layer. The
// sigmoid keeps less than a quarter in each layer; ReLU keeps all with the larger weights, SELU
// with the smaller ones.
//
// Usage: vanishing_gradient [FOLDER FOR THE DATA OF THE PICTURE]

#include <Eigen/Core>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "../any.hpp"
#include "../lesson.hpp"

namespace {

using Eigen::MatrixXd;

constexpr Eigen::Index samples = 100, units = 100;
constexpr std::size_t depth = 30;

using norms = std::array<double, depth>;

/// The norm of each layer's gradient; all activations get the same numbers. They are doubles: where
/// an activation grows fast, floats do not reach far enough.
norms gradients(const lesson::any<double>& f, double variance) {
  lesson::normal draw(1);
  std::array<MatrixXd, depth> z, w;
  MatrixXd y = draw.matrix(units, samples).cast<double>();
  for (std::size_t layer = 0; layer < depth; ++layer) {
    w[layer] = draw.matrix(units, units, std::sqrt(variance / units)).cast<double>();
    z[layer] = w[layer] * y;
    y = f(z[layer]);
  }
  norms result{};
  MatrixXd dy = draw.matrix(units, samples).cast<double>();  // whatever the loss may be
  dy.normalize();
  for (std::size_t layer = depth; layer-- > 0;) {
    const MatrixXd dz = f.backward(z[layer], dy);
    result[layer] = dz.norm();
    dy = w[layer].transpose() * dz;
  }
  return result;
}

std::map<std::string, norms> of_all(double variance) {
  std::map<std::string, norms> result;
  for (const auto& f : lesson::activations_of_double()) result[f.name] = gradients(f, variance);
  return result;
}

void vanishing_gradient(lesson::notebook& notes) {
  const auto narrow = of_all(1), wide = of_all(2);

  std::puts(
      "                weights from N(0, 1 / units)             weights from N(0, 2 / units)");
  std::puts(
      "layer              30       20       10        1        30       20       10        1");
  for (const auto& [name, norm] : narrow) {
    std::printf("%-14s", name.c_str());
    for (const norms& n : {norm, wide.at(name)})
      std::printf("%7.0e  %7.0e  %7.0e  %7.0e   ", n[29], n[19], n[9], n[0]);
    std::puts("");
  }

  std::vector<std::string> names{"layer"};
  for (const auto& [name, norm] : narrow) names.insert(names.end(), {name, name});
  lesson::table data(names);
  for (std::size_t layer = 0; layer < depth; ++layer) {
    std::vector<double> row{static_cast<double>(layer + 1)};
    for (const auto& [name, norm] : narrow)
      row.insert(row.end(), {norm[layer], wide.at(name)[layer]});
    data.add(row);
  }
  notes.keep(data, "vanishing_gradient");

  const auto between = [](double low, double x, double high) { return low < x && x < high; };
  notes.expect(narrow.at("step")[29] == 0, "step lets nothing through");
  notes.expect(between(0, narrow.at("sigmoid")[0], std::pow(0.25, 30)),
               "sigmoid keeps less than a quarter in each layer");
  notes.expect(between(0.1, narrow.at("selu")[0], 10), "selu keeps the gradient with N(0, 1 / n)");
  notes.expect(between(0.1, wide.at("relu")[0], 10), "relu keeps the gradient with N(0, 2 / n)");
  const double relu = narrow.at("relu")[0] / wide.at("relu")[0];
  notes.expect(between(0.99, relu * std::pow(2, 14.5), 1.01),
               "with weights sqrt(1/2) times as large relu loses that factor in each of 29 layers");
}

}  // namespace

int main(int argc, char** argv) { return lesson::run(argc, argv, vanishing_gradient); }
