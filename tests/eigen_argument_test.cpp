// SPDX-License-Identifier: MIT

// Larger expressions, temporaries and arguments of any layout to act's calls.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

// What fits together does not depend on the type of the numbers.
using T = float;

const auto tanh_of = [](auto x) { return act::tanh(x); };

TEST(eigen_argument, takes_casts_wrappers_and_fixed_parts) {
  using array = array_of<T>;
  const Eigen::ArrayXXi integers = Eigen::ArrayXXi::Random(6, 7) / (1 << 28);
  const array cast = act::tanh(integers.cast<T>());
  EXPECT_TRUE(is_map_of(cast, tanh_of, integers.cast<T>()));
  const matrix_of<T> m = filled<matrix_of<T>>(6, 7);
  const array wrapped = act::tanh(m.array());
  EXPECT_TRUE(is_map_of(wrapped, tanh_of, m));
  const array constant = act::tanh(array::Constant(4, 5, T(0.5)));
  EXPECT_TRUE(is_map_of(constant, tanh_of, array::Constant(4, 5, T(0.5))));
  Eigen::Matrix<T, 3, 7> part = act::tanh(m.topRows<3>());
  EXPECT_TRUE(is_map_of(part, tanh_of, m.topRows(3)));
  part.middleCols<2>(1).noalias() = act::tanh(m.block<3, 2>(1, 1));
  EXPECT_TRUE(is_map_of(part.middleCols(1, 2), tanh_of, m.block(1, 1, 3, 2)));
  const Eigen::Array<T, Dynamic, 1> diagonal = act::tanh(m.diagonal().array());
  EXPECT_TRUE(is_map_of(diagonal, tanh_of, m.diagonal()));
}

TEST(eigen_argument, of_a_temporary_is_its_memory) {
  using vector = vector_of<T>;
  const vector x = filled<vector>(50, 1), dy = filled<vector>(50, 1, 500);
  const auto backward = [&](Index i, Index) { return act::tanh.backward(x(i), dy(i)); };
  vector source = x;
  const T* memory = source.data();
  auto value = act::tanh(std::move(source));
  EXPECT_EQ(value.data(), memory);
  EXPECT_TRUE(is_map_of(value, tanh_of, x));

  source = x;
  memory = source.data();
  auto from_x = act::tanh.backward(std::move(source), dy);
  EXPECT_EQ(from_x.data(), memory);
  EXPECT_TRUE(has_elements(from_x, 50, 1, backward));

  source = dy;
  memory = source.data();
  auto from_dy = act::tanh.backward(x, std::move(source));
  EXPECT_EQ(from_dy.data(), memory);
  EXPECT_TRUE(has_elements(from_dy, 50, 1, backward));

  const auto make_constant = [&]() -> const vector { return x; };
  const auto of_constant = act::tanh(make_constant());
  EXPECT_TRUE(is_map_of(of_constant, tanh_of, x));
  auto nested = act::relu(act::tanh(vector(x)));
  EXPECT_TRUE(is_map_of(
      nested, [](T t) { return act::relu(act::tanh(t)); }, x));
}

TEST(eigen_argument, backward_takes_expressions_of_any_layout) {
  using array = array_of<T>;
  const array x = filled<array>(11, 13), dy = filled<array>(11, 13, 1000);
  const dynamic_array<T, Eigen::RowMajor> by_rows = dy;
  const auto backward = [&](Index i, Index j) { return act::tanh.backward(x(i, j), dy(i, j)); };
  const auto expect = [&](const array& dx) { EXPECT_TRUE(has_elements(dx, 11, 13, backward)); };
  expect(act::tanh.backward(x, dy));
  expect(act::tanh.backward(x, by_rows));
  expect(act::tanh.backward(x.reverse(), dy.reverse()).reverse());
  expect(act::tanh.backward(x + 0 * dy.isFinite().cast<T>(), dy));
  array in_place = dy;
  in_place = act::tanh.backward(x, in_place);
  expect(in_place);
  array in_block = array::Zero(20, 20);
  in_block.block(3, 4, 11, 13) = act::tanh.backward(x, dy);
  expect(in_block.block(3, 4, 11, 13));
}

}  // namespace
