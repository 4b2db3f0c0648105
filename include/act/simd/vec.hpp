// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/isa.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::simd {

/// The outcome of a comparison of two vec, lane by lane.
template <class T, class A>
struct mask {
  typename isa<T, A>::mask reg;
};

/// One register of numbers of type T on the instruction set A; converts to and from xsimd's batch.
/// It is not the batch itself because its operators are act's: a division that is correctly rounded
/// everywhere, no unary minus that loses the sign of zero. And it holds the bare register: batches
/// inside larger structures are kept in memory by GCC 12, and take it long to compile.
template <class T, class A>
struct vec {
  using isa = simd::isa<T, A>;
  using mask = simd::mask<T, A>;
  typename isa::reg reg;

  ACT_INLINE vec(typename isa::reg r) noexcept : reg(r) {}
  ACT_INLINE vec(const vec& other) noexcept : reg(other.reg) {}
  ACT_INLINE vec& operator=(const vec& other) noexcept {
    reg = other.reg;
    return *this;
  }
  ACT_INLINE vec(const typename isa::batch& b) noexcept : reg(b) {}
  ACT_INLINE operator typename isa::batch() const noexcept { return reg; }

  /// The same number in every lane.
  template <class U>
    requires(std::is_arithmetic_v<U>)
  ACT_INLINE vec(U x)
  noexcept : reg(isa::broadcast(static_cast<T>(x))) {}

  friend ACT_INLINE vec operator+(vec a, vec b) noexcept { return isa::add(a.reg, b.reg); }
  friend ACT_INLINE vec operator-(vec a, vec b) noexcept { return isa::sub(a.reg, b.reg); }
  friend ACT_INLINE vec operator*(vec a, vec b) noexcept { return isa::mul(a.reg, b.reg); }
  friend ACT_INLINE vec operator/(vec a, vec b) noexcept { return isa::div(a.reg, b.reg); }

  friend ACT_INLINE mask operator<(vec a, vec b) noexcept { return {isa::less(a.reg, b.reg)}; }
  friend ACT_INLINE mask operator>(vec a, vec b) noexcept { return {isa::greater(a.reg, b.reg)}; }
  friend ACT_INLINE mask operator<=(vec a, vec b) noexcept {
    return {isa::less_equal(a.reg, b.reg)};
  }
  friend ACT_INLINE mask operator>=(vec a, vec b) noexcept {
    return {isa::greater_equal(a.reg, b.reg)};
  }
  friend ACT_INLINE mask operator==(vec a, vec b) noexcept { return {isa::equal(a.reg, b.reg)}; }
};

}  // namespace act::simd

ACT_STRICT_END
