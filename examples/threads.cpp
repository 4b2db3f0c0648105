// SPDX-License-Identifier: MIT

// tanh of a large array on one thread and on several: how long it takes, and that the bits are the
// same. act::parallel and act::in_parallel use OpenMP; compiled without it, they take one thread.
// Eigen's ThreadPoolDevice starts its own.
//
// Exit status: 0; 1 where the number of threads changes a bit.

#define EIGEN_USE_THREADS  // for the ThreadPoolDevice

#include <Eigen/Core>
#include <act/act.hpp>
#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <set>
#include <thread>
#include <unsupported/Eigen/CXX11/Tensor>
#include <vector>

namespace {

/// The milliseconds that a call takes. The least of a few: what else runs can only add to it.
template <class Call>
double milliseconds(const Call& call) {
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 7; ++i) {
    const auto start = std::chrono::steady_clock::now();
    call();
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    least = std::min(least, time.count());
  }
  return least;
}

}  // namespace

int main() {
  const std::size_t size = (std::size_t{1} << 22) + 3;  // no multiple of what a thread would like
  std::vector<float> x(size), y(size), one_thread(size);
  // The same memory, as Eigen's arrays and tensors.
  const auto extent = static_cast<Eigen::Index>(size);
  Eigen::Map<Eigen::ArrayXf> x_array(x.data(), extent), y_array(y.data(), extent);
  Eigen::TensorMap<Eigen::Tensor<float, 1>> x_tensor(x.data(), extent), y_tensor(y.data(), extent);
  x_array.setLinSpaced(-10, 10);
  act::transform(act::tanh, x, one_thread);
  const auto bits = [](float number) { return std::bit_cast<std::uint32_t>(number); };
  bool same = true;

  const auto row = [&](const char* what, int threads, const auto& call) {
    y_array.setConstant(std::numeric_limits<float>::quiet_NaN());
    const double time = milliseconds(call);
    const bool equal = std::ranges::equal(y, one_thread, {}, bits, bits);
    std::printf("%-26s %7d %9.3f ms  %s\n", what, threads, time,
                equal ? "the same bits" : "OTHER BITS");
    same = same && equal;
  };

  const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const int available = Eigen::nbThreads();
  std::printf("threads: %d by the processor, %d by OpenMP; tanh of %zu floats:\n", processors,
              available, size);
  row("act::parallel", available, [&] { act::transform(act::tanh, x, y, act::parallel); });

  for (const int n : std::set{1, 2, 3, processors}) {
    row("act::parallel_execution", n,
        [&] { act::transform(act::tanh, x, y, act::parallel_execution{n}); });

    Eigen::setNbThreads(n);
    row("act::in_parallel", n, [&] { act::in_parallel(y_array) = act::tanh(x_array); });

    Eigen::ThreadPool pool(n);
    const Eigen::ThreadPoolDevice device(&pool, n);
    row("Eigen::ThreadPoolDevice", n,
        [&] { y_tensor.device(device) = x_tensor.unaryExpr(act::Tanh<float>{}); });
  }
  if (!same) std::fprintf(stderr, "threads: the number of threads has changed the bits\n");
  return same ? 0 : 1;
}
