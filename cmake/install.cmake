# The installed package: headers, act::act for find_package, act.pc for pkg-config. All of it is
# text, so it goes to share/ and serves every architecture.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/act)

install(TARGETS act EXPORT actTargets FILE_SET HEADERS FILE_SET isa)
install(EXPORT actTargets NAMESPACE act:: DESTINATION ${package_dir})

configure_package_config_file(cmake/actConfig.cmake.in actConfig.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(actConfigVersion.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(
  FILES
    ${PROJECT_BINARY_DIR}/actConfig.cmake
    ${PROJECT_BINARY_DIR}/actConfigVersion.cmake
    ${PROJECT_SOURCE_DIR}/cmake/actDependencies.cmake
  DESTINATION ${package_dir})
install(DIRECTORY cmake/dispatch DESTINATION ${package_dir})

# pkg-config is told where the headers are from where act.pc is, so that the package can be moved;
# but where one of the two folders is absolute, it is told the folder of the configured prefix.
set(pc_dir ${CMAKE_INSTALL_DATADIR}/pkgconfig)
set(act_pc_includedir "${CMAKE_INSTALL_INCLUDEDIR}")
if(IS_ABSOLUTE "${pc_dir}" OR IS_ABSOLUTE "${act_pc_includedir}")
  cmake_path(ABSOLUTE_PATH act_pc_includedir BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}" NORMALIZE)
else()
  set(base /prefix)
  cmake_path(ABSOLUTE_PATH act_pc_includedir BASE_DIRECTORY ${base} NORMALIZE)
  cmake_path(ABSOLUTE_PATH pc_dir BASE_DIRECTORY ${base} NORMALIZE OUTPUT_VARIABLE from)
  cmake_path(RELATIVE_PATH act_pc_includedir BASE_DIRECTORY ${from})
  string(PREPEND act_pc_includedir "\${pcfiledir}/")
endif()
configure_file(cmake/act.pc.in act.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/act.pc DESTINATION ${pc_dir})
