// SPDX-License-Identifier: MIT
#pragma once

// A directed search for the largest error of a function of double, of which no sweep tries more
// than a small part: all doubles are divided into bins; those that promise most are tried most, and
// divided further; from each number that is nearly the worst it climbs among its neighbours.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <ctime>
#include <exhaustive/floats.hpp>
#include <exhaustive/real.hpp>
#include <numeric>
#include <support/samples.hpp>
#include <vector>

namespace act::test {

/// call(x, y) computes an array of results, want(x) what they should be.
template <class Call, class Want>
class double_search {
 public:
  double_search(const Call& call, const Want& want) : call_(call), want_(want) {
    for (const std::uint64_t sign : {std::uint64_t{0}, std::uint64_t{1} << 63})
      for (int exponent = 0; exponent < 2047; ++exponent) {
        const bool bends = 1023 - 12 <= exponent && exponent < 1023 + 10;
        const std::uint64_t parts = bends ? 64 : 1, width = (std::uint64_t{1} << 52) / parts;
        const std::uint64_t first = sign | std::uint64_t(exponent) << 52;
        for (std::uint64_t k = 0; k < parts; ++k) bins_.push_back({first + k * width, width});
      }
  }

  /// The worst that is found in so many seconds of processor time, of all threads together, where
  /// an error of so_far is known already.
  findings run(double so_far, double seconds) {
    const std::clock_t start = std::clock();
    const auto spent = [start] {
      return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    std::vector<std::size_t> chosen(bins_.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    findings all;
    do {
      all.merge(try_bins(std::max(so_far, all.worst), chosen));
      chosen = most_promising();
    } while (spent() < seconds);
    all.seconds = spent();
    return all;
  }

 private:
  /// Doubles that follow each other, by their bits: so many from the first.
  struct bin {
    std::uint64_t first, width;
    double mean = 0;  // of the largest errors of the blocks that were tried
    double blocks = 0;

    /// A bin that was hardly tried may be better than it looks.
    [[nodiscard]] double score() const { return mean + 0.1 / std::sqrt(blocks); }
  };

  /// The numbers of largest error, the worst first.
  struct best_of_block {
    std::array<double, 4> error{}, x{};

    void meet(double e, double at) {
      if (!(e > error.back()) || std::find(x.begin(), x.end(), at) != x.end()) return;
      std::size_t i = error.size() - 1;
      for (; i > 0 && error[i - 1] < e; --i) error[i] = error[i - 1], x[i] = x[i - 1];
      error[i] = e, x[i] = at;
    }
  };

  static constexpr std::size_t at_a_time = 192, at_random = 64;
  static constexpr double blocks_to_split = 8, nearly_worst = 0.05;
  /// Inside a bin of so few numbers errors are as good as random.
  static constexpr std::uint64_t least_width = std::uint64_t{1} << 42;
  static constexpr double unsure = 0x1p-8;  // the error of long double's formulas, by far

  /// The bins to be tried next, each once: the best ones, and some of all.
  std::vector<std::size_t> most_promising() {
    for (std::size_t i = 0; i < bins_.size(); ++i) {
      bin& b = bins_[i];
      if (b.blocks < blocks_to_split || b.width <= least_width) continue;
      b.width /= 2;
      b.blocks = 1;
      bins_.push_back({b.first + b.width, b.width, b.mean, 1});
    }
    std::vector<std::size_t> chosen(bins_.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    const auto middle = chosen.begin() + at_a_time;
    std::partial_sort(chosen.begin(), middle, chosen.end(), [&](std::size_t a, std::size_t b) {
      return bins_[a].score() > bins_[b].score();
    });
    for (std::size_t i = 0; i < at_random; ++i)
      std::swap(chosen[at_a_time + i],
                chosen[at_a_time + i + random_() % (chosen.size() - at_a_time - i)]);
    chosen.resize(at_a_time + at_random);
    return chosen;
  }

  /// A block of numbers in each of these bins, and what lies around the worst of them.
  findings try_bins(double so_far, const std::vector<std::size_t>& chosen) {
    std::vector<double> worst(chosen.size());
    const std::uint64_t seed = random_();
    findings found =
        in_parallel<findings>(chosen.size() * block_size, [&](findings& all, std::uint64_t first) {
          const std::size_t i = first / block_size;
          const bin& b = bins_[chosen[i]];
          random_bits random(seed + i);
          const best_of_block best = try_block(all, so_far, [&](std::size_t) {
            return std::bit_cast<double>(b.first + random() % b.width);
          });
          worst[i] = best.error[0];
          if (worst[i] > so_far - nearly_worst) climb(all, so_far, best, random);
        });
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      bin& b = bins_[chosen[i]];
      b.mean += (worst[i] - b.mean) / ++b.blocks;
    }
    return found;
  }

  /// The neighbours of the worst of a block: what is rounded last changes fast, and what was
  /// rounded before it hardly.
  void climb(findings& all, double so_far, const best_of_block& from, random_bits& random) const {
    (void)try_block(all, so_far, [&](std::size_t i) {
      const double centre = from.x[i % from.x.size()];
      const auto bits = std::bit_cast<std::uint64_t>(centre) + random() % 4096 - 2048;
      const double x = std::bit_cast<double>(bits);
      return std::isfinite(x) ? x : centre;
    });
  }

  /// A block of numbers. Errors above so_far are those of more digits.
  template <class Number>
  best_of_block try_block(findings& all, double so_far, const Number& number) const {
    auto& [x, y] = block<double>::of_this_thread();
    for (std::size_t i = 0; i < block_size; ++i) x[i] = number(i);
    call_(std::span(x), std::span(y));
    best_of_block best;
    for (std::size_t i = 0; i < block_size; ++i) {
      const long double exact = want_(static_cast<long double>(x[i]));
      double error = quick_error(y[i], exact);
      if (error > std::max(so_far, all.worst) - unsure) {
        error = ulp_error<double>(real(y[i]), want_(real(x[i])));
        all.meet(error, x[i], y[i], to_double(exact));
      }
      best.meet(error, x[i]);
    }
    all.count += block_size;
    return best;
  }

  /// ulp_error without its calls, for finite numbers; what matters is settled by itself.
  static double quick_error(double got, long double exact) {
    const auto rounded = static_cast<double>(exact);
    const auto exponent = std::bit_cast<std::uint64_t>(rounded) & 0x7ff0000000000000;
    const auto smallest = std::uint64_t{1} << 52;
    const auto binade = std::bit_cast<double>(std::max(exponent, smallest));
    return static_cast<double>(std::abs(static_cast<long double>(got) - exact) / binade) * 0x1p52;
  }

  Call call_;
  Want want_;
  std::vector<bin> bins_;
  random_bits random_{1971};
};

}  // namespace act::test
