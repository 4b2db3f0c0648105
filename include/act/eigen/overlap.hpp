// SPDX-License-Identifier: MIT
#pragma once

// Whether arrays share memory, and how.

#include <Eigen/Core>
#include <act/simd/batch.hpp>
#include <cstdlib>
#include <functional>
#include <utility>

namespace act::eigen {

using Eigen::Index;

/// Where the numbers of an expression lie: run j starts at data + j * outer; inside a run they lie
/// inner apart.
template <class T>
struct memory {
  T* data;
  Index inner, outer;
};

/// Where the last of the numbers ends.
template <class T>
[[nodiscard]] ACT_INLINE const T* end_of(const memory<const T>& x, Index length,
                                         Index count) noexcept {
  return x.data + (count - 1) * x.outer + (length - 1) * x.inner + 1;
}

/// Do any numbers of a and b lie between others of the other?
template <class T>
[[nodiscard]] ACT_INLINE bool are_entwined(const T* a, const T* end_of_a, const T* b,
                                           const T* end_of_b) noexcept {
  const std::less<const T*> before;  // unlike <, defined for pointers into different arrays
  return before(a, end_of_b) && before(b, end_of_a);
}

/// Are two views of one array, of length * count numbers each, the same number for number, or do
/// they share none? The numbers of one may lie between those of the other, as those of two blocks
/// of a matrix do; of views with other strides that is not asked.
template <class T>
[[nodiscard]] bool views_are_apart(memory<const T> a, memory<const T> b, Index length,
                                   Index count) noexcept {
  if ((length > 1 && a.inner != b.inner) || (count > 1 && a.outer != b.outer)) return false;
  const Index distance = std::abs(a.data - b.data);
  if (distance == 0) return true;
  Index step = length > 1 ? a.inner : 1, far_step = count > 1 ? a.outer : 0;
  if (far_step != 0 && far_step < step) {
    std::swap(step, far_step);
    std::swap(length, count);
  }
  if (step <= 0 || far_step < 0) return false;
  const auto meet = [&](Index shift) { return shift % step == 0 && shift / step < length; };
  const Index shift = far_step > 0 ? distance % far_step : distance;
  return !meet(shift) && !(far_step > 0 && meet(far_step - shift));
}

/// Can the one be written while the other is read, number by number? Either they are the same
/// memory, or share none.
template <class T>
[[nodiscard]] ACT_INLINE bool are_apart(const memory<const T>& a, const memory<const T>& b,
                                        Index length, Index count) noexcept {
  return !are_entwined(a.data, end_of(a, length, count), b.data, end_of(b, length, count)) ||
         views_are_apart<T>(a, b, length, count);
}

}  // namespace act::eigen
