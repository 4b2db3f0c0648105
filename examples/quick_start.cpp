// SPDX-License-Identifier: MIT

#include <act/act.hpp>
#include <iostream>

int main() {
  const Eigen::ArrayXf x = Eigen::ArrayXf::LinSpaced(5, -2, 2), dy = x.square();

  const Eigen::ArrayXf y = act::tanh(x);                   // lazy until it is assigned
  const Eigen::ArrayXf d = act::elu.derivative(x, 0.5f);   // f'(x); parameters follow x
  const Eigen::ArrayXf dx = act::sigmoid.backward(x, dy);  // dy * f'(x) in one pass
  const act::LeakyReLU<float> f{0.2f};                     // a functor, for a layer to keep
  const Eigen::ArrayXf z = f(x) + 1;                       // fuses with what stands around it

  std::cout << "tanh           " << y.transpose() << "\nelu'           " << d.transpose()
            << "\ndy sigmoid'    " << dx.transpose() << "\nleaky_relu + 1 " << z.transpose()
            << "\nselu(0.3)      " << act::selu(0.3f) << '\n';
}
