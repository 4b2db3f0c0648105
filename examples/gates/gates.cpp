// SPDX-License-Identifier: MIT

// Two networks of one unit, y = f(a x + b), learn to put out 0.75 for x ~ N(2, 0.1): one with the
// sigmoid, one with ReLU. Both begin with a = 1/4, b = 0 and see the same numbers. ReLU hands the
// whole gradient back and settles first; the sigmoid hands back a quarter of it at most. (What loss
// is left comes from the scatter of x, times a: ReLU's a has grown more.)
//
// Usage: gates [FOLDER FOR THE DATA OF THE PICTURES]

#include <Eigen/Core>
#include <act/act.hpp>
#include <cmath>
#include <cstdio>

#include "../lesson.hpp"

namespace {

using Eigen::ArrayXf;

constexpr int steps = 750, batch = 50;
constexpr float rate = 0.01f, target = 0.75f, near = 0.02f;

template <class F>
struct gate {
  F f{};
  float a = 0.25f, b = 0;
  float output = 0, loss = 0;  // means over the batch, before the step
  int settled = 0;             // the first step with an output near the target

  void learn(const ArrayXf& x, int step) {
    const ArrayXf z = a * x + b, y = f(z), error = y - target;
    const ArrayXf dz = f.backward(z, 2 * error / batch);
    a -= rate * (dz * x).sum();
    b -= rate * dz.sum();
    output = y.mean();
    loss = error.square().mean();
    if (settled == 0 && std::abs(output - target) < near) settled = step;
  }
};

void gates(lesson::notebook& notes) {
  lesson::normal draw(1);
  gate<act::Sigmoid<float>> sigmoid;
  gate<act::ReLU<float>> relu;
  lesson::table data({"step", "sigmoid", "relu", "sigmoid loss", "relu loss"});

  std::puts("step  sigmoid     loss     relu     loss");
  for (int step = 1; step <= steps; ++step) {
    const ArrayXf x = 2 + draw.matrix(batch, 1, 0.1).array();
    sigmoid.learn(x, step);
    relu.learn(x, step);
    data.add({double(step), sigmoid.output, relu.output, sigmoid.loss, relu.loss});
    if (step == 1 || step % 75 == 0)
      std::printf("%4d  %7.4f  %.5f  %7.4f  %.5f\n", step, sigmoid.output, sigmoid.loss,
                  relu.output, relu.loss);
  }
  notes.keep(data, "gates");
  std::printf("0.75 is reached, within %g, in step %d with sigmoid, in step %d with relu.\n", near,
              sigmoid.settled, relu.settled);

  notes.expect(0 < relu.settled && relu.settled < 50, "relu settles in its first fifty steps");
  notes.expect(5 * relu.settled < sigmoid.settled, "sigmoid takes more than five times as long");
  notes.expect(relu.loss < 2e-3f && sigmoid.loss < 2e-3f, "both losses end below 0.002");
}

}  // namespace

int main(int argc, char** argv) { return lesson::run(argc, argv, gates); }
