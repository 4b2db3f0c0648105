# cmake -DCOMPILER=c++ -DFLAGS=file -DSOURCE=file.cpp -P check.cmake
#
# The source begins with the sentence that the compiler must print (plain text, no pattern), and,
# where the refusal depends on them, the flags that cause it:
#   // expect: act: activations need float or double; cast with x.cast<float>()
#   // flags: -ffast-math
# As it stands it must be refused with that sentence. As a control it must compile with
# -DACT_CONTROL and without those flags, so that nothing else in it is the reason.
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

function(compile status output)
  execute_process(COMMAND ${COMPILER} "@${FLAGS}" ${ARGN} -fsyntax-only "${SOURCE}"
    RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${status} ${result} PARENT_SCOPE)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

compile(status output -DACT_CONTROL)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the control (-DACT_CONTROL) must compile, but:\n${output}")
endif()

compile(status output ${refused_flags})
string(FIND "${output}" "${sentence}" at)
if(status EQUAL 0)
  message(FATAL_ERROR "must be refused, but compiles")
elseif(at EQUAL -1)
  message(FATAL_ERROR "is refused, but not with the words\n  ${sentence}\nbut with\n${output}")
endif()
message(STATUS "refused with: ${sentence}")
