// SPDX-License-Identifier: MIT

// act on xsimd's batches, in a loop written by hand, where the rival act takes spans.

#ifdef ACT_BENCH_DOORS

#include "batches.hpp"
#include "rivals.hpp"

#include <act/functor.hpp>

namespace bench {
namespace {

template <class F>
struct act_batch_loops {
  using T = typename F::scalar;
  static constexpr act::Functor<F> f{};

  static void value(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.y + i, f(load<V>(a.x + i)));
    });
  }
  static void derivative(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.d + i, f.derivative(load<V>(a.x + i)));
    });
  }
  static void backward(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.d + i, f.backward(load<V>(a.x + i), load<V>(a.dy + i)));
    });
  }
  static void value_and_derivative(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      const auto [value, derivative] = f.value_and_derivative(load<V>(a.x + i));
      store(a.y + i, value);
      store(a.d + i, derivative);
    });
  }
  static void in_place(const arrays<T>& a) {
    for_each_batch<T>(a.n, [a]<class V>(std::type_identity<V>, std::size_t i) {
      store(a.y + i, f(load<V>(a.y + i)));
    });
  }
};

}  // namespace

template <class T>
rival<T> act_batch_rival() {
  return {"act_batch", "", loops_for_all<act_batch_loops, T>(functions{}), false};
}

template rival<float> act_batch_rival();
template rival<double> act_batch_rival();

}  // namespace bench

#endif
