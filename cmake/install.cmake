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
install(DIRECTORY dispatch DESTINATION ${package_dir})

configure_file(cmake/act.pc.in act.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/act.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)
