# cmake -DCOMPILER=c++ -DFLAGS=file -DSOURCE=file.cpp -P check.cmake
#
# The source begins with the sentence that the compiler must print (plain text, no pattern), and,
# where the refusal depends on them, the flags that cause it:
#   // expect: act: activations need float or double; cast with x.cast<float>()
#   // flags: -ffast-math
# As it stands it must be refused with that sentence. As a control it must compile with
# -DACT_CONTROL and without those flags, so that nothing else in it is the reason: the test
# compile_fail.controls sees to that.
cmake_minimum_required(VERSION 3.25)
set(ENV{LC_ALL} C)

file(READ "${SOURCE}" text)
if(NOT text MATCHES "^// expect: ([^\n]+)\n")
  message(FATAL_ERROR "${SOURCE}: the first line must be '// expect: SENTENCE'")
endif()
set(sentence "${CMAKE_MATCH_1}")
set(refused_flags "")
if(text MATCHES "\n// flags: ([^\n]+)\n")
  separate_arguments(refused_flags UNIX_COMMAND "${CMAKE_MATCH_1}")
endif()

execute_process(COMMAND ${COMPILER} "@${FLAGS}" ${refused_flags} -fsyntax-only "${SOURCE}"
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
string(FIND "${output}" "${sentence}" at)
if(status EQUAL 0)
  message(FATAL_ERROR "must be refused, but compiles")
elseif(at EQUAL -1)
  message(FATAL_ERROR "is refused, but not with the words\n  ${sentence}\nbut with\n${output}")
endif()
message(STATUS "refused with: ${sentence}")
