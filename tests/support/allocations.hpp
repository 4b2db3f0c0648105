// SPDX-License-Identifier: MIT
#pragma once

// Counts allocations. It replaces operator new, so that one file of a program includes it, before
// anything of Eigen's. Eigen allocates with malloc, and asserts before each time that
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

template <class Call>
std::size_t allocations_of(const Call& call) {
  const std::size_t before = allocations;
  Eigen::internal::set_is_malloc_allowed(false);
  call();
  Eigen::internal::set_is_malloc_allowed(true);
  return allocations - before;
}

const std::size_t of_one_array = allocations_of([] { Eigen::ArrayXXf(33, 7).setZero(); });

}  // namespace
