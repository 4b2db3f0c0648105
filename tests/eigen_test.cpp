// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <utility>
#include "support/eigen_arrays.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;
using Eigen::Dynamic;

template <class T>
class eigen : public ::testing::Test {};
TYPED_TEST_SUITE(eigen, scalars, test_name);

const auto elu = [](auto x) { return act::elu(x); };

TYPED_TEST(eigen, arrays_of_any_length_and_alignment_have_the_bits_of_scalar_calls) {
  using vector = vector_of<TypeParam>;
  for (Index n = 0; n <= 200; ++n) {
    const Index shift = n % 19;
    const vector memory = filled<vector>(n + shift, 1), x = memory.tail(n);
    const Eigen::Map<const vector> unaligned(memory.data() + shift, n);
    vector y = act::elu(unaligned), padded = vector::Constant(n + 40, sentinel<TypeParam>);
    EXPECT_TRUE(is_map_of(y, elu, x));
    Eigen::Map<vector>(padded.data() + shift, n) = act::elu(x);
    EXPECT_TRUE(is_map_of(padded.segment(shift, n), elu, x));
    EXPECT_EQ((padded == sentinel<TypeParam>).count(), 40);
    y = x;
    y = act::elu(y);
    EXPECT_TRUE(is_map_of(y, elu, x));
  }
}

template <class T>
using vector_ref = Eigen::Ref<Eigen::Array<T, Dynamic, 1>>;

TYPED_TEST(eigen, references_as_function_parameters_are_taken) {
  using T = TypeParam;
  using vector = vector_of<TypeParam>;
  const auto apply = [](const Eigen::Ref<const vector>& x, vector_ref<T> y) { y = act::elu(x); };
  for (Index n = 0; n < 40; ++n) {
    const vector x = filled<vector>(n, 1);
    vector y(n);
    apply(x, y);
    EXPECT_TRUE(is_map_of(y, elu, x));
    apply(x + T(1), y);
    EXPECT_TRUE(is_map_of(
        y, [](T t) { return act::elu(t + T(1)); }, x));
  }
}

/// How functions for any of Eigen's expressions are written.
template <class X>
auto of_base(const Eigen::DenseBase<X>& x) {
  return typename X::PlainObject(act::elu(x));
}
template <class X>
auto of_array(const Eigen::ArrayBase<X>& x) {
  return typename X::PlainObject(act::elu(x));
}
template <class T>
struct inherited : Eigen::Array<T, Dynamic, 1> {
  using Eigen::Array<T, Dynamic, 1>::Array;
};

TYPED_TEST(eigen, expressions_are_recognised_by_their_base) {
  using T = TypeParam;
  using vector = vector_of<TypeParam>;
  const vector x = filled<vector>(21, 1);
  vector y = vector::Zero(30);
  y.segment(4, 11) = act::elu(x.segment(5, 11));
  y.head(4) = act::elu(x.head(4));
  y.tail(2) = act::elu(x.template tail<2>());
  EXPECT_TRUE(is_map_of(y.segment(4, 11), elu, x.segment(5, 11)));
  EXPECT_TRUE(is_map_of(y.head(4), elu, x.head(4)));
  EXPECT_TRUE(is_map_of(y.tail(2), elu, x.tail(2)));
  EXPECT_TRUE(is_map_of(of_base(x + x), elu, x + x));
  EXPECT_TRUE(is_map_of(of_array(x), elu, x));
  inherited<T> own(21);
  own = x;
  y = act::elu(own);
  EXPECT_TRUE(is_map_of(y, elu, x));
}

TYPED_TEST(eigen, empty_arrays_stay_empty) {
  using array = array_of<TypeParam>;
  array x(0, 5), y = array::Zero(3, 3), d;
  y = act::elu(x);
  EXPECT_TRUE(y.rows() == 0 && y.cols() == 5);
  act::elu.value_and_derivative(x, y, d);
  EXPECT_TRUE(d.rows() == 0 && d.cols() == 5);
  y = act::elu.backward(array(4, 0), array(4, 0));
  EXPECT_TRUE(y.rows() == 4 && y.cols() == 0);
}

}  // namespace
