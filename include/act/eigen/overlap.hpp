// SPDX-License-Identifier: MIT
#pragma once

// Whether an expression may be read while another array is written, number by number: decided here
// for all calls. It may where it reads each number from the very place that is written next, or
// from memory of its own.

#include <act/eigen/adjacent.hpp>
#include <act/eigen/operands.hpp>
#include <algorithm>
#include <cstdint>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::eigen {

using Eigen::Index;

/// Where the numbers of an expression lie: run j starts at data + j * outer; inside a run they lie
/// inner apart.
template <class T>
struct memory {
  T* data;
  Index inner, outer;
};

namespace detail {

/// Are the numbers of X memory, in whatever strides? An indexed view claims so, and has no data().
template <class X>
inline constexpr bool has_address = (int(Eigen::internal::traits<X>::Flags) &
                                     int(Eigen::DirectAccessBit)) != 0 &&
                                    requires(const X& x) {
  x.data();
};

/// The bytes from the first to behind the last, as numbers: pointers into different arrays cannot
/// be compared.
struct extent {
  std::uintptr_t first, last;

  [[nodiscard]] bool meets(const extent& other) const noexcept {
    return first < other.last && other.first < last;
  }
};

template <class T>
[[nodiscard]] ACT_INLINE extent extent_of(const memory<const T>& x, Index length,
                                          Index count) noexcept {
  const Index along = (length - 1) * x.inner, across = (count - 1) * x.outer;
  const auto at = [&](Index i) {
    return reinterpret_cast<std::uintptr_t>(x.data) + static_cast<std::uintptr_t>(i) * sizeof(T);
  };
  return {at((std::min)(along, Index{0}) + (std::min)(across, Index{0})),
          at((std::max)(along, Index{0}) + (std::max)(across, Index{0}) + 1)};
}

/// Of two views of length * count numbers each, which lie between each other: are they the same
/// number for number, or do they share none? Of views with other strides that is asked one number
/// after the other where they are vectors; matrices are taken to share some.
template <class T>
[[nodiscard]] bool views_are_apart(memory<const T> a, memory<const T> b, Index length,
                                   Index count) noexcept {
  const auto bytes = static_cast<std::intptr_t>(reinterpret_cast<std::uintptr_t>(b.data) -
                                                reinterpret_cast<std::uintptr_t>(a.data));
  constexpr std::intptr_t size = sizeof(T);
  if (bytes % size != 0) return false;
  if (length == 1) {
    a.inner = a.outer, b.inner = b.outer;
    length = count, count = 1;
  }
  if (count == 1 && a.inner != b.inner) {
    for (Index i = 0; i < length; ++i) {
      const Index from_b = i * a.inner - bytes / size;
      const bool meets = b.inner == 0 ? from_b == 0
                                      : from_b % b.inner == 0 && from_b / b.inner >= 0 &&
                                            from_b / b.inner < length && from_b / b.inner != i;
      if (meets) return false;
    }
    return true;
  }
  if (a.inner != b.inner || (count > 1 && a.outer != b.outer)) return false;
  const Index distance = std::abs(bytes / size);
  if (distance == 0) return true;
  Index step = std::abs(a.inner), far_step = count > 1 ? std::abs(a.outer) : 0;
  if (far_step != 0 && far_step < step) {
    std::swap(step, far_step);
    std::swap(length, count);
  }
  if (step == 0) return false;
  const auto meet = [&](Index shift) { return shift % step == 0 && shift / step < length; };
  const Index shift = far_step > 0 ? distance % far_step : distance;
  return !meet(shift) && !(far_step > 0 && meet(far_step - shift));
}

}  // namespace detail

/// Can the one be written while the other is read, number by number? Either they are the same
/// memory, or share none.
template <class T>
[[nodiscard]] ACT_INLINE bool are_apart(const memory<const T>& a, const memory<const T>& b,
                                        Index length, Index count) noexcept {
  return !detail::extent_of(a, length, count).meets(detail::extent_of(b, length, count)) ||
         detail::views_are_apart<T>(a, b, length, count);
}

/// Where x lies, by rows and columns.
template <class X>
[[nodiscard]] memory<const typename X::Scalar> strides_of(const X& x) noexcept {
  return {x.data(), x.rowStride(), x.colStride()};
}

namespace detail {

/// Are X and Y views of one kind?
template <class X, class Y>
inline constexpr bool are_of_one_kind = std::same_as<X, Y>;
template <class X, class Y, int Direction>
inline constexpr bool are_of_one_kind<Eigen::Reverse<X, Direction>, Eigen::Reverse<Y, Direction>> =
    true;

/// Is anything that x reads inside y?
template <class X>
[[nodiscard]] bool reads(const X& x, const extent& y) {
  if constexpr (has_address<X>)
    return x.size() > 0 && extent_of(strides_of(x), x.rows(), x.cols()).meets(y);
  else
    return !all_operands(x, [&](const auto& operand) { return !reads(operand, y); });
}

/// The i-th of the rows or columns of an indexed view: those of a vector count in its own type.
template <class Indices>
[[nodiscard]] Index index_at(const Indices& indices, Index i) {
  if constexpr (requires { typename Indices::size_type; })
    return static_cast<Index>(indices[static_cast<typename Indices::size_type>(i)]);
  else
    return static_cast<Index>(indices[i]);
}

/// Of an array that is no memory itself, all of that of which it is a view.
template <class Y>
[[nodiscard]] extent extent_of_all(const Y& y) {
  if constexpr (has_address<Y>)
    return y.size() > 0 ? extent_of(strides_of(y), y.rows(), y.cols()) : extent{};
  else if constexpr (requires { y.nestedExpression(); })
    return extent_of_all(y.nestedExpression());
  else
    return {};
}

}  // namespace detail

/// Are x and y the same view of the same memory?
template <class X, class Y>
[[nodiscard]] bool are_same_view(const X& x, const Y& y) {
  if (x.rows() != y.rows() || x.cols() != y.cols()) return false;
  if constexpr (detail::has_address<X> && detail::has_address<Y>) {
    const auto a = strides_of(x), b = strides_of(y);
    return static_cast<const void*>(a.data) == static_cast<const void*>(b.data) &&
           (x.rows() < 2 || a.inner == b.inner) && (x.cols() < 2 || a.outer == b.outer);
  } else if constexpr (requires {
                         x.rowIndices();
                         y.rowIndices();
                       }) {
    for (Index i = 0; i < x.rows(); ++i)
      if (detail::index_at(x.rowIndices(), i) != detail::index_at(y.rowIndices(), i)) return false;
    for (Index j = 0; j < x.cols(); ++j)
      if (detail::index_at(x.colIndices(), j) != detail::index_at(y.colIndices(), j)) return false;
    return are_same_view(x.nestedExpression(), y.nestedExpression());
  } else if constexpr (detail::are_of_one_kind<X, Y> && !detail::is_elementwise<X> &&
                       requires { x.nestedExpression(); }) {
    return are_same_view(x.nestedExpression(), y.nestedExpression());
  } else {
    return false;
  }
}

/// May y not be written while x, an expression, is read: does it share memory with what x is made
/// of without being the same, number for number? A y of another shape is to be resized and must
/// share none.
template <class X, class Y>
[[nodiscard]] bool overlap_in_part(const X& x, const Y& y) {
  const bool same_shape = x.rows() == y.rows() && x.cols() == y.cols();
  if constexpr (owns_memory<X> && owns_memory<Y>) {
    return !same_shape && static_cast<const void*>(&x) == static_cast<const void*>(&y);
  } else if constexpr (detail::is_elementwise<X>) {
    return !detail::all_operands(x,
                                 [&](const auto& operand) { return !overlap_in_part(operand, y); });
  } else {
    if constexpr (detail::is_replicate<X>) {
      const auto& once = x.nestedExpression();
      if (once.rows() == x.rows() && once.cols() == x.cols()) return overlap_in_part(once, y);
    }
    const detail::extent written = detail::extent_of_all(y);
    if (!detail::reads(x, written) || (same_shape && are_same_view(x, y))) return false;
    if constexpr (detail::has_address<X> && detail::has_address<Y> &&
                  std::same_as<typename X::Scalar, typename Y::Scalar>)
      return !same_shape || !are_apart(strides_of(x), strides_of(y), x.rows(), x.cols());
    else
      return true;
  }
}

}  // namespace act::eigen

ACT_STRICT_END
