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
template <class T>
[[nodiscard]] rival<T> act_rival();
[[nodiscard]] rival<float> exact_rival();

/// Those that act is compared with.
template <class T>
[[nodiscard]] std::vector<rival<T>> peers() {
  std::vector<rival<T>> all = {std_rival<T>(), eigen_rival<T>(), xsimd_rival<T>()};
#ifdef ACT_HAS_SLEEF
  all.push_back(sleef_rival<T>());
#endif
  return all;
}

/// All, in the order of the table's columns: std comes first, act last. The exact tier is for float
/// only.
template <class T>
[[nodiscard]] std::vector<rival<T>> rivals() {
  std::vector<rival<T>> all = peers<T>();
  if constexpr (std::same_as<T, float>)
    all.push_back(exact_rival());
  else
    all.push_back({"exact", "", std::vector<loops<T>>(all[0].activations.size()), false});
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

template <template <class> class... F>
auto with_copy(act::function_list<F...>) -> act::function_list<copy, F...>;

/// What is measured.
using functions = decltype(with_copy(act::functions{}));
using exact_functions = decltype(with_copy(act::exact::functions{}));

/// For the static_assert that asks for the formula that a rival lacks.
template <class F>
inline constexpr bool is_written = false;

/// The slope of a leaky function for x <= 0, where no other is asked for.
template <class F>
inline constexpr auto leaky_slope = [](const auto& f) {
  if constexpr (requires { f.slope(); })
    return f.slope();
  else
    return f.slope;
}(F{});

/// What Rival has for the formula F. A formula without a derivative has its value measured only.
template <template <class> class Rival, class F>
[[nodiscard]] loops<typename F::scalar> loops_for() {
  using R = Rival<F>;
  if constexpr (requires(const F& f, typename F::scalar x) { f.derivative(x); })
    return {F::name, R::value, R::derivative, R::backward, R::value_and_derivative, R::in_place};
  else
    return {F::name, R::value};
}

/// The same for all formulas of a list.
template <template <class> class Rival, class T, template <class> class... F>
[[nodiscard]] std::vector<loops<T>> loops_for_all(act::function_list<F...>) {
  return {loops_for<Rival, F<T>>()...};
}

}  // namespace bench
