// SPDX-License-Identifier: MIT
#include <act/act.hpp>
#include <act/version.hpp>
#include <cstdio>
#include <string_view>

int main() {
  static_assert(std::string_view(ACT_VERSION_STRING) == EXPECTED_VERSION);
  const Eigen::Array3f x{-1.0f, 0.0f, 2.0f};
  const Eigen::Array3f y = act::relu(x);
  std::printf("relu(-1, 0, 2) = %g, %g, %g\n", double(y[0]), double(y[1]), double(y[2]));
  return (y == Eigen::Array3f{0.0f, 0.0f, 2.0f}).all() ? 0 : 1;
}
