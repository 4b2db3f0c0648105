// SPDX-License-Identifier: MIT

// XNNPACK's operators, as of 2022, on one thread. An operator is set up by the first call with new
// arrays, which is a trial run of Google Benchmark's; the rest only run it.

#include "described.hpp"

#ifdef ACT_HAS_XNNPACK

#include <xnnpack.h>

#include <stdexcept>

namespace bench {
namespace {

/// How an operator is made and set up. With one channel, the size of the batch is that of the
/// arrays.
struct operation {
  xnn_status (*create)(float a, float b, xnn_operator_t* made);
  xnn_status (*set_up)(xnn_operator_t made, std::size_t n, const float* x, float* y);
  float a = 0, b = 0;
};

/// XNNPACK's own function SetUp, without its threads.
template <auto SetUp>
xnn_status on_one_thread(xnn_operator_t made, std::size_t n, const float* x, float* y) {
  return SetUp(made, n, x, y, nullptr);
}

/// Those that there are.
struct operators {
  static constexpr operation copy() {
    return {
        [](float, float, xnn_operator_t* made) { return xnn_create_copy_nc_x32(1, 1, 1, 0, made); },
        on_one_thread<xnn_setup_copy_nc_x32>};
  }
  static constexpr operation sigmoid() {
    return {[](float, float, xnn_operator_t* made) {
              return xnn_create_sigmoid_nc_f32(1, 1, 1, 0, made);
            },
            on_one_thread<xnn_setup_sigmoid_nc_f32>};
  }
  static constexpr operation hard_swish() {
    return {[](float, float, xnn_operator_t* made) {
              return xnn_create_hardswish_nc_f32(1, 1, 1, 0, made);
            },
            on_one_thread<xnn_setup_hardswish_nc_f32>};
  }
  static constexpr operation clamp(float low, float high) {
    return {[](float a, float b, xnn_operator_t* made) {
              return xnn_create_clamp_nc_f32(1, 1, 1, a, b, 0, made);
            },
            on_one_thread<xnn_setup_clamp_nc_f32>, low, high};
  }
  static constexpr operation leaky_relu(float slope) {
    return {[](float a, float, xnn_operator_t* made) {
              return xnn_create_leaky_relu_nc_f32(1, 1, 1, a, 0, made);
            },
            on_one_thread<xnn_setup_leaky_relu_nc_f32>, slope};
  }
  static constexpr operation elu(float alpha) {
    return {[](float a, float, xnn_operator_t* made) {
              return xnn_create_elu_nc_f32(1, 1, 1, a, 0, made);
            },
            on_one_thread<xnn_setup_elu_nc_f32>, alpha};
  }
};

template <class F>
constexpr operation operation_of = description<F>::template xnnpack<operators>;

void require(xnn_status status) {
  if (status != xnn_status_success)
    throw std::runtime_error("XNNPACK refuses, with status " + std::to_string(status));
}

template <class F>
xnn_operator_t make() {
  xnn_operator_t made = nullptr;
  require(xnn_initialize(nullptr));
  require(operation_of<F>.create(operation_of<F>.a, operation_of<F>.b, &made));
  return made;
}

template <class F>
struct xnnpack_loops {};

template <class F>
  requires requires { description<F>::template xnnpack<operators>; }
struct xnnpack_loops<F> {
  static void value(const arrays<float>& a) {
    static const xnn_operator_t made = make<F>();
    static arrays<float> set_up_for{};
    if (a != set_up_for) {
      require(operation_of<F>.set_up(made, a.n, a.x, a.y));
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
