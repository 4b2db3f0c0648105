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

}  // namespace
