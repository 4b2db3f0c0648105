// SPDX-License-Identifier: MIT
#pragma once

// What the lessons share: normal random numbers that are the same everywhere, figures that must be
// right, and data for gnuplot, which draws the pictures.

#include <Eigen/Core>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <numbers>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace lesson {

using Eigen::Index;

/// Draws from N(0, 1) by G. Box and M. Muller's formula: std::normal_distribution is another one in
/// each standard library.
class normal {
 public:
  explicit normal(std::mt19937::result_type seed) : bits_(seed) {}

  double operator()() {
    const double u = 1 - uniform(), v = uniform();  // u is not 0, for the logarithm
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
  }

  /// A draw from [0, 1) instead.
  double uniform() { return 0x1p-32 * static_cast<double>(bits_()); }

  /// A matrix of such numbers, times deviation.
  Eigen::MatrixXf matrix(Index rows, Index columns, double deviation = 1) {
    Eigen::MatrixXf m(rows, columns);
    for (float& x : m.reshaped()) x = static_cast<float>(deviation * (*this)());
    return m;
  }

 private:
  std::mt19937 bits_;
};

/// Columns of numbers with a name above each.
class table {
 public:
  explicit table(std::vector<std::string> names) : names_(std::move(names)) {}

  void add(const std::vector<double>& row) {
    if (row.size() != names_.size()) throw std::logic_error("a row does not fit its table");
    rows_.push_back(row);
  }

  /// To a file, as gnuplot reads it.
  void write(const std::string& path) const {
    std::ofstream out(path);
    for (const std::string& name : names_) out << name << '\t';
    for (const auto& row : rows_) {
      out << '\n';
      for (const double number : row) out << number << '\t';
    }
    if (!(out << std::endl)) throw std::runtime_error("cannot write " + path);
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::vector<double>> rows_;
};

/// What a lesson has found: its figures are checked, its data kept where a folder is given for
/// them.
class notebook {
 public:
  explicit notebook(std::string folder) : folder_(std::move(folder)) {}

  void expect(bool right, const std::string& figure) {
    if (right) return;
    std::fprintf(stderr, "WRONG: it was expected that %s\n", figure.c_str());
    status_ = 1;
  }
  void keep(const table& data, const std::string& name) const {
    if (!folder_.empty()) data.write(folder_ + '/' + name + ".tsv");
  }
  [[nodiscard]] int status() const { return status_; }

 private:
  std::string folder_;
  int status_ = 0;
};

/// The main function of a lesson: its one argument is a folder for the data, which may be left out.
template <class Lesson>
int run(int argc, char** argv, const Lesson& teach) try {
  notebook notes(argc > 1 ? argv[1] : "");
  teach(notes);
  return notes.status();
} catch (const std::exception& e) {
  std::fprintf(stderr, "%s\n", e.what());
  return 1;
}

}  // namespace lesson
