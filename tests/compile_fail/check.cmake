# cmake -DCOMPILER=c++ -DCLANG=0 -DFLAGS=file -DPRELUDE=file.hpp -DSOURCE=file.cpp -P check.cmake
#
# The source begins with the sentence that the compiler must print (plain text, no pattern), the
# most lines that GCC and Clang may print with it and, where the refusal depends on them, the flags
# that cause it:
#   // expect: act: activations need float or double; cast with x.cast<float>()
#   // lines: 12 9
#   // flags: -ffast-math
# As it stands it must be refused with that sentence in the first error and in the last. As a
# control it must compile with -DACT_CONTROL and without those flags, so that nothing else in it is
# the reason: the test compile_fail.controls sees to that.
cmake_minimum_required(VERSION 3.25)
set(ENV{LC_ALL} C)

file(READ "${SOURCE}" text)
if(NOT text MATCHES "^// expect: ([^\n]+)\n// lines: ([0-9]+) ([0-9]+)\n")
  message(FATAL_ERROR
    "${SOURCE}: the first lines must be '// expect: SENTENCE' and '// lines: GCC CLANG'")
endif()
set(sentence "${CMAKE_MATCH_1}")
set(most ${CMAKE_MATCH_2})
if(CLANG)
  set(most ${CMAKE_MATCH_3})
endif()
set(refused_flags "")
if(text MATCHES "\n// flags: ([^\n]+)\n")
  separate_arguments(refused_flags UNIX_COMMAND "${CMAKE_MATCH_1}")
endif()

# What is found while optimising takes the flags -S and -O2.
set(only -fsyntax-only)
if("-S" IN_LIST refused_flags)
  set(only -o /dev/null)
endif()

# The compiled prelude holds act/act.hpp, for the flags of all.
if(text MATCHES "#include <act/act.hpp>" AND refused_flags STREQUAL "")
  set(refused_flags -include ${PRELUDE})
endif()
execute_process(
  COMMAND ${COMPILER} "@${FLAGS}" ${refused_flags} -w -fmessage-length=0 ${only} "${SOURCE}"
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(status EQUAL 0)
  message(FATAL_ERROR "must be refused, but compiles")
endif()

# What CMake's lists would take for their own.
string(REGEX REPLACE "[][;]" "," output "${output}")
string(REGEX REPLACE "[][;]" "," words "${sentence}")
string(REGEX MATCHALL "[^\n]*error: [^\n]*" errors "${output}")
list(LENGTH errors count)
foreach(place IN ITEMS 0 -1)
  set(error "")
  if(count GREATER 0)
    list(GET errors ${place} error)
  endif()
  string(FIND "${error}" "${words}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "is refused, but the first and the last error are not\n  ${sentence}\n"
      "of these:\n${output}")
  endif()
endforeach()
string(REGEX MATCHALL "\n" lines "${output}")
list(LENGTH lines lines)
if(lines GREATER most)
  message(FATAL_ERROR "is refused in ${lines} lines, more than ${most}:\n${output}")
endif()
message(STATUS "refused in ${lines} lines with: ${sentence}")
