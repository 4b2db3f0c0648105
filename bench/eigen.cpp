// SPDX-License-Identifier: MIT

// Eigen's own array expressions: of the ways to write a function, the one that is fastest with
// Eigen 3.4, GCC 12 and -O3. Eigen vectorises max and min; select is left to the compiler, which
// does it for constants.

#include "described.hpp"
#include "slopes.hpp"

namespace bench {
namespace {

template <class T>
using array = Eigen::Array<T, Eigen::Dynamic, 1>;
template <class T>
using input = Eigen::Map<const array<T>, Eigen::Aligned64>;
template <class T>
using output = Eigen::Map<array<T>, Eigen::Aligned64>;

template <class F>
struct eigen_loops {
  using T = typename F::scalar;
  using f = typename description<F>::eigen;

  static input<T> in(const T* p, std::size_t n) { return {p, Eigen::Index(n)}; }
  static output<T> out(T* p, std::size_t n) { return {p, Eigen::Index(n)}; }

  static void value(const arrays<T>& a) { out(a.y, a.n) = f::value(in(a.x, a.n)); }
  static void derivative(const arrays<T>& a) {
    const auto x = in(a.x, a.n);
    auto d = out(a.d, a.n);
    if constexpr (requires { f::derivative(x); }) {
      d = f::derivative(x);
    } else {
      d = f::value(x);
      d = f::derivative(x, d);
    }
  }
  static void backward(const arrays<T>& a) {
    const auto x = in(a.x, a.n), dy = in(a.dy, a.n);
    auto d = out(a.d, a.n);
    if constexpr (requires { f::derivative(x); }) {
      d = dy * f::derivative(x);
    } else {
      d = f::value(x);
      d = dy * f::derivative(x, d);
    }
  }
  static void value_and_derivative(const arrays<T>& a) {
    const auto x = in(a.x, a.n);
    auto y = out(a.y, a.n);
    y = f::value(x);
    if constexpr (requires { f::derivative(x, y); })
      out(a.d, a.n) = f::derivative(x, y);
    else
      out(a.d, a.n) = f::derivative(x);
  }
  static void of_sum(const arrays<T>& a) {
    auto y = out(a.y, a.n);
    y = in(a.x, a.n) + in(a.dy, a.n);
    if constexpr (requires { f::derivative(y); }) {
      out(a.d, a.n) = f::derivative(y);
      y = f::value(y);
    } else {
      auto d = out(a.d, a.n);  // holds x
      d.swap(y);
      y = f::value(d);
      d = f::derivative(d, y);
    }
  }
  static void in_place(const arrays<T>& a) {
    auto y = out(a.y, a.n);
    y = f::value(y);
  }
};

template <class F>
  requires(has_many_slopes<F>)
struct eigen_loops<F> : slopes_on_eigen<F> {
  using on = slopes_on_eigen<F>;
  using on::in, on::out;
  using typename on::T;

  static void value(const arrays<T>& a) {
    const auto x = in(a.x, a);
    out(a.y, a) = (x > T(0)).select(x, x * slopes(a));
  }
  static void derivative(const arrays<T>& a) { out(a.d, a) = derivative_of(in(a.x, a), slopes(a)); }
  static void backward(const arrays<T>& a) {
    out(a.d, a) = in(a.dy, a) * derivative_of(in(a.x, a), slopes(a));
  }
  static void value_and_derivative(const arrays<T>& a) {
    value(a);
    derivative(a);
  }

 private:
  static auto slopes(const arrays<T>& a) {
    const auto rows = Eigen::Index(rows_of(a.n)), cols = Eigen::Index(a.n) / rows;
    const auto vector = on::slopes(a);
    using map = std::remove_const_t<decltype(vector)>;
    if constexpr (map::ColsAtCompileTime == 1)
      return Eigen::Replicate<map, 1, Eigen::Dynamic>(vector, 1, cols);
    else
      return Eigen::Replicate<map, Eigen::Dynamic, 1>(vector, rows, 1);
  }
  static auto derivative_of(const auto& x, const auto& slopes) {
    return (x > T(0)).select(on::matrix::Constant(x.rows(), x.cols(), T(1)), slopes);
  }
};

/// 3.4.0 is world 3, major 4, minor 0; from 5.0 on, which has a patch number, world counts no more.
std::string library() {
#ifdef EIGEN_PATCH_VERSION
  const int numbers[] = {EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION, EIGEN_PATCH_VERSION};
#else
  const int numbers[] = {EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION};
#endif
  return "Eigen " + std::to_string(numbers[0]) + '.' + std::to_string(numbers[1]) + '.' +
         std::to_string(numbers[2]);
}

}  // namespace

template <class T>
rival<T> eigen_rival() {
  return {"eigen", library(), loops_for_all<eigen_loops, T>(functions{})};
}

template rival<float> eigen_rival();
template rival<double> eigen_rival();

}  // namespace bench
