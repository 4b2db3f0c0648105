// SPDX-License-Identifier: MIT

// act on xsimd's batches, in a loop written by hand, where the rival act takes spans.

#ifdef ACT_BENCH_ALL_CALLS

#include "batches.hpp"

#include <act/functor.hpp>

namespace bench {
namespace {

template <class F>
struct act_batch_loops : batch_loops<act::Functor<F>> {};

}  // namespace

template <class T>
rival<T> act_batch_rival() {
  return {"act_batch", "", loops_for_all<act_batch_loops, T>(functions{}), false};
}

template rival<float> act_batch_rival();
template rival<double> act_batch_rival();

}  // namespace bench

#endif
