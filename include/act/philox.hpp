// SPDX-License-Identifier: MIT
#pragma once

#include <act/abi.hpp>
#include <array>
#include <concepts>
#include <cstdint>

namespace act::inline ACT_ABI {

/// Philox4x32-10, a counter-based random number generator: the n-th number is a function of seed
/// and n alone, so that any part of a sequence can be drawn again, in any order, by any number of
/// threads. The generator itself is the seed and the position of the next draw; it is cheap to
/// copy.
///
/// Reference    J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as
///              easy as 1, 2, 3", SC 2011.
class Philox {
 public:
  explicit constexpr Philox(std::uint64_t seed, std::uint64_t position = 0) noexcept
      : seed_(seed), position_(position) {}

  [[nodiscard]] constexpr std::uint64_t seed() const noexcept { return seed_; }

  /// The number of draws taken so far.
  [[nodiscard]] constexpr std::uint64_t position() const noexcept { return position_; }

  /// Goes on by n draws.
  constexpr void advance(std::uint64_t n) noexcept { position_ += n; }

  /// The four words of one counter of one stream.
  [[nodiscard]] constexpr std::array<std::uint32_t, 4> block(std::uint64_t counter,
                                                             std::uint64_t stream) const noexcept {
    std::array<std::uint32_t, 4> c{low(counter), high(counter), low(stream), high(stream)};
    std::uint32_t key0 = low(seed_), key1 = high(seed_);
    for (int round = 0; round < 10; ++round) {
      const std::uint64_t p0 = std::uint64_t{0xD2511F53} * c[0];
      const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * c[2];
      c = {high(p1) ^ c[1] ^ key0, low(p1), high(p0) ^ c[3] ^ key1, low(p0)};
      key0 += 0x9E3779B9;
      key1 += 0xBB67AE85;
    }
    return c;
  }

  template <std::floating_point T>
  class Uniform;

  /// Draw number position() + offset, uniform in [0, 1); see Uniform.
  template <std::floating_point T>
  [[nodiscard]] constexpr T uniform(std::uint64_t offset = 0) const noexcept {
    return Uniform<T>(*this)(offset);
  }

  /// The next draw; goes on by one.
  template <std::floating_point T>
  [[nodiscard]] constexpr T next() noexcept {
    const T u = uniform<T>();
    advance(1);
    return u;
  }

 private:
  static constexpr std::uint32_t low(std::uint64_t x) noexcept {
    return static_cast<std::uint32_t>(x);
  }
  static constexpr std::uint32_t high(std::uint64_t x) noexcept {
    return static_cast<std::uint32_t>(x >> 32);
  }

  std::uint64_t seed_, position_;
};

/// The draws from position() on, uniform in [0, 1): multiples of 2^-24 for float, from a word of
/// stream 0 each, and of 2^-53 for double, from two words of stream 1.
template <std::floating_point T>
class Philox::Uniform {
 public:
  explicit constexpr Uniform(const Philox& rng) noexcept
      : rng_(rng), words_(rng.block(0, stream)) {}

  /// Draw number position() + offset. Any order will do; draws of one block, as neighbours are,
  /// cost little after the first.
  [[nodiscard]] constexpr T operator()(std::uint64_t offset) noexcept {
    const std::uint64_t i = rng_.position() + offset;
    if (const std::uint64_t counter = i / draws; counter != counter_) {
      counter_ = counter;
      words_ = rng_.block(counter, stream);
    }
    if constexpr (draws == 4) {
      return static_cast<T>(words_[i % 4] >> 8) * T(0x1p-24);
    } else {
      const std::uint64_t low = words_[2 * (i % 2)], high = words_[2 * (i % 2) + 1];
      return static_cast<T>((high << 32 | low) >> 11) * T(0x1p-53);
    }
  }

 private:
  static constexpr std::uint64_t draws = sizeof(T) == sizeof(float) ? 4 : 2;
  static constexpr std::uint64_t stream = sizeof(T) == sizeof(float) ? 0 : 1;

  Philox rng_;
  std::uint64_t counter_ = 0;
  std::array<std::uint32_t, 4> words_;
};

}  // namespace act
