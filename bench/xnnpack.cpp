// SPDX-License-Identifier: MIT

// XNNPACK's operators, as of 2022, on one thread. An operator is set up by the first call with new
// arrays, which is a trial run of Google Benchmark's; the rest only run it.

#include "rivals.hpp"

#ifdef ACT_HAS_XNNPACK

#include <xnnpack.h>

#include <limits>
#include <stdexcept>

namespace bench {
namespace {

namespace formula = act::formula;

/// How the operator of the activation F is made and set up, where there is one. With one channel,
/// the size of the batch is that of the arrays.
template <class F>
struct operation {};

template <>
struct operation<copy<float>> {
  static xnn_status make(xnn_operator_t* made) { return xnn_create_copy_nc_x32(1, 1, 1, 0, made); }
  static constexpr auto set_up = xnn_setup_copy_nc_x32;
};

template <>
struct operation<formula::Sigmoid<float>> {
  static xnn_status make(xnn_operator_t* made) {
    return xnn_create_sigmoid_nc_f32(1, 1, 1, 0, made);
  }
  static constexpr auto set_up = xnn_setup_sigmoid_nc_f32;
};

template <>
struct operation<formula::ReLU<float>> {
  static xnn_status make(xnn_operator_t* made) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    return xnn_create_clamp_nc_f32(1, 1, 1, 0, infinity, 0, made);
  }
  static constexpr auto set_up = xnn_setup_clamp_nc_f32;
};

template <class F>
struct leaky {
  static xnn_status make(xnn_operator_t* made) {
    return xnn_create_leaky_relu_nc_f32(1, 1, 1, leaky_slope<F>, 0, made);
  }
  static constexpr auto set_up = xnn_setup_leaky_relu_nc_f32;
};

template <>
struct operation<formula::LeakyReLU<float>> : leaky<formula::LeakyReLU<float>> {};
template <>
struct operation<formula::PReLU<float>> : leaky<formula::PReLU<float>> {};
template <>
struct operation<formula::RReLU<float>> : leaky<formula::RReLU<float>> {};

template <>
struct operation<formula::ELU<float>> {
  static xnn_status make(xnn_operator_t* made) {
    return xnn_create_elu_nc_f32(1, 1, 1, 1, 0, made);
  }
  static constexpr auto set_up = xnn_setup_elu_nc_f32;
};

void require(xnn_status status) {
  if (status != xnn_status_success)
    throw std::runtime_error("XNNPACK refuses, with status " + std::to_string(status));
}

template <class F>
xnn_operator_t make() {
  xnn_operator_t made = nullptr;
  require(xnn_initialize(nullptr));
  require(operation<F>::make(&made));
  return made;
}

template <class F>
struct xnnpack_loops {};

template <class F>
  requires requires { operation<F>::set_up; }
struct xnnpack_loops<F> {
  static void value(const arrays<float>& a) {
    static const xnn_operator_t made = make<F>();
    static arrays<float> set_up_for{};
    if (a != set_up_for) {
      require(operation<F>::set_up(made, a.n, a.x, a.y, nullptr));
      set_up_for = a;
    }
    require(xnn_run_operator(made, nullptr));
  }
  static void in_place(const arrays<float>& a) {
    auto y = a;
    y.x = a.y;
    value(y);
  }
};

}  // namespace

/// XNNPACK has no version.
rival<float> xnnpack_rival() {
  return {"xnnpack", "XNNPACK", loops_for_all<xnnpack_loops, float>(functions{})};
}

}  // namespace bench

#endif
