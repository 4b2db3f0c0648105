// SPDX-License-Identifier: MIT
#pragma once

#include <act/abi.hpp>
#include <cstddef>
#include <functional>

namespace act::inline ACT_ABI::array {

/// Do [a, a + n) and [b, b + n) share memory without being the same? Then a loop that writes the
/// one while it reads the other would read what it has written.
template <class T>
[[nodiscard]] bool overlap_shifted(const T* a, const T* b, std::size_t n) noexcept {
  const std::less<const T*> before;  // unlike <, defined for pointers into different arrays
  return a != b && before(a, b + n) && before(b, a + n);
}

}  // namespace act::array
