// SPDX-License-Identifier: MIT

#ifdef ACT_BENCH_DOORS

#include "act_eigen.hpp"

template bench::rival<float> bench::act_eigen_rival();

#endif
