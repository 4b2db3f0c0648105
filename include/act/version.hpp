// SPDX-License-Identifier: MIT
#pragma once

// The one place where the version lives: CMakeLists.txt reads the three numbers from here, and the
// test of the installed package compares the string with them.

#define ACT_VERSION_MAJOR 0
#define ACT_VERSION_MINOR 1
#define ACT_VERSION_PATCH 0
#define ACT_VERSION_STRING "0.1.0"
