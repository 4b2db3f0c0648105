# cmake -DCOMPILER=... -DFLAGS=... -DINCLUDE_DIR=... -P older_standard.cmake: as the first of a file
# in C++17, each header that a user may include says that C++20 is needed, and nothing else.
cmake_minimum_required(VERSION 3.25)
set(ENV{LC_ALL} C)

set(sentence "act: C\\+\\+20 is needed, compile with -std=c\\+\\+20")
file(GLOB headers RELATIVE ${INCLUDE_DIR} ${INCLUDE_DIR}/act/*.hpp
  ${INCLUDE_DIR}/act/activations/*.hpp ${INCLUDE_DIR}/act/math/*.hpp)
list(REMOVE_ITEM headers act/version.hpp)  # numbers only, in any language
list(LENGTH headers count)
if(count LESS 20)
  message(FATAL_ERROR "found ${count} headers in ${INCLUDE_DIR}")
endif()
foreach(header IN LISTS headers)
  execute_process(COMMAND ${COMPILER} @${FLAGS} -w -std=c++17 -fsyntax-only -x c++
      ${INCLUDE_DIR}/${header}
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX MATCHALL "error: [^\n]*" errors "${output}")
  list(LENGTH errors count)
  if(status EQUAL 0 OR NOT count EQUAL 1 OR NOT errors MATCHES "${sentence}")
    message(SEND_ERROR "${header} in C++17:\n${output}")
  endif()
endforeach()
