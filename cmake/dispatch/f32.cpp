// SPDX-License-Identifier: MIT

#include "unit.hpp"

template void act::dispatch::compile_list<act::dispatch::set, float>(functions);
template void act::dispatch::compile_others<act::dispatch::set, float>();
