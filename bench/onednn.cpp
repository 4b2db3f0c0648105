// SPDX-License-Identifier: MIT

// oneDNN's elementwise primitives, on one thread. A primitive is made by the first call with new
// arrays, which is a trial run of Google Benchmark's; the rest only run it.

#include "described.hpp"

#ifdef ACT_HAS_DNNL

#include <dlfcn.h>

#include <dnnl.hpp>
#include <unordered_map>

namespace bench {
namespace {

using dnnl::algorithm;

/// The algorithm that computes an activation, and its parameters.
struct eltwise {
  algorithm kind = algorithm::undef;
  float alpha = 0, beta = 0;
};

template <class F>
using algorithm_of = typename description<F>::template onednn<algorithm>;

template <class F>
constexpr eltwise eltwise_of = [] {
  using form = algorithm_of<F>;
  if constexpr (requires { form::beta; })
    return eltwise{form::kind, form::alpha, form::beta};
  else if constexpr (requires { form::alpha; })
    return eltwise{form::kind, form::alpha};
  else
    return eltwise{form::kind};
}();

dnnl::engine& engine() {
  static dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
  return cpu;
}

dnnl::memory::desc shape(std::size_t n) {
  return {{static_cast<dnnl::memory::dim>(n)},
          dnnl::memory::data_type::f32,
          dnnl::memory::format_tag::a};
}

/// oneDNN takes its inputs as void* too.
dnnl::memory memory(const float* p, std::size_t n) {
  return {shape(n), engine(), const_cast<float*>(p)};
}

dnnl::eltwise_forward::primitive_desc forward(const eltwise& f, std::size_t n) {
  constexpr auto training = dnnl::prop_kind::forward_training;
#if DNNL_VERSION_MAJOR >= 3
  return {engine(), training, f.kind, shape(n), shape(n), f.alpha, f.beta};
#else
  return {{training, f.kind, shape(n), f.alpha, f.beta}, engine()};
#endif
}

dnnl::eltwise_backward::primitive_desc backward(const eltwise& f, std::size_t n) {
#if DNNL_VERSION_MAJOR >= 3
  return {engine(), f.kind, shape(n), shape(n), shape(n), f.alpha, f.beta, forward(f, n)};
#else
  return {{f.kind, shape(n), shape(n), f.alpha, f.beta}, engine(), forward(f, n)};
#endif
}

/// A primitive and its arrays.
struct call {
  dnnl::primitive primitive;
  std::unordered_map<int, dnnl::memory> arguments;
};

template <class F>
call value(const arrays<float>& a) {
  return {dnnl::eltwise_forward(forward(eltwise_of<F>, a.n)),
          {{DNNL_ARG_SRC, memory(a.x, a.n)}, {DNNL_ARG_DST, memory(a.y, a.n)}}};
}

template <class F>
call backward(const arrays<float>& a) {
  return {dnnl::eltwise_backward(backward(eltwise_of<F>, a.n)),
          {{DNNL_ARG_SRC, memory(a.x, a.n)},
           {DNNL_ARG_DIFF_DST, memory(a.dy, a.n)},
           {DNNL_ARG_DIFF_SRC, memory(a.d, a.n)}}};
}

template <call make(const arrays<float>&)>
void run(const arrays<float>& a) {
  static dnnl::stream stream(engine());
  static arrays<float> made_for{};
  static call made;
  if (a != made_for) {
    made = make(a);
    made_for = a;
  }
  made.primitive.execute(stream, made.arguments);
  stream.wait();
}

template <class F>
struct onednn_loops {};

template <class F>
  requires requires { typename algorithm_of<F>; }
struct onednn_loops<F> {
  static void value(const arrays<float>& a) { run<bench::value<F>>(a); }
  static void backward(const arrays<float>& a) { run<bench::backward<F>>(a); }
  static void in_place(const arrays<float>& a) {
    auto y = a;
    y.x = a.y;
    value(y);
  }
};

/// oneDNN takes its threads from OpenMP, mostly: from the library of it that it was linked with,
/// which need not be the one that this compiler would choose.
void use_one_thread() {
  if (void* const set = dlsym(RTLD_DEFAULT, "omp_set_num_threads"))
    reinterpret_cast<void (*)(int)>(set)(1);
}

}  // namespace

rival<float> onednn_rival() {
  use_one_thread();
  const dnnl_version_t& v = *dnnl_version();
  return {"onednn",
          "oneDNN " + std::to_string(v.major) + '.' + std::to_string(v.minor) + '.' +
              std::to_string(v.patch),
          loops_for_all<onednn_loops, float>(functions{})};
}

}  // namespace bench

#endif
