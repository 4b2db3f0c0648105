// SPDX-License-Identifier: MIT
#pragma once

// What act::transform and its like are called with: arrays, or pointers and a length. What cannot
// be taken is refused here, each mistake with its own cure and nothing after it.

#include <act/array/execution.hpp>
#include <act/functor.hpp>
#include <act/require.hpp>
#include <ranges>
#include <span>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::detail {

template <class A>
concept pointer = std::is_pointer_v<std::decay_t<A>>;

/// The type of one element, const where it cannot be written; void where A has none.
template <class A>
struct element {
  using type = void;
};
template <pointer A>
struct element<A> {
  using type = std::remove_pointer_t<std::decay_t<A>>;
};
template <std::ranges::range A>
  requires(!pointer<A>)
struct element<A> {
  using type = std::remove_reference_t<std::ranges::range_reference_t<A>>;
};
template <class A>
using element_of = typename element<A>::type;

template <class A>
concept contiguous = std::ranges::contiguous_range<A> && std::ranges::sized_range<A>;

/// Of an Eigen array or tensor, which are no ranges.
template <class A>
concept of_eigen = requires {
  typename A::Scalar;
  typename A::PlainObject;
}
|| requires(const A& x) { x.cumsum(0); };

template <class F>
concept act_function = function<F> || requires {
  typename F::formula;
};

template <class E>
inline constexpr bool is_execution =
    std::same_as<E, sequential_execution> || std::same_as<E, parallel_execution>;

/// Rest is what follows the arrays: nothing, an execution, a length, or both.
template <class... Rest>
inline constexpr bool has_length = false;
template <std::integral N, class... Rest>
inline constexpr bool has_length<N, Rest...> = true;

template <class... Rest>
inline constexpr bool are_known_rest = sizeof...(Rest) == 0;
template <class E>
inline constexpr bool are_known_rest<E> = is_execution<E> || std::integral<E>;
template <std::integral N, class E>
inline constexpr bool are_known_rest<N, E> = is_execution<E>;

enum class mistake {
  none,
  order,
  eigen,
  numbers,
  scattered,
  rest,
  length,
  types,
  constant,
  functor
};

template <class... A>
struct types {};

/// What is wrong with transform(f, in..., out..., rest...), the first thing to be said.
template <class F, class... In, class... Out, class... Rest>
[[nodiscard]] consteval mistake find_mistake(types<In...>, types<Out...>, types<Rest...>) noexcept {
  using T = std::remove_cv_t<element_of<std::tuple_element_t<0, std::tuple<In...>>>>;
  constexpr auto plain = []<class A>(types<A>) { return types<std::remove_cvref_t<A>>{}; };
  constexpr auto is_function = []<class A>(types<A>) { return act_function<A>; };
  constexpr auto is_of_eigen = []<class A>(types<A>) { return of_eigen<A>; };
  constexpr auto is_real_array = []<class A>(types<A>) {
    return is_real<std::remove_cv_t<element_of<A>>>;
  };
  constexpr auto is_one_type = []<class A>(types<A>) {
    return std::same_as<std::remove_cv_t<element_of<A>>, T>;
  };
  constexpr auto is_taken = []<class A>(types<A>) {
    return has_length<Rest...> ? pointer<A> : contiguous<A>;
  };
  constexpr auto all = [](auto holds) {
    return (... && holds(types<In>{})) && (... && holds(types<Out>{}));
  };
  constexpr auto any = [plain](auto holds) {
    return (... || holds(plain(types<In>{}))) || (... || holds(plain(types<Out>{})));
  };
  if (any(is_function) || std::ranges::range<const F&> || of_eigen<F> || std::is_pointer_v<F>)
    return mistake::order;
  if (any(is_of_eigen)) return mistake::eigen;
  if (!are_known_rest<Rest...>) return mistake::rest;
  if (!all(is_real_array)) return mistake::numbers;
  if (!all(is_taken))
    return has_length<Rest...>                             ? mistake::rest
           : (... || pointer<In>) || (... || pointer<Out>) ? mistake::length
                                                           : mistake::scattered;
  if (!all(is_one_type)) return mistake::types;
  if ((... || std::is_const_v<element_of<Out>>)) return mistake::constant;
  if constexpr (requires { typename F::formula; })
    if (!std::same_as<typename F::scalar, T>) return mistake::functor;
  return mistake::none;
}

/// The sentence for each mistake.
template <mistake M>
struct refusal_of_arrays {
  static_assert(M != mistake::order,
                "act: the function comes first, then what is read, then what is written: "
                "act::transform(act::tanh, x, y)");
  static_assert(M != mistake::eigen,
                "act: Eigen's arrays are assigned, y = act::tanh(x); here they are memory: "
                "act::transform(act::tanh, x.data(), y.data(), x.size())");
  static_assert(
      M != mistake::rest,
      "act: after the arrays comes an execution, act::parallel, and after pointers their "
      "length; parameters go into a functor: act::transform(act::ELU<float>{0.5f}, x, y)");
  static_assert(M != mistake::numbers, "act: activations need arrays of float or double");
  static_assert(M != mistake::length, "act: pointers need a length: act::transform(f, x, y, n)");
  static_assert(M != mistake::scattered,
                "act: the elements of an array lie side by side in memory, as in std::vector, "
                "std::array and std::span; copy others to a std::vector");
  static_assert(M != mistake::types,
                "act: arrays of one scalar type are needed, all of float or all of double");
  static_assert(M != mistake::constant,
                "act: an output is const; what is read comes first, then what is written");
  static_assert(M != mistake::functor,
                "act: a functor of float, or of double, takes arrays and numbers of that type; "
                "act::ELU<double> is for double");
  static constexpr bool possible = M == mistake::none;
};

/// A call transform(f, in..., out..., rest...).
template <class F, class In, class Out, class... Rest>
struct array_call;
template <class F, class X, class... In, class... Out, class... Rest>
struct array_call<F, types<X, In...>, types<Out...>, Rest...>
    : refusal_of_arrays<find_mistake<F>(types<X, In...>{}, types<Out...>{}, types<Rest...>{})> {
  using scalar = std::remove_cv_t<element_of<X>>;

  /// The numbers of an array, or those that a pointer and the length say.
  template <class A>
  [[nodiscard]] static auto span_of(A& array, const Rest&... rest) {
    if constexpr (has_length<Rest...>)
      return std::span<element_of<A>>(array, length(rest...));
    else
      return std::span<element_of<A>>(array);
  }

  [[nodiscard]] static sequential_execution execution() noexcept { return {}; }
  template <class E>
  [[nodiscard]] static auto execution(const E& last) noexcept {
    if constexpr (is_execution<E>)
      return last;
    else
      return sequential_execution{};
  }
  template <class N, class E>
  [[nodiscard]] static E execution(const N&, const E& last) noexcept {
    return last;
  }

 private:
  /// One that no std::size_t holds is the largest, which transform refuses.
  template <class N, class... E>
  [[nodiscard]] static std::size_t length(const N& n, const E&...) {
    require(n >= 0, "transform", ": the length is negative", n);
    const auto size = static_cast<std::size_t>(n);
    return static_cast<N>(size) == n ? size : std::size_t(-1);
  }
};

}  // namespace act::detail

ACT_STRICT_END
