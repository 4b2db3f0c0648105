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
    const words<1> c = blocks<1>(counter, stream);
    return {c[0][0], c[1][0], c[2][0], c[3][0]};
  }

  template <std::floating_point T>
  class Uniform;

  /// Draw number position() + offset, uniform in [0, 1); see Uniform.
  template <std::floating_point T>
  [[nodiscard]] constexpr T uniform(std::uint64_t offset = 0) const noexcept {
    const std::uint64_t i = position_ + offset;
    return number<T>(blocks<1>(i / per_block<T>, stream_of<T>), 0, i % per_block<T>);
  }

  /// The next draw; goes on by one.
  template <std::floating_point T>
  [[nodiscard]] constexpr T next() noexcept {
    const T u = uniform<T>();
    advance(1);
    return u;
  }

 private:
  template <std::size_t N>
  using words = std::array<std::array<std::uint32_t, N>, 4>;

  /// The blocks of N counters from counter on, word by word: a compiler makes vectors of the N.
  template <std::size_t N>
  [[nodiscard]] constexpr words<N> blocks(std::uint64_t counter,
                                          std::uint64_t stream) const noexcept {
    words<N> c{};
    for (std::size_t k = 0; k < N; ++k) {
      c[0][k] = low(counter + k);
      c[1][k] = high(counter + k);
      c[2][k] = low(stream);
      c[3][k] = high(stream);
    }
    std::uint32_t key0 = low(seed_), key1 = high(seed_);
    for (int round = 0; round < 10; ++round) {
      for (std::size_t k = 0; k < N; ++k) {
        const std::uint64_t p0 = std::uint64_t{0xD2511F53} * c[0][k];
        const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * c[2][k];
        c[0][k] = high(p1) ^ c[1][k] ^ key0;
        c[1][k] = low(p1);
        c[2][k] = high(p0) ^ c[3][k] ^ key1;
        c[3][k] = low(p0);
      }
      key0 += 0x9E3779B9;
      key1 += 0xBB67AE85;
    }
    return c;
  }

  /// Draws of type T in a block, and the stream that they are from.
  template <std::floating_point T>
  static constexpr std::uint64_t per_block = sizeof(T) == sizeof(float) ? 4 : 2;
  template <std::floating_point T>
  static constexpr std::uint64_t stream_of = sizeof(T) == sizeof(float) ? 0 : 1;

  /// Draw j of block k as a number. The integers are signed, as fewer instruction sets convert
  /// others.
  template <std::floating_point T, std::size_t N>
  [[nodiscard]] static constexpr T number(const words<N>& c, std::size_t k,
                                          std::size_t j) noexcept {
    if constexpr (per_block<T> == 4) {
      return static_cast<T>(static_cast<std::int32_t>(c[j][k] >> 8)) * T(0x1p-24);
    } else {
      const std::uint64_t low = c[2 * j][k], high = c[2 * j + 1][k];
      return static_cast<T>(static_cast<std::int64_t>((high << 32 | low) >> 11)) * T(0x1p-53);
    }
  }

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
  explicit constexpr Uniform(const Philox& rng) noexcept : rng_(rng) {}

  /// Draw number position() + offset. Any order will do; draws one after the other cost least.
  [[nodiscard]] constexpr T operator()(std::uint64_t offset) noexcept {
    const std::uint64_t i = rng_.position() + offset;
    if (i - first_ >= size_) draw(i);
    return draws_[i - first_];
  }

 private:
  static constexpr std::uint64_t in_block = per_block<T>;
  /// Enough for two registers of any instruction set.
  static constexpr std::size_t many = 32;

  /// The block of draw i, and those after it where as many before have been drawn in a row: a short
  /// sequence costs no block that it does not use. Where the sequence begins anew, after 2^64
  /// draws, it is one at a time.
  constexpr void draw(std::uint64_t i) noexcept {
    in_a_row_ = i == first_ + size_ ? in_a_row_ + 1 : 0;
    first_ = i - i % in_block;
    if (in_a_row_ > many && first_ + many * in_block > first_)
      fill<many>();
    else
      fill<1>();
  }

  template <std::size_t N>
  constexpr void fill() noexcept {
    const words<N> c = rng_.blocks<N>(first_ / in_block, stream_of<T>);
    for (std::size_t k = 0; k < N; ++k)
      for (std::size_t j = 0; j < in_block; ++j) draws_[in_block * k + j] = number<T>(c, k, j);
    size_ = N * in_block;
  }

  Philox rng_;
  std::uint64_t first_ = 0, size_ = 0, in_a_row_ = 0;
  std::array<T, many * in_block> draws_{};
};

}  // namespace act
