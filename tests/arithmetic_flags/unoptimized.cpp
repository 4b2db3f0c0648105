// SPDX-License-Identifier: MIT

// In a file that is compiled without optimisation, a function that is itself compiled with -Ofast:
// scalars and batches have the bits that they have elsewhere.

#include <act/functions.hpp>
#include <cstdio>
#include <support/identical.hpp>
#include <support/one_of_each_kind.hpp>

namespace act::test {
namespace {

int failures = 0;

template <class T>
struct results {
  T value, derivative, backward, of_batch;
};

template <class F, class T>
[[gnu::always_inline]] inline void call(const F& f, T x, results<T>& y) {
  y.value = f(x);
  y.derivative = f.derivative(x);
  y.backward = f.backward(x, T(3));
  using batch = xsimd::batch<T, simd::default_arch>;
  T lanes[batch::size];
  f(batch(x)).store_unaligned(lanes);
  y.of_batch = lanes[0];
}

template <class F, class T>
[[gnu::noinline]] void plain(const F& f, T x, results<T>& y) {
  call(f, x, y);
}
template <class F, class T>
[[gnu::noinline, gnu::optimize("Ofast")]] void fast(const F& f, T x, results<T>& y) {
  call(f, x, y);
}

template <class F, class T = typename F::scalar>
void compare(const F& f) {
  for (const double at : {-745.2, -104.0, -14.9, -1.0, -0.3, -0.1, -1e-6, -0.0, 0.0, 1e-6, 0.2, 9.0,
                          40.0, std::numeric_limits<double>::quiet_NaN()}) {
    const T x = static_cast<T>(at);
    results<T> is, should_be;
    fast(f, x, is);
    plain(f, x, should_be);
    if (identical(is.value, should_be.value) && identical(is.derivative, should_be.derivative) &&
        identical(is.backward, should_be.backward) && identical(is.of_batch, should_be.of_batch))
      continue;
    ++failures;
    std::printf("%s(%g) is %g, should be %g; or one of the others differs\n", F::name, at,
                double{is.value}, double{should_be.value});
  }
}

template <class T, template <class> class... F>
void compare_all(function_list<F...>) {
  (compare(Functor<F<T>>{}), ...);
}

}  // namespace
}  // namespace act::test

int main() {
  using namespace act::test;
  compare_all<float>(one_of_each_kind{});
  compare_all<double>(one_of_each_kind{});
  compare_all<float>(exact_one_of_each_kind{});
  return failures == 0 ? 0 : 1;
}
