// SPDX-License-Identifier: MIT

// The loops that count.py looks for in the object file: for every activation of the lists, each
// member's instance of array::run, under its own name. Nothing here is ever called.

#include <act/array/driver.hpp>
#include <act/functions.hpp>

namespace act::test {

/// A function whose address is used must stand in the object file, by itself and whole.
void keep(auto* function) { [[maybe_unused]] auto* volatile kept = function; }

template <class F>
void keep_loops_of() {
  using A = simd::default_arch;
  using T = typename F::scalar;
  keep(&array::run<A, op::value<F>, T, 1>);
  keep(&array::run<A, op::derivative<F>, T, 1>);
  keep(&array::run<A, op::backward<F>, T, 1, const T*>);
  // Where value and derivative take turns, they do it in the first two loops.
  if constexpr (!array::detail::takes_turns<F, simd::vec<T, A>>)
    keep(&array::run<A, op::both<F>, T, 2>);
}

template <class T, template <class> class... F>
void keep_loops(function_list<F...>) {
  (keep_loops_of<F<T>>(), ...);
}

void keep_all_loops() {
  keep_loops<float>(functions{});
  keep_loops<double>(functions{});
  keep_loops<float>(exact::functions{});
}

}  // namespace act::test
