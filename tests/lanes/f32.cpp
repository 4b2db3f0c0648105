// SPDX-License-Identifier: MIT

#include "lanes/lanes.hpp"

namespace act::test {

INSTANTIATE_TYPED_TEST_SUITE_P(f32, lanes, formulas::f32, test_name);

}  // namespace act::test
