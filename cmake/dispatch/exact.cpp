// SPDX-License-Identifier: MIT

#include "unit.hpp"

template void act::dispatch::compile_list<act::dispatch::set, float>(exact::functions);
