// SPDX-License-Identifier: MIT

// A program compiled for every processor: which instruction set it runs on, and that calls on spans
// and on Eigen's arrays do. It is run for each set, and under emulated processors that lack some.

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <cstdlib>
#include <string>
#include <vector>
#include "support/samples.hpp"

namespace {

using act::instruction_set;

template <class T>
std::vector<T> numbers() {
  std::vector<T> x = act::test::samples<T>(1.0 / 64).x;
  x.resize(10007);
  return x;
}

template <class T>
bool same_bits(std::span<const T> a, std::span<const T> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::memcmp(&a[i], &b[i], sizeof(T)) != 0 && a[i] == a[i]) return false;
  return a.size() == b.size();
}

/// op of x on the set S.
template <class S, class Op, class T>
std::vector<T> on(const Op& op, const std::vector<T>& x) {
  std::vector<T> y(x.size());
  const act::array::outputs<T, 1> out{{y.data()}};
  act::array::run_on<S>(op, x.size(), false, out, x.data());
  return y;
}

/// op of x on the set that a name stands for.
template <class Op, class T>
std::vector<T> on_set(instruction_set set, const Op& op, const std::vector<T>& x) {
#if defined(__aarch64__)
  return set == instruction_set::neon ? on<act::dispatch::neon>(op, x) : std::vector<T>{};
#else
  switch (set) {
    case instruction_set::avx512:
      return on<act::dispatch::avx512>(op, x);
    case instruction_set::avx2:
      return on<act::dispatch::avx2>(op, x);
    default:
      return on<act::dispatch::sse2>(op, x);
  }
#endif
}

TEST(dispatch, uses_the_set_that_was_asked_for) {
  const char* asked = std::getenv("ACT_ARCH");
  const char* expected = std::getenv("EXPECTED_SET");
  const std::string used = act::name_of(act::dispatch::in_use());
  const auto best = act::dispatch::best();
  std::string due = expected != nullptr ? expected : act::name_of(best);
  for (const auto set : {instruction_set::sse2, instruction_set::avx2, instruction_set::avx512})
    if (asked != nullptr && std::string(asked) == act::name_of(set) && set <= best &&
        best != instruction_set::neon)
      due = asked;
  EXPECT_EQ(used, due);
  EXPECT_LE(act::dispatch::in_use(), best);
}

template <class T>
class dispatch_of : public ::testing::Test {};
using scalars = ::testing::Types<float, double>;
TYPED_TEST_SUITE(dispatch_of, scalars);

TYPED_TEST(dispatch_of, spans_run_on_the_set_in_use) {
  using T = TypeParam;
  const std::vector<T> x = numbers<T>();
  std::vector<T> y(x.size());
  act::transform(act::tanh, x, y);
  const auto expected = on_set(act::dispatch::in_use(), act::op::value<act::formula::Tanh<T>>{}, x);
  EXPECT_TRUE(same_bits<T>(y, expected));
  act::transform(act::ELU<T>{0.3}, x, y, act::parallel);
  const auto elu =
      on_set(act::dispatch::in_use(), act::op::value<act::formula::ELU<T>>{{T(0.3)}}, x);
  EXPECT_TRUE(same_bits<T>(y, elu));
}

TYPED_TEST(dispatch_of, Eigen_arrays_run_on_the_set_in_use) {
  using T = TypeParam;
  using array = Eigen::Array<T, Eigen::Dynamic, 1>;
  const std::vector<T> numbers_ = numbers<T>();
  const auto n = static_cast<Eigen::Index>(numbers_.size());
  const array x = Eigen::Map<const array>(numbers_.data(), n);
  array y = act::sigmoid.derivative(x);
  const auto expected =
      on_set(act::dispatch::in_use(), act::op::derivative<act::formula::Sigmoid<T>>{}, numbers_);
  EXPECT_TRUE(same_bits<T>({y.data(), y.data() + n}, expected));
#if !defined(__FMA__) && !defined(__aarch64__)
  // Without fused multiply-adds some bits differ, and this file has none: so it was not this
  // file's loop that ran.
  bool differs = false;
  const array finite = x.isFinite().select(x, T(0));
  const array z = act::sigmoid.derivative(finite);
  for (Eigen::Index i = 0; i < n; ++i)
    differs = differs || z[i] != act::sigmoid.derivative(T(finite[i]));
  EXPECT_EQ(differs, act::dispatch::in_use() != instruction_set::sse2);
#endif
}

TYPED_TEST(dispatch_of, slopes_of_prelu_run_on_the_set_in_use) {
  using T = TypeParam;
  using array = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic>;
  const array x = array::Random(37, 5), dy = x * 2 - 1;
  const Eigen::Array<T, 1, Eigen::Dynamic> slopes = Eigen::Array<T, 1, Eigen::Dynamic>::Random(5);
  const Eigen::Array<T, Eigen::Dynamic, 1> by_rows = slopes.transpose();
  const array terms = x.min(T(0)) * dy, flipped = x.transpose(), flipped_dy = dy.transpose();

  EXPECT_TRUE(act::prelu.slope_gradient(x, dy, slopes).isApprox(terms.colwise().sum()));
  EXPECT_TRUE(act::prelu.slope_gradient(flipped, flipped_dy, by_rows)
                  .isApprox(terms.colwise().sum().transpose()));
  EXPECT_TRUE(act::prelu.slope_gradient(x, dy, x).isApprox(terms));
  const array y = act::prelu(x, dy), d = act::prelu.derivative(x, dy);
  EXPECT_TRUE((y == (x > 0).select(x, x * dy)).all());
  EXPECT_TRUE((d == (x > 0).select(T(1), dy)).all());
  const array dx = act::prelu.backward(x, dy, dy);
  EXPECT_TRUE((dx == dy * d).all());
  array value(37, 5), derivative(37, 5), drawn(37, 5);
  const auto expect_slopes = [&](const array& at, const array& gradient, const auto& given,
                                 const array& each) {
    const array f = (at > 0).select(at, at * each), df = (at > 0).select(T(1), each);
    const array got = act::prelu(at, given), got_d = act::prelu.derivative(at, given);
    const array got_dx = act::prelu.backward(at, gradient, given);
    EXPECT_TRUE((got == f).all() && (got_d == df).all() && (got_dx == gradient * df).all());
    array both_y, both_d;
    act::prelu.value_and_derivative(at, both_y, both_d, given);
    EXPECT_TRUE((both_y == f).all() && (both_d == df).all());
  };
  expect_slopes(x, dy, slopes, slopes.replicate(37, 1));
  expect_slopes(flipped, flipped_dy, by_rows, by_rows.replicate(1, 37));
  expect_slopes(x, dy, dy, dy);
  // A repeated dy is left to the loops of this file.
  using column = Eigen::Array<T, Eigen::Dynamic, 1>;
  const column first = dy.col(0);
  const Eigen::Replicate<column, 1, Eigen::Dynamic> repeated(first, 1, 5);
  const array of_repeated = act::prelu.backward(x, repeated, slopes);
  EXPECT_TRUE((of_repeated == act::prelu.backward(x, array(repeated), slopes).eval()).all());
  const array each = act::prelu.backward(x, repeated, dy);
  EXPECT_TRUE((each == act::prelu.backward(x, array(repeated), dy).eval()).all());
  act::elu.value_and_derivative(x, value, derivative);
  EXPECT_TRUE(derivative.isApprox((x > 0).select(T(1), x.exp())));
  act::Philox rng{1};
  const array trained = act::rrelu.train(x, drawn, rng);
  EXPECT_TRUE((trained == x * drawn).all());
}

/// A function of the user's own, which act has compiled for no set.
struct square {
  template <class V>
  ACT_INLINE V operator()(const V& x) const noexcept {
    return x * x;
  }
};

TYPED_TEST(dispatch_of, own_functions_work) {
  using T = TypeParam;
  const std::vector<T> x = numbers<T>();
  std::vector<T> y(x.size());
  act::transform(square{}, x, y);
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] == x[i]) {
      EXPECT_EQ(y[i], x[i] * x[i]);
    }
}

}  // namespace
