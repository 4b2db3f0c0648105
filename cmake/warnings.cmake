# act_warnings: for this project's own programs and for the verification of its headers.
add_library(act_warnings INTERFACE)
target_compile_options(act_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  # GCC 12's AVX-512 intrinsics, which Eigen uses, warn of an operand of their own (its bug 105593).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-maybe-uninitialized;-Wno-uninitialized>
  $<$<BOOL:${ACT_WERROR}>:-Werror>)
