// SPDX-License-Identifier: MIT

// The four activations that every course begins with, and their derivatives: the step is flat
// wherever it could be learned from, sigmoid and tanh level off, ReLU does neither for x > 0. Then
// six numbers through ReLU and leaky ReLU.
//
// Usage: step_sigmoid_tanh_relu [FOLDER FOR THE DATA OF THE PICTURE]

#include <Eigen/Core>
#include <act/act.hpp>
#include <cstdio>
#include <sstream>
#include <string>

#include "../lesson.hpp"

namespace {

using Eigen::ArrayXf;

std::string in_words(const ArrayXf& numbers) {
  std::ostringstream out;
  out << numbers.format(Eigen::IOFormat(Eigen::StreamPrecision, Eigen::DontAlignCols, " ", " "));
  return out.str();
}

void step_sigmoid_tanh_relu(lesson::notebook& notes) {
  const ArrayXf x = ArrayXf::LinSpaced(201, -100, 100) / 25;
  Eigen::ArrayXXf curves(x.size(), 9);
  curves << x, act::step(x), act::step.derivative(x), act::sigmoid(x), act::sigmoid.derivative(x),
      act::tanh(x), act::tanh.derivative(x), act::relu(x), act::relu.derivative(x);

  lesson::table data(
      {"x", "step", "step'", "sigmoid", "sigmoid'", "tanh", "tanh'", "relu", "relu'"});
  for (const auto& row : curves.rowwise()) data.add({row.begin(), row.end()});
  notes.keep(data, "step_sigmoid_tanh_relu");

  std::puts("    x   step  step'  sigmoid  sigmoid'     tanh    tanh'   relu  relu'");
  for (Eigen::Index i = 0; i < x.size(); i += 25) {
    const auto row = curves.row(i);
    std::printf("%5g  %5g  %5g  %7.5f  %8.5f  %7.4f  %7.5f  %5g  %5g\n", row[0], row[1], row[2],
                row[3], row[4], row[5], row[6], row[7], row[8]);
  }

  const ArrayXf six{{1, -0.5f, 3.4f, -2.1f, 0, -6.5f}};
  const std::string relu = in_words(act::relu(six));
  const std::string leaky_relu = in_words(act::leaky_relu(six, 0.01f));
  std::printf("\nsix numbers %s\nrelu        %s\nleaky_relu  %s\n", in_words(six).c_str(),
              relu.c_str(), leaky_relu.c_str());

  notes.expect(relu == "1 0 3.4 0 0 0", "relu makes 1 0 3.4 0 0 0 of the six numbers");
  notes.expect(leaky_relu == "1 -0.005 3.4 -0.021 0 -0.065",
               "leaky_relu makes 1 -0.005 3.4 -0.021 0 -0.065 of the six numbers");
  notes.expect(curves.col(2).isZero(0), "the derivative of step is 0 everywhere");
  notes.expect(curves.col(4).maxCoeff() == 0.25f && curves(100, 4) == 0.25f,
               "the derivative of sigmoid is 1/4 at most, at 0");
  notes.expect(curves.col(6).maxCoeff() == 1 && curves(100, 6) == 1,
               "the derivative of tanh is 1 at most, at 0");
  notes.expect((curves.col(8) == (x > 0).cast<float>()).all(),
               "the derivative of relu is 1 for x > 0, else 0");
}

}  // namespace

int main(int argc, char** argv) { return lesson::run(argc, argv, step_sigmoid_tanh_relu); }
