// SPDX-License-Identifier: MIT

// One activation of each kind in Eigen's own loops, which call it with packets and single numbers
// in turn.

#include "support/eigen_functions.hpp"
#include <gtest/gtest.h>
#include <act/act.hpp>

namespace {

using namespace act::test;

template <class T>
class eigen_functions : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_functions, scalars, test_name);

/// What Eigen's loops make of a function depends on no more than its kind.
template <class T, class Visit>
void for_one_of_each_kind(const Visit& visit) {
  for_each_functor<T>(one_of_each_kind{}, visit);
  if constexpr (std::same_as<T, float>)
    for_each_functor<T>(act::function_list<act::exact::formula::Softplus>{}, visit);
}

/// An assignment would go to act's driver.
template <class Y, class E, class T = typename E::Scalar>
void assign_by_eigens_loop(Y& y, const E& expression) {
  Eigen::internal::call_dense_assignment_loop(y, expression, Eigen::internal::assign_op<T, T>());
}

TYPED_TEST(eigen_functions, have_the_same_bits_in_packets_and_alone) {
  using T = TypeParam;
  using vector = vector_of<T>;
  for_one_of_each_kind<T>([](const auto& f, const calls_of<T>& calls) {
    const auto& call = calls.with_one_output;
    for (Index n = 1; n <= 40; ++n) {
      const vector x = filled<vector>(n, 1, 3 * std::size_t(n)), dy = filled<vector>(n, 1, 1000);
      // Into the middle of an array, so that loops begin and end between packets.
      vector memory(n % 5 + n);
      Eigen::Map<vector> y(memory.data() + n % 5, n);
      const auto expect = [&](const array_call<T>& of) {
        expect_results<T>({y.data(), n}, calls, of, {x.data(), n}, {dy.data(), n});
      };
      assign_by_eigens_loop(y, f(x));
      expect(call[0]);
      assign_by_eigens_loop(y, x.unaryExpr(f));
      expect(call[0]);
      assign_by_eigens_loop(y, f.derivative(x));
      expect(call[1]);
      assign_by_eigens_loop(y, f.backward(x, dy));
      expect(call[2]);
      assign_by_eigens_loop(y, f.derivative_from_output(x));
      expect(call[3]);
    }
  });
}

TYPED_TEST(eigen_functions, have_the_same_bits_in_packets_of_every_width) {
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

TYPED_TEST(eigen_functions, are_vectorised_functors_of_eigens) {
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
