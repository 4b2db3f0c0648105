# act_descriptions: what tests/activations says of each activation in the list, for programs that go
# over all of them by #include <activations/all.hpp>.
set(includes "")
foreach(name IN LISTS act_functions)
  if(NOT EXISTS ${PROJECT_SOURCE_DIR}/tests/activations/${name}.hpp)
    message(FATAL_ERROR "act: tests, benchmark and tables must know of ${name} what "
      "tests/activations/description.hpp says: add tests/activations/${name}.hpp")
  endif()
  string(APPEND includes "#include <activations/${name}.hpp>\n")
endforeach()
set(folder ${PROJECT_BINARY_DIR}/descriptions)
file(CONFIGURE OUTPUT ${folder}/activations/all.hpp CONTENT "#pragma once\n\n${includes}")
add_library(act_descriptions INTERFACE)
target_include_directories(act_descriptions INTERFACE ${PROJECT_SOURCE_DIR}/tests ${folder})
