// SPDX-License-Identifier: MIT
#pragma once

#include <act/simd/isa.hpp>

namespace act::simd {

/// The outcome of a comparison of two vec, lane by lane.
template <class T, class A>
struct mask {
  using batch_bool = xsimd::batch_bool<T, A>;
  typename batch_bool::register_type reg;

  ACT_INLINE mask(const batch_bool& b) noexcept : reg(b) {}
  ACT_INLINE operator batch_bool() const noexcept { return reg; }
};

/// One register of numbers of type T on the instruction set A; converts to and from xsimd's batch.
/// It is not the batch itself because its operators are act's: a division that is correctly rounded
/// everywhere, no unary minus that loses the sign of zero. And it holds the bare register: batches
/// inside larger structures are kept in memory by GCC 12.
template <class T, class A>
struct vec {
  using batch = xsimd::batch<T, A>;
  using arch_type = A;
  typename batch::register_type reg;

  ACT_INLINE vec(const vec& other) noexcept : reg(other.reg) {}
  ACT_INLINE vec& operator=(const vec& other) noexcept {
    reg = other.reg;
    return *this;
  }
  ACT_INLINE vec(const batch& b) noexcept : reg(b) {}
  ACT_INLINE operator batch() const noexcept { return reg; }

  /// The same number in every lane.
  template <class U>
    requires(std::is_arithmetic_v<U>)
  ACT_INLINE vec(U x)
  noexcept : vec(batch(static_cast<T>(x))) {}

  friend ACT_INLINE vec operator+(vec a, vec b) noexcept { return batch(a) + batch(b); }
  friend ACT_INLINE vec operator-(vec a, vec b) noexcept { return batch(a) - batch(b); }
  friend ACT_INLINE vec operator*(vec a, vec b) noexcept { return batch(a) * batch(b); }
  friend ACT_INLINE vec operator/(vec a, vec b) noexcept { return isa<A>::div(batch(a), batch(b)); }

  friend ACT_INLINE mask<T, A> operator<(vec a, vec b) noexcept { return batch(a) < batch(b); }
  friend ACT_INLINE mask<T, A> operator<=(vec a, vec b) noexcept { return batch(a) <= batch(b); }
  friend ACT_INLINE mask<T, A> operator>(vec a, vec b) noexcept { return batch(a) > batch(b); }
  friend ACT_INLINE mask<T, A> operator>=(vec a, vec b) noexcept { return batch(a) >= batch(b); }
  friend ACT_INLINE mask<T, A> operator==(vec a, vec b) noexcept { return batch(a) == batch(b); }
};

}  // namespace act::simd
