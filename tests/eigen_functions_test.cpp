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

}  // namespace
