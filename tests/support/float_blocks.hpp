// SPDX-License-Identifier: MIT
#pragma once

// All 2^32 floats, or every stride-th, in blocks, on all processors.

#include <atomic>
#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <thread>
#include <vector>

namespace act::test {

inline constexpr std::uint64_t block_size = 4096;

/// work(state, first) for every first below count that is a multiple of the block size; the states,
/// one a thread, are merged.
template <class State, class Work>
State in_parallel(std::uint64_t count, const Work& work) {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<State> states(threads);
  std::atomic<std::uint64_t> next{0};
  const auto run = [&](State& state) {
    State own;
    for (std::uint64_t i; (i = next.fetch_add(block_size)) < count;) work(own, i);
    state = own;
  };
  std::vector<std::thread> pool;
  for (State& state : states) pool.emplace_back(run, std::ref(state));
  for (std::thread& thread : pool) thread.join();
  State all;
  for (const State& state : states) all.merge(state);
  return all;
}

/// Inputs [first, first + block_size) of the sweep.
inline void fill(std::span<float> x, std::uint64_t first, std::uint64_t stride) {
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = std::bit_cast<float>(static_cast<std::uint32_t>((first + i) * stride));
}

}  // namespace act::test
