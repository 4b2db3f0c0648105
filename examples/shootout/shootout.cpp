// SPDX-License-Identifier: MIT

// All of act's activations, one after the other, in the network of fashion_mnist.cpp: the same seed
// and the same pictures in the same order for each. How well do they recognise clothes afterwards,
// how fast does the loss fall, and what part of the time does the activation itself take?
//
// Usage: shootout [--out FOLDER FOR THE DATA OF THE PICTURE] [OPTION OF fashion_mnist]...
//        mpiexec -n RANKS shootout --mpi [...]
// With --mpi the ranks share the activations among them; accuracies and losses are the same.
// With --expect, the nine that the lesson knows to learn must be as accurate.
// Exit status: 0; 1 on an error or a figure that is wrong; 77 where the data is missing.

#include <Eigen/Core>
#include <act/act.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "../any.hpp"
#include "../fashion_mnist.hpp"
#include "../lesson.hpp"
#ifdef SHOOTOUT_MPI
#include "../ranks.hpp"
#endif

namespace {

using namespace fashion_mnist;

constexpr Index intervals = 20;

/// The columns of the results; the mean loss in each twentieth of the training follows.
enum : Index { accuracy, seconds, activation, losses };
using results = MatrixXf;

struct entry {
  std::string name;
  Index row;
};

/// Trains a network with the activation f; returns a row of the results.
template <class F>
Eigen::RowVectorXf train(const F& f, const options& o, dataset data, const dataset& test) {
  network<F> net{act::Philox(static_cast<std::uint64_t>(o.seed)), f};
  Eigen::RowVectorXd loss = Eigen::RowVectorXd::Zero(intervals), pictures = loss;
  const Index count = data.labels.size();
  stopwatch watch;
  for (Index epoch = 0; epoch < o.epochs; ++epoch) {
    shuffle(data, net.rng);
    watch.time([&] {
      for (Index first = 0; first < count; first += o.batch) {
        const Index n = std::min(o.batch, count - first);
        const Index interval = (epoch * count + first) * intervals / (o.epochs * count);
        loss[interval] += net.learn(inputs(data.pictures.middleCols(first, n)),
                                    data.labels.middleCols(first, n), o.rate_in(epoch));
        pictures[interval] += static_cast<double>(n);
      }
    });
  }
  Eigen::RowVectorXf row(losses + intervals);
  row << static_cast<float>(net.accuracy(test)), static_cast<float>(watch.seconds),
      static_cast<float>(net.value.seconds + net.derivative.seconds),
      loss.cwiseQuotient(pictures).cast<float>();
  return row;
}

/// This process alone.
struct alone {
  static constexpr int count = 1, rank = 0;
  void sum(results&) const {}
};

/// Each member of the team trains its part of the list; all get all rows.
template <class Team>
results train_all(const std::vector<lesson::any<float>>& activations, const options& o,
                  const Team& team) {
  const dataset training = load(o.data + "/train", o.train), test = load(o.data + "/t10k", 10000);
  const auto learn = [&](const lesson::any<float>& f) {
    if (f.name == "prelu")
      return train(act::PReLU<float>{}, o, training, test);  // learns its slope
    if (f.name == "rrelu")
      return train(act::RReLU<float>{}, o, training, test);  // draws its slopes
    return train(f, o, training, test);
  };
  const auto count = static_cast<Index>(activations.size());
  results all = results::Zero(count, losses + intervals);
  for (Index row = team.rank; row < count; row += team.count)
    all.row(row) = learn(activations[static_cast<std::size_t>(row)]);
  team.sum(all);
  return all;
}

/// The best first.
std::vector<entry> ranking(const std::vector<lesson::any<float>>& activations, const results& all) {
  std::vector<entry> entries;
  entries.reserve(activations.size());
  for (const auto& f : activations) entries.push_back({f.name, static_cast<Index>(entries.size())});
  std::ranges::stable_sort(entries, [&](const entry& a, const entry& b) {
    return all(a.row, accuracy) > all(b.row, accuracy);
  });
  return entries;
}

void keep(const std::vector<entry>& entries, const results& all, const options& o,
          const std::string& folder) {
  std::ofstream figures(folder + "/shootout.tsv");
  std::vector<std::string> names{"pictures"};
  for (const auto& [name, row] : entries) {
    figures << name << '\t' << 100 * all(row, accuracy) << '\t'
            << 100 * all(row, activation) / all(row, seconds) << '\n';
    names.push_back(name);
  }
  if (!figures.flush()) throw std::runtime_error("cannot write to " + folder);

  lesson::table curves(names);
  for (Index i = 0; i < intervals; ++i) {
    std::vector<double> line{(static_cast<double>(i) + 0.5) / intervals *
                             static_cast<double>(o.epochs * o.train)};
    for (const entry& e : entries) line.push_back(all(e.row, losses + i));
    curves.add(line);
  }
  curves.write(folder + "/shootout_losses.tsv");
}

template <class Team>
int shootout(int argc, char** argv, const Team& team) {
  std::string folder;
  command_line given(argc, argv);
  given.take("--out", folder, "");
  const options o = parse(given);

  const auto activations = lesson::activations();
  const results all = train_all(activations, o, team);
  if (team.rank != 0) return 0;
  const std::vector<entry> entries = ranking(activations, all);
  lesson::notebook notes(folder);

  std::puts("activation      accuracy  loss at first   at last   training, s  in the activation");
  for (const auto& [name, row] : entries)
    std::printf("%-15s %6.2f %%  %13.4f  %8.4f  %12.2f  %15.2f %%\n", name.c_str(),
                100 * all(row, accuracy), all(row, losses), all(row, losses + intervals - 1),
                all(row, seconds), 100 * all(row, activation) / all(row, seconds));
  if (!folder.empty()) keep(entries, all, o, folder);

  const std::string known = " sigmoid tanh relu leaky_relu prelu rrelu elu selu softplus ";
  for (const auto& [name, row] : entries)
    if (known.find(' ' + name + ' ') != std::string::npos) {
      notes.expect(all(row, accuracy) >= o.expect,
                   name + " is at least as accurate as " + std::to_string(o.expect));
      notes.expect(all(row, losses + intervals - 1) < all(row, losses), name + "'s loss falls");
    }
  return notes.status();
}

int report(const std::exception& e, int status) {
  std::fprintf(stderr, "shootout: %s%s\n", status == 77 ? "skipped: " : "", e.what());
  return status;
}

/// shootout, or what it says when it gives up.
template <class Team>
int run(int argc, char** argv, const Team& team) try {
  return shootout(argc, argv, team);
} catch (const missing_data& e) {
  return report(e, 77);
} catch (const std::exception& e) {
  return report(e, 1);
}

/// The same on all ranks; one that gives up ends the others, which would wait for it for ever.
int run_on_ranks([[maybe_unused]] int argc, [[maybe_unused]] char** argv) {
#ifdef SHOOTOUT_MPI
  if (MPI_Init(nullptr, nullptr) != MPI_SUCCESS) return 1;
  const int status = run(argc, argv, ranks(MPI_COMM_WORLD));
  if (status != 0) MPI_Abort(MPI_COMM_WORLD, status);
  MPI_Finalize();
  return status;
#else
  std::fputs("shootout: --mpi needs MPI, which was not found when this was built\n", stderr);
  return 1;
#endif
}

}  // namespace

int main(int argc, char** argv) {
  // The option has no value: the rest of the command line is names and values by turns.
  if (argc > 1 && argv[1] == std::string("--mpi")) {
    argv[1] = argv[0];
    return run_on_ranks(argc - 1, argv + 1);
  }
  return run(argc, argv, alone{});
}
