// SPDX-License-Identifier: MIT

// Every activation in Eigen's packets, and one of each kind in packets of every width.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include "support/eigen_functions.hpp"

namespace {

using namespace act::test;

template <class T>
class eigen_packet : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_packet, scalars, test_name);

TYPED_TEST(eigen_packet, have_the_same_bits_in_packets) {
  using T = TypeParam;
  using packet = typename Eigen::internal::packet_traits<T>::type;
  constexpr int size = Eigen::internal::packet_traits<T>::size;
  for_each_functor<T>([]<class F>(const act::Functor<F>& f, const calls_of<T>& calls) {
    using act::eigen::elementwise;
    const auto& call = calls.with_one_output;
    Eigen::Array<T, size, 1> x, dy, y;
    const auto expect = [&](const packet& got, const array_call<T>& of) {
      Eigen::internal::pstoreu(y.data(), got);
      expect_results<T>({y.data(), y.size()}, calls, of, {x.data(), x.size()},
                        {dy.data(), x.size()});
    };
    for (std::size_t first = 0; first < 300; first += 3) {
      fill(x, first);
      fill(dy, first + 1000);
      const auto px = Eigen::internal::ploadu<packet>(x.data());
      const auto pdy = Eigen::internal::ploadu<packet>(dy.data());
      expect(f(x).functor().packetOp(px), call[0]);
      expect(elementwise<act::op::derivative<F>, T>{{f}}.packetOp(px), call[1]);
      expect(elementwise<act::op::backward<F>, T>{{f}}.packetOp(px, pdy), call[2]);
      if constexpr (act::detail::has_derivative_from_output<F>)
        expect(elementwise<act::op::derivative_from_output<F>, T>{{f}}.packetOp(px), call[3]);
    }
  });
}

TYPED_TEST(eigen_packet, have_the_same_bits_in_packets_of_every_width) {
  using T = TypeParam;
  for_one_of_each_kind<T>([](const auto& f, const calls_of<T>& calls) {
    const auto expect = [&]<int N>(std::integral_constant<int, N>) {
      Eigen::Array<T, N, 1> x, y;
      for (std::size_t first = 0; first < 60; first += 4) {
        fill(x, first);
        assign_by_eigens_loop(y, f(x));
        expect_results<T>({y.data(), N}, calls, calls.with_one_output[0], {x.data(), N},
                          {x.data(), N});
      }
    };
    expect(std::integral_constant<int, 2>{});
    expect(std::integral_constant<int, 4>{});
    expect(std::integral_constant<int, 8>{});
  });
}

}  // namespace
