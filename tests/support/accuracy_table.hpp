// SPDX-License-Identifier: MIT
#pragma once

// What was measured, as it stands in exhaustive/accuracy.md.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <support/markdown.hpp>
#include <vector>

namespace act::test {

inline const std::string project = ACT_SOURCE_DIR;

/// A row of accuracy.md by the names of its columns.
using measurement = std::map<std::string, std::string>;

inline const std::vector<measurement>& measurements() {
  static const std::vector<measurement> read = [] {
    std::vector<measurement> all;
    cells heading;
    for (const cells& row : table_rows(project + "/tests/exhaustive/accuracy.md")) {
      if (heading.empty()) {
        heading = row;
        continue;
      }
      measurement& m = all.emplace_back();
      for (std::size_t i = 0; i < row.size() && i < heading.size(); ++i) m[heading[i]] = row[i];
      m["fuses"] = m["on"] == "sse2" ? "no" : "yes";
    }
    return all;
  }();
  return read;
}

/// The only row that has these values in these columns, or an empty one.
inline measurement find(const measurement& wanted) {
  std::vector<measurement> found;
  for (const measurement& m : measurements()) {
    const auto has = [&](const auto& cell) { return m.at(cell.first) == cell.second; };
    if (std::all_of(wanted.begin(), wanted.end(), has)) found.push_back(m);
  }
  EXPECT_EQ(found.size(), 1U) << "rows of accuracy.md for " << ::testing::PrintToString(wanted);
  return found.size() == 1 ? found[0] : measurement{};
}

}  // namespace act::test
