# cmake -DPLAIN=PROGRAM -DOTHER=PROGRAM -P compare.cmake
#
# Fails unless two act_golden print the same hashes.
foreach(program IN ITEMS PLAIN OTHER)
  execute_process(COMMAND ${${program}} --print-part
    OUTPUT_VARIABLE rows_of_${program} COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" rows_of_${program} "${rows_of_${program}}")
endforeach()
list(LENGTH rows_of_PLAIN count)
if(count LESS 40)
  message(FATAL_ERROR "${PLAIN} prints ${count} lines")
endif()
list(REMOVE_ITEM rows_of_OTHER ${rows_of_PLAIN})
list(JOIN rows_of_OTHER "\n" differing)
if(differing)
  message(FATAL_ERROR "differ from ${PLAIN}:\n${differing}")
endif()
