// SPDX-License-Identifier: MIT
#pragma once

#include <act/abi.hpp>
#include <charconv>
#include <concepts>
#include <cstddef>
#ifdef __cpp_exceptions
#include <stdexcept>
#else
#include <cstdio>
#include <cstdlib>
#endif

namespace act::inline ACT_ABI {

namespace detail {

/// A number that a message quotes, in the fewest digits that tell it from others of its type.
struct quoted {
  double value;
  enum { integer, single, full } type;

  template <class T>
  constexpr quoted(T x) noexcept
      : value(static_cast<double>(x)),
        type(std::integral<T>             ? integer
             : sizeof(T) == sizeof(float) ? single
                                          : full) {}

  char* write(char* first, char* last) const noexcept {
    switch (type) {
      case integer:
        return std::to_chars(first, last, value, std::chars_format::fixed).ptr;
      case single:
        return std::to_chars(first, last, static_cast<float>(value)).ptr;
      default:
        return std::to_chars(first, last, value).ptr;
    }
  }
};

/// Throws std::invalid_argument, "act::NAMESENTENCE; got VALUE, VALUE". One cold function for all
/// calls and types: a message costs the code that checks no more than a list of numbers. Where
/// exceptions are off, prints the message and aborts.
[[noreturn, gnu::cold, gnu::noinline]] inline void refuse(const char* name, const char* sentence,
                                                          const quoted* values, std::size_t count) {
  char message[512];
  char *end = message, *const last = message + sizeof message - 1;
  const auto append = [&](const char* text) {
    while (*text != 0 && end != last) *end++ = *text++;
  };
  append("act::");
  append(name);
  append(sentence);
  for (std::size_t i = 0; i < count; ++i) {
    append(i == 0 ? "; got " : ", ");
    end = values[i].write(end, last);
  }
  *end = 0;
#ifdef __cpp_exceptions
  throw std::invalid_argument(message);
#else
  std::fprintf(stderr, "%s\n", message);
  std::abort();
#endif
}

}  // namespace detail

/// Throws std::invalid_argument, which names the call and quotes the values, unless holds.
template <class... Values>
constexpr void require(bool holds, const char* name, const char* sentence, Values... values) {
  if (!holds) [[unlikely]] {
    const detail::quoted numbers[] = {values...};
    detail::refuse(name, sentence, numbers, sizeof...(Values));
  }
}

}  // namespace act
