// SPDX-License-Identifier: MIT

// What kind of expression act's calls are, and what they are in sums.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

template <class T>
class eigen_expression : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_expression, scalars, test_name);

template <class Kind, class E>
inline constexpr bool is_of_kind =
    std::is_same_v<typename Eigen::internal::traits<std::remove_cvref_t<E>>::XprKind, Kind>;
template <class E>
inline constexpr bool is_array = is_of_kind<Eigen::ArrayXpr, E>;
template <class E>
inline constexpr bool is_matrix = is_of_kind<Eigen::MatrixXpr, E>;
template <class E>
inline constexpr bool is_plain = std::derived_from<E, Eigen::PlainObjectBase<E>>;

TEST(eigen_expression, is_an_array_of_arrays_and_a_matrix_of_matrices) {
  Eigen::ArrayXXf a;
  Eigen::MatrixXf m;
  static_assert(is_array<decltype(act::tanh(a))> && is_matrix<decltype(act::tanh(m))>);
  static_assert(is_array<decltype(act::tanh(m.array()))> && is_matrix<decltype(act::tanh(m * m))>);
  static_assert(is_array<decltype(act::relu.backward(a, a))>);
  static_assert(is_matrix<decltype(act::relu.derivative(m.topRows(1)))>);
  static_assert(is_array<decltype(act::prelu(a, a.col(0)))>);
  using fixed = decltype(act::tanh(Eigen::Matrix<double, 3, Dynamic>()));
  static_assert(fixed::RowsAtCompileTime == 3 && fixed::ColsAtCompileTime == Dynamic);
  static_assert(std::is_same_v<fixed::Scalar, double>);
}

TEST(eigen_expression, is_lazy_except_of_a_temporary) {
  Eigen::ArrayXf a;
  const Eigen::ArrayXf c;
  static_assert(!is_plain<decltype(act::tanh(a))> && !is_plain<decltype(act::tanh(a + a))>);
  static_assert(!is_plain<decltype(act::relu.backward(a, c))>);
  static_assert(is_plain<decltype(act::tanh(Eigen::ArrayXf()))>);
  static_assert(is_plain<decltype(act::tanh(std::move(a)))>);
  static_assert(is_plain<decltype(act::relu.backward(Eigen::ArrayXf(), a))>);
  static_assert(is_plain<decltype(act::relu.backward(a, Eigen::ArrayXf()))>);
  static_assert(is_plain<decltype(act::relu.backward(a + a, Eigen::ArrayXf()))>);
}

/// A product at the end of an activation must not be contracted with the sum around it.
TYPED_TEST(eigen_expression, keeps_the_bits_of_each_term_of_a_sum) {
  using T = TypeParam;
  using vector = vector_of<T>;
  const vector x = filled<vector>(100, 1), dy = filled<vector>(100, 1, 1000);
  const vector start = filled<vector>(100, 1, 2000);
  vector sum = start, leaky = start + act::leaky_relu(x, T(0.3));
  sum += act::tanh.backward(x, dy);
  const std::function<T(T, T)> backward = [](T a, T b) { return act::tanh.backward(a, b); };
  const std::function<T(T)> leaky_of = [](T t) { return act::leaky_relu(t, T(0.3)); };
  EXPECT_TRUE(
      has_elements(sum, 100, 1, [&](Index i, Index) { return start(i) + backward(x(i), dy(i)); }));
  EXPECT_TRUE(
      has_elements(leaky, 100, 1, [&](Index i, Index) { return start(i) + leaky_of(x(i)); }));
}

}  // namespace
