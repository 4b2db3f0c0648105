// SPDX-License-Identifier: MIT

// Execution on several threads: the same bits as on one.

#include <gtest/gtest.h>

#include <act/act.hpp>
#include <concepts>
#include <cstdint>
#include "support/arrays.hpp"
#include "support/types.hpp"

// The runtime of OpenMP keeps its threads' memory until the program ends.
extern "C" const char* __lsan_default_suppressions() { return "leak:libgomp\nleak:libomp"; }

namespace {

using namespace act::test;

/// Long enough for several threads, whatever the function, and no multiple of anything.
constexpr std::size_t length = (std::size_t{3} << 20) / sizeof(float) + 77;

template <class T>
class parallel : public ::testing::Test {
 protected:
  const std::vector<T> numbers = inputs<T>(length), others = inputs<T>(length, 5);

  /// call(in, other, out, execution) for several numbers of threads and alignments.
  template <class Call>
  void expect_same_bits(const Call& call) const {
    for (const std::size_t skip : {0U, 1U, 15U, 30U}) {
      const auto in = std::span(numbers).subspan(skip), other = std::span(others).subspan(skip);
      std::vector<T> memory(length, sentinel<T>), want(length);
      const auto out = std::span(memory).subspan(skip), expected = std::span(want).subspan(skip);
      call(in, other, expected, act::sequential_execution{});
      for (const int threads : {0, 1, 2, 3, 7}) {
        std::fill(out.begin(), out.end(), sentinel<T>);
        call(in, other, out, act::parallel_execution{threads});
        EXPECT_TRUE(same_elements<T>(out, [&](auto i) { return expected[i]; }))
            << threads << " threads, from element " << skip;
      }
    }
  }
};
TYPED_TEST_SUITE(parallel, scalars, test_name);

TYPED_TEST(parallel, execution_has_the_same_bits) {
  this->expect_same_bits([](auto x, auto, auto y, auto on) { transform(act::tanh, x, y, on); });
  this->expect_same_bits([](auto x, auto, auto y, auto on) { transform(act::relu, x, y, on); });
  this->expect_same_bits(
      [](auto x, auto, auto d, auto on) { transform_derivative(act::selu, x, d, on); });
  this->expect_same_bits([](auto y, auto, auto d, auto on) {
    transform_derivative_from_output(act::sigmoid, y, d, on);
  });
  this->expect_same_bits(
      [](auto x, auto dy, auto dx, auto on) { transform_backward(act::elu, x, dy, dx, on); });
  this->expect_same_bits([](auto x, auto, auto out, auto on) {
    std::vector<TypeParam> other(x.size());
    transform_value_and_derivative(act::sigmoid, x, other, out, on);
    transform_value_and_derivative(act::softplus, other, out, other, on);
  });
}

TYPED_TEST(parallel, execution_may_be_streamed_and_in_place) {
  const auto streamed_in_parallel = [](const auto& on, const auto& call) {
    constexpr bool is_parallel =
        std::same_as<std::remove_cvref_t<decltype(on)>, act::parallel_execution>;
    const std::size_t usual = act::streaming_threshold.exchange(is_parallel ? 0 : SIZE_MAX);
    call();
    act::streaming_threshold = usual;
  };
  this->expect_same_bits([&](auto x, auto, auto y, auto on) {
    streamed_in_parallel(on, [&] { transform(act::relu, x, y, on); });
  });
  this->expect_same_bits([&](auto x, auto, auto y, auto on) {
    std::vector<TypeParam> d(x.size());
    streamed_in_parallel(on, [&] { transform_value_and_derivative(act::tanh, x, y, d, on); });
    streamed_in_parallel(on, [&] { transform_value_and_derivative(act::tanh, d, y, d, on); });
  });
  this->expect_same_bits([](auto x, auto, auto y, auto on) {
    std::copy(x.begin(), x.end(), y.begin());
    transform(act::tanh, y, y, on);
  });
}

TYPED_TEST(parallel, execution_refuses_what_any_execution_does) {
  std::vector<TypeParam> y(3);
  EXPECT_THROW(act::transform(act::tanh, this->numbers, y, act::parallel), std::invalid_argument);
}

template <class T>
using matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;

template <class A, class B>
[[nodiscard]] bool same(const A& a, const B& b) {
  if (a.rows() != b.rows() || a.cols() != b.cols()) return false;
  for (Eigen::Index j = 0; j < a.cols(); ++j)
    for (Eigen::Index i = 0; i < a.rows(); ++i)
      if (!identical(a(i, j), b(i, j))) return false;
  return true;
}

TYPED_TEST(parallel, assignment_of_eigen_has_the_same_bits) {
  using T = TypeParam;
  const Eigen::Map<const matrix<T>> x(this->numbers.data(), 1009, 777),
      dy(this->others.data(), 1009, 777);
  const matrix<T> value = act::tanh(x), slope = act::selu.derivative(x);
  const matrix<T> gradient = act::sigmoid.backward(x, dy);
  const matrix<T> of_slopes = act::prelu.backward(x, dy, value);
  for (const int threads : {1, 2, 5}) {
    Eigen::setNbThreads(threads);
    matrix<T> y;
    act::in_parallel(y) = act::tanh(x);
    EXPECT_TRUE(same(y, value));
    act::in_parallel(Eigen::Map<matrix<T>>(y.data(), y.rows(), y.cols())) = act::selu.derivative(x);
    EXPECT_TRUE(same(y, slope));
    act::in_parallel(y) = act::sigmoid.backward(x, dy);
    EXPECT_TRUE(same(y, gradient));
    act::in_parallel(y) = act::prelu.backward(x, dy, value);
    EXPECT_TRUE(same(y, of_slopes));
    y = x;
    act::in_parallel(y) = act::tanh(y);
    EXPECT_TRUE(same(y, value));
    act::in_parallel(y.bottomRows(500)) = act::tanh(x.topRows(500));
    EXPECT_TRUE(same(y.bottomRows(500), value.topRows(500)));

    y.setZero();
    act::in_parallel(y.middleCols(1, 700)) = act::tanh(x.leftCols(700));
    EXPECT_TRUE(same(y.middleCols(1, 700), value.leftCols(700)));
  }
  Eigen::setNbThreads(0);
}

TYPED_TEST(parallel, assignment_of_eigen_refuses_another_shape) {
  using T = TypeParam;
  const Eigen::Map<const Eigen::RowVectorX<T>> x(this->numbers.data(), 10);
  Eigen::VectorX<T> column(10);
  std::vector<T> memory(20);
  Eigen::Map<Eigen::RowVectorX<T>> shorter(memory.data(), 9);
  EXPECT_THROW(act::in_parallel(column) = act::tanh(x), std::invalid_argument);
  EXPECT_THROW(act::in_parallel(shorter) = act::tanh(x), std::invalid_argument);
}

}  // namespace
