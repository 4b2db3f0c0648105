// SPDX-License-Identifier: MIT

// One program for every processor: compiled for none in particular, it runs on the best instruction
// set that it finds. ACT_ARCH=sse2, avx2 or avx512 in the environment asks for a lower one.

#include <act/act.hpp>
#include <chrono>
#include <cstdio>

int main() {
  const Eigen::ArrayXf x = Eigen::ArrayXf::LinSpaced(4096, -8, 8);
  Eigen::ArrayXf y(x.size());

  constexpr int calls = 10000;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < calls; ++i) y = act::tanh(x);
  const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;

#ifdef ACT_DISPATCH
  std::printf("act runs on %s\n", act::name_of(act::dispatch::in_use()));
#endif
  std::printf("tanh takes %.3f ns a number\n", time.count() / calls / double(x.size()));
  return y[0] > -1.0001f && y[0] < -0.999f && y[4095] == -y[0] ? 0 : 1;
}
