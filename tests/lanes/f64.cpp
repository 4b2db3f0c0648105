// SPDX-License-Identifier: MIT

#include "lanes/lanes.hpp"

namespace act::test {

INSTANTIATE_TYPED_TEST_SUITE_P(f64, lanes, formulas::f64, test_name);

}  // namespace act::test
