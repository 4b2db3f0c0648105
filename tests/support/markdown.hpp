// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace act::test {

using cells = std::vector<std::string>;

/// The rows of the tables in a Markdown file, headings included, without backquotes and outer
/// spaces: all of them, or those between the lines <!-- part --> and <!-- /part -->.
inline std::vector<cells> table_rows(const std::string& path, const std::string& part = "") {
  std::vector<cells> rows;
  std::ifstream file(path);
  bool inside = part.empty();
  for (std::string line; std::getline(file, line);) {
    if (line == "<!-- " + part + " -->") inside = true;
    if (line == "<!-- /" + part + " -->") inside = false;
    if (!inside || !line.starts_with("| ")) continue;
    std::istringstream text(line.substr(1));
    cells& row = rows.emplace_back();
    for (std::string cell; std::getline(text, cell, '|');) {
      std::erase(cell, '`');
      const auto from = cell.find_first_not_of(' '), to = cell.find_last_not_of(' ');
      row.push_back(from == cell.npos ? "" : cell.substr(from, to - from + 1));
    }
  }
  return rows;
}

}  // namespace act::test
