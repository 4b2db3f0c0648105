// SPDX-License-Identifier: MIT

#define ACT_TEST_SCALAR double
#include "support/eigen_few.hpp"
