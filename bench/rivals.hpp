// SPDX-License-Identifier: MIT
#pragma once

// What is compared. A rival is a library and its loops over arrays, a function pointer for each
// activation and member; it knows nothing of timing.

#include <act/functions.hpp>
#include <string>
#include <vector>

namespace bench {

/// The arrays of one run, n elements each: inputs x and dy, outputs y and d.
template <class T>
struct arrays {
  std::size_t n;
  const T *x, *dy;
  T *y, *d;

  bool operator==(const arrays&) const = default;
};

template <class T>
using loop = void (*)(const arrays<T>&);

/// The loops of one rival for one activation; null is a loop that there is not.
template <class T>
struct loops {
  const char* activation;
  loop<T> value = nullptr;                 ///< y = f(x)
  loop<T> derivative = nullptr;            ///< d = f'(x)
  loop<T> backward = nullptr;              ///< d = dy * f'(x)
  loop<T> value_and_derivative = nullptr;  ///< y = f(x), d = f'(x)
  loop<T> of_sum = nullptr;                ///< y = f(x + dy), d = f'(x + dy)
  loop<T> in_place = nullptr;              ///< y = f(y)
};

template <class T>
struct rival {
  const char* name;                   ///< in the names of benchmarks
  std::string library;                ///< with its version; empty for another part of act
  std::vector<loops<T>> activations;  ///< those of bench::functions, in that order
  bool is_peer = true;                ///< not a part of act
};

/// One file each.
template <class T>
[[nodiscard]] rival<T> std_rival();
template <class T>
[[nodiscard]] rival<T> eigen_rival();
template <class T>
[[nodiscard]] rival<T> xsimd_rival();
template <class T>
[[nodiscard]] rival<T> sleef_rival();
[[nodiscard]] rival<float> onednn_rival();
[[nodiscard]] rival<float> xnnpack_rival();
[[nodiscard]] rival<float> exact_rival();
template <class T>
[[nodiscard]] rival<T> act_eigen_rival();
template <class T>
[[nodiscard]] rival<T> act_batch_rival();
/// One for each instruction set of this processor.
template <class T>
[[nodiscard]] std::vector<rival<T>> act_set_rivals();
template <class T>
[[nodiscard]] rival<T> act_rival();

/// A rival for float only: for double it has no loops.
template <class T>
[[nodiscard]] rival<T> float_only(rival<float> r) {
  if constexpr (std::same_as<T, float>)
    return r;
  else
    return {r.name, r.library, std::vector<loops<T>>(r.activations.size()), r.is_peer};
}

/// Those that act is compared with.
template <class T>
[[nodiscard]] std::vector<rival<T>> peers() {
  std::vector<rival<T>> all = {std_rival<T>(), eigen_rival<T>(), xsimd_rival<T>()};
#ifdef ACT_HAS_SLEEF
  all.push_back(sleef_rival<T>());
#endif
#ifdef ACT_HAS_DNNL
  all.push_back(float_only<T>(onednn_rival()));
#endif
#ifdef ACT_HAS_XNNPACK
  all.push_back(float_only<T>(xnnpack_rival()));
#endif
  return all;
}

/// All, in the order of the table's columns: std comes first, act last.
template <class T>
[[nodiscard]] std::vector<rival<T>> rivals() {
  std::vector<rival<T>> all = peers<T>();
  all.push_back(float_only<T>(exact_rival()));
#ifdef ACT_BENCH_ALL_CALLS
  all.push_back(act_eigen_rival<T>());
  all.push_back(act_batch_rival<T>());
#endif
#ifdef ACT_BENCH_SETS
  for (auto& each : act_set_rivals<T>()) all.push_back(std::move(each));
#endif
  all.push_back(act_rival<T>());
  return all;
}

/// The function that only moves memory: no other can be faster.
template <std::floating_point T>
struct copy {
  using scalar = T;
  static constexpr const char* name = "copy";

  template <act::lanes_of<T> V>
  ACT_INLINE V operator()(const V& x) const noexcept {
    return x;
  }
};

/// prelu of a matrix with a slope for each row or column, which are the first numbers of dy. It has
/// 64 rows and is stored by columns, or is one column where n is no multiple of 64.
template <std::floating_point T>
struct prelu_by_row : act::formula::PReLU<T> {
  static constexpr const char* name = "prelu_by_row";
};
template <std::floating_point T>
struct prelu_by_column : act::formula::PReLU<T> {
  static constexpr const char* name = "prelu_by_column";
};

/// Is F one of the two? A rival has loops for them only if it says so.
template <class F>
inline constexpr bool has_many_slopes = false;
template <class T>
inline constexpr bool has_many_slopes<prelu_by_row<T>> = true;
template <class T>
inline constexpr bool has_many_slopes<prelu_by_column<T>> = true;

/// The rows of that matrix.
[[nodiscard]] inline std::size_t rows_of(std::size_t n) { return n % 64 == 0 ? 64 : n; }

template <template <class> class... F>
auto with_others(act::function_list<F...>)
    -> act::function_list<copy, F..., prelu_by_row, prelu_by_column>;

/// What is measured.
using functions = decltype(with_others(act::functions{}));
using exact_functions = decltype(with_others(act::exact::functions{}));

/// The loops that Rival has for the formula F. A formula without a derivative has its value
/// measured only.
template <template <class> class Rival, class F>
[[nodiscard]] loops<typename F::scalar> loops_for() {
  using R = Rival<F>;
  loops<typename F::scalar> all{F::name};
  if constexpr (!has_many_slopes<F> || requires { R::takes_many_slopes; }) {
    if constexpr (requires { R::value; }) all.value = R::value;
    if constexpr (requires(const F& f, typename F::scalar x) { f.derivative(x); }) {
      if constexpr (requires { R::derivative; }) all.derivative = R::derivative;
      if constexpr (requires { R::backward; }) all.backward = R::backward;
      if constexpr (requires { R::value_and_derivative; })
        all.value_and_derivative = R::value_and_derivative;
      if constexpr (requires { R::of_sum; }) all.of_sum = R::of_sum;
      if constexpr (requires { R::in_place; }) all.in_place = R::in_place;
    }
  }
  return all;
}

/// The same for all formulas of a list.
template <template <class> class Rival, class T, template <class> class... F>
[[nodiscard]] std::vector<loops<T>> loops_for_all(act::function_list<F...>) {
  return {loops_for<Rival, F<T>>()...};
}

}  // namespace bench
