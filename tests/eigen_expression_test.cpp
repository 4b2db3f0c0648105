// SPDX-License-Identifier: MIT

// act's calls as parts of larger expressions.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

// What fits together does not depend on the type of the numbers; products and sums are for both.
template <class T>
class eigen_expression : public ::testing::Test {};
TYPED_TEST_SUITE(eigen_expression, scalars, test_name);

const auto tanh_of = [](auto x) { return act::tanh(x); };

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

TYPED_TEST(eigen_expression, of_a_layer_is_evaluated_at_once) {
  using T = TypeParam;
  using matrix = matrix_of<T>;
  const matrix w = matrix::Random(9, 5);
  matrix h = matrix::Random(5, 21);
  const Eigen::Matrix<T, Dynamic, 1> b = Eigen::Matrix<T, Dynamic, 1>::Random(9);
  const matrix sum = (w * h).colwise() + b;
  const matrix y = act::tanh((w * h).colwise() + b);
  EXPECT_TRUE(is_map_of(y, tanh_of, sum));
  matrix z(9, 21);
  z.noalias() = act::tanh(w * h);
  EXPECT_TRUE(is_map_of(z, tanh_of, w * h));
  const matrix product = w * h;
  h = act::tanh(w * h);
  EXPECT_TRUE(is_map_of(h, tanh_of, product));
  const matrix of_act = w.transpose() * act::tanh(product);
  EXPECT_TRUE(of_act.isApprox(w.transpose() * h));
}

TEST(eigen_expression, fuses_with_what_surrounds_it) {
  using T = float;
  using array = array_of<T>;
  for (const auto& [r, c] : {std::pair<Index, Index>{1, 1}, {3, 5}, {16, 2}, {31, 7}}) {
    const array x = filled<array>(r, c), z = filled<array>(r, c, 1000);
    const array sum = act::tanh(x) + act::relu(z);
    const auto tanh_plus_relu = [&](Index i, Index j) {
      return act::tanh(x(i, j)) + act::relu(z(i, j));
    };
    EXPECT_TRUE(has_elements(sum, r, c, tanh_plus_relu));
    const array nested = act::relu(act::tanh(x - z));
    EXPECT_TRUE(is_map_of(
        nested, [](T t) { return act::relu(act::tanh(t)); }, x - z));
    array reversed = (2 * act::tanh(x)).reverse();
    EXPECT_TRUE(is_map_of(
        reversed.reverse(), [](T t) { return 2 * act::tanh(t); }, x));
    const array of_reversed = act::tanh(x.reverse());
    EXPECT_TRUE(is_map_of(of_reversed, tanh_of, x.reverse()));
    const array transposed = act::tanh(x.transpose()).transpose();
    EXPECT_TRUE(is_map_of(transposed, tanh_of, x));
    const array chosen = (z > 0).select(act::tanh(x), x);
    EXPECT_TRUE(has_elements(chosen, r, c, [&](Index i, Index j) {
      return z(i, j) > 0 ? act::tanh(x(i, j)) : x(i, j);
    }));
    EXPECT_TRUE(is_map_of(act::tanh(x).block(0, 0, r, c).eval(), tanh_of, x));
    EXPECT_TRUE(identical(act::tanh(x)(r - 1, c - 1), act::tanh(x(r - 1, c - 1))));
    EXPECT_EQ((act::tanh(x) > 0).count(), (x > 0).count());
  }
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
