# act_arch: the instruction set of this project's own programs. Never part of act::act: a user's
# program chooses its own.
set(ACT_ARCH native CACHE STRING
  "The -march of tests, benchmarks and examples; empty: the compiler's default")
add_library(act_arch INTERFACE)

include(CheckCXXCompilerFlag)
set(flag "")
if(ACT_ARCH)
  foreach(option IN ITEMS -march -mcpu)  # Clang 14 on Arm knows native as a cpu only
    string(MAKE_C_IDENTIFIER "ACT_ACCEPTS${option}=${ACT_ARCH}" accepted)
    check_cxx_compiler_flag(${option}=${ACT_ARCH} ${accepted})
    if(${accepted})
      set(flag ${option}=${ACT_ARCH})
      break()
    endif()
  endforeach()
  if(NOT flag AND NOT ACT_ARCH STREQUAL "native")
    message(FATAL_ERROR "act: the compiler does not know -march=${ACT_ARCH} (ACT_ARCH)")
  endif()
endif()
target_compile_options(act_arch INTERFACE ${flag})

# Say which sets that stands for, in the words of the compiler's own macros.
separate_arguments(user_flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")
execute_process(
  COMMAND ${CMAKE_CXX_COMPILER} ${user_flags} ${flag} -dM -E -x c++ /dev/null
  OUTPUT_VARIABLE macros ERROR_QUIET)
set(sets "")
foreach(name IN ITEMS SSE2 SSE4_2 AVX FMA AVX2 AVX512F AVX512DQ ARM_NEON ARM_FEATURE_SVE)
  if(macros MATCHES "#define __${name}(__)? ")
    list(APPEND sets ${name})
  endif()
endforeach()
list(JOIN sets " " sets)
if(NOT flag)
  set(flag "the compiler's default")
endif()
message(STATUS "act: instruction set of tests, benchmarks and examples: ${flag} (${sets})")
