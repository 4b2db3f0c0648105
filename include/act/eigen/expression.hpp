// SPDX-License-Identifier: MIT
#pragma once

// Dense expressions as operands: an operation on them is itself a lazy expression, an Array of
// Arrays and a Matrix of Matrices, and fuses with what stands around it.

#include <act/eigen/elementwise.hpp>
#include <act/eigen/shape.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

namespace eigen {

namespace detail {
template <class... X>
struct lazy;
template <class F, class X>
struct lazy<F, X> {
  using type = Eigen::CwiseUnaryOp<F, X>;
};
template <class F, class X, class Y>
struct lazy<F, X, Y> {
  using type = Eigen::CwiseBinaryOp<F, X, Y>;
};
template <class F, class X, class Y, class Z>
struct lazy<F, X, Y, Z> {
  using type = Eigen::CwiseTernaryOp<F, X, Y, Z>;
};
}  // namespace detail

/// Eigen's expression of a functor on one, two or three others.
template <class F, class... X>
using lazy = typename detail::lazy<F, X...>::type;

/// The array that e is, for operands of which some are about to die: in the memory of the first
/// that can hold it.
template <class Lazy>
[[nodiscard]] typename Lazy::PlainObject settled(const Lazy& e) {
  return e;
}
template <class Lazy, class E, class... M>
[[nodiscard]] auto settled(const Lazy& e, E&& x, M&&... more) {
  if constexpr (is_reusable<E>) {
    x.derived() = e;
    return expression<E>(std::move(x.derived()));
  } else {
    return settled(e, std::forward<M>(more)...);
  }
}

}  // namespace eigen

/// Dense expressions of Eigen.
template <eigen::dense X>
  requires(detail::is_real<typename X::Scalar>)
struct operand<X> {
  using scalar = typename X::Scalar;
  static constexpr bool is_array = true, is_open = true;

  /// op(x, more...)
  template <class Op, class E, class... M>
  static auto apply(const Op& op, E&& x, M&&... more) {
    if constexpr ((... && eigen::combine<X, std::remove_cvref_t<M>>())) {
      (eigen::require_same_shape(Op::name, x, more), ...);
      using lazy = eigen::lazy<eigen::elementwise<Op, scalar>, const eigen::expression<X>,
                               const eigen::expression<std::remove_cvref_t<M>>...>;
      if constexpr (eigen::is_temporary<E> || (... || eigen::is_temporary<M>))
        return eigen::settled(lazy(x.derived(), more.derived()..., {op}), std::forward<E>(x),
                              std::forward<M>(more)...);
      else
        return lazy(x.derived(), more.derived()..., {op});
    } else {
      return detail::refused<X>{};
    }
  }

  /// op(x, more..., slope) with slope repeated to the shape of x
  template <class Op, class S, class E, class... M>
  static auto apply_broadcast(const Op& op, S&& slope, E&& x, M&&... more) {
    if constexpr (eigen::are_slopes<std::remove_cvref_t<S>>()) {
      const auto call = [&]() {
        return apply(op, std::forward<E>(x), std::forward<M>(more)..., eigen::broadcast(x, slope));
      };
      if constexpr (eigen::is_temporary<S> &&
                    !(eigen::is_temporary<E> || ... || eigen::is_temporary<M>))
        return call().eval();
      else
        return call();
    } else {
      return detail::refused<X>{};
    }
  }

  /// y = value and d = derivative of op(x, more...), a value_and_derivative
  template <class Op, class Y, class D, class... More>
  static void apply_both(const Op& op, const X& x, Y&& y, D&& d, const More&... more) {
    if constexpr (eigen::are_outputs<X, std::remove_reference_t<Y>, std::remove_reference_t<D>>() &&
                  (... && eigen::combine<X, More>()))
      write_both(op, x, y, d, more...);
  }
  template <class Op, class Y, class D, class... More>
  static void write_both(const Op& op, const X& x, Y& y, D& d, const More&... more) {
    using y_type = std::remove_cvref_t<Y>;
    using d_type = std::remove_cvref_t<D>;
    (eigen::require_same_shape(Op::name, x, more), ...);
    eigen::require_room_for_both(x, y, d, more...);
    const auto run = [&]<class From>(const From& from) {
      if constexpr (eigen::has_runs<From, y_type, d_type> &&
                    eigen::has_operand_runs<From, More...>) {
        if (!eigen::are_adjacent<From>(from, y, d, more...)) return false;
        eigen::make_room(from, y);
        eigen::make_room(from, d);
        if (eigen::run_few<y_type, d_type>(op, eigen::outputs_of(y, d), from, more...)) return true;
        return eigen::run_driver(sequential_execution{}, op, eigen::run_length(from),
                                 eigen::run_count(from), {eigen::memory_of(y), eigen::memory_of(d)},
                                 eigen::memory_of(from), eigen::memory_operand<From>(more)...);
      } else {
        return false;
      }
    };
    const auto run_by_scalars = [&](const auto& from) {
      eigen::make_room(from, y);
      eigen::make_room(from, d);
      const Eigen::internal::evaluator<eigen::expression<decltype(from)>> number(from.derived());
      for (Eigen::Index j = 0; j < y.cols(); ++j)
        for (Eigen::Index i = 0; i < y.rows(); ++i) {
          const auto both = evaluate(op, scalar(number.coeff(i, j)), scalar(more.coeff(i, j))...);
          y.coeffRef(i, j) = both.value;
          d.coeffRef(i, j) = both.derivative;
        }
    };
    if (run(x.derived())) return;
    if constexpr (eigen::has_runs<y_type, d_type>) {
      // y takes x first, so that x is evaluated by Eigen's packets, and before anything that it may
      // be made of is written.
      require((... && !eigen::detail::reads(more, eigen::detail::extent_of_all(y.derived()))),
              "value_and_derivative",
              ": the slopes cannot be y, which takes x first; rows and columns of x", x.rows(),
              x.cols());
      y = x.derived();
      if (!run(std::as_const(y))) run_by_scalars(std::as_const(y));
    } else {
      run_by_scalars(x.derived());
    }
  }

  /// The same with slope repeated to the shape of x. What is no memory is evaluated before anything
  /// that it may be made of is written.
  template <class Op, class S, class Y, class D>
  static void apply_both_broadcast(const Op& op, const S& slope, const X& x, Y&& y, D&& d) {
    if constexpr (!eigen::are_slopes<S>())
      return;
    else if constexpr (eigen::detail::has_address<eigen::expression<S>>)
      apply_both(op, x, y, d, eigen::broadcast(x, slope.derived()));
    else
      apply_both_broadcast(op, slope.eval(), x, y, d);
  }

  /// a * b, on behalf of call
  template <class E, class M>
  static auto product(const char* call, E&& a, M&& b) {
    if constexpr (eigen::dense<std::remove_cvref_t<E>>) eigen::require_same_shape(call, a, b);
    return operand<std::remove_cvref_t<E>>::apply(op::product{}, std::forward<E>(a),
                                                  std::forward<M>(b));
  }

  /// out(i, j) = generator(x(i, j), i + j * rows)
  template <class Out, class G>
  static void generate(const X& x, Out&& out, G&& generator) {
    if constexpr (eigen::are_outputs<X, std::remove_reference_t<Out>>()) write(x, out, generator);
  }
  template <class Out, class G>
  static void write(const X& x, Out& out, const G& generator) {
    const bool apart = !eigen::are_same_view(x.derived(), out.derived()) &&
                       !eigen::overlap_in_part(x.derived(), out.derived());
    require(apart || x.rows() == 0 || x.cols() == 0, "rrelu.train",
            ": the slopes need an array of their own, not x; rows and columns of x", x.rows(),
            x.cols());
    eigen::require_room("rrelu.train", x, out);
    out = x.derived();
    for (Eigen::Index j = 0; j < out.cols(); ++j)
      for (Eigen::Index i = 0; i < out.rows(); ++i)
        out.coeffRef(i, j) =
            generator(scalar(out.coeff(i, j)), static_cast<std::uint64_t>(i + j * out.rows()));
  }

  [[nodiscard]] static Eigen::Index size(const X& x) noexcept { return x.size(); }
};

}  // namespace act

ACT_STRICT_END
