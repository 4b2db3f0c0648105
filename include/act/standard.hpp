// SPDX-License-Identifier: MIT
#pragma once

// Stands first in every header that includes none of act's, so that an older language is refused in
// one sentence: a file that cannot be included ends the compilation, which #error does not.

#if __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#include "act: C++20 is needed, compile with -std=c++20"
#endif
