// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <type_traits>

namespace act::test {

/// A hash of the bits of results, in which all NaNs count as one: equal for two builds just if
/// their results are.
class result_hash {
 public:
  /// Results y of the inputs from number first on: FNV-1a by words. Blocks may come in any order.
  template <class T>
  void add(std::uint64_t first, std::span<const T> y) {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    std::uint64_t h = 0xcbf29ce484222325 + first;
    for (const T& result : y)
      h = (h ^ (result == result ? std::bit_cast<bits>(result) : ~bits{0})) * 0x100000001b3;
    h ^= h >> 32;
    sum_ += h * 0x9e3779b97f4a7c15;
  }
  void merge(const result_hash& other) { sum_ += other.sum_; }

  [[nodiscard]] std::uint64_t value() const { return sum_; }

 private:
  std::uint64_t sum_ = 0;
};

}  // namespace act::test
