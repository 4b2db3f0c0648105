// SPDX-License-Identifier: MIT

// The macros of windows.h do not reach into act's headers. Eigen and xsimd, which break of them,
// come first, as do the standard headers.

#include <gtest/gtest.h>
#include <Eigen/Core>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <ranges>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#define far
#define near
#define FAR
#define NEAR
#define IN
#define OUT
#define CONST const
#define VOID void
#define ERROR 0
#define TRUE 1
#define FALSE 0
#define interface struct
#define small char
#define hyper __int64
#define pascal
#define cdecl
#define Yield()
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))

#include <act/act.hpp>

namespace act::test {
namespace {

TEST(windows_macros, do_not_reach_into_the_headers) {
  const Eigen::Array3f x{-1, 0, 2}, y = act::relu(x), slopes{0.5F, 0.25F, 1};
  EXPECT_TRUE((y == Eigen::Array3f{0, 0, 2}).all());
  EXPECT_EQ(act::prelu(x, slopes)[0], -0.5F);
  EXPECT_EQ(act::prelu.slope_gradient(x, y, slopes).sum(), 0);
  Eigen::Array3f drawn;
  act::Philox rng(7);
  const Eigen::Array3f trained = act::rrelu.train(x, drawn, rng);
  EXPECT_EQ(trained[2], 2);
}

}  // namespace
}  // namespace act::test
