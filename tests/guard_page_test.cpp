// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>
#include <act/act.hpp>
#include <algorithm>
#include <new>
#include <span>
#include <vector>
#include "support/arrays.hpp"
#include "support/calls.hpp"
#include "support/types.hpp"

namespace {

using namespace act::test;

/// A page of memory between two that must not be touched: reading or writing one number before or
/// after an array ends the program.
class guarded_page {
 public:
  guarded_page() {
    void* pages = mmap(nullptr, 3 * size_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    pages_ = static_cast<char*>(pages);
    if (mprotect(page(), size_, PROT_READ | PROT_WRITE) != 0) throw std::bad_alloc();
  }
  ~guarded_page() { munmap(pages_, 3 * size_); }
  guarded_page(const guarded_page&) = delete;
  guarded_page& operator=(const guarded_page&) = delete;

  /// n numbers up to the very end of the page, or from its very beginning.
  template <class T>
  [[nodiscard]] std::span<T> array(std::size_t n, bool at_end) {
    return all<T>().subspan(at_end ? all<T>().size() - n : 0, n);
  }

  template <class T>
  [[nodiscard]] std::span<T> all() {
    return {reinterpret_cast<T*>(page()), size_ / sizeof(T)};
  }

 private:
  [[nodiscard]] char* page() const { return pages_ + size_; }

  std::size_t size_ = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  char* pages_ = nullptr;
};

/// An array at an edge of a page whose other numbers are sentinels.
template <class T>
class edge_array {
 public:
  void place(const std::vector<T>& numbers, bool at_end) {
    std::ranges::fill(page_.all<T>(), sentinel<T>);
    span_ = page_.array<T>(numbers.size(), at_end);
    std::ranges::copy(numbers, span_.begin());
  }

  [[nodiscard]] std::span<T> span() const { return span_; }

  [[nodiscard]] bool rest_is_untouched() {
    const auto is_sentinel = [](T x) { return x == sentinel<T>; };
    const auto all = page_.all<T>();
    const auto before = all.first(static_cast<std::size_t>(span_.data() - all.data()));
    return std::ranges::all_of(before, is_sentinel) &&
           std::ranges::all_of(all.subspan(before.size() + span_.size()), is_sentinel);
  }

 private:
  guarded_page page_;
  std::span<T> span_;
};

template <class T>
class page_edge : public ::testing::Test {};
TYPED_TEST_SUITE(page_edge, scalars, test_name);

/// Longer than any unrolled block and its remainder.
constexpr std::size_t longest = 160;

TYPED_TEST(page_edge, is_neither_read_nor_written_across) {
  using T = TypeParam;
  edge_array<T> x, dy, out;
  for (const bool at_end : {true, false})
    for (const auto& f : calls_of_all_activations<T>())
      for (const auto& call : f.with_one_output)
        for (std::size_t n = 0; n <= longest; ++n) {
          x.place(inputs<T>(n, n), at_end);
          dy.place(inputs<T>(n, 7 * n), at_end);
          out.place(std::vector<T>(n, sentinel<T>), at_end);
          call.array(x.span(), dy.span(), out.span());
          EXPECT_TRUE(same_elements<T>(
              out.span(), [&](auto i) { return call.scalar(x.span()[i], dy.span()[i]); }))
              << f.name << ' ' << call.name;
          EXPECT_TRUE(out.rest_is_untouched()) << f.name << ' ' << call.name << ' ' << n;
        }
}

TYPED_TEST(page_edge, is_not_crossed_by_value_and_derivative) {
  using T = TypeParam;
  edge_array<T> x, y, d;
  for (const bool at_end : {true, false})
    for (const auto& f : calls_of_all_activations<T>())
      for (std::size_t n = 0; n <= longest; ++n) {
        x.place(inputs<T>(n, n), at_end);
        y.place(std::vector<T>(n, sentinel<T>), at_end);
        d.place(std::vector<T>(n, sentinel<T>), at_end);
        f.value_and_derivative(x.span(), y.span(), d.span());
        EXPECT_TRUE(same_elements<T>(y.span(), [&](auto i) { return f.value(x.span()[i]); }));
        EXPECT_TRUE(same_elements<T>(d.span(), [&](auto i) { return f.derivative(x.span()[i]); }));
        EXPECT_TRUE(y.rest_is_untouched() && d.rest_is_untouched()) << f.name << ' ' << n;
      }
}

TYPED_TEST(page_edge, is_not_crossed_by_a_slopes_gradient) {
  using T = TypeParam;
  edge_array<T> x, dy;
  const auto expect_readable = [&](auto rows_then_columns, Eigen::Index rows, Eigen::Index cols) {
    using map = Eigen::Map<const decltype(rows_then_columns)>;
    const map xm(x.span().data(), rows, cols), dym(dy.span().data(), rows, cols);
    const Eigen::Array<T, Eigen::Dynamic, 1> for_rows = xm.col(0);
    const Eigen::Array<T, 1, Eigen::Dynamic> for_columns = xm.row(0);
    EXPECT_EQ(act::prelu.slope_gradient(xm, dym, T(0.25)), -T(rows * cols));
    EXPECT_TRUE((act::prelu.slope_gradient(xm, dym, for_rows) == -T(cols)).all());
    EXPECT_TRUE((act::prelu.slope_gradient(xm, dym, for_columns) == -T(rows)).all());
  };
  for (const bool at_end : {true, false})
    for (std::size_t n = 1; n <= 70; ++n)
      for (std::size_t m = 1; m <= 3; ++m) {
        x.place(std::vector<T>(n * m, -1), at_end);
        dy.place(std::vector<T>(n * m, 1), at_end);
        const auto rows = static_cast<Eigen::Index>(n), cols = static_cast<Eigen::Index>(m);
        expect_readable(Eigen::Array<T, -1, -1, Eigen::ColMajor>(), rows, cols);
        expect_readable(Eigen::Array<T, -1, -1, Eigen::RowMajor>(), cols, rows);
      }
}

/// The masks of loads and stores hide from the sanitizers what lies outside an array; here it is
/// shown that the pages do not let it pass.
TYPED_TEST(page_edge, ends_a_program_that_crosses_it) {
  using T = TypeParam;
  ::testing::FLAGS_gtest_death_test_style = "threadsafe";
  edge_array<T> x;
  const auto read = [](const volatile T* p) { return *p; };
  x.place(inputs<T>(3), true);
  EXPECT_DEATH(read(x.span().data() + 3), "");
  x.place(inputs<T>(3), false);
  EXPECT_DEATH(read(x.span().data() - 1), "");
}

}  // namespace
