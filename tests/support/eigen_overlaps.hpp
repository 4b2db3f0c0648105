// SPDX-License-Identifier: MIT
#pragma once

// Views of one array of 8 by 8 floats, 4 by 4 numbers each, that share some, all or none. Their
// sizes are known at run time, as Eigen 3.4 writes wrong numbers to a reversed view of fixed size.

#include "support/eigen_arrays.hpp"

namespace act::test {

using square = Eigen::ArrayXXf;

/// visit(view of m) for each kind of view.
template <class Visit>
void for_each_overlap(square& m, const Visit& visit) {
  using by_rows = dynamic_array<float, Eigen::RowMajor>;
  using gaps = Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>;
  visit(m.topLeftCorner(4, 4));
  visit(m.bottomLeftCorner(4, 4));
  visit(m.block(1, 1, 4, 4).transpose());
  visit(m.topLeftCorner(4, 4).reverse());
  visit(Eigen::Map<square, 0, gaps>(m.data(), 4, 4, gaps(16, 2)));
  visit(Eigen::Map<by_rows, 0, Eigen::OuterStride<8>>(m.data() + 4, 4, 4));
  visit(m(Eigen::seqN(0, 4), Eigen::seqN(0, 4, 2)));
}

/// Fresh numbers, none of them twice.
inline square distinct() {
  square m(8, 8);
  for (Index i = 0; i < m.size(); ++i) m.data()[i] = static_cast<float>(i) - 31.5F;
  return m;
}

/// Do all numbers of m but those of the views have the value that they have in before?
template <class... View>
[[nodiscard]] bool is_unchanged_beside(square& m, const square& before, View&&... views) {
  square rest = m;
  (views.setConstant(0), ...);
  for (Index i = 0; i < m.size(); ++i)
    if (m.data()[i] == 0) rest.data()[i] = before.data()[i];
  return (rest == before).all();
}

}  // namespace act::test
