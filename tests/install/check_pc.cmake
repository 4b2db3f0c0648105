# cmake -DSOURCE=act -DBUILD=folder -DOPTIONS=... -DEXPECTED=folder -P check_pc.cmake
#
# Installs act configured with the options, @BUILD@ in them being the folder, and fails unless
# act.pc's Cflags name a folder that has act/act.hpp, or, where it is absolute, EXPECTED.
set(prefix ${BUILD}/prefix)
string(REPLACE "@BUILD@" "${BUILD}" OPTIONS "${OPTIONS}")
execute_process(COMMAND ${CMAKE_COMMAND} --fresh -G ${GENERATOR} -S ${SOURCE} -B ${BUILD}
  -DCMAKE_INSTALL_PREFIX=${prefix} -DACT_BUILD_TESTS=OFF -DACT_BUILD_BENCHMARKS=OFF
  -DACT_BUILD_EXAMPLES=OFF -DEigen3_DIR=${Eigen3_DIR} -Dxsimd_DIR=${xsimd_DIR}
  -DCMAKE_CXX_COMPILER=${COMPILER} ${OPTIONS}
  COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
file(STRINGS ${BUILD}/act.pc line REGEX "^includedir=")
if(IS_ABSOLUTE ${EXPECTED})
  if(NOT line STREQUAL "includedir=${EXPECTED}")
    message(FATAL_ERROR "act.pc has ${line}, not ${EXPECTED}")
  endif()
  return()
endif()
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD}
  COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
file(GLOB_RECURSE pc ${BUILD}/prefix/act.pc ${BUILD}/elsewhere/act.pc)
cmake_path(GET pc PARENT_PATH pc_dir)
string(REPLACE "includedir=" "" includedir "${line}")
string(REPLACE "\${pcfiledir}" "${pc_dir}" includedir "${includedir}")
if(NOT EXISTS ${includedir}/act/act.hpp)
  message(FATAL_ERROR "act.pc has ${line}; there is no ${includedir}/act/act.hpp")
endif()
