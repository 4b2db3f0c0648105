// SPDX-License-Identifier: MIT

// The training of fashion_mnist.cpp on several processes, the ranks of MPI. Each begins with the
// same weights and takes its share of every batch; the gradients of the shares are summed, and all
// take the same step.
//
// Usage: mpiexec -n RANKS distributed [OPTION OF fashion_mnist]... [--steps N] [--tolerance X]
// The training ends after --steps, if not before. With --tolerance, one rank then trains alone, and
// no parameter may differ by more: with a smooth activation they differ by rounding, with a kink in
// it for as long as no argument rounds to the other side of the kink. What stands behind
// "parameters" is a hash of all their bits, the same in every run with so many ranks.
// Exit status: 0; 1 on an error, an accuracy below --expect or a difference above --tolerance; 77
// where the data is missing.

#include <mpi.h>

#include <Eigen/Core>
#include <act/act.hpp>
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <limits>
#include <stdexcept>
#include <string>

#include "fashion_mnist.hpp"
#include "ranks.hpp"

namespace {

using namespace fashion_mnist;

/// affine::descend with the gradient of the whole batch, from those of the shares.
void descend(affine& layer, const MatrixXf& x, const MatrixXf& dz, float rate, const ranks& team) {
  MatrixXf gradient(dz.rows(), x.rows() + 1);  // of w and of b: one message for both
  gradient << dz * x.transpose(), dz.rowwise().sum();
  team.sum(gradient);
  layer.w -= rate * gradient.leftCols(x.rows());
  layer.b -= rate * gradient.col(x.rows());
}

/// network::learn with this rank's share of the n pictures from first on.
template <class F>
double learn(network<F>& net, const dataset& data, Index first, Index n, float rate,
             const ranks& team) {
  // Where the activation draws slopes, a picture gets the same ones whichever rank it falls to: the
  // generator knows where the draws of the others are, and goes past them.
  const auto pass_over = [&](Index pictures) {
    if constexpr (network<F>::draws_slopes)
      net.rng.advance(static_cast<std::uint64_t>(pictures * hidden_units));
  };
  const Index begin = n * team.rank / team.count, end = n * (team.rank + 1) / team.count;
  const MatrixXf x = inputs(data.pictures.middleCols(first + begin, end - begin));
  pass_over(begin);
  auto p = net.propagate(x, data.labels.middleCols(first + begin, end - begin), n);
  pass_over(n - end);

  if constexpr (network<F>::learns_slope) {
    team.sum(p.dslope);
    net.f.slope -= rate * p.dslope;
  }
  descend(net.output, p.h, p.dscores, rate, team);
  descend(net.hidden, x, p.dz, rate, team);
  return p.sum;
}

template <class F>
network<F> train(const options& o, Index steps, dataset data, const ranks& team) {
  // The seed is the same on all ranks, and with it the weights and the order of the pictures.
  network<F> net{act::Philox(static_cast<std::uint64_t>(o.seed))};
  const Index count = data.labels.size();
  for (Index epoch = 0; epoch < o.epochs && steps > 0; ++epoch) {
    double loss = 0;
    Index first = 0;
    shuffle(data, net.rng);
    for (; first < count && steps > 0; first += o.batch, --steps)
      loss += learn(net, data, first, std::min(o.batch, count - first), o.rate_in(epoch), team);
    team.sum(loss);
    if (team.rank == 0)
      std::printf("ranks: %d, epoch %d: loss %.4f\n", team.count, static_cast<int>(epoch + 1),
                  loss / static_cast<double>(std::min(first, count)));
  }
  return net;
}

/// All that is learned, as one column.
template <class F>
VectorXf parameters(const network<F>& net) {
  float slope = 0;
  if constexpr (network<F>::learns_slope) slope = net.f.slope;
  VectorXf all(net.hidden.w.size() + net.hidden.b.size() + net.output.w.size() +
               net.output.b.size() + 1);
  all << net.hidden.w.reshaped(), net.hidden.b, net.output.w.reshaped(), net.output.b, slope;
  return all;
}

/// FNV-1a, a number at a time instead of a byte.
std::uint64_t hash(const VectorXf& numbers) {
  std::uint64_t h = 0xCBF29CE484222325;
  for (const float number : numbers) h = (h ^ std::bit_cast<std::uint32_t>(number)) * 0x100000001B3;
  return h;
}

void run(int argc, char** argv) {
  Index steps = std::numeric_limits<Index>::max();
  float tolerance = std::numeric_limits<float>::infinity();
  command_line given(argc, argv);
  given.take("--steps", steps, 1);
  given.take("--tolerance", tolerance, 0.0f);
  const options o = parse(given);

  const ranks team(MPI_COMM_WORLD);
  with_activation(o.activation, act::functions{}, [&]<class F>(const F&) {
    const dataset training = load(o.data + "/train", o.train);
    const network<F> net = train<F>(o, steps, training, team);
    const VectorXf together = parameters(net);
    if (team.of_first(hash(together)) != hash(together))
      throw std::runtime_error(
          "ranks have learned different parameters: give all the same options");
    if (team.rank != 0) return;

    const double accuracy = net.accuracy(load(o.data + "/t10k", 10000));
    std::printf("ranks: %d, %s: test accuracy %.2f %%, parameters %016llx\n", team.count, F::name,
                100 * accuracy, static_cast<unsigned long long>(hash(together)));
    if (!(accuracy >= o.expect))
      throw std::runtime_error("the accuracy is below " + std::to_string(o.expect));
    if (tolerance == std::numeric_limits<float>::infinity()) return;

    const ranks alone(MPI_COMM_SELF);
    const VectorXf by_one = parameters(train<F>(o, steps, training, alone));
    const float difference = (by_one - together).cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
    std::printf("largest difference of a parameter: %.1e\n", static_cast<double>(difference));
    if (!(difference <= tolerance)) throw std::runtime_error("the difference is too large");
  });
}

/// One rank that gives up ends the others, which would wait for it for ever.
int give_up(const char* what, const std::exception& e, int status) {
  std::fprintf(stderr, "distributed: %s%s\n", what, e.what());
  MPI_Abort(MPI_COMM_WORLD, status);
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  if (MPI_Init(&argc, &argv) != MPI_SUCCESS) {
    std::fprintf(stderr,
                 "distributed: MPI_Init was refused: start it as mpiexec -n 2 distributed\n");
    return 1;
  }
  try {
    run(argc, argv);
  } catch (const missing_data& e) {
    return give_up("skipped: ", e, 77);
  } catch (const std::exception& e) {
    return give_up("", e, 1);
  }
  MPI_Finalize();
}
