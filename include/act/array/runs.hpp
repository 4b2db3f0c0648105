// SPDX-License-Identifier: MIT
#pragma once

// Many arrays of one length in one call, such as the columns of a matrix, where an operand may be
// one array for all of them or one number for each. They may be short: that each were a call of its
// own would take longer than what it computes.

#include <act/array/driver.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI::array {

/// Array j begins at data + j * stride.
template <class T>
struct runs {
  T* data;
  std::ptrdiff_t stride;

  ACT_INLINE T* operator[](std::size_t j) const noexcept {
    return data + static_cast<std::ptrdiff_t>(j) * stride;
  }
};

/// Array j is the same for all j.
template <class T>
struct same_run {
  const T* data;
};

/// Array j is the number data[j * stride], repeated.
template <class T>
struct repeated_runs {
  const T* data;
  std::ptrdiff_t stride;
};

namespace detail {

/// How a register or block of V is read and written.
template <class V>
struct whole {
  using lanes = V;
  static ACT_INLINE V load(const simd::scalar_of<V>* p) noexcept { return simd::load<V>(p); }
  template <class Outputs, class R>
  static ACT_INLINE void put(Outputs out, std::size_t i, const R& result) noexcept {
    detail::put(out, i, result);
  }
};

/// The same of the first left lanes.
template <class V>
struct partial {
  using lanes = V;
  std::size_t left;
  ACT_INLINE V load(const simd::scalar_of<V>* p) const noexcept { return simd::load_n<V>(p, left); }
  template <class Outputs, class R>
  ACT_INLINE void put(Outputs out, std::size_t i, const R& result) const noexcept {
    detail::put_n(out, i, left, result);
  }
};

/// The same of V past the caches.
template <class V, class Vec>
struct streamed {
  using lanes = V;
  static ACT_INLINE V load(const simd::scalar_of<V>* p) noexcept {
    detail::read_ahead<Vec, V>(p);
    return simd::load<V>(p);
  }
  template <class Outputs, class R>
  static ACT_INLINE void put(Outputs out, std::size_t i, const R& result) noexcept {
    detail::stream(out, i, result);
  }
};

/// Can all runs of the outputs be streamed? None is an input, and each begins where a register
/// does.
template <class V, class T, std::size_t Outputs, class... More>
[[nodiscard]] ACT_INLINE bool can_stream_runs(const runs<T> (&out)[Outputs],
                                              const More&... inputs) noexcept {
  for (const runs<T>& o : out)
    if ((... || (o.data == inputs.data)) || before_aligned<V>(o.data) != 0 ||
        o.stride % static_cast<std::ptrdiff_t>(simd::size_of<V>) != 0)
      return false;
  return true;
}

/// What of an operand is the same for all arrays, from i on. Of this lanes_of_run is asked for each
/// array j.
template <class Access, class T>
ACT_INLINE runs<const T> hold(const Access&, const runs<const T>& x, std::size_t i) noexcept {
  return {x.data + i, x.stride};
}
template <class Access, class T>
ACT_INLINE repeated_runs<T> hold(const Access&, const repeated_runs<T>& x, std::size_t) noexcept {
  return x;
}
template <class Access, class T>
ACT_INLINE typename Access::lanes hold(const Access& access, const same_run<T>& x,
                                       std::size_t i) noexcept {
  return access.load(x.data + i);
}

template <class Access, class T>
ACT_INLINE typename Access::lanes lanes_of_run(const Access& access, const runs<const T>& x,
                                               std::size_t j) noexcept {
  return access.load(x[j]);
}
template <class Access, class T>
ACT_INLINE typename Access::lanes lanes_of_run(const Access&, const repeated_runs<T>& x,
                                               std::size_t j) noexcept {
  return x.data[static_cast<std::ptrdiff_t>(j) * x.stride];
}
template <class Access>
ACT_INLINE typename Access::lanes lanes_of_run(const Access&, const typename Access::lanes& held,
                                               std::size_t) noexcept {
  return held;
}

/// The elements from i on, as many as access reads, of the arrays from first to last.
template <class Access, class Op, class T, std::size_t Outputs, class... Held>
ACT_INLINE void across(const Access& access, const Op& op, std::size_t i, std::size_t first,
                       std::size_t last, const runs<T> (&outs)[Outputs], runs<const T> x,
                       const Held&... held) noexcept {
  for (std::size_t j = first; j < last; ++j) {
    outputs<T, Outputs> out;
    for (std::size_t k = 0; k < Outputs; ++k) out.at[k] = outs[k][j];
    access.put(out, i,
               evaluate(op, access.load(x[j] + i), detail::lanes_of_run(access, held, j)...));
  }
}

}  // namespace detail

/// out[k][j][i] = op(x[j][i], more[j][i]...) for all j < count and i < n, n > 0, with the bits that
/// run gives them. Several arrays advance together, as many as have about 4 KiB: what all of them
/// share is read once for them, and short arrays cost no more than the lanes they fill.
template <class A, class Op, class T, std::size_t Outputs, class... More>
void run_each(Op op, std::size_t n, std::size_t count, bool large, const runs<T> (&outs)[Outputs],
              runs<const T> x, More... more) noexcept {
  using vec = simd::widest<T, arch_of<A>>;
  using block = simd::packed<vec, 2>;
  constexpr std::size_t width = simd::size_of<vec>, step = simd::size_of<block>;

  runs<T> out[Outputs];
  for (std::size_t k = 0; k < Outputs; ++k) out[k] = outs[k];
  bool streams = false;
  if constexpr (detail::waits_for_memory<Op, vec>())
    streams = large && detail::can_stream_runs<vec>(out, x, more...);
  // No std::bit_width: without optimisation it is a function that any other object may have, too.
  const int bits = 64 - __builtin_clzll((n - 1) | 1);
  const std::size_t together = 1 + (std::size_t{4096} / sizeof(T) >> bits);
  for (std::size_t first = 0; first < count; first += together) {
    const std::size_t last = count - first < together ? count : first + together;
    const auto go = [&](const auto& access, std::size_t i) ACT_INLINE_LAMBDA {
      detail::across(access, op, i, first, last, out, x, detail::hold(access, more, i)...);
    };
    std::size_t i = 0;
    if constexpr (detail::waits_for_memory<Op, vec>())
      if (streams)
        for (; i + step <= n; i += step) go(detail::streamed<block, vec>{}, i);
    for (; i + step <= n; i += step) go(detail::whole<block>{}, i);
    for (; i + width <= n; i += width) go(detail::whole<vec>{}, i);
    if (i < n) go(detail::partial<vec>{n - i}, i);
  }
  if constexpr (detail::waits_for_memory<Op, vec>())
    if (streams) simd::isa_of<vec>::end_of_stream();
}

}  // namespace act::array

ACT_STRICT_END
