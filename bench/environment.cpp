// SPDX-License-Identifier: MIT

#include "environment.hpp"
#include "suite.hpp"

#include <act/simd/batch.hpp>
#include <ctime>
#include <fstream>

// The build may say with which options it compiles.
#ifndef ACT_BENCH_FLAGS
#define ACT_BENCH_FLAGS "options unknown"
#endif

namespace bench {
namespace {

std::string model() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown model";
}

std::string processor() {
  const auto& cpu = benchmark::CPUInfo::Get();
  std::string text = model() + ", " + std::to_string(cpu.num_cpus) + " cores";
  for (const auto& cache : cpu.caches) {
    if (cache.type == "Instruction") continue;
    const int kib = cache.size / 1024;
    text += ", ";
    text += kib % 1024 == 0 ? std::to_string(kib / 1024) + " MiB" : std::to_string(kib) + " KiB";
    text += " L" + std::to_string(cache.level);
  }
  if (cpu.scaling == benchmark::CPUInfo::ENABLED) text += "; its clock varies, figures will too";
  return text;
}

std::string compiler() {
#ifdef __clang__
  const std::string name = __VERSION__;
#else
  const std::string name = "GCC " __VERSION__;
#endif
  return name + ", " ACT_BENCH_FLAGS ", for " + xsimd::default_arch::name();
}

std::string libraries(const std::regex& rivals) {
  std::string text;
  for (const std::string& library : rival_libraries(rivals))
    text += (text.empty() ? "" : ", ") + library;
  return text;
}

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", std::localtime(&seconds))};
}

}  // namespace

std::vector<std::pair<std::string, std::string>> environment(const std::regex& rivals) {
  return {{"processor", processor()},
          {"compiler", compiler()},
          {"libraries", libraries(rivals)},
          {"time", now()}};
}

}  // namespace bench
