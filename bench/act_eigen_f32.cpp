// SPDX-License-Identifier: MIT

#ifdef ACT_BENCH_ALL_CALLS

#include "act_eigen.hpp"

template bench::rival<float> bench::act_eigen_rival();

#endif
