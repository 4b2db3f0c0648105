// SPDX-License-Identifier: MIT

// One part of a program whose parts are compiled for different processors: PART names its function.
// Eigen's own functions are not kept apart, so the programs that run are without.

#include <array>
#ifdef WITH_EIGEN
#include <act/act.hpp>
#else
#include <act/array/transform.hpp>
#include <act/functions.hpp>
#endif

int PART(bool refused) {
  std::array<float, 67> x{}, d{};
  std::array<float, 66> shorter{};
  if (refused) {
    try {
      act::transform(act::tanh, x, shorter);
    } catch (const std::invalid_argument&) {
      return 0;
    }
    return 1;
  }
  for (float& xi : x) xi = 0.5F;
  act::transform_value_and_derivative(act::elu, x, x, d);
  act::transform_backward(act::exact::elu, d, d, d);
  act::transform(act::softplus, d, d, act::parallel);
#ifdef WITH_EIGEN
  Eigen::ArrayXf y = Eigen::ArrayXf::Constant(67, 0.5F), e;
  act::tanh.value_and_derivative(y, y, e);
  y = act::prelu(y, e);
  d[3] += act::prelu.slope_gradient(y, e, y)(0);
#endif
  return d[3] > 0 ? 0 : 1;
}
