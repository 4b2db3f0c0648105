// SPDX-License-Identifier: MIT

#define EIGEN_USE_THREADS

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <unsupported/Eigen/CXX11/Tensor>
#include "support/arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class tensor : public ::testing::Test {};
TYPED_TEST_SUITE(tensor, scalars, test_name);

template <class T>
[[nodiscard]] Eigen::Tensor<T, 2> filled_tensor(Eigen::Index rows, Eigen::Index columns) {
  Eigen::Tensor<T, 2> x(rows, columns);
  const auto numbers = inputs<T>(static_cast<std::size_t>(x.size()));
  std::copy(numbers.begin(), numbers.end(), x.data());
  return x;
}

template <class T, class F>
void expect_values(const F& f, const Eigen::Tensor<T, 2>& y, const Eigen::Tensor<T, 2>& x) {
  const auto size = static_cast<std::size_t>(x.size());
  EXPECT_TRUE(same_elements<T>({y.data(), size}, [&](auto i) { return f(x.data()[i]); }));
}

TYPED_TEST(tensor, takes_functors_on_a_pool_of_threads) {
  using T = TypeParam;
  Eigen::ThreadPool pool(2);
  const Eigen::ThreadPoolDevice device(&pool, 2);
  const auto expect = [&](const auto& f) {
    // From less than a packet to what is shared among the threads.
    for (const auto& [r, c] :
         {std::pair<Eigen::Index, Eigen::Index>{1, 1}, {3, 5}, {17, 31}, {257, 123}, {1021, 509}}) {
      const auto x = filled_tensor<T>(r, c);
      Eigen::Tensor<T, 2> y(r, c);
      y.setConstant(sentinel<T>);
      y.device(device) = x.unaryExpr(f);
      expect_values(f, y, x);
    }
  };
  expect(act::Tanh<T>{});
  expect(act::ELU<T>{T(0.5)});
  expect(act::Softplus<T>{});
  expect(act::RReLU<T>{});
}

TYPED_TEST(tensor, takes_functors_within_expressions_and_slices) {
  using T = TypeParam;
  const auto x = filled_tensor<T>(33, 21);
  const act::Sigmoid<T> f;
  Eigen::Tensor<T, 2> y = x.unaryExpr(f) * x.constant(1);
  expect_values(f, y, x);
  y = x.unaryExpr(act::sigmoid) * x.constant(1);
  expect_values(f, y, x);
  y = x;
  y = y.unaryExpr(f);
  expect_values(f, y, x);
  const Eigen::array<Eigen::Index, 2> offset{2, 3}, extent{17, 11};
  Eigen::Tensor<T, 2> part = x.slice(offset, extent).unaryExpr(f);
  expect_values(f, part, Eigen::Tensor<T, 2>(x.slice(offset, extent)));
}

}  // namespace
