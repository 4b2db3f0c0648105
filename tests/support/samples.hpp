// SPDX-License-Identifier: MIT
#pragma once

#include <act/operation.hpp>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace act::test {

template <class T>
using bits_of = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

/// splitmix64: a sequence of 64-bit numbers, given by its start; the same on every machine.
class random_bits {
 public:
  explicit random_bits(std::uint64_t start) : state_(start) {}
  std::uint64_t operator()() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  /// Uniform in [0, 1).
  double unit() { return static_cast<double>((*this)() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

/// Inputs for tests, both signs of each, all numbers or infinities: log-spaced over the whole range
/// and more densely where functions bend, evenly spaced over three intervals, around the points
/// where kernels change over, subnormal and largest numbers.
template <class T>
class samples {
 public:
  std::vector<T> x;

  /// With density 1, about 5 million of them.
  explicit samples(double density) : density_(density) {
    add(0);
    add(limits::infinity());
    log_spaced(limits::denorm_min(), limits::max(), 500'000);
    log_spaced(T(0x1p-60), T(0x1p10), 800'000);
    uniform(1, 300'000);
    uniform(25, 400'000);
    uniform(is_float ? 110 : 760, 400'000);
    around_reduction_steps();
    around_edges();
  }

 private:
  using limits = std::numeric_limits<T>;
  static constexpr bool is_float = sizeof(T) == sizeof(float);

  void add(T a) {
    x.push_back(a);
    x.push_back(-a);
  }
  [[nodiscard]] std::uint64_t scaled(int n) const {
    return static_cast<std::uint64_t>(std::ceil(n * density_));
  }
  /// One in each of some n intervals with the same number of T's.
  void log_spaced(T low, T high, int n) {
    const bits_of<T> from = std::bit_cast<bits_of<T>>(low), to = std::bit_cast<bits_of<T>>(high);
    const std::uint64_t step = (to - from) / scaled(n);
    for (std::uint64_t i = from; i + step <= to; i += step)
      add(std::bit_cast<T>(static_cast<bits_of<T>>(i + random_() % step)));
  }
  void uniform(double high, int n) {
    const auto count = static_cast<double>(scaled(n));
    for (double i = 0; i < count; ++i) add(static_cast<T>(high * (i + random_.unit()) / count));
  }
  void neighbours(T a, std::uint64_t n) {
    const std::uint64_t first = std::bit_cast<bits_of<T>>(a) - n;
    for (std::uint64_t i = 0; i <= 2 * n; ++i)
      add(std::bit_cast<T>(static_cast<bits_of<T>>(first + i)));
  }
  /// Multiples of ln2 / 4: where range reductions change over, and half-way between.
  void around_reduction_steps() {
    for (int k = 1; k < (is_float ? 620 : 4400); ++k) {
      const double a = k * 0.17328679513998632;
      neighbours(static_cast<T>(a), 1 + scaled(5));
      for (std::uint64_t i = scaled(20); i > 0; --i)
        add(static_cast<T>(a * (1 + (random_.unit() - 0.5) * 0x1p-12)));
    }
  }
  /// Clamps, overflow, underflow, saturation, subnormal numbers and the largest.
  void around_edges() {
    for (double a :
         {0x1p-54, 0x1p-53, 0x1p-27, 0x1p-25, 0x1p-24, 0x1p-12, 1.,   9.01, 9.2,  15.9, 16.,
          17.,     17.3,    18.,     19.06,   19.2,    22.,     30.,  36.7, 37.5, 38.,  53.,
          60.,     87.3,    88.,     88.7,    89.,     103.2,   104., 354., 372., 374., 708.4,
          709.7,   709.8,   710.,    744.4,   745.1,   745.2,   746., 750.})
      neighbours(static_cast<T>(a), 2 + scaled(400));
    neighbours(limits::min(), 2 + scaled(400));
    for (bits_of<T> i = 0; i < 2 + scaled(1000); ++i) {
      add(std::bit_cast<T>(i));
      add(std::bit_cast<T>(std::bit_cast<bits_of<T>>(limits::max()) - i));
    }
  }

  double density_;
  random_bits random_{2015};
};

/// Both signs of a and of n numbers on each side of it.
template <class T>
void add_neighbours(std::vector<T>& x, T a, int n) {
  T down = a, up = a;
  for (int i = 0; i <= n; ++i) {
    x.insert(x.end(), {down, -down, up, -up});
    down = std::nextafter(down, -std::numeric_limits<T>::infinity());
    up = std::nextafter(up, std::numeric_limits<T>::infinity());
  }
}

}  // namespace act::test
