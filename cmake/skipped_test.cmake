# act_add_skipped_test(NAME REASON): a test that cannot run on this machine stays in ctest's list,
# as skipped, instead of vanishing from it.
function(act_add_skipped_test name reason)
  message(STATUS "act: test ${name} is skipped: ${reason}")
  add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E echo "skipped: ${reason}")
  set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped: ")
endfunction()
