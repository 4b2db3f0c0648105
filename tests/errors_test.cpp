// SPDX-License-Identifier: MIT

// Each refusal at run time: what is thrown, what it says, and that nothing was written before.
// Without Eigen's assertions, which would come first where an array cannot be resized.

#define EIGEN_NO_DEBUG
#include <gtest/gtest.h>
#include <act/act.hpp>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>
#include "support/eigen_arrays.hpp"

namespace {

using namespace act::test;

using Eigen::ArrayXf, Eigen::ArrayXXf, Eigen::Map;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// Is call() refused with all these words?
template <class Call>
::testing::AssertionResult refused(const Call& call, std::initializer_list<std::string> words) {
  try {
    call();
  } catch (const std::invalid_argument& refusal) {
    const std::string text = refusal.what();
    for (const std::string& word : words)
      if (text.find(word) == std::string::npos)
        return ::testing::AssertionFailure() << '"' << text << "\" does not say \"" << word << '"';
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure() << "not refused";
}

ArrayXXf sentinels(Index r, Index c) { return ArrayXXf::Constant(r, c, sentinel<float>); }
bool untouched(const ArrayXXf& x) { return (x == sentinel<float>).all(); }

using span = std::span<float>;
using spans = std::array<span, 4>;  // x, dy, y, d

struct span_call {
  const char* name;
  std::vector<std::size_t> operands, outputs;
  void (*call)(const spans& s);

  [[nodiscard]] std::vector<std::size_t> operands_beside(std::size_t one) const {
    std::vector<std::size_t> others = operands;
    std::erase(others, one);
    return others;
  }
};

using in = const spans&;
constexpr auto f = act::tanh;
const span_call span_calls[] = {
    {"transform:", {0, 2}, {2}, [](in s) { transform(f, s[0], s[2]); }},
    {"_derivative:", {0, 2}, {2}, [](in s) { transform_derivative(f, s[0], s[2]); }},
    {"_output:", {0, 2}, {2}, [](in s) { transform_derivative_from_output(f, s[0], s[2]); }},
    {"_backward:", {0, 1, 2}, {2}, [](in s) { transform_backward(f, s[0], s[1], s[2]); }},
    {"_value_and_derivative:", {0, 2, 3}, {2, 3}, [](in s) {
       transform_value_and_derivative(f, s[0], s[2], s[3]);
     }}};

/// Four spans of one length n, 2n apart, in one piece of memory.
struct arena {
  std::ptrdiff_t n;
  std::vector<float> memory = std::vector<float>(static_cast<std::size_t>(10 * n), sentinel<float>);
  spans s{at(n), at(3 * n), at(5 * n), at(7 * n)};

  span at(std::ptrdiff_t first) { return {memory.data() + first, static_cast<std::size_t>(n)}; }
  span shifted(span other, std::ptrdiff_t shift) {
    return at(other.data() - memory.data() + shift);
  }
  [[nodiscard]] bool is_untouched() const { return memory == arena{n}.memory; }
};

TEST(errors, of_arrays_that_differ_in_length) {
  for (const span_call& c : span_calls)
    for (const std::size_t other : c.operands_beside(0))
      for (const std::size_t length : {std::size_t{0}, std::size_t{39}, std::size_t{41}}) {
        arena a{40};
        a.s[other] = {a.s[other].data(), length};
        EXPECT_TRUE(refused([&] { c.call(a.s); },
                            {"act::transform", c.name, "length", "40, " + std::to_string(length)}));
        EXPECT_TRUE(a.is_untouched());
      }
}

TEST(errors, of_lengths_that_no_memory_holds) {
  constexpr std::size_t longest = PTRDIFF_MAX / sizeof(float);
  for (const std::size_t n : {longest + 1, 2 * longest + 2, std::size_t(-1)}) {
    for (const span_call& c : span_calls) {
      arena a{40};
      for (span& s : a.s) s = {s.data(), n};
      EXPECT_TRUE(refused([&] { c.call(a.s); }, {"act::transform", c.name, "no memory", "length"}));
      EXPECT_TRUE(a.is_untouched());
    }
    float x = 1, y = sentinel<float>;
    EXPECT_TRUE(refused([&] { act::transform(f, &x, &y, n); }, {"act::transform:", "no memory"}));
    EXPECT_TRUE(refused([&] { act::transform(f, &x, &x, n, act::parallel); }, {"no memory"}));
    EXPECT_EQ(y, sentinel<float>);
  }
}

TEST(errors, of_outputs_that_overlap_in_part) {
  for (const span_call& c : span_calls)
    for (const std::size_t out : c.outputs)
      for (const std::size_t other : c.operands_beside(out))
        for (const std::ptrdiff_t shift : {1, 39, 40, -1, -39, -40}) {
          arena a{40};
          a.s[out] = a.shifted(a.s[other], shift);
          if (std::abs(shift) == 40) {
            EXPECT_NO_THROW(c.call(a.s));
          } else {
            // Of two outputs, either may be the one that the other is measured from.
            const std::string got = std::to_string(other < out ? -shift : shift);
            EXPECT_TRUE(refused([&] { c.call(a.s); }, {"act::transform", c.name, "overlap", got}));
            EXPECT_TRUE(a.is_untouched());
          }
        }
}

TEST(errors, of_two_outputs_that_are_one) {
  const span_call& c = span_calls[4];
  arena a{40};
  a.s[3] = a.s[2];
  EXPECT_TRUE(refused([&] { c.call(a.s); }, {c.name, "outputs", "got 40"}));
  a.s[0] = a.s[2];
  EXPECT_TRUE(refused([&] { c.call(a.s); }, {c.name, "outputs", "got 40"}));
  EXPECT_TRUE(a.is_untouched());
}

// Eigen itself refuses to allocate them; Eigen 5 not always.
TEST(errors, of_arrays_with_more_elements_than_can_be_counted) {
#if EIGEN_VERSION_AT_LEAST(4, 0, 0)
  GTEST_SKIP() << "this Eigen may resize an array to them without memory";
#else
  constexpr Index many = Index(1) << (sizeof(Index) * 4);
  const auto x = ArrayXXf::Constant(many, many, 1);
  ArrayXXf y = sentinels(5, 3), d = y;
  const ArrayXf slopes = ArrayXf::Ones(5);
  EXPECT_THROW(y = act::relu(x), std::bad_alloc);
  EXPECT_THROW(y = act::tanh.backward(x, x), std::bad_alloc);
  EXPECT_THROW(act::elu.value_and_derivative(x, y, d), std::bad_alloc);
  EXPECT_THROW(y = act::tanh(slopes.replicate(many, many)), std::bad_alloc);
  EXPECT_TRUE(refused([&] { y = act::prelu(x, slopes); }, {"act::prelu", "column"}));
  EXPECT_TRUE(refused([&] { y.topRows(5) = act::relu(x); }, {"act::assignment", "shape", "5, 3"}));
  act::Philox rng{1};
  EXPECT_THROW(y = act::rrelu.train(x, d, rng), std::bad_alloc);
  EXPECT_TRUE(untouched(y) && untouched(d));
#endif
}

TEST(errors, of_softplus_name_beta) {
  using std::pair;
  for (const auto& [beta, text] :
       {pair{0.F, "got 0"}, pair{-0.F, "got -0"}, pair{-1.5F, "got -1.5"}, pair{inf, "got inf"},
        pair{-inf, "got -inf"}, pair{nan, "got nan"}}) {
    const std::initializer_list<std::string> words = {"act::softplus", "beta", text};
    ArrayXXf y = sentinels(5, 3), d = y;
    const ArrayXXf x = ArrayXXf::Ones(5, 3);
    EXPECT_TRUE(refused([b = beta] { act::Softplus<double>{b}; }, words));
    EXPECT_TRUE(refused([b = beta] { return act::softplus(1.0F, b); }, words));
    EXPECT_TRUE(refused([b = beta] { return act::softplus.derivative(1.0, b); }, words));
    EXPECT_TRUE(refused([&, b = beta] { y = act::softplus(x, b); }, words));
    EXPECT_TRUE(refused([&, b = beta] { y = act::softplus.backward(x, x, b); }, words));
    EXPECT_TRUE(refused([&, b = beta] { act::softplus.value_and_derivative(x, y, d, b); }, words));
    EXPECT_TRUE(untouched(y) && untouched(d));
  }
}

TEST(errors, of_rrelu_name_its_bounds) {
  const std::tuple<float, float, std::string> cases[] = {
      {0.5F, 0.25F, "0.5, 0.25"}, {0.5F, inf, "0.5, inf"}, {-inf, 0.5F, "-inf, 0.5"},
      {inf, inf, "inf, inf"},     {nan, 0.5F, "nan, 0.5"}, {0.5F, nan, "0.5, nan"}};
  for (const auto& [lower, upper, got] : cases) {
    const std::initializer_list<std::string> words = {"act::rrelu", "lower", "upper", "got " + got};
    ArrayXXf y = sentinels(5, 3), slopes = y;
    const ArrayXXf x = ArrayXXf::Constant(5, 3, -1);
    act::Philox rng{1};
    EXPECT_TRUE(refused([&, l = lower, u = upper] { act::RReLU<double>(l, u); }, words));
    EXPECT_TRUE(refused([&, l = lower, u = upper] { return act::rrelu(1.0F, l, u); }, words));
    EXPECT_TRUE(refused([&, l = lower, u = upper] { y = act::rrelu(x, l, u); }, words));
    EXPECT_TRUE(
        refused([&, l = lower, u = upper] { y = act::rrelu.train(x, slopes, rng, l, u); }, words));
    EXPECT_TRUE(untouched(y) && untouched(slopes));
    EXPECT_EQ(rng.position(), 0U);
  }
}

TEST(errors, of_the_output_form_name_the_negative_parameter) {
  const auto check = []<template <class> class F>(const auto& g, act::Functor<F<float>> functor,
                                                  const char* parameter, const std::string& got,
                                                  auto... p) {
    const std::initializer_list<std::string> words = {
        std::string("act::") + F<float>::name + ".derivative_from_output", parameter, "got " + got};
    ArrayXXf d = sentinels(5, 3);
    const ArrayXXf y = ArrayXXf::Ones(5, 3);
    EXPECT_TRUE(refused([&] { return g.derivative_from_output(1.0F, p...); }, words));
    EXPECT_TRUE(refused([&] { d = g.derivative_from_output(y, p...); }, words));
    EXPECT_TRUE(refused([&] { d = functor.derivative_from_output(y); }, words));
    const span all(d.data(), 15);
    EXPECT_TRUE(refused([&] { transform_derivative_from_output(functor, all, all); }, words));
    EXPECT_TRUE(untouched(d));
  };
  check(act::leaky_relu, act::LeakyReLU<float>{-0.5F}, "slope", "-0.5", -0.5F);
  check(act::prelu, act::PReLU<float>{-0.5F}, "slope", "-0.5", -0.5F);
  check(act::rrelu, act::RReLU<float>{-1.F, 0.5F}, "slope", "-0.25", -1.F, 0.5F);
  check(act::elu, act::ELU<float>{-0.5F}, "alpha", "-0.5", -0.5F);
}

TEST(errors, of_backward_name_both_shapes) {
  ArrayXXf dx = sentinels(5, 3);
  const ArrayXXf x = dx;
  for (const auto& [rows, cols] : {std::pair<Index, Index>{5, 4}, {4, 3}, {3, 5}, {0, 0}}) {
    const ArrayXXf dy = sentinels(rows, cols);
    const std::string shape = std::to_string(rows) + ", " + std::to_string(cols);
    const std::initializer_list<std::string> words = {"act::backward", "shape", "5, 3, " + shape};
    EXPECT_TRUE(refused([&] { dx = act::tanh.backward(x, dy); }, words));
    EXPECT_TRUE(refused([&] { dx = act::Tanh<float>{}.backward(x, dy); }, words));
    EXPECT_TRUE(refused([&] { dx = act::tanh.backward(ArrayXXf(x), dy); }, words));
  }
  EXPECT_TRUE(untouched(dx));
}

TEST(errors, of_prelu_name_the_number_of_slopes) {
  ArrayXXf y = sentinels(5, 3);
  const ArrayXXf x = y;
  const ArrayXf column = ArrayXf::Zero(3);
  const Eigen::Array<float, 1, Eigen::Dynamic> row = column.transpose().replicate(1, 2);
  const ArrayXXf each = ArrayXXf::Zero(5, 4);
  const auto check = [&](const auto& slopes, const char* what, const char* got) {
    EXPECT_TRUE(refused([&] { y = act::prelu(x, slopes); }, {"act::prelu", what, got}));
    EXPECT_TRUE(refused([&] { y = act::prelu.derivative(x, slopes); }, {"act::prelu", what, got}));
    EXPECT_TRUE(refused([&] { y = act::prelu.backward(x, x, slopes); }, {"act::prelu", what, got}));
    EXPECT_TRUE(refused([&] { return act::prelu.slope_gradient(x, x, slopes); }, {what, got}));
  };
  check(column, "row of x", "got 3, 5");
  check(row, "column of x", "got 6, 3");
  check(each, "shape", "got 5, 3, 5, 4");
  EXPECT_TRUE(refused([&] { return act::prelu.slope_gradient(x, each, 0.5F); },
                      {"act::prelu.slope_gradient", "shape", "got 5, 3, 5, 4"}));
  EXPECT_TRUE(untouched(y));
}

TEST(errors, of_assignments_name_both_shapes) {
  ArrayXXf memory = sentinels(5, 4);
  const ArrayXXf x = ArrayXXf::Ones(5, 3);
  const std::initializer_list<std::string> words = {"act::assignment", "shape", "got 5, 2, 5, 3"};
  EXPECT_TRUE(refused([&] { memory.leftCols(2) = act::tanh(x); }, words));
  EXPECT_TRUE(refused([&] { memory.leftCols(2) = act::Tanh<float>{}(x); }, words));
  EXPECT_TRUE(refused([&] { memory.leftCols(2) = act::tanh.backward(x, x); }, words));
  EXPECT_TRUE(refused([&] { Map<ArrayXXf>(memory.data(), 5, 2) = act::relu(x); }, words));
  EXPECT_TRUE(untouched(memory));
  memory.leftCols(3) = act::relu(x);
  EXPECT_TRUE((memory.leftCols(3) == 1).all() && untouched(memory.col(3).eval()));
}

TEST(errors, of_outputs_that_cannot_take_the_result) {
  const ArrayXXf x = ArrayXXf::Ones(5, 3);
  ArrayXXf memory = sentinels(5, 4), small = sentinels(2, 2);
  Map<ArrayXXf> wide(memory.data(), 5, 4), flat(memory.data(), 3, 5);
  act::Philox rng{1};
  const char* const name = "act::value_and_derivative";
  const auto both = [](auto&&... arrays) { act::tanh.value_and_derivative(arrays...); };
  EXPECT_TRUE(refused([&] { both(x, small, wide); }, {name, "shape", "got 5, 3, 5, 4"}));
  EXPECT_TRUE(refused([&] { both(x + 1, small, wide); }, {name, "shape", "got 5, 3, 5, 4"}));
  EXPECT_TRUE(refused([&] { both(x, small, flat); }, {name, "shape", "got 5, 3, 3, 5"}));
  EXPECT_TRUE(refused([&] { both(x, small, small); }, {name, "an array each", "got 5, 3"}));
  EXPECT_TRUE(refused([&] { both(small, small, small); }, {name, "an array each", "got 2, 2"}));
  EXPECT_TRUE(refused([&] { small = act::rrelu.train(x, wide, rng); },
                      {"act::rrelu.train", "shape", "got 5, 3, 5, 4"}));
  EXPECT_EQ(small.rows(), 2);
  EXPECT_TRUE(untouched(small) && untouched(memory));
  EXPECT_EQ(rng.position(), 0U);
}

TEST(errors, of_value_and_derivative_that_share_some_memory) {
  ArrayXXf m = sentinels(8, 6), y = sentinels(8, 4), x = ArrayXXf::Ones(8, 4);
  const auto all_refused = [&](auto&& left, auto&& right) {
    const auto both = [&](auto&&... arrays) {
      return refused([&] { act::tanh.value_and_derivative(arrays...); },
                     {"act::value_and_derivative", "in part", "got"});
    };
    const auto input = x.topLeftCorner(left.rows(), left.cols());
    auto out = y.topLeftCorner(left.rows(), left.cols());
    EXPECT_TRUE(both(input, left, right) && both(input, right, left));
    EXPECT_TRUE(both(left, right, out) && both(left, out, right));
    EXPECT_TRUE(both(right, left, out) && both(right, out, left));
  };
  all_refused(m.leftCols(4), m.rightCols(4));
  all_refused(m.topRows(5).leftCols(4), m.bottomRows(5).leftCols(4));
  all_refused(m.col(1).head(5), m.col(1).tail(5));
  all_refused(m.row(1).head(4), m.row(1).segment(1, 4));
  all_refused(m.block(1, 0, 4, 4), m.topLeftCorner(4, 4).transpose());
  EXPECT_TRUE(untouched(m) && untouched(y));
  act::tanh.value_and_derivative(x, m.leftCols(4), y);
  act::tanh.value_and_derivative(x.leftCols(2), m.leftCols(2), m.rightCols(2));
  act::tanh.value_and_derivative(x.row(0), m.row(0).head(4), m.row(1).head(4));
  act::tanh.value_and_derivative(m.row(2), m.row(3), m.row(2));
}

TEST(errors, of_outputs_that_would_be_resized_under_another_array) {
  ArrayXf m = ArrayXf::Constant(40, sentinel<float>), other;
  const ArrayXf x = ArrayXf::Ones(10), slopes = x;
  EXPECT_TRUE(refused([&] { act::tanh.value_and_derivative(m.head(10), m, other); },
                      {"act::value_and_derivative", "x in part", "got 10"}));
  EXPECT_TRUE(refused([&] { act::tanh.value_and_derivative(m.tail(10), other, m); },
                      {"act::value_and_derivative", "x in part", "got 10"}));
  EXPECT_TRUE(refused([&] { act::tanh.value_and_derivative(x, m, m.tail(10)); },
                      {"act::value_and_derivative", "in part", "got 10"}));
  EXPECT_TRUE(refused([&] { act::prelu.value_and_derivative(x, m, other, m.tail(10)); },
                      {"act::value_and_derivative", "the slopes in part", "got 10"}));
  act::Philox rng{1};
  EXPECT_TRUE(refused([&] { other = act::rrelu.train(m.tail(10), m, rng); },
                      {"act::rrelu.train", "of their own", "got 10"}));
  EXPECT_EQ(rng.position(), 0U);
  EXPECT_TRUE(untouched(m) && m.size() == 40 && other.size() == 0);
}

TEST(errors, of_slopes_that_are_an_output) {
  ArrayXXf m = sentinels(8, 4), y = m, d;
  const ArrayXXf x = ArrayXXf::Ones(8, 4);
  const auto in_part = {std::string("act::value_and_derivative"), std::string("slopes in part")};
  const auto both = [](const auto& arg, auto&& value, auto&& derivative, const auto& slopes) {
    act::prelu.value_and_derivative(arg, value, derivative, slopes);
  };
  EXPECT_TRUE(refused([&] { both(x, m, d, m.col(1)); }, in_part));
  EXPECT_TRUE(refused([&] { both(x, y, m, m.row(1)); }, in_part));
  EXPECT_TRUE(refused([&] { both(x + 1, m, d, m.row(1)); }, in_part));
  // y takes x, when that is an expression, and so cannot hold the slopes.
  EXPECT_TRUE(refused([&] { both(x + 1, m, d, m); },
                      {"act::value_and_derivative", "slopes cannot be y", "got 8, 4"}));
  EXPECT_TRUE(untouched(m) && untouched(y) && d.size() == 0);
}

// A kernel that could throw would have to be left by every loop in good order.
template <class V, class F>
constexpr bool no_throw = noexcept(std::declval<const F&>()(std::declval<const V&>())) && noexcept(
    std::declval<const F&>().derivative(std::declval<const V&>()));
template <class T, template <class> class... F>
constexpr bool none_throws(act::function_list<F...>) {
  using vec = act::simd::vec<T, act::simd::default_arch>;
  return (... && (no_throw<T, F<T>> && no_throw<vec, F<T>>));
}
static_assert(none_throws<float>(act::functions{}) && none_throws<double>(act::functions{}));

constexpr auto has_output_form = [](const auto& g) {
  return requires { g.derivative_from_output(1.0F); };
};
static_assert(has_output_form(act::tanh) && has_output_form(act::Tanh<float>{}));
static_assert(!has_output_form(act::step) && !has_output_form(act::Step<float>{}));

}  // namespace
