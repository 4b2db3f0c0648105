// SPDX-License-Identifier: MIT

// A step too far, and a ReLU is off for every input: its derivative is 0, so that it never learns
// again. 100 hidden units learn to tell a disk from the ring around it, at ten learning rates; a
// unit counts as dead where no input moves its derivative above 1/1000. ELU's derivative is small
// far below 0, so that its units die too, at larger rates. The leaky ones do not: leaky ReLU,
// PReLU, which learns its slopes (one a unit), and RReLU, which draws them in training and uses
// their mean in the test. With such rates they overflow instead ("-"): that nothing dies is no
// reason to learn faster.
//
// Usage: dead_relu [FOLDER FOR THE DATA OF THE PICTURE]

#include <Eigen/Core>
#include <act/act.hpp>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "../rings.hpp"

namespace {

using Eigen::Index;
using Eigen::MatrixXf;

constexpr Index units = 100;
constexpr int steps = 500;
constexpr float alive = 1e-3f;

struct result {
  double dead, loss;
};

/// The share of units for which no point's derivative is above alive; NaN, as the loss, where the
/// weights have overflowed.
result judge(const MatrixXf& derivatives, float loss) {
  const double dead =
      (derivatives.cwiseAbs().rowwise().maxCoeff().array() <= alive).cast<double>().mean();
  return {std::isfinite(loss) ? dead : std::nan(""), loss};
}

template <class F>
lesson::rings_network<F> start() {
  lesson::normal draw(1);
  return {F{}, units, draw};
}

template <class F>
result learn(const lesson::rings& data, float rate) {
  auto net = start<F>();
  for (int step = 0; step < steps; ++step) net.learn(data, rate);
  return judge(net.f.derivative(net.hidden(data.points)), net.loss(data));
}

result learn_prelu(const lesson::rings& data, float rate) {
  auto net = start<act::PReLU<float>>();
  Eigen::VectorXf slopes = Eigen::VectorXf::Constant(units, net.f.slope);
  for (int step = 0; step < steps; ++step) {
    Eigen::VectorXf gradient;
    net.learn(
        data, rate, [&](const auto& z) { return act::prelu(z, slopes); },
        [&](const auto& z, const auto& dh) {
          gradient = act::prelu.slope_gradient(z, dh, slopes);
          return act::prelu.backward(z, dh, slopes);
        });
    slopes -= rate * gradient;
  }
  const MatrixXf z = net.hidden(data.points);
  return judge(act::prelu.derivative(z, slopes), net.loss(net.scores(act::prelu(z, slopes)), data));
}

/// In training mode, and in test mode.
std::pair<result, result> learn_rrelu(const lesson::rings& data, float rate) {
  auto net = start<act::RReLU<float>>();
  act::Philox rng(1);
  MatrixXf slopes;
  const auto train = [&](const MatrixXf& z) -> MatrixXf { return net.f.train(z, slopes, rng); };
  for (int step = 0; step < steps; ++step)
    net.learn(data, rate, train,
              [&](const auto&, const auto& dh) { return dh.cwiseProduct(slopes); });
  const MatrixXf z = net.hidden(data.points), h = train(z);
  return {judge(slopes, net.loss(net.scores(h), data)), judge(net.f.derivative(z), net.loss(data))};
}

void dead_relu(lesson::notebook& notes) {
  lesson::normal draw(1);
  const lesson::rings data(300, draw);

  const std::vector<std::string> names{"rate",        "relu",       "leaky_relu", "prelu",
                                       "rrelu train", "rrelu test", "elu"};
  lesson::table shares(names);
  std::vector<std::vector<result>> all;
  std::vector<double> rates;
  for (double rate = 0.1; rate < 100; rate *= 2) rates.push_back(rate);
  for (const double exact : rates) {
    const auto rate = static_cast<float>(exact);
    const auto [train, test] = learn_rrelu(data, rate);
    all.push_back({learn<act::ReLU<float>>(data, rate), learn<act::LeakyReLU<float>>(data, rate),
                   learn_prelu(data, rate), train, test, learn<act::ELU<float>>(data, rate)});
    std::vector<double> row{exact};
    for (const result& r : all.back()) row.push_back(r.dead);
    shares.add(row);
  }
  notes.keep(shares, "dead_relu");

  const auto print = [&](const char* title, auto figure) {
    std::printf("%s\n", title);
    for (const std::string& name : names) std::printf("  %11s", name.c_str());
    for (std::size_t i = 0; i < rates.size(); ++i) {
      std::printf("\n  %11g", rates[i]);
      for (const result& r : all[i])
        std::isfinite(figure(r)) ? std::printf("  %11.4g", figure(r))
                                 : std::printf("            -");
    }
    std::puts("\n");
  };
  print("dead units, %", [](const result& r) { return 100 * r.dead; });
  print("loss", [](const result& r) { return r.loss; });

  const std::vector<result>&slow = all[2], &fast = all[7];  // rates 0.4 and 12.8
  for (std::size_t f = 0; f < slow.size(); ++f)
    notes.expect(slow[f].dead == 0 && slow[f].loss < 0.02,
                 "with rate 0.4 " + names[f + 1] + " learns and no unit is dead");
  notes.expect(fast[0].dead > 0.9, "with rate 12.8 nine in ten relu units are dead");
  notes.expect(all[6][0].dead > 0.05, "with rate 6.4 one in twenty relu units is dead");
  for (const auto& at_rate : all)
    for (const std::size_t leaky : {1U, 2U, 3U, 4U})
      notes.expect(!(at_rate[leaky].dead > 0), "no unit of " + names[leaky + 1] + " is dead");
}

}  // namespace

int main(int argc, char** argv) { return lesson::run(argc, argv, dead_relu); }
