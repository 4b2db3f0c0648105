// SPDX-License-Identifier: MIT

// act's functors as functors of Eigen's.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_functions.hpp"

namespace {

using namespace act::test;

template <class T>
class eigen_functor : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_functor, scalars, test_name);

TYPED_TEST(eigen_functor, is_vectorised) {
  using T = TypeParam;
  for_each_functor<T>([](const auto& f, const calls_of<T>&) {
    using functor = std::remove_cvref_t<decltype(f)>;
    EXPECT_EQ(bool(Eigen::internal::functor_traits<functor>::PacketAccess),
              bool(Eigen::internal::packet_traits<T>::Vectorizable));
  });
  for_one_of_each_kind<T>([](const auto& f, const calls_of<T>& calls) {
    const auto x = filled<array_of<T>>(7, 9);
    const array_of<T> y = x.unaryExpr(f);
    EXPECT_TRUE(is_map_of(y, calls.value, x)) << f.name;
  });
}

// An object is a functor of both types, with default parameters.
TYPED_TEST(eigen_functor, is_an_object_too) {
  using T = TypeParam;
  const auto x = filled<array_of<T>>(7, 9);
  const auto expect = [&]<class G>(const G& f) {
    EXPECT_EQ(bool(Eigen::internal::functor_traits<G>::PacketAccess),
              bool(Eigen::internal::packet_traits<T>::Vectorizable));
    const auto lazy = x.unaryExpr(f);
    using evaluator = Eigen::internal::evaluator<std::remove_const_t<decltype(lazy)>>;
    EXPECT_EQ(bool(int(evaluator::Flags) & Eigen::PacketAccessBit),
              bool(Eigen::internal::packet_traits<T>::Vectorizable));
    for (const array_of<T>& y : {array_of<T>(lazy), array_of<T>(lazy * T(1))})
      EXPECT_TRUE(same_elements<T>({y.data(), static_cast<std::size_t>(y.size())},
                                   [&](auto i) { return f(x.data()[i]); }));
  };
  expect(act::tanh);
  expect(act::prelu);
  expect(act::rrelu);
  expect(act::elu);
  if constexpr (std::same_as<T, float>) {
    expect(act::exact::softplus);
    expect(act::exact::prelu);
  }
}

}  // namespace
