// SPDX-License-Identifier: MIT

// The README's figures of accuracy are those that were measured.

#include <support/accuracy_table.hpp>

namespace act::test {
namespace {

/// The short form: a row for each function and member, the cells copied.
TEST(readme, shows_the_measured_accuracy) {
  int rows = 0;
  for (const cells& row : table_rows(project + "/README.md", "accuracy")) {
    if (row[0] == "function") continue;
    ++rows;
    ASSERT_EQ(row.size(), 7U);
    const auto of = [&](const char* type) {
      return find({{"library", "act"},
                   {"function", row[0]},
                   {"member", row[1]},
                   {"type", type},
                   {"fuses", "yes"}});
    };
    measurement f32 = of("float"), f64 = of("double");
    EXPECT_EQ(row, (cells{row[0], row[1], f32["largest error"], f32["at x"],
                          f32["correctly rounded"], f64["largest error"], f64["at x"]}));
  }
  EXPECT_EQ(rows, 10);
}

/// The largest errors of values of float, a column for each library.
TEST(readme, shows_the_accuracy_of_others) {
  cells heading;
  int rows = 0;
  for (const cells& row : table_rows(project + "/README.md", "peers")) {
    if (heading.empty()) {
      heading = row;
      continue;
    }
    ++rows;
    ASSERT_EQ(row.size(), heading.size());
    for (std::size_t i = 1; i < row.size(); ++i) {
      measurement m = find({{"library", heading[i]},
                            {"function", row[0]},
                            {"member", "value"},
                            {"type", "float"},
                            {"fuses", "yes"}});
      EXPECT_EQ(row[i], m["largest error"]) << row[0] << ' ' << heading[i];
    }
  }
  EXPECT_EQ(heading.size(), 7U);
  EXPECT_EQ(rows, 5);
}

}  // namespace
}  // namespace act::test
