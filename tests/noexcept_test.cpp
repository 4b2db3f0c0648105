// SPDX-License-Identifier: MIT

// Which public calls of scalars and batches promise not to throw: all that have nothing to refuse.

#include <gtest/gtest.h>
#include <act/functions.hpp>

namespace {

using batch = xsimd::batch<float>;

template <class F, class V, class... P>
void expect_noexcept(const char* name, const F& f, const V& x, P... p) {
  EXPECT_TRUE(noexcept(f(x, p...))) << name;
  EXPECT_TRUE(noexcept(f.derivative(x, p...))) << name;
  EXPECT_TRUE(noexcept(f.backward(x, x, p...))) << name;
  EXPECT_TRUE(noexcept(f.value_and_derivative(x, p...))) << name;
}

TEST(exceptions, are_ruled_out_where_nothing_can_be_refused) {
  expect_noexcept("tanh", act::tanh, 1.0F);
  expect_noexcept("softplus", act::softplus, 1.0);
  expect_noexcept("prelu", act::prelu, 1.0F);
  expect_noexcept("rrelu", act::rrelu, 1.0F);
  expect_noexcept("selu of a batch", act::selu, batch(1.0F));
  expect_noexcept("leaky_relu with a slope", act::leaky_relu, 1.0F, 0.1F);
  expect_noexcept("prelu with a slope", act::prelu, 1.0F, 0.1F);
  expect_noexcept("elu with an alpha", act::elu, 1.0, 0.5);
  expect_noexcept("step with a value at zero", act::step, 1.0F, 0.5F);
  expect_noexcept("ELU", act::ELU<double>{0.5}, 1.0);
  expect_noexcept("RReLU of a batch", act::RReLU<float>(0.1F, 0.2F), batch(1.0F));
  EXPECT_TRUE(noexcept(act::Softplus<float>())&& noexcept(act::RReLU<float>()));
  EXPECT_TRUE(noexcept(act::tanh.derivative_from_output(1.0)));
  EXPECT_TRUE(noexcept(act::Sigmoid<float>{}.derivative_from_output(batch(1.0F))));
  EXPECT_TRUE(noexcept(act::prelu.slope_gradient(1.0F, 2.0F, 0.5F)));
}

TEST(exceptions, are_possible_where_parameters_are_checked) {
  EXPECT_FALSE(noexcept(act::softplus(1.0F, 0.5F)));
  EXPECT_FALSE(noexcept(act::softplus.value_and_derivative(1.0F, 0.5F)));
  EXPECT_FALSE(noexcept(act::rrelu.backward(1.0F, 1.0F, 0.1F, 0.2F)));
  EXPECT_FALSE(noexcept(act::elu.derivative_from_output(1.0F, 0.5F)));
  EXPECT_FALSE(noexcept(act::LeakyReLU<float>{0.5F}.derivative_from_output(1.0F)));
}

}  // namespace
