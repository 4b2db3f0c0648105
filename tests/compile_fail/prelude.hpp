// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/SparseCore>
#include <act/act.hpp>
#include <complex>
#include <deque>
#include <list>
#include <unsupported/Eigen/CXX11/Tensor>
#include <vector>
