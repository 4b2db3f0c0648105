// SPDX-License-Identifier: MIT
#pragma once

// What a loop may be asked to compute, element by element, of a formula F. Loops and expressions
// take an operation and know nothing of formulas; formulas know nothing of loops.
//
// An operation works in two steps: begin(x) is lanes, or a kernel stopped half-way, and
// end(y, more...) is the result, where y is those lanes or the finished kernel, and more are the
// operands that are not needed before.

#include <act/simd/staged.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

/// A value and the derivative at the same place.
template <class V>
struct value_and_derivative {
  V value, derivative;
};

/// op of its lanes, at once.
template <class Op, class V, class... More>
[[nodiscard]] ACT_INLINE auto evaluate(const Op& op, const V& x, const More&... more) noexcept {
  return op.end(simd::finish(op.begin(x), x), more...);
}

namespace op {

/// f(x)
template <class F>
struct value {
  static constexpr const char* name = "value";
  F f;
  template <class V>
  ACT_INLINE auto begin(const V& x) const noexcept {
    return f(x);
  }
  template <class V>
  ACT_INLINE V end(const V& y) const noexcept {
    return y;
  }
};

/// f'(x)
template <class F>
struct derivative {
  static constexpr const char* name = "derivative";
  F f;
  template <class V>
  ACT_INLINE auto begin(const V& x) const noexcept {
    return f.derivative(x);
  }
  template <class V>
  ACT_INLINE V end(const V& d) const noexcept {
    return d;
  }
};

/// f'(x) given y = f(x)
template <class F>
struct derivative_from_output {
  static constexpr const char* name = "derivative_from_output";
  F f;
  template <class V>
  ACT_INLINE auto begin(const V& y) const noexcept {
    return f.derivative_from_output(y);
  }
  template <class V>
  ACT_INLINE V end(const V& d) const noexcept {
    return d;
  }
};

/// dy times the derivative that Op computes
template <class Op>
struct times_derivative : Op {
  template <class V>
  ACT_INLINE V end(const V& d, const V& dy) const noexcept {
    return simd::rounded_product(dy, d);
  }
};

/// dy * f'(x)
template <class F>
struct backward : times_derivative<derivative<F>> {
  static constexpr const char* name = "backward";
};

/// dy * f'(x) given y = f(x)
template <class F>
struct backward_from_output : times_derivative<derivative_from_output<F>> {
  static constexpr const char* name = "backward_from_output";
};

/// f(x) and f'(x), each with the bits that it has alone. A formula whose kernels have much in
/// common has a member value_and_derivative(x); the others a loop had better take one after the
/// other.
template <class F>
struct both {
  static constexpr const char* name = "value_and_derivative";
  F f;
  template <class V>
  ACT_INLINE auto begin(const V& x) const noexcept {
    if constexpr (requires { f.value_and_derivative(x); })
      return f.value_and_derivative(x);
    else
      return value_and_derivative<V>{simd::finish(f(x), x), simd::finish(f.derivative(x), x)};
  }
  template <class R>
  ACT_INLINE R end(const R& result) const noexcept {
    return result;
  }
};

/// Op of the formula F with a parameter for each lane, which comes last: a formula of lanes has
/// lanes for its parameter.
template <template <class> class Op, template <class> class F>
struct with_parameter {
  static constexpr const char* name = F<float>::name;
  template <class V>
  ACT_INLINE V begin(const V& x) const noexcept {
    return x;
  }
  template <class V>
  ACT_INLINE auto end(const V& x, const V& parameter) const noexcept {
    return evaluate(Op<F<V>>{F<V>{parameter}}, x);
  }
  template <class V>
  ACT_INLINE auto end(const V& x, const V& more, const V& parameter) const noexcept {
    return evaluate(Op<F<V>>{F<V>{parameter}}, x, more);
  }
};

/// x * y
struct product {
  static constexpr const char* name = "product";
  template <class V>
  ACT_INLINE V begin(const V& x) const noexcept {
    return x;
  }
  template <class V>
  ACT_INLINE V end(const V& x, const V& y) const noexcept {
    return simd::rounded_product(x, y);
  }
};

}  // namespace op
}  // namespace act

ACT_STRICT_END
