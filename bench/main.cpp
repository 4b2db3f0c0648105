// SPDX-License-Identifier: MIT

#include "environment.hpp"
#include "layers.hpp"
#include "summary.hpp"
#include "table.hpp"

#include <cstdio>
#include <fstream>
#include <regex>
#include <stdexcept>
#include <string_view>

namespace {

constexpr const char* usage =
    "act_bench                         a table: each function's value and derivative in float\n"
    "act_bench --table=REGEX           the same of the rows whose names match, such as tanh/f64\n"
    "          --rivals=REGEX          act beside these only: std, or act_eigen and act_batch\n"
    "                                  (act's calls with Eigen's arrays and xsimd's batches, if\n"
    "                                  compiled with ACT_BENCH_ALL_CALLS)\n"
    "          --inputs=KIND           and for another x: saturated, subnormal or with_nan\n"
    "act_bench --thorough              the same of every member and type, at six sizes\n"
    "act_bench --layers                a table of training steps of dense layers\n"
    "  --table --benchmark_out=FILE    the runs of a table as JSON, for "
    "bench/report/report.mjs;\n"
    "                                  values are measured at more sizes then\n"
    "act_bench --benchmark_filter=...  every function/type/member/rival/size by itself, such as\n"
    "                                  tanh/f32/value/act/1024$, and this size with other inputs,\n"
    "                                  tanh/f32/value/act/1024/saturated; this and the following\n"
    "                                  are Google Benchmark's options, not for the table:\n";

/// What concerns the table; a run of Google Benchmark takes the arguments as they are.
struct options {
  bool table, layers = false, thorough = false;
  std::string rows;
  std::string rivals = "^(?!act_(eigen|batch)$)";  ///< not the other ways to call act
  std::string json;
  bench::input inputs = bench::input::ordinary;
  std::vector<char*> others;  ///< for Google Benchmark
};

bench::input input_named(std::string_view name) {
  for (const auto& [kind, text] : bench::input_names)
    if (text == name) return kind;
  throw std::invalid_argument("--inputs is ordinary, saturated, subnormal or with_nan, not " +
                              std::string(name));
}

options parse(int argc, char** argv) {
  static char by_turns[] = "--benchmark_enable_random_interleaving=true";
  options o;
  o.table = argc == 1;
  o.others = {argv[0], by_turns};
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    const auto value = arg.substr(arg.find('=') + 1);  // all of it if there is no =
    if (arg == "--table") {
      o.table = true;
    } else if (arg == "--thorough") {
      o.table = o.thorough = true;
    } else if (arg == "--layers") {
      o.layers = true;
    } else if (arg.starts_with("--table=")) {
      o.table = true;
      o.rows = value;
    } else if (arg.starts_with("--rivals=")) {
      o.table = true;
      o.rivals = value;
    } else if (arg.starts_with("--inputs=")) {
      o.table = true;
      o.inputs = input_named(value);
    } else if (arg.starts_with("--benchmark_out=")) {
      o.json = value;
    } else {
      o.others.push_back(argv[i]);
    }
  }
  if (o.rows.empty() && !o.thorough) o.rows = "/f32/(value|derivative)$";
  return o;
}

/// False if there are arguments that Google Benchmark does not know, which it then names.
bool initialize(int argc, char** argv, const std::string& rivals) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return false;
  for (const auto& [name, text] : bench::environment(std::regex(rivals)))
    benchmark::AddCustomContext(name, text);
  return true;
}

/// The table's part of all that can be measured. act is always in it.
std::vector<bench::row> select(std::vector<bench::row> rows, const options& o) {
  const std::regex name(o.rows), rival(o.rivals);
  std::erase_if(rows, [&](const auto& row) { return !std::regex_search(row.name, name); });
  if (rows.empty()) throw std::invalid_argument("no row matches " + o.rows);
  bench::sort_by_kind(rows);
  for (bench::row& row : rows)
    std::erase_if(row.columns, [&](const auto& column) {
      return column.rival != "act" && !std::regex_search(column.rival, rival);
    });
  return rows;
}

void print_environment(const std::string& rivals) {
  for (const auto& [name, text] : bench::environment(std::regex(rivals)))
    bench::print_wrapped(name, text);
}

/// Calls print(json) with the file that the runs are to be written to, if any.
template <class Print>
int print(options o, const Print& print) {
  if (!initialize(static_cast<int>(o.others.size()), o.others.data(), o.rivals)) return 1;
  std::ofstream json;
  if (!o.json.empty()) json.open(o.json);
  if (!json) throw std::invalid_argument("cannot write " + o.json);
  print_environment(o.rivals);
  print(json);
  return 0;
}

int print_table(const options& o, const std::vector<bench::row>& all) {
  const std::vector<bench::row> rows = select(all, o);
  return print(o, [&](std::ostream& json) {
    bench::print_table(rows, o.inputs, o.thorough, !o.json.empty(), json);
  });
}

int run_benchmarks(int argc, char** argv, const std::vector<bench::row>& rows) {
  constexpr std::size_t sizes[] = {4, 8, 16, 31, 100, 1024, 16384, 262144, 16777216};
  for (const bench::row& row : rows)
    for (const bench::column& column : row.columns)
      for (const std::size_t n : sizes)
        for (const auto& [x, _] : bench::input_names)
          if (column.run && (n == 1024 || x == bench::input::ordinary))
            benchmark::RegisterBenchmark(name_of(row, column, n, x).c_str(), column.run, n, x);
  if (!initialize(argc, argv, "")) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "--help") std::puts(usage);
  const options o = parse(argc, argv);
  if (o.layers) return print(o, bench::print_layers);
  return o.table ? print_table(o, bench::suite()) : run_benchmarks(argc, argv, bench::suite());
} catch (const std::exception& error) {
  std::fprintf(stderr, "act_bench: %s\n", error.what());
  return 1;
}
