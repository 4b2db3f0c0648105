// SPDX-License-Identifier: MIT

// Numbers that bind to no reference are taken by value, as std::tanh takes them.

#include <act/functions.hpp>

#include "support/types.hpp"

namespace act::test {
namespace {

struct [[gnu::packed]] message {
  char id;
  float x;
  double y;
};

TEST(number, may_be_a_field_of_a_packed_structure) {
  message m{'a', 0.5F, -2};
  EXPECT_EQ(act::tanh(m.x), act::tanh(0.5F));
  EXPECT_EQ(act::elu(m.y, m.x), act::elu(-2.0, 0.5));
  EXPECT_EQ(act::prelu(m.y, m.y), 4);
  EXPECT_EQ(act::tanh.derivative(m.x), act::tanh.derivative(0.5F));
  EXPECT_EQ(act::tanh.derivative_from_output(m.x), 0.75F);
  EXPECT_EQ(act::tanh.backward(m.x, m.x), act::tanh.backward(0.5F, 0.5F));
  EXPECT_EQ(act::tanh.backward_from_output(m.x, m.x), 0.375F);
  EXPECT_EQ(act::prelu.slope_gradient(m.y, m.y, m.y), 4);
  EXPECT_EQ(act::softplus.value_and_derivative(m.x).value, act::softplus(0.5F));
  EXPECT_EQ(act::Tanh<float>{}(m.x), act::tanh(0.5F));
  EXPECT_EQ(act::ELU<double>{0.5}.backward(m.y, m.y), act::elu.backward(-2.0, -2.0, 0.5));
}

TEST(number, may_be_volatile) {
  volatile float x = 0.5F;
  const volatile double y = -2;
  EXPECT_EQ(act::tanh(x), act::tanh(0.5F));
  EXPECT_EQ(act::elu(y, x), act::elu(-2.0, 0.5));
  EXPECT_EQ(act::exact::sigmoid(x), act::exact::sigmoid(0.5F));
  EXPECT_EQ(act::relu.backward(x, x), 0.5F);
  EXPECT_EQ(act::selu.value_and_derivative(y).derivative, act::selu.derivative(-2.0));
  EXPECT_EQ(act::Sigmoid<float>{}.derivative_from_output(x), 0.25F);
}

}  // namespace
}  // namespace act::test
