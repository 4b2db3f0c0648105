// SPDX-License-Identifier: MIT

// Points in a disk are to be told from points in the ring around it, by one hidden layer of three
// units. No straight line does it, so without an activation no number of units would; with ReLU
// three are enough to draw a polygon around the disk. Each activation begins anew from ten seeds,
// as with so few units a start may be unlucky, and the best on the training data is kept.
//
// Usage: nonlinear_classification [FOLDER FOR THE DATA OF THE PICTURE]

#include <Eigen/Core>
#include <cstdio>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "../any.hpp"
#include "../rings.hpp"

namespace {

using Eigen::Index;
using Eigen::MatrixXf;

constexpr Index units = 3;
constexpr unsigned starts = 10;
constexpr int steps = 2000;
constexpr float rate = 1, solved = 0.2f;

struct result {
  float training = std::numeric_limits<float>::infinity(), test = training, accuracy = 0;
  int lucky = 0;             // the starts that solve the task
  Eigen::RowVectorXf map{};  // the probability of "inner" at the points of a grid
};

result learn(const lesson::any<float>& f, const lesson::rings& training, const lesson::rings& test,
             const MatrixXf& grid) {
  result best;
  for (unsigned seed = 1; seed <= starts; ++seed) {
    lesson::normal draw(seed);
    lesson::rings_network net(f, units, draw);
    for (int step = 0; step < steps; ++step) net.learn(training, rate);
    const float loss = net.loss(training);
    best.lucky += loss < solved;
    if (!(loss < best.training)) continue;
    best.training = loss;
    best.test = net.loss(test);
    best.accuracy =
        ((net(test.points).array() > 0.5f) == (test.inner.array() > 0.5f)).cast<float>().mean();
    best.map = net(grid);
  }
  return best;
}

void nonlinear_classification(lesson::notebook& notes) {
  lesson::normal draw(1);
  const lesson::rings training(400, draw), test(400, draw);
  constexpr Index side = 61;
  MatrixXf grid(2, side * side);
  for (Index i = 0; i < grid.cols(); ++i) {
    const Index column = i % side, row = i / side;
    grid(0, i) = static_cast<float>(column) / 25 - 1.2f;
    grid(1, i) = static_cast<float>(row) / 25 - 1.2f;
  }

  auto all = lesson::activations();
  all.push_back({"none", [](const MatrixXf& x) { return x; },
                 [](const MatrixXf&, const MatrixXf& dy) { return dy; }});
  std::map<std::string, result> results;
  for (const auto& f : all) results[f.name] = learn(f, training, test, grid);

  std::puts("activation      training loss  test loss  test accuracy  starts that solve it");
  for (const auto& [name, r] : results)
    std::printf("%-15s %13.4f  %9.4f  %11.1f %%  %14d of %u\n", name.c_str(), r.training, r.test,
                100 * r.accuracy, r.lucky, starts);

  lesson::table points({"x", "y", "inner"});
  for (Index i = 0; i < training.points.cols(); ++i)
    points.add({training.points(0, i), training.points(1, i), training.inner[i]});
  notes.keep(points, "nonlinear_classification_points");
  const std::string shown[] = {"none", "relu", "elu", "tanh", "sigmoid", "softplus"};
  lesson::table maps({"x", "y", "none", "relu", "elu", "tanh", "sigmoid", "softplus"});
  for (Index i = 0; i < grid.cols(); ++i) {
    std::vector<double> row{grid(0, i), grid(1, i)};
    for (const std::string& name : shown) row.push_back(results[name].map[i]);
    maps.add(row);
  }
  notes.keep(maps, "nonlinear_classification");

  notes.expect(results["none"].training > 0.6f && results["none"].lucky == 0,
               "without an activation the loss stays high");
  for (const std::string name : {"relu", "elu", "tanh", "sigmoid", "softplus"}) {
    const result& r = results[name];
    notes.expect(r.training < solved && r.test < solved,
                 "with " + name + " both losses fall below 0.2");
  }
}

}  // namespace

int main(int argc, char** argv) { return lesson::run(argc, argv, nonlinear_classification); }
