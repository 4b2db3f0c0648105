// SPDX-License-Identifier: MIT
#pragma once

// An operation as a functor of Eigen's expressions: one scalar at a time, or one of Eigen's
// packets.

#include <Eigen/Core>
#include <act/functor.hpp>
#include <act/simd/packet.hpp>

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {
namespace detail {

/// Does Eigen, as it is configured here, vectorise T in registers that act's lanes can take?
template <class T>
inline constexpr bool has_packets = Eigen::internal::packet_traits<T>::Vectorizable&&
simd::is_packet<T, typename Eigen::internal::packet_traits<T>::type>();

/// op of packets: each becomes the low part of a vec, with zeros above where Eigen uses registers
/// of less than full width, and one kernel serves them all.
template <class T, class P, class Op, class... More>
ACT_BOUNDARY P apply_to_packets(const Op& op, const P& x, const More&... more) noexcept {
  return simd::to_packet<P>(evaluate(op, simd::from_packet<T>(x), simd::from_packet<T>(more)...));
}

template <class F>
struct on_packets {
  template <class P, class Op>
  static ACT_INLINE P apply(const Op& op, const P& x) noexcept {
    return apply_to_packets<typename F::scalar>(op, x);
  }
};

template <class P>
struct scalar_of_packet {
  using type = typename Eigen::internal::unpacket_traits<P>::type;
};

/// The same for all numbers that Eigen vectorises.
template <class... T>
inline constexpr bool have_packets = (... && (has_packets<T> ||
                                              !Eigen::internal::packet_traits<T>::Vectorizable));

}  // namespace detail

namespace eigen {

/// What x.unaryExpr(f) takes of act's: functors, and the objects.
template <class F>
concept functor = act::detail::function<F> || std::derived_from<F, Functor<typename F::formula>>;

/// op as Eigen calls it, on T alone or on packets of it.
template <class Op, class T>
struct elementwise {
  Op op;

  template <std::same_as<T>... More>
  ACT_BOUNDARY T operator()(const T& x, const More&... more) const noexcept {
    return evaluate(op, x, more...);
  }
  template <class P, std::same_as<P>... More>
  ACT_INLINE P packetOp(const P& x, const More&... more) const noexcept {
    return detail::apply_to_packets<T>(op, x, more...);
  }
};

}  // namespace eigen
}  // namespace act

namespace Eigen::internal {

template <class Op, class T>
struct functor_traits<act::eigen::elementwise<Op, T>> {
  enum { Cost = 16 * NumTraits<T>::MulCost, PacketAccess = act::detail::has_packets<T> };
};

template <class F>
struct functor_traits<act::Functor<F>> {
  using T = typename F::scalar;
  enum { Cost = 16 * NumTraits<T>::MulCost, PacketAccess = act::detail::has_packets<T> };
};

template <act::detail::function G>
struct functor_traits<G> {
  enum {
    Cost = 16 * NumTraits<float>::MulCost,
    PacketAccess = act::detail::have_packets<float, double>
  };
};

}  // namespace Eigen::internal

ACT_STRICT_END
