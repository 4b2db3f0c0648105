// SPDX-License-Identifier: MIT

// act on each instruction set that this processor has, from the objects of act::dispatch.

#ifdef ACT_DISPATCH

#include "rivals.hpp"

#include <act/array/dispatch.hpp>

namespace bench {
namespace {

/// One of the sets, a type of act::dispatch.
template <class S>
struct on {
  /// None for a formula that act does not have.
  template <class F>
  struct loops {};

  template <class F>
    requires(act::array::detail::is_compiled<act::op::value<F>, typename F::scalar>)
  struct loops<F> {
    using T = typename F::scalar;

    static void value(const arrays<T>& a) { run(act::op::value<F>{}, a.n, to(a.y), a.x); }
    static void derivative(const arrays<T>& a) { run(act::op::derivative<F>{}, a.n, to(a.d), a.x); }
    static void backward(const arrays<T>& a) {
      run(act::op::backward<F>{}, a.n, to(a.d), a.x, a.dy);
    }
    static void value_and_derivative(const arrays<T>& a) {
      run(act::op::both<F>{}, a.n, to(a.y, a.d), a.x);
    }
    static void in_place(const arrays<T>& a) { run(act::op::value<F>{}, a.n, to(a.y), a.y); }

   private:
    template <class... Y>
    static act::array::outputs<T, sizeof...(Y)> to(Y*... y) {
      return {{y...}};
    }
    template <class Op, std::size_t Outputs, class... More>
    static void run(const Op& op, std::size_t n, act::array::outputs<T, Outputs> out, const T* x,
                    More... more) {
      const bool large = act::array::detail::is_large<T>(n, Outputs + 1 + sizeof...(More));
      act::array::run_on<S>(op, n, large, out, x, more...);
    }
  };
};

template <class T, class S>
void add(act::instruction_set set, const char* name, std::vector<rival<T>>& rivals) {
  if (set <= act::dispatch::best())
    rivals.push_back({name, "", loops_for_all<on<S>::template loops, T>(functions{}), false});
}

}  // namespace

template <class T>
std::vector<rival<T>> act_set_rivals() {
  std::vector<rival<T>> rivals;
#if defined(__aarch64__)
  add<T, act::dispatch::neon>(act::instruction_set::neon, "act_neon", rivals);
#else
  add<T, act::dispatch::sse2>(act::instruction_set::sse2, "act_sse2", rivals);
  add<T, act::dispatch::avx2>(act::instruction_set::avx2, "act_avx2", rivals);
  add<T, act::dispatch::avx512>(act::instruction_set::avx512, "act_avx512", rivals);
#endif
  return rivals;
}

template std::vector<rival<float>> act_set_rivals();
template std::vector<rival<double>> act_set_rivals();

}  // namespace bench

#endif
