// SPDX-License-Identifier: MIT
#pragma once

#include <exhaustive/doubles.hpp>

namespace act::test {

/// A hash of the bits of all results, in which all NaNs count as one: equal for two builds just if
/// their results are.
template <class T>
struct result_hash {
  std::uint64_t sum = 0;

  /// Results y of the inputs from number first on: FNV-1a by words. Blocks may come in any order.
  void add(std::uint64_t first, const T* y, std::size_t n) {
    std::uint64_t h = 0xcbf29ce484222325 + first;
    for (std::size_t i = 0; i < n; ++i) {
      const auto bits = std::bit_cast<bits_of<T>>(y[i]);
      h = (h ^ (y[i] == y[i] ? bits : ~bits_of<T>{0})) * 0x100000001b3;
    }
    h ^= h >> 32;
    sum += h * 0x9e3779b97f4a7c15;
  }
  void merge(const result_hash& other) { sum += other.sum; }
};

/// Of call(x, y) for the inputs of the sweep.
template <class T, class Call>
std::uint64_t hash_results(const Call& call, std::uint64_t stride) {
  if constexpr (sizeof(T) == sizeof(float)) {
    const auto work = [&](result_hash<T>& hash, std::uint64_t first) {
      thread_local std::vector<float> x(block_size), y(block_size);
      fill(x, first, stride);
      call(x, y);
      hash.add(first, y.data(), block_size);
    };
    return in_parallel<result_hash<T>>((1ULL << 32) / stride, work).sum;
  } else {
    const std::vector<double> x = samples<double>(1.0 / static_cast<double>(stride)).x;
    std::vector<double> y(x.size());
    call(x, y);
    result_hash<T> hash;
    hash.add(0, y.data(), y.size());
    return hash.sum;
  }
}

}  // namespace act::test
