// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <type_traits>

#include "support/identical.hpp"

namespace act::test {

/// A hash of results, equal for two builds just if their results are identical.
class result_hash {
 public:
  /// Results y of the inputs from number first on: FNV-1a by words. Blocks may come in any order.
  template <class T>
  void add(std::uint64_t first, std::span<const T> y) {
    std::uint64_t h = 0xcbf29ce484222325 + first;
    for (const T& result : y) h = (h ^ compared_bits(result)) * 0x100000001b3;
    h ^= h >> 32;
    sum_ += h * 0x9e3779b97f4a7c15;
  }
  void merge(const result_hash& other) { sum_ += other.sum_; }

  [[nodiscard]] std::uint64_t value() const { return sum_; }

 private:
  std::uint64_t sum_ = 0;
};

}  // namespace act::test
