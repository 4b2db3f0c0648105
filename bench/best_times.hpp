// SPDX-License-Identifier: MIT
#pragma once

#include "suite.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace bench {

inline constexpr double never = std::numeric_limits<double>::infinity();

/// Keeps the best time of each benchmark, and writes all of them as one JSON file though each row
/// of a table is a run of its own.
class best_times : public benchmark::JSONReporter {
 public:
  explicit best_times(std::ostream& json) { SetOutputStream(&json); }
  ~best_times() override { JSONReporter::Finalize(); }

  bool ReportContext(const Context& context) override {
    return !ns_.empty() || JSONReporter::ReportContext(context);
  }
  void ReportRuns(const std::vector<Run>& runs) override {
    JSONReporter::ReportRuns(runs);
    for (const Run& run : runs)
      if (run.run_type == Run::RT_Iteration) {
        double& best = ns_.try_emplace(run.run_name.function_name, never).first->second;
        best = std::min(best, run.counters.at(time_per_element).value * 1e9);
      }
  }
  void Finalize() override {}

  /// Of an element; never, if the benchmark has not run.
  [[nodiscard]] double ns(const std::string& benchmark) const {
    const auto found = ns_.find(benchmark);
    if (found == ns_.end()) return never;
    return found->second;
  }

 private:
  std::map<std::string, double> ns_;
};

}  // namespace bench
