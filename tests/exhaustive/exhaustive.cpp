// SPDX-License-Identifier: MIT

// Measures the errors of all activations, values and derivatives, with default parameters: over all
// 2^32 floats against libmvec's doubles, over some 5 million doubles against MPFR. Of the exact
// tier it proves every result, settling with MPFR what libmvec's doubles leave open.

#include <cstdlib>
#include <cstring>
#include <exhaustive/doubles.hpp>
#include <string_view>
#include <support/tier.hpp>

namespace act::test {
namespace {

constexpr const char* usage =
    "act_exhaustive [OPTION [VALUE]]...\n"
    "  --function NAME                 only this activation\n"
    "  --member value|derivative       only this member\n"
    "  --type float|double             only this type\n"
    "  --tier default|exact            only this tier\n"
    "  --stride N                      every N-th input only\n"
    "  --markdown                      print the table as the README shows it\n"
    "  --check-reference               measure the reference for float against long double\n"
    "Exit status 1: an error above the bound in the code, a NaN made or lost, a result outside "
    "the\n"
    "function's range, or a bound more than 10 % above the largest error of all floats.\n";

struct options {
  std::string_view function, member, type, tier;
  std::uint64_t stride = 1;
  bool markdown = false, check_reference = false, help = false;

  options(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
      const std::string_view name = argv[i];
      const char* value = i + 1 < argc ? argv[i + 1] : "";
      const auto text = [&](const char* option, std::string_view& to) {
        return name == option && (to = value, ++i);
      };
      const auto flag = [&](const char* option, bool& to) { return name == option && (to = true); };
      if (text("--function", function) || text("--member", member) || text("--type", type) ||
          text("--tier", tier) || flag("--markdown", markdown) ||
          flag("--check-reference", check_reference))
        continue;
      stride = std::strtoull(value, nullptr, 10);
      help = help || name != "--stride" || stride == 0;
      ++i;
    }
  }
};

class session {
 public:
  explicit session(const options& o) : options_(o) { print_head(o.markdown); }

  template <template <class> class... F, template <class> class... E>
  int run(function_list<F...>, function_list<E...>) {
    (run<F<float>>(), ...);
    (run<F<double>>(), ...);
    (run<E<float>>(), ...);
    if (!found_any_) std::puts("nothing has this name");
    return passed_ && found_any_ ? 0 : 1;
  }

 private:
  template <class F>
  void run() {
    using ref = reference<F>;
    member<F>(
        "value", F::value_error, ref::value_range,
        [](const auto& x, auto& y) { transform(F{}, x, y); },
        [](const auto& x) { return ref::value(F{}, x); });
    member<F>(
        "derivative", F::derivative_error, ref::derivative_range,
        [](const auto& x, auto& d) { transform_derivative(F{}, x, d); },
        [](const auto& x) { return ref::derivative(F{}, x); });
  }

  /// call(x, y) computes arrays, want(x) is the reference.
  template <class F, class Call, class Want>
  void member(const char* name, ulp bound, interval range, const Call& call, const Want& want) {
    using T = typename F::scalar;
    constexpr bool is_float = sizeof(T) == sizeof(float);
    row r{F::name, name, is_float ? "float" : "double", bound.of<T>(simd::fuses<T>), {}};
    const std::string_view tier = is_exact<F> ? "exact" : "default";
    const auto& o = options_;
    if ((!o.function.empty() && o.function != r.function) ||
        (!o.member.empty() && o.member != r.member) || (!o.type.empty() && o.type != r.type) ||
        (!o.tier.empty() && o.tier != tier))
      return;
    if (is_exact<F>) r.function = "exact::" + r.function;
    found_any_ = true;
    if constexpr (is_exact<F>) {
      if (o.check_reference) return;
      r.found = sweep_exact(call, want, want, range, o.stride);
    } else if constexpr (is_float)
      r.found = o.check_reference ? check_reference(want, o.stride)
                                  : sweep_floats(call, want, range, o.stride);
    else if (o.check_reference)
      return;
    else
      r.found = double_sweep(call, want, range).run(o.stride);
    const bool all = is_float && !is_exact<F> && o.stride == 1 && !o.check_reference;
    passed_ = passed_ && r.holds() && !(all && r.loose());
    print(r, o.markdown, all);
  }

  options options_;
  bool passed_ = true, found_any_ = false;
};

}  // namespace
}  // namespace act::test

int main(int argc, char** argv) {
  const act::test::options options(argc, argv);
  if (options.help) {
    std::fputs(act::test::usage, stderr);
    return 2;
  }
  return act::test::session(options).run(act::functions{}, act::exact::functions{});
}
