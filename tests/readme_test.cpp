// SPDX-License-Identifier: MIT

// The documents: their figures of accuracy are those that were measured, and their links lead
// somewhere.

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <support/accuracy_table.hpp>

namespace act::test {
namespace {

/// The largest errors of values of float, a column for each library. Above 10^5 ulp, of which a
/// float has some 10^7 in its digits, the table has words.
TEST(readme, shows_the_accuracy_of_others) {
  cells heading;
  int rows = 0;
  for (const cells& row : table_rows(project + "/include/README.md", "peers")) {
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
      const bool is_lost = std::strtod(m["largest error"].c_str(), nullptr) > 1e5;
      EXPECT_EQ(row[i], is_lost ? "no right digit" : m["largest error"])
          << row[0] << ' ' << heading[i];
    }
  }
  EXPECT_EQ(heading.size(), 7U);
  EXPECT_GE(rows, 5);
}

/// The anchor that a heading gets on a web page.
std::string anchor(const std::string& heading) {
  std::string result;
  for (const char c : heading)
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_')
      result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (c == ' ')
      result += '-';
  return result;
}

/// The links of a document, and the anchors of its headings; code in fences has neither.
struct document {
  std::vector<std::string> links;
  std::set<std::string> anchors;

  explicit document(const std::filesystem::path& path) {
    static const std::regex link(R"(\]\(([^)\s]+)\))");
    std::ifstream file(path);
    bool is_code = false;
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("```")) is_code = !is_code;
      if (is_code) continue;
      if (line.starts_with('#')) anchors.insert(anchor(line.substr(line.find(' ') + 1)));
      for (std::sregex_iterator at(line.begin(), line.end(), link), end; at != end; ++at)
        links.push_back(at->str(1));
    }
  }
};

TEST(readme, has_links_that_lead_somewhere) {
  const std::filesystem::path root = project;
  for (const char* name : {"README.md", "bench/README.md", "examples/README.md",
                           "include/README.md", "include/act/README.md", "tests/README.md"}) {
    const document page(root / name);
    EXPECT_FALSE(page.links.empty()) << name;
    for (const std::string& link : page.links) {
      if (link.starts_with("http")) continue;
      const auto hash = std::min(link.find('#'), link.size());
      const auto file =
          hash == 0 ? root / name : (root / name).parent_path() / link.substr(0, hash);
      EXPECT_TRUE(std::filesystem::exists(file)) << name << ": " << link;
      if (hash < link.size()) {
        EXPECT_TRUE(document(file).anchors.contains(link.substr(hash + 1))) << name << ": " << link;
      }
    }
  }
}

}  // namespace
}  // namespace act::test
