// SPDX-License-Identifier: MIT
#pragma once

// Dense samples of the doubles: some 6 million, the same on every machine.

#include <algorithm>
#include <exhaustive/floats.hpp>
#include <exhaustive/real.hpp>
#include <support/samples.hpp>

namespace act::test {

/// As sweep_floats, for samples of double.
template <class Call, class Want>
class double_sweep {
 public:
  double_sweep(const Call& call, const Want& want, interval range)
      : call_(call), want_(want), range_(range) {}

  /// The samples, and then denser ones around the worst of them.
  findings run(std::uint64_t stride) {
    std::vector<double> x = samples<double>(1.0 / static_cast<double>(stride)).x;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    x.insert(x.end(), {nan, -nan});
    const std::vector<findings> blocks = measure(x);
    std::vector<double> worst_first;
    for (const findings& f : sorted(blocks)) worst_first.push_back(f.x);
    worst_first.resize(std::min<std::size_t>(worst_first.size(), 32));
    x.clear();
    random_bits random(2016);
    for (double at : worst_first)
      for (std::uint64_t i = 0; i < 16384 / stride; ++i)
        x.push_back(at * (1 + (random.unit() - 0.5) * 0x1p-5));
    findings all = merged(blocks);
    all.merge_failures(merged(measure(x)));
    return all;
  }

 private:
  static std::vector<findings> sorted(std::vector<findings> blocks) {
    const auto worse = [](const findings& a, const findings& b) { return a.worst > b.worst; };
    std::stable_sort(blocks.begin(), blocks.end(), worse);
    return blocks;
  }
  static findings merged(const std::vector<findings>& blocks) {
    findings all;
    for (const findings& f : blocks) all.merge(f);
    return all;
  }

  /// What is found in each block of x.
  std::vector<findings> measure(const std::vector<double>& x) const {
    std::vector<double> y(x.size());
    call_(x, y);
    std::vector<findings> blocks((x.size() + block_size - 1) / block_size);
    in_parallel<findings>(x.size(), [&](findings&, std::uint64_t first) {
      findings& found = blocks[first / block_size];
      for (std::uint64_t i = first; i < std::min(first + block_size, x.size()); ++i)
        meet(found, x[i], y[i]);
    });
    return blocks;
  }

  void meet(findings& found, double x, double y) const {
    found.nan_mismatches += std::isnan(x) != std::isnan(y);
    if (std::isnan(x) || std::isnan(y)) return;
    const real exact = want_(real(x));
    const double error = ulp_error<double>(real(y), exact);
    found.meet(error, x, y, to_double(exact));
    found.sum += error;
    found.count += 1;
    found.correctly_rounded += y == to_double(exact);
    found.out_of_range += y < range_.low || y > range_.high;
  }

  Call call_;
  Want want_;
  interval range_;
};

}  // namespace act::test
