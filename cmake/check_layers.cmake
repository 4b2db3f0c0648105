# cmake -DINCLUDE_DIR=include -P check_layers.cmake
#
# Reads the #include lines of act's headers and fails on an arrow that points upwards, on a circle,
# on a foreign header outside the layer that may know it, and on a header that has grown too long.
cmake_minimum_required(VERSION 3.25)

# Which header may include which, from the bottom to the top; a name that ends in / is a folder.
# The first line that fits a header counts.
set(layers
  "version.hpp:"
  "standard.hpp:"
  "abi.hpp:         standard.hpp"
  "instruction_set.hpp: abi.hpp"
  "require.hpp:     abi.hpp"
  "philox.hpp:      abi.hpp"
  "accuracy.hpp:    abi.hpp"
  "simd/:           abi.hpp simd/"
  "math/:           simd/ math/"
  "operation.hpp:   simd/"
  "refusal.hpp:     abi.hpp"
  "operand.hpp:        simd/ operation.hpp refusal.hpp"
  "calls.hpp:       simd/ operation.hpp operand.hpp"
  "functor.hpp:     simd/ operation.hpp calls.hpp"
  "exact_tier.hpp:  simd/ accuracy.hpp functor.hpp"
  "activations/:    simd/ math/ accuracy.hpp exact_tier.hpp functor.hpp philox.hpp require.hpp activations/"
  "functions.hpp:   accuracy.hpp functor.hpp activations/"
  "array/dispatch.hpp: functions.hpp instruction_set.hpp array/"
  "array/:          abi.hpp simd/ operation.hpp functor.hpp require.hpp array/"
  "eigen/prelu.hpp: simd/ operation.hpp functor.hpp require.hpp array/ eigen/ activations/prelu.hpp"
  "eigen/:          abi.hpp simd/ operation.hpp functor.hpp require.hpp array/ eigen/"
  "eigen.hpp:       functions.hpp eigen/"
  "act.hpp:         version.hpp array/ eigen.hpp")

# The only places that may include a foreign header.
set(foreign
  "xsimd/:          simd/batch.hpp"
  "immintrin.h:     simd/isa/"
  "emmintrin.h:     simd/isa/"
  "arm_neon.h:      simd/isa/"
  "arm_sve.h:       simd/isa/"
  "omp.h:           array/execution.hpp"
  "Eigen/:          eigen/"
  "unsupported/Eigen/: eigen/")

set(longest 250)  # lines

# Is name one of the entries, or in one of the folders among them?
function(fits result name)
  set(${result} FALSE PARENT_SCOPE)
  foreach(entry IN LISTS ARGN)
    string(FIND "${name}" "${entry}" at)
    if(name STREQUAL entry OR (at EQUAL 0 AND entry MATCHES "/$"))
      set(${result} TRUE PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# The right-hand side of the first line of the table that fits name; "no line" if none does.
function(look_up result table name)
  set(${result} "no line" PARENT_SCOPE)
  foreach(line IN LISTS ${table})
    string(REGEX MATCH "^([^ :]+):(.*)$" line "${line}")
    separate_arguments(allowed UNIX_COMMAND "${CMAKE_MATCH_2}")
    fits(found "${name}" "${CMAKE_MATCH_1}")
    if(found)
      set(${result} "${allowed}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

get_filename_component(INCLUDE_DIR "${INCLUDE_DIR}" ABSOLUTE)
set(faults "")
file(GLOB_RECURSE headers RELATIVE "${INCLUDE_DIR}/act" "${INCLUDE_DIR}/act/*.hpp")
if(NOT headers)
  message(FATAL_ERROR "no headers below '${INCLUDE_DIR}/act'")
endif()

foreach(header IN LISTS headers)
  file(READ "${INCLUDE_DIR}/act/${header}" text)
  string(REGEX MATCHALL "\n" newlines "${text}")
  list(LENGTH newlines lines)
  if(lines GREATER longest)
    list(APPEND faults "${header} has ${lines} lines, the limit is ${longest}")
  endif()

  look_up(allowed layers "${header}")
  if(allowed STREQUAL "no line")
    list(APPEND faults "${header} has no layer: give it a line in cmake/check_layers.cmake")
    continue()
  endif()

  set(includes_${header} "")
  string(REGEX MATCHALL "\n[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n]+[>\"]" directives "\n${text}")
  foreach(directive IN LISTS directives)
    string(REGEX MATCH "([<\"])(.*)[>\"]" directive "${directive}")
    set(quote "${CMAKE_MATCH_1}")
    set(target "${CMAKE_MATCH_2}")
    if(target MATCHES "^act: ")
      continue()  # a sentence that ends the compilation, standard.hpp says
    elseif(quote STREQUAL "\"")
      list(APPEND faults "${header} includes \"${target}\": write <act/...>")
    elseif(target MATCHES "^act/(.*)")
      set(target "${CMAKE_MATCH_1}")
      list(APPEND includes_${header} "${target}")
      fits(downwards "${target}" ${allowed})
      if(NOT downwards)
        list(APPEND faults "${header} may not include <act/${target}>")
      endif()
    else()
      look_up(places foreign "${target}")
      fits(placed "${header}" ${places})
      if(NOT places STREQUAL "no line" AND NOT placed)
        list(APPEND faults "${header} may not include <${target}>")
      endif()
    endif()
  endforeach()
endforeach()

# Circles, within a layer too: take away, again and again, the headers that include none of those
# that are left. What stays is a circle, or includes one.
set(left "${headers}")
set(before "")
while(NOT left STREQUAL before)
  set(before "${left}")
  foreach(header IN LISTS before)
    set(bottom TRUE)
    foreach(target IN LISTS includes_${header})
      if(target IN_LIST left)
        set(bottom FALSE)
      endif()
    endforeach()
    if(bottom)
      list(REMOVE_ITEM left "${header}")
    endif()
  endforeach()
endwhile()
if(left)
  list(JOIN left ", " left)
  list(APPEND faults "these headers include each other in a circle, or lead to one: ${left}")
endif()

if(faults)
  list(JOIN faults "\n  " faults)
  message(FATAL_ERROR "layers:\n  ${faults}\n")
endif()
list(LENGTH headers count)
message(STATUS "layers: ${count} headers, every arrow points downwards")
