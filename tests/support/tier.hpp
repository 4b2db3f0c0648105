// SPDX-License-Identifier: MIT
#pragma once

namespace act::test {

/// Does the formula F, or a functor of it, belong to the exact tier?
template <class F>
inline constexpr bool is_exact = requires {
  typename F::default_tier;
};

}  // namespace act::test
