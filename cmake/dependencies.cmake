# The system's packages come first; where there is none, a release pinned by its hash is downloaded.
# -DFETCHCONTENT_TRY_FIND_PACKAGE_MODE=NEVER downloads in any case.
include(FetchContent)
include(CheckCXXSourceCompiles)

# Of Eigen and xsimd only the headers are wanted: SOURCE_SUBDIR names a folder that does not exist,
# so that their own builds are not added. GLOBAL, so that a project that adds act as a subdirectory
# sees the targets too.
FetchContent_Declare(Eigen3
  URL https://gitlab.com/libeigen/eigen/-/archive/3.4.0/eigen-3.4.0.tar.gz
  URL_HASH SHA256=8586084f71f9bde545ee7fa6d00288b264a2b7ac3607b974e54d13e7162c1c72
  SOURCE_SUBDIR headers-only
  FIND_PACKAGE_ARGS GLOBAL)
FetchContent_Declare(xsimd
  URL https://github.com/xtensor-stack/xsimd/archive/refs/tags/13.2.0.tar.gz
  URL_HASH SHA256=edd8cd3d548c185adc70321c53c36df41abe64c1fe2c67bc6d93c3ecda82447a
  SOURCE_SUBDIR headers-only
  FIND_PACKAGE_ARGS GLOBAL)

if(NOT TARGET Eigen3::Eigen)
  FetchContent_MakeAvailable(Eigen3)
endif()
if(NOT TARGET Eigen3::Eigen)  # downloaded
  add_library(Eigen3::Eigen INTERFACE IMPORTED GLOBAL)
  target_include_directories(Eigen3::Eigen INTERFACE "${eigen3_SOURCE_DIR}")
endif()
if(NOT TARGET xsimd AND NOT TARGET xsimd::xsimd)
  set(XSIMD_ENABLE_XTL_COMPLEX OFF)  # else xsimd 14's package insists on xtl
  FetchContent_MakeAvailable(xsimd)
endif()
if(NOT TARGET xsimd AND NOT TARGET xsimd::xsimd)
  add_library(xsimd INTERFACE IMPORTED GLOBAL)
  target_include_directories(xsimd INTERFACE "${xsimd_SOURCE_DIR}/include")
endif()

include("${CMAKE_CURRENT_LIST_DIR}/actDependencies.cmake")
if(act_NOT_FOUND_MESSAGE)
  message(FATAL_ERROR "${act_NOT_FOUND_MESSAGE}")
endif()

# What tests and benchmarks need besides.
if(ACT_BUILD_TESTS OR ACT_BUILD_BENCHMARKS)
  find_package(Threads REQUIRED)
endif()

if(ACT_BUILD_TESTS)
  set(INSTALL_GTEST OFF CACHE INTERNAL "")
  set(BUILD_GMOCK OFF CACHE INTERNAL "")
  FetchContent_Declare(GTest
    URL https://github.com/google/googletest/archive/refs/tags/v1.14.0.tar.gz
    URL_HASH SHA256=8ad598c73ad796e0d8280b082cebd82a630d73e73cd3c70057938a6501bba5d7
    SYSTEM
    FIND_PACKAGE_ARGS 1.12)
  FetchContent_MakeAvailable(GTest)
endif()

# act_find_library(NAME HEADER [EXPRESSION]): the target NAME::NAME, which defines ACT_HAS_NAME, of
# a library that has no CMake package of its own; no target where there is none, or none with which
# the expression compiles.
function(act_find_library name header)
  string(TOLOWER ${name} library)
  find_path(${name}_INCLUDE_DIR ${header})
  find_library(${name}_LIBRARY NAMES ${library} ${name})
  mark_as_advanced(${name}_INCLUDE_DIR ${name}_LIBRARY)
  if(NOT ${name}_INCLUDE_DIR OR NOT ${name}_LIBRARY)
    return()
  endif()
  if(ARGN)
    set(CMAKE_REQUIRED_INCLUDES "${${name}_INCLUDE_DIR}")
    set(CMAKE_REQUIRED_LIBRARIES "${${name}_LIBRARY}")
    check_cxx_source_compiles("#include <${header}>\nint main() { ${ARGN}; }" ${name}_COMPILES)
    if(NOT ${name}_COMPILES)
      return()
    endif()
  endif()
  add_library(${name}::${name} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${name}::${name} PROPERTIES
    IMPORTED_LOCATION "${${name}_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${${name}_INCLUDE_DIR}"
    INTERFACE_COMPILE_DEFINITIONS ACT_HAS_${name})
endfunction()

if(ACT_BUILD_TESTS OR ACT_EXHAUSTIVE)  # the reference with more digits than long double's
  act_find_library(MPFR mpfr.h)
  if(NOT TARGET MPFR::MPFR)
    message(STATUS "act: MPFR was not found; the sweep will settle with long double, and where "
      "limits are reached will not be checked")
  endif()
endif()
if(ACT_BUILD_BENCHMARKS OR ACT_EXHAUSTIVE)  # another library to compare with
  act_find_library(SLEEF sleef.h)
endif()

if(ACT_BUILD_BENCHMARKS)
  act_find_library(DNNL dnnl.hpp)
  # No version tells which parameters XNNPACK's functions have, and its header needs pthreadpool's.
  act_find_library(XNNPACK xnnpack.h "xnn_create_sigmoid_nc_f32(1, 1, 1, 0, nullptr)")

  set(BENCHMARK_ENABLE_TESTING OFF CACHE INTERNAL "")
  set(BENCHMARK_ENABLE_INSTALL OFF CACHE INTERNAL "")
  FetchContent_Declare(benchmark
    URL https://github.com/google/benchmark/archive/refs/tags/v1.8.3.tar.gz
    URL_HASH SHA256=6bc180a57d23d4d9515519f92b0c83d61b05b5bab188961f36ac7b06b0d9e9ce
    SYSTEM
    FIND_PACKAGE_ARGS 1.7)
  FetchContent_MakeAvailable(benchmark)
endif()

if(ACT_BUILD_EXAMPLES)
  find_package(ZLIB)
endif()
