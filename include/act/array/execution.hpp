// SPDX-License-Identifier: MIT
#pragma once

// How a call on arrays is executed: on the calling thread, or on several with OpenMP.

#include <act/array/dispatch.hpp>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#ifdef _OPENMP
#include <omp.h>
#define ACT_HAS_OPENMP true
#else
#define ACT_HAS_OPENMP false
#endif

ACT_STRICT_BEGIN
namespace act::inline ACT_ABI {

/// On the calling thread.
struct sequential_execution {
  template <class A = array::arch, class Op, class T, std::size_t Outputs, class... More>
  void run(const Op& op, std::size_t n, array::outputs<T, Outputs> out, const T* x,
           More... more) const noexcept {
    array::run<A>(op, n, array::detail::is_large<T>(n, Outputs + 1 + sizeof...(More)), out, x,
                  more...);
  }
};

namespace array::detail {

/// How many threads are worth their start for n elements. Two threads, which take 1.5 microseconds
/// to start, gained from 30,000 floats on for softplus, 50,000 for tanh and 90,000 for relu.
template <class Op, class T>
[[nodiscard]] int useful_threads(std::size_t n, int most) noexcept {
  constexpr bool long_kernel =
      registers<Op> != 1 || is_long<Op, simd::widest<T, simd::default_arch>>;
  constexpr std::size_t least = (std::size_t{long_kernel ? 128 : 256} << 10) / sizeof(T);
  return static_cast<int>((std::min)(n / least, static_cast<std::size_t>(most)));
}

}  // namespace array::detail

/// On several threads, at most so many; 0 is what OpenMP would take (OMP_NUM_THREADS). Results have
/// the same bits for any number, if all threads have one floating-point mode. No thread is started
/// for arrays too small to gain by it; where the program is compiled without OpenMP (-fopenmp),
/// none at all.
///
///     act::transform(act::tanh, x, y, act::parallel);
///     act::transform(act::tanh, x, y, act::parallel_execution{4});
struct parallel_execution {
  int threads = 0;

  /// HasOpenMP keeps apart what files that are compiled with and without it make of this.
  template <class A = array::arch, bool HasOpenMP = ACT_HAS_OPENMP, class Op, class T,
            std::size_t Outputs, class... More>
  void run(const Op& op, std::size_t n, array::outputs<T, Outputs> out, const T* x,
           More... more) const noexcept {
#ifdef _OPENMP
    const int most = threads > 0 ? threads : omp_get_max_threads();
    const int count = array::detail::useful_threads<Op, T>(n, most);
    if (count > 1 && !omp_in_parallel()) {
      // Pieces end where cache lines of the first output do: no line of it has two writers.
      constexpr std::size_t line = 64 / sizeof(T);
      const std::size_t first = reinterpret_cast<std::uintptr_t>(out.at[0]) / sizeof(T) % line;
      const std::size_t lines = (first + n + line - 1) / line;
      const bool large = array::detail::is_large<T>(n, Outputs + 1 + sizeof...(More));
#pragma omp parallel for num_threads(count) schedule(static)
      for (int k = 0; k < count; ++k) {
        const auto border = [&](int at) {
          const std::size_t begin =
              lines * static_cast<std::size_t>(at) / static_cast<std::size_t>(count) * line;
          return (std::min)(begin > first ? begin - first : 0, n);
        };
        const std::size_t i = border(k);
        auto piece = out;
        for (T*& p : piece.at) p += i;
        array::run<A>(op, border(k + 1) - i, large, piece, x + i, (more + i)...);
      }
      return;
    }
#endif
    sequential_execution{}.run<A>(op, n, out, x, more...);
  }
};

inline constexpr parallel_execution parallel{};

}  // namespace act

ACT_STRICT_END
