// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <stdexcept>
#include <string>

namespace act {

namespace detail {
/// "act::NAMESENTENCE; got VALUE, VALUE", in the fewest digits that tell the values.
template <class... Values>
[[noreturn]] void refuse(const char* name, const char* sentence, const Values&... values) {
  std::string message = std::string("act::") + name + sentence;
  const char* separator = "; got ";
  const auto append = [&](auto value) {
    char digits[64];
    message += separator;
    message.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    separator = ", ";
  };
  (append(values), ...);
  throw std::invalid_argument(message);
}
}  // namespace detail

/// Throws std::invalid_argument, which names the call and quotes the values, unless holds.
template <class... Values>
constexpr void require(bool holds, const char* name, const char* sentence,
                       const Values&... values) {
  if (!holds) [[unlikely]]
    detail::refuse(name, sentence, values...);
}

}  // namespace act
