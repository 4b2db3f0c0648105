// SPDX-License-Identifier: MIT

// Every activation in Eigen's own loops, which call it with packets and single numbers in turn.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/calls.hpp"
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

template <class T>
class eigen_functions : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_functions, scalars, test_name);

/// visit(functor, its calls) for all of the list.
template <class T, class Visit>
void for_each_functor(const Visit& visit) {
  const auto calls = calls_of_all_activations<T>();
  auto next = calls.begin();
  [&]<template <class> class... F>(act::function_list<F...>) {
    (visit(act::Functor<F<T>>{}, *next++), ...);
  }(act::functions{});
  if constexpr (std::same_as<T, float>)
    [&]<template <class> class... F>(act::function_list<F...>) {
      (visit(act::Functor<F<T>>{}, *next++), ...);
    }(act::exact::functions{});
}

/// x alone would go to act's driver; a factor of 1 keeps the bits.
template <class Y, class E>
void assign_by_eigens_loop(Y& y, const E& expression) {
  y = expression * typename Y::Scalar(1);
}

/// Into the middle of an array, so that loops begin and end between packets.
template <class T, class E>
[[nodiscard]] vector_of<T> by_eigens_loop(Index shift, const E& expression) {
  vector_of<T> memory(shift + expression.size());
  auto y = memory.tail(expression.size());
  assign_by_eigens_loop(y, expression);
  return y;
}

TYPED_TEST(eigen_functions, have_the_same_bits_in_packets_and_alone) {
  using T = TypeParam;
  using vector = vector_of<T>;
  for_each_functor<T>([](const auto& f, const calls_of<T>& calls) {
    ASSERT_STREQ(f.name, calls.name);
    for (Index n = 1; n <= 40; ++n) {
      const Index shift = n % 5;
      const vector x = filled<vector>(n, 1, 3 * std::size_t(n)), dy = filled<vector>(n, 1, 1000);
      const auto expect = [&](const vector& got, const char* name, auto call) {
        EXPECT_TRUE(
            has_elements(got, n, 1, [&](Index i, Index) { return call.scalar(x(i), dy(i)); }))
            << f.name << ' ' << name;
      };
      const auto& call = calls.with_one_output;
      expect(by_eigens_loop<T>(shift, f(x)), "value", call[0]);
      expect(by_eigens_loop<T>(shift, x.unaryExpr(f)), "unaryExpr", call[0]);
      expect(by_eigens_loop<T>(shift, f.derivative(x)), "derivative", call[1]);
      expect(by_eigens_loop<T>(shift, f.backward(x, dy)), "backward", call[2]);
      if constexpr (requires { f.derivative_from_output(x); })
        expect(by_eigens_loop<T>(shift, f.derivative_from_output(x)), "from_output", call[3]);
    }
  });
}

TYPED_TEST(eigen_functions, have_the_same_bits_in_packets_of_every_width) {
  using T = TypeParam;
  for_each_functor<T>([](const auto& f, const calls_of<T>& calls) {
    const auto expect = [&]<int N>(std::integral_constant<int, N>) {
      Eigen::Array<T, N, 1> x, y;
      for (std::size_t first = 0; first < 60; first += 4) {
        fill(x, first);
        assign_by_eigens_loop(y, f(x));
        EXPECT_TRUE(same_elements<T>({y.data(), N}, [&](auto i) {
          return calls.value(x.data()[i]);
        })) << f.name;
      }
    };
    expect(std::integral_constant<int, 2>{});
    expect(std::integral_constant<int, 4>{});
    expect(std::integral_constant<int, 8>{});
  });
}

TYPED_TEST(eigen_functions, are_vectorised_functors_of_eigens) {
  using T = TypeParam;
  for_each_functor<T>([](const auto& f, const calls_of<T>& calls) {
    using functor = std::remove_cvref_t<decltype(f)>;
    EXPECT_EQ(bool(Eigen::internal::functor_traits<functor>::PacketAccess),
              bool(Eigen::internal::packet_traits<T>::Vectorizable));
    const auto x = filled<array_of<T>>(7, 9);
    const array_of<T> y = x.unaryExpr(f);
    EXPECT_TRUE(is_map_of(y, calls.value, x)) << f.name;
  });
}

}  // namespace
