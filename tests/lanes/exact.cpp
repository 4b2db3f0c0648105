// SPDX-License-Identifier: MIT

#include "lanes/lanes.hpp"

namespace act::test {

INSTANTIATE_TYPED_TEST_SUITE_P(exact, lanes, formulas::exact, test_name);

}  // namespace act::test
