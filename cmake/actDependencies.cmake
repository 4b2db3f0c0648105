# Included by act's own build and by the installed package, each after it has found Eigen and xsimd.

# The floors. They cannot be asked of find_package: the version files of Eigen and xsimd refuse
# every request from another major version, and Eigen 3.4.0's refuses ranges.
if(Eigen3_VERSION AND Eigen3_VERSION VERSION_LESS 3.4.0)
  set(act_NOT_FOUND_MESSAGE "act needs Eigen 3.4.0 or newer, found ${Eigen3_VERSION}")
elseif(xsimd_VERSION AND xsimd_VERSION VERSION_LESS 8.1.0)
  set(act_NOT_FOUND_MESSAGE "act needs xsimd 8.1.0 or newer, found ${xsimd_VERSION}")
endif()

# xsimd's target is called xsimd or xsimd::xsimd, according to its version and to how it was added.
# act::xsimd stands for either, and takes over its include folder only: the target of Debian 12
# also links a library "xtl" that does not exist.
if(NOT TARGET act::xsimd)
  add_library(act::xsimd INTERFACE IMPORTED GLOBAL)
  if(TARGET xsimd::xsimd)
    get_target_property(act_xsimd_include xsimd::xsimd INTERFACE_INCLUDE_DIRECTORIES)
  else()
    get_target_property(act_xsimd_include xsimd INTERFACE_INCLUDE_DIRECTORIES)
  endif()
  target_include_directories(act::xsimd INTERFACE ${act_xsimd_include})
endif()
