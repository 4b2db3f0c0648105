// SPDX-License-Identifier: MIT

// Measures the errors of all activations, values and derivatives, with default parameters: over all
// 2^32 floats against libmvec's doubles, over a hundred million doubles against long double and
// MPFR, and then, of act, by a search for worse ones. Of the exact tier it proves every result,
// settling with MPFR what libmvec's doubles leave open. The libraries that the benchmark compares
// act with are measured on the same inputs.

#include <act/array/transform.hpp>
#include <activations/all.hpp>
#include <bench/rivals.hpp>
#include <cstdlib>
#include <cstring>
#include <exhaustive/doubles.hpp>
#include <string_view>
#include <support/tier.hpp>

namespace act::test {
namespace {

constexpr const char* usage =
    "act_exhaustive [OPTION [VALUE]]...\n"
    "  --library act|act::exact|std|eigen|xsimd|sleef\n"
    "  --function NAME                 only this activation\n"
    "  --member value|derivative       only this member\n"
    "  --type float|double             only this type\n"
    "  --stride N                      every N-th float, the first N-th part of the doubles\n"
    "  --search SECONDS                of processor time for each function of double of act whose\n"
    "                                  results are not all correctly rounded (600)\n"
    "  --markdown                      print rows of accuracy.md\n"
    "  --check-reference               measure the reference for float against long double\n"
    "Exit status 1: an error of act above the bound in the code, a NaN made or lost, a result\n"
    "outside the function's range, or a bound more than 10 % above the largest error of all\n"
    "floats.\n";

struct options {
  std::string_view library, function, member, type;
  std::uint64_t stride = 1;
  double search = 600;
  bool markdown = false, check_reference = false, help = false;

  options(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
      const std::string_view name = argv[i];
      const char* value = i + 1 < argc ? argv[i + 1] : "";
      const auto text = [&](const char* option, std::string_view& to) {
        return name == option && (to = value, ++i);
      };
      const auto flag = [&](const char* option, bool& to) { return name == option && (to = true); };
      if (text("--library", library) || text("--function", function) || text("--member", member) ||
          text("--type", type) || flag("--markdown", markdown) ||
          flag("--check-reference", check_reference))
        continue;
      if (name == "--search")
        search = std::strtod(value, nullptr);
      else
        stride = std::strtoull(value, nullptr, 10);
      help = help || (name != "--search" && name != "--stride") || stride == 0;
      ++i;
    }
  }

  [[nodiscard]] bool want(std::string_view one_of, const row& r) const {
    const auto fits = [](std::string_view option, std::string_view name) {
      return option.empty() || option == name;
    };
    return fits(library, one_of) && fits(function, r.function) && fits(member, r.member) &&
           fits(type, r.type);
  }
};

class session {
 public:
  explicit session(const options& o) : options_(o) {
    if (o.markdown) return;
    std::printf("reference in doubtful cases: %s\n", real_name);
    print_head();
  }

  template <template <class> class... F, template <class> class... E>
  int run(function_list<F...>, function_list<E...>) {
    (run<F<float>, E<float>>(), ...);
    (run<F<double>>(), ...);
    if (!found_any_) std::puts("nothing has this name");
    return passed_ && found_any_ ? 0 : 1;
  }

 private:
  /// The formula F, what it is in the exact tier, and its peers.
  template <class F, class... Exact>
  void run() {
    using T = typename F::scalar;
    using ref = reference<F>;
    const auto value = [](const auto& x) { return ref::value(F{}, x); };
    const auto derivative = [](const auto& x) { return ref::derivative(F{}, x); };
    const auto peers =
        F::value_error.f32 > 0.5 ? bench::peers<T>() : std::vector<bench::rival<T>>{};

    values<F>(value);
    (values<Exact>(value), ...);
    for (const auto& peer : peers)
      measure_peer<F>(peer, "value", &bench::loops<T>::value, ref::value_range, value);
    derivatives<F>(derivative);
    (derivatives<Exact>(derivative), ...);
    for (const auto& peer : peers)
      measure_peer<F>(peer, "derivative", &bench::loops<T>::derivative, ref::derivative_range,
                      derivative);
  }

  template <class F, class Want>
  void values(const Want& want) {
    measure_act<F>(
        "value", F::value_error, [](auto x, auto y) { transform(F{}, x, y); }, want,
        reference<F>::value_range);
  }
  template <class F, class Want>
  void derivatives(const Want& want) {
    measure_act<F>(
        "derivative", F::derivative_error, [](auto x, auto d) { transform_derivative(F{}, x, d); },
        want, reference<F>::derivative_range);
  }

  /// call(x, y) computes arrays, want(x) is the reference.
  template <class F, class Call, class Want>
  void measure_act(const char* member, ulp bound, const Call& call, const Want& want,
                   interval range) {
    using T = typename F::scalar;
    constexpr const char* library = is_exact<F> ? "act::exact" : "act";
    row r = row_of<F>(library, member);
    r.bound = bound.of<T>(simd::fuses<T>);
    if (!options_.want(library, r)) return;
    if (options_.check_reference && sizeof(T) == sizeof(double)) return;
    found_any_ = true;
    r.found = sweep<is_exact<F>, T>(call, want, range, r.bound > 0.5 ? options_.search : 0);
    r.must_be_tight = !is_exact<F> && sizeof(T) == sizeof(float) && options_.stride == 1 &&
                      !options_.check_reference;
    passed_ = passed_ && r.holds() && !r.loose();
    print(r, options_.markdown);
  }

  template <class F, class T, class Want>
  void measure_peer(const bench::rival<T>& peer, const char* member,
                    bench::loop<T> bench::loops<T>::*of, interval range, const Want& want) {
    row r = row_of<F>(peer.library, member);
    bench::loop<T> loop = nullptr;
    for (const bench::loops<T>& each : peer.activations)
      if (each.activation == std::string_view(F::name)) loop = each.*of;
    if (loop == nullptr || options_.check_reference || !options_.want(peer.name, r)) return;
    found_any_ = true;
    const auto call = [loop](auto x, auto y) {
      loop({x.size(), x.data(), nullptr, y.data(), y.data()});
    };
    r.found = sweep<false, T>(call, want, range, 0);
    print(r, options_.markdown);
  }

  template <class F>
  [[nodiscard]] static row row_of(std::string library, const char* member) {
    constexpr bool is_float = sizeof(typename F::scalar) == sizeof(float);
    row r;
    r.library = std::move(library);
    r.function = F::name;
    r.member = member;
    r.type = is_float ? "float" : "double";
    r.instructions = simd::default_arch::name();
    return r;
  }

  template <bool Exact, class T, class Call, class Want>
  [[nodiscard]] findings sweep(const Call& call, const Want& want, interval range,
                               double search_seconds) const {
    if constexpr (sizeof(T) == sizeof(double))
      return double_sweep(call, want, range).run(options_.stride, search_seconds);
    else if (options_.check_reference)
      return check_reference(want, options_.stride);
    else if constexpr (Exact)
      return sweep_exact(call, want, want, range, options_.stride);
    else
      return sweep_floats(call, want, range, options_.stride);
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
