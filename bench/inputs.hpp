// SPDX-License-Identifier: MIT
#pragma once

#include "rivals.hpp"
#include "suite.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <memory>
#include <random>
#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#endif

namespace bench {

struct free_memory {
  void operator()(void* p) const { std::free(p); }
};

/// Memory in huge pages where the system has them: where small pages lie in memory is chance, and
/// the times of arrays in the caches would move with it.
[[nodiscard]] inline std::unique_ptr<void, free_memory> allocate(std::size_t bytes) {
  constexpr std::size_t huge_page = std::size_t{2} << 20;
  const std::size_t size = (bytes + huge_page - 1) / huge_page * huge_page;
  std::unique_ptr<void, free_memory> memory(std::aligned_alloc(huge_page, size));
  if (!memory) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  madvise(memory.get(), size, MADV_HUGEPAGE);
#endif
  return memory;
}

/// Where functions and their derivatives have levelled off: for |x| from 120 to 1000 times this.
template <class T>
inline constexpr int saturation = sizeof(T) == sizeof(float) ? 1 : 8;

/// An x made from u, which is uniform in [-8, 8].
template <class T>
[[nodiscard]] T make_input(double u, input kind) {
  switch (kind) {
    case input::ordinary:
      break;
    case input::saturated:
      return T((110 * u + (u < 0 ? -120 : 120)) * saturation<T>);
    case input::subnormal:
      return T(u / 8) * std::numeric_limits<T>::min();
    case input::with_nan:
      return u > 7 ? std::numeric_limits<T>::quiet_NaN() : T(u);
  }
  return T(u);
}

/// Arrays of n elements, which lie in the same memory in each call: 64-byte aligned, and each at
/// another offset within 4 KiB, since a load that follows a store to the same offset has to wait.
/// dy is uniform in [-8, 8], from a fixed seed; y is x, for the loops in place.
template <class T>
[[nodiscard]] arrays<T> inputs(std::size_t n, input kind) {
  static std::size_t capacity = 0;
  static input filled_with = kind;
  static std::unique_ptr<void, free_memory> memory;
  const auto place = [&](std::size_t k) {
    constexpr std::size_t page = 4096, shift = page / 4 + 64;
    const std::size_t stride = (capacity * sizeof(T) + page - 1) / page * page + shift;
    return reinterpret_cast<T*>(static_cast<char*>(memory.get()) + k * stride);
  };
  if (n > capacity || kind != filled_with) {
    if (n > capacity) {
      capacity = n;
      memory = allocate(4 * (n * sizeof(T) + 8192));
    }
    filled_with = kind;
    std::mt19937 random(20260101);
    const auto uniform = [&] { return static_cast<double>(random()) * 0x1p-28 - 8; };
    std::generate_n(place(0), capacity, [&] { return make_input<T>(uniform(), kind); });
    std::generate_n(place(1), capacity, [&] { return T(uniform()); });
    std::fill_n(place(3), capacity, T(0));
  }
  std::copy_n(place(0), n, place(2));
  return {n, place(0), place(1), place(2), place(3)};
}

}  // namespace bench
