// SPDX-License-Identifier: MIT

#define ACT_TEST_SCALAR float
#include "support/eigen_few.hpp"
