// SPDX-License-Identifier: MIT

// What allocates nothing, counted. Eigen allocates with malloc, and asserts before each time that
// it is allowed to; Eigen 5 before it frees, too.

#include <cstddef>

namespace {
void eigen_assertion_failed(const char* condition) noexcept;
}
#define EIGEN_RUNTIME_NO_MALLOC
#define eigen_assert(...) ((__VA_ARGS__) ? void() : eigen_assertion_failed(#__VA_ARGS__))

#include <gtest/gtest.h>
#include <act/act.hpp>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace {

std::size_t allocations = 0;

void eigen_assertion_failed(const char* condition) noexcept {
  const std::string_view text(condition);
  if (text.starts_with("is_malloc_allowed()")) {
    allocations += text.find("heap deallocation") == text.npos;
  } else {
    std::fprintf(stderr, "eigen_assert(%s)\n", condition);
    std::abort();
  }
}

void* allocate(std::size_t size, std::size_t alignment) noexcept {
  ++allocations;
  return std::aligned_alloc(alignment, (size / alignment + 1) * alignment);
}
void* allocate_or_throw(std::size_t size, std::size_t alignment) {
  if (void* memory = allocate(size, alignment)) return memory;
  throw std::bad_alloc();
}

constexpr std::size_t usual = alignof(std::max_align_t);

}  // namespace

using std::align_val_t, std::nothrow_t;

void* operator new(std::size_t n) { return allocate_or_throw(n, usual); }
void* operator new[](std::size_t n) { return allocate_or_throw(n, usual); }
void* operator new(std::size_t n, align_val_t a) { return allocate_or_throw(n, std::size_t(a)); }
void* operator new[](std::size_t n, align_val_t a) { return allocate_or_throw(n, std::size_t(a)); }
void* operator new(std::size_t n, const nothrow_t&) noexcept { return allocate(n, usual); }
void* operator new[](std::size_t n, const nothrow_t&) noexcept { return allocate(n, usual); }
void* operator new(std::size_t n, align_val_t a, const nothrow_t&) noexcept {
  return allocate(n, std::size_t(a));
}
void* operator new[](std::size_t n, align_val_t a, const nothrow_t&) noexcept {
  return allocate(n, std::size_t(a));
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }
void operator delete(void* p, align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, align_val_t) noexcept { std::free(p); }
void operator delete(void* p, std::size_t, align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t, align_val_t) noexcept { std::free(p); }
void operator delete(void* p, const nothrow_t&) noexcept { std::free(p); }
void operator delete[](void* p, const nothrow_t&) noexcept { std::free(p); }
void operator delete(void* p, align_val_t, const nothrow_t&) noexcept { std::free(p); }
void operator delete[](void* p, align_val_t, const nothrow_t&) noexcept { std::free(p); }

namespace {

using Eigen::ArrayXf, Eigen::ArrayXXf, Eigen::MatrixXf;

template <class Call>
std::size_t allocations_of(const Call& call) {
  const std::size_t before = allocations;
  Eigen::internal::set_is_malloc_allowed(false);
  call();
  Eigen::internal::set_is_malloc_allowed(true);
  return allocations - before;
}

const std::size_t of_one_array = allocations_of([] { ArrayXXf(33, 7).setZero(); });

TEST(allocation, is_seen) {
  EXPECT_EQ(of_one_array, 1U);
  EXPECT_EQ(allocations_of([] { ArrayXXf(33, 7).resize(33, 8); }), 2 * of_one_array);
  EXPECT_EQ(allocations_of([] { operator delete(operator new(8)); }), 1U);
  constexpr align_val_t line{64};
  EXPECT_EQ(allocations_of([] { operator delete[](operator new[](8, line), line); }), 1U);
  const MatrixXf a = MatrixXf::Ones(33, 33);
  MatrixXf b = a;
  EXPECT_GT(allocations_of([&] { b = a * a; }), 0U);
}

/// All calls of f, from x into arrays of x's shape.
template <class F, class X, class Y>
std::size_t allocations_of_all(const F& f, const X& x, Y& y, Y& d) {
  return allocations_of([&] {
    y = f(x);
    y += f(x + x) - x;
    d = f.derivative(x);
    d = f.derivative_from_output(y);
    d = f.backward(x, y);
    f.value_and_derivative(x, y, d);
    f.value_and_derivative(x + x, y, d);
    y = f(y);
  });
}

template <class X>
void expect_none(Eigen::Index rows, Eigen::Index cols) {
  const X x = X::Constant(rows, cols, -0.5);
  X y = x, d = x;
  EXPECT_EQ(allocations_of_all(act::leaky_relu, x, y, d), 0U);
}

TEST(allocation, is_none_for_fixed_sizes) {
  expect_none<Eigen::Array4f>(4, 1);
  expect_none<Eigen::Matrix3d>(3, 3);
  expect_none<Eigen::Array<float, 5, 33, Eigen::RowMajor>>(5, 33);
  const Eigen::Array44f x = -Eigen::Array44f::Ones();
  float sum = 0;
  EXPECT_EQ(allocations_of([&] {
              const Eigen::Array44f y = act::relu(x);
              const auto z = act::step.derivative(Eigen::Array44f(x));
              const Eigen::Array4f sums = act::prelu.slope_gradient(x, x, Eigen::Array4f(x.col(0)));
              sum = y.sum() + z.sum() + sums.sum();
            }),
            0U);
  EXPECT_EQ(sum, 16);
}

TEST(allocation, is_none_into_arrays_of_the_right_size) {
  expect_none<ArrayXXf>(33, 7);
  expect_none<Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(33, 7);
  expect_none<Eigen::ArrayXd>(100, 1);
  const ArrayXXf x = ArrayXXf::Ones(33, 7);
  ArrayXXf y = x, d = x;
  const auto inner = x.bottomRows(31).middleCols(2, 5);
  EXPECT_EQ(allocations_of([&] {
              y.block(1, 0, 31, 5) = act::relu(inner);
              d.topRows(7).transpose() = act::relu.backward(x.topRows(7), y.topRows(7));
              act::tanh.value_and_derivative(inner, y.block(1, 0, 31, 5), d.block(1, 0, 31, 5));
              y = x.unaryExpr(act::Tanh<float>{});
            }),
            0U);
}

TEST(allocation, is_that_of_eigens_own_functions_in_expressions) {
  const MatrixXf w = MatrixXf::Ones(33, 33), h = MatrixXf::Ones(33, 7);
  const Eigen::VectorXf b = Eigen::VectorXf::Ones(33);
  MatrixXf y = h;
  EXPECT_EQ(allocations_of([&] { y = act::relu((w * h).colwise() + b); }),
            allocations_of([&] { y = ((w * h).colwise() + b).cwiseAbs(); }));
  EXPECT_EQ(allocations_of([&] { y = act::relu(w * h); }),
            allocations_of([&] { y = (w * h).cwiseAbs(); }));
}

TEST(allocation, is_one_for_a_new_array) {
  const ArrayXf x = ArrayXf::Ones(100);
  EXPECT_EQ(allocations_of([&] { ArrayXf y = act::relu(x); }), of_one_array);
  EXPECT_EQ(allocations_of([&] { ArrayXf y = act::relu.backward(x, x); }), of_one_array);
  EXPECT_EQ(allocations_of([&] { ArrayXf y = act::prelu(x, x); }), of_one_array);
  EXPECT_EQ(allocations_of([&] {
              ArrayXf y, d;
              act::relu.value_and_derivative(x, y, d);
            }),
            2 * of_one_array);
}

/// Does call(temporary) hand back the memory of its argument?
template <class Call>
::testing::AssertionResult hands_back(const Call& call) {
  ArrayXXf x = ArrayXXf::Constant(33, 7, -0.5F);
  const float* const memory = x.data();
  const float* result = nullptr;
  const std::size_t count = allocations_of([&] {
    const ArrayXXf y = call(std::move(x));
    result = y.data();
  });
  if (count == 0 && result == memory) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << count << " allocations";
}

TEST(allocation, is_none_for_temporaries) {
  using array = ArrayXXf&&;
  const ArrayXXf other = ArrayXXf::Ones(33, 7);
  const ArrayXf column = ArrayXf::Ones(33);
  EXPECT_TRUE(hands_back([](array x) { return act::relu(std::move(x)); }));
  EXPECT_TRUE(hands_back([](array x) { return act::LeakyReLU<float>{}.derivative(std::move(x)); }));
  EXPECT_TRUE(hands_back([](array y) { return act::elu.derivative_from_output(std::move(y)); }));
  EXPECT_TRUE(hands_back([&](array x) { return act::relu.backward(std::move(x), other); }));
  EXPECT_TRUE(hands_back([&](array dy) { return act::relu.backward(other, std::move(dy)); }));
  EXPECT_TRUE(hands_back([&](array x) { return act::prelu(std::move(x), column); }));
  EXPECT_TRUE(
      hands_back([&](array x) { return act::prelu.backward(std::move(x), other, column); }));
  ArrayXXf slopes = other;
  act::Philox rng{1};
  EXPECT_TRUE(hands_back([&](array x) { return act::rrelu.train(std::move(x), slopes, rng); }));
}

TEST(allocation, is_none_for_prelu_with_many_slopes) {
  const ArrayXXf x = ArrayXXf::Constant(33, 7, -0.5F);
  ArrayXXf y = x, d = x;
  const auto check = [&](const auto& slopes) {
    EXPECT_EQ(allocations_of([&] {
                y = act::prelu(x, slopes);
                d = act::prelu.derivative(x, slopes);
                d = act::prelu.backward(x, y, slopes);
                act::prelu.value_and_derivative(x, y, d, slopes);
              }),
              0U);
  };
  check(x.col(0).eval());
  check(x.row(0).eval());
  check(x);
  check(0.5F);
  float sum = 0;
  EXPECT_EQ(allocations_of([&] { sum = act::prelu.slope_gradient(x, d, 0.5F); }), 0U);
  EXPECT_NE(sum, 0);
}

TEST(allocation, is_none_for_rrelu_in_training) {
  const ArrayXXf x = ArrayXXf::Constant(33, 7, -0.5F);
  ArrayXXf y = x, slopes = x;
  act::Philox rng{1};
  EXPECT_EQ(allocations_of([&] { y = act::rrelu.train(x, slopes, rng); }), 0U);
}

TEST(allocation, is_none_for_spans) {
  std::vector<float> x(1003, 0.5F), y = x, d = x;
  EXPECT_EQ(allocations_of([&] {
              act::transform(act::tanh, x, y);
              act::transform_derivative(act::ELU<float>{0.5F}, x, d);
              act::transform_derivative_from_output(act::softplus, y, d);
              act::transform_backward(act::relu, x, y, d);
              act::transform_value_and_derivative(act::selu, x, y, d);
            }),
            0U);
}

}  // namespace
