// SPDX-License-Identifier: MIT

// The list of activations agrees with the folder they live in and with the README's table.

#include <gtest/gtest.h>

#include <act/functions.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <support/markdown.hpp>
#include <vector>

namespace act::test {
namespace {

const std::filesystem::path project = ACT_SOURCE_DIR;

struct entry {
  std::string name;
  ulp value_error, derivative_error;
};

template <template <class> class... F>
std::vector<entry> entries(function_list<F...>) {
  static_assert((std::string_view(F<float>::name).size() && ...));
  return {{F<float>::name, F<float>::value_error, F<float>::derivative_error}...};
}

/// As a table prints them: in the fewest digits that tell the two numbers.
std::string printed(ulp bound) {
  std::ostringstream text;
  text << bound.f32 << " / " << bound.f64;
  return text.str();
}

TEST(list, has_each_name_once) {
  std::set<std::string> names;
  for (const entry& e : entries(functions{})) EXPECT_TRUE(names.insert(e.name).second) << e.name;
}

TEST(list, is_the_folder_of_activations) {
  std::set<std::string> files, names;
  for (const auto& file : std::filesystem::directory_iterator(project / "include/act/activations"))
    files.insert(file.path().stem().string());
  for (const entry& e : entries(functions{})) names.insert(e.name);
  EXPECT_EQ(names, files);
}

TEST(list, is_the_table_of_the_readme) {
  std::map<std::string, cells> rows;
  for (const cells& row : table_rows(project / "README.md", "functions")) rows[row[0]] = row;
  const auto all = entries(functions{});
  EXPECT_EQ(rows.size(), all.size() + 1) << "a row for each and the heading";
  for (const entry& e : all) {
    const auto row = rows.find(e.name);
    ASSERT_NE(row, rows.end()) << "README.md has no row for " << e.name;
    ASSERT_EQ(row->second.size(), 6U) << e.name;
    EXPECT_EQ(row->second[4], printed(e.value_error)) << e.name;
    EXPECT_EQ(row->second[5], printed(e.derivative_error)) << e.name;
  }
}

}  // namespace
}  // namespace act::test
