// SPDX-License-Identifier: MIT

// The first calls of act, checked against <cmath>.

#include <Eigen/Core>
#include <act/act.hpp>
#include <cmath>
#include <iostream>
#include <vector>

namespace {

const Eigen::IOFormat row(4, Eigen::DontAlignCols, " ", " ");

bool near(float got, double want) { return std::abs(got - want) < 1e-6; }

}  // namespace

int main() {
  const Eigen::ArrayXf x = Eigen::ArrayXf::LinSpaced(5, -2, 2), dy = x.square();
  const Eigen::MatrixXf w = Eigen::MatrixXf::Constant(2, 5, 0.25f), h = x.matrix();
  const Eigen::VectorXf b = Eigen::VectorXf::Ones(2);
  const std::vector<float> in{-1, 0, 1};
  std::vector<float> out(in.size());

  Eigen::ArrayXf y = act::relu(x);                       // lazy: fuses with what stands around it
  Eigen::MatrixXf a = act::tanh((w * h).colwise() + b);  // Matrix in, Matrix out
  Eigen::ArrayXf d = act::elu.derivative(x, 0.5f);       // f'(x); parameters follow x
  Eigen::ArrayXf dx = act::sigmoid.backward(x, dy);      // dy * f'(x) in one pass
  float s = act::selu(0.3f);                             // a scalar: the bits of an array's element
  Eigen::ArrayXf e = act::exact::tanh(x);                // correctly rounded
  act::transform(act::softplus, in, out);                // whatever a std::span can be made of
  act::LeakyReLU<float> f{0.2f};                         // a functor, for a layer to keep
  Eigen::ArrayXf z = f(x) + 1;

  std::cout << "x             " << x.format(row) << '\n'
            << "relu          " << y.format(row) << '\n'
            << "tanh(w h + b) " << a.format(row) << '\n'
            << "elu'          " << d.format(row) << '\n'
            << "dy sigmoid'   " << dx.format(row) << '\n'
            << "selu(0.3)     " << s << '\n'
            << "exact tanh    " << e.format(row) << '\n'
            << "softplus      " << out[0] << ' ' << out[1] << ' ' << out[2] << '\n'
            << "leaky relu+1  " << z.format(row) << '\n';

  const double sigmoid = 1 / (1 + std::exp(2.0));
  const bool right = near(y[0], 0) && near(y[4], 2) && near(a(1, 0), std::tanh(1.0)) &&
                     near(d[0], 0.5 * std::exp(-2.0)) && near(d[4], 1) &&
                     near(dx[0], 4 * sigmoid * (1 - sigmoid)) &&
                     near(s, 1.0507009873554805 * 0.3) && near(e[0], std::tanh(-2.0)) &&
                     near(out[1], std::log(2.0)) && near(z[0], 0.6);
  if (!right) std::cerr << "first_call: a result differs from what <cmath> says\n";
  return right ? 0 : 1;
}
