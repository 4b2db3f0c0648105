// SPDX-License-Identifier: MIT

// A library may have left the processor in another rounding mode than to nearest, which act's
// kernels are made for: what the manual, include/README.md, says of that.

#include <act/functions.hpp>
#include <activations/all.hpp>
#include <algorithm>
#include <cfenv>
#include <reference.hpp>
#include <support/sweep.hpp>
#include <support/types.hpp>

namespace act::test {
namespace {

template <class F>
class rounding : public ::testing::Test {
 protected:
  using number = typename F::scalar;

  /// Results that were computed in another mode: exact ones within 2 ulp or 1e-9, others within
  /// 3e-5 (6e-11 for double) of the larger of the function and 1.
  static void expect_near(const char* member, number x, number got, long double want,
                          long double unit) {
    if (std::isnan(want)) return;
    constexpr double epsilon = std::numeric_limits<number>::epsilon();
    const auto wide = static_cast<long double>(got);
    const double off = ulp_error<number>(wide, want, std::max(unit, 1.0L)) * epsilon;
    if (is_exact<F> && ulp_error<number>(wide, want) <= 2.001) return;
    const double allowed = is_exact<F> ? 1e-9 : sizeof(number) == sizeof(float) ? 3e-5 : 6e-11;
    ASSERT_TRUE(!std::isnan(got) && off <= allowed)
        << member << " at " << x << " is " << got << ", should be " << want;
  }
};

template <template <class> class... F>
auto with_each(function_list<F...>)
    -> ::testing::Types<F<float>..., F<double>..., exact::rounded<F<float>>...>;

/// Those that act began with.
using formulas =
    decltype(with_each(function_list<formula::Step, formula::Sigmoid, formula::Tanh, formula::ReLU,
                                     formula::LeakyReLU, formula::PReLU, formula::RReLU,
                                     formula::ELU, formula::SELU, formula::Softplus>{}));
TYPED_TEST_SUITE(rounding, formulas, test_name);

TYPED_TEST(rounding, modes_leave_results_near_what_they_should_be) {
  using T = typename TypeParam::scalar;
  const TypeParam f{};
  const Functor<TypeParam> call(f);
  const std::vector<T>& xs = all_samples<T>();
  std::vector<T> y(xs.size()), d(xs.size());
  for (const int mode : {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
    SCOPED_TRACE(mode);
    ASSERT_EQ(std::fesetround(mode), 0);
    for (std::size_t i = 0; i < xs.size(); ++i) {
      y[i] = call(xs[i]);
      d[i] = call.derivative(xs[i]);
    }
    std::fesetround(FE_TONEAREST);
    for (std::size_t i = 0; i < xs.size(); ++i) {
      const auto x = static_cast<long double>(xs[i]);
      this->expect_near("value", xs[i], y[i], reference<TypeParam>::value(f, x), value_unit(f, x));
      this->expect_near("derivative", xs[i], d[i], reference<TypeParam>::derivative(f, x),
                        derivative_unit(f, x));
    }
  }
}

}  // namespace
}  // namespace act::test
