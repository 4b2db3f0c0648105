// SPDX-License-Identifier: MIT

// The list of activations agrees with the folder they live in and with the documents.

#include <gtest/gtest.h>

#include <act/functions.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
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

/// Each with its header.
TEST(list, is_the_list_of_the_readme) {
  std::ifstream file(project / "README.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::regex link(R"(\[`(\w+)`\]\(include/act/activations/(\w+)\.hpp\))");
  std::set<std::string> links, names;
  for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
    EXPECT_EQ(at->str(1), at->str(2));
    EXPECT_TRUE(links.insert(at->str(1)).second) << at->str(1);
  }
  for (const entry& e : entries(functions{})) names.insert(e.name);
  EXPECT_EQ(names, links) << "README.md lists each as [`NAME`](include/act/activations/NAME.hpp)";
}

/// The README's first figure.
TEST(list, keeps_the_bound_of_the_readme) {
  std::ifstream file(project / "README.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::smatch bound;
  ASSERT_TRUE(std::regex_search(text, bound, std::regex("off by more than ([0-9.]+) units")));
  for (const entry& e : entries(functions{}))
    for (const ulp& error : {e.value_error, e.derivative_error})
      EXPECT_LE(std::max(error.f32, error.f32_unfused), std::stod(bound[1])) << e.name;
}

/// What to write for a framework's function is one of act's.
TEST(list, has_what_the_readme_offers_for_frameworks) {
  std::set<std::string> names;
  for (const entry& e : entries(functions{})) names.insert(e.name);
  const auto rows = table_rows(project / "README.md", "frameworks");
  EXPECT_GE(rows.size(), 11U);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].size(), 6U) << rows[i][0];
    EXPECT_TRUE(names.contains(rows[i][0].substr(0, rows[i][0].find('(')))) << rows[i][0];
  }
}

TEST(list, is_the_table_of_the_manual) {
  const std::string manual = "include/README.md";
  std::map<std::string, cells> rows;
  for (const cells& row : table_rows(project / manual, "functions")) rows[row[0]] = row;
  const auto all = entries(functions{});
  EXPECT_EQ(rows.size(), all.size() + 1) << "a row for each and the heading";
  for (const entry& e : all) {
    const auto row = rows.find(e.name);
    ASSERT_NE(row, rows.end()) << manual << " has no row for " << e.name;
    ASSERT_EQ(row->second.size(), 6U) << e.name;
    EXPECT_EQ(row->second[4], printed(e.value_error)) << e.name;
    EXPECT_EQ(row->second[5], printed(e.derivative_error)) << e.name;
  }
}

}  // namespace
}  // namespace act::test
