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
    return !best_.empty() || JSONReporter::ReportContext(context);
  }
  void ReportRuns(const std::vector<Run>& runs) override {
    JSONReporter::ReportRuns(runs);
    for (const Run& run : runs)
      if (run.run_type == Run::RT_Iteration) {
        figures& best = best_[run.run_name.function_name];
        const double ns = run.counters.at(time_per_element).value * 1e9;
        if (ns >= best.ns) continue;
        best.ns = ns;
        const auto of_copy = run.counters.find(of_copy_speed);
        if (of_copy != run.counters.end()) best.of_copy = of_copy->second.value;
      }
  }
  void Finalize() override {}

  struct figures {
    double ns = never;  ///< of an element; never, if the benchmark has not run
    double of_copy = 0;
  };
  [[nodiscard]] figures of(const std::string& benchmark) const {
    const auto found = best_.find(benchmark);
    return found == best_.end() ? figures{} : found->second;
  }
  [[nodiscard]] double ns(const std::string& benchmark) const { return of(benchmark).ns; }

 private:
  std::map<std::string, figures> best_;
};

}  // namespace bench
