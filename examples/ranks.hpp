// SPDX-License-Identifier: MIT
#pragma once

// The ranks of MPI, for distributed.cpp and the lesson shootout.

#include <mpi.h>

#include <Eigen/Core>
#include <cstdint>
#include <stdexcept>
#include <string>

/// Those that train together, and which of them this process is.
class ranks {
 public:
  int count = 1, rank = 0;

  explicit ranks(MPI_Comm members) : members_(members) {
    require(MPI_Comm_set_errhandler(members, MPI_ERRORS_RETURN), "MPI_Comm_set_errhandler");
    require(MPI_Comm_size(members, &count), "MPI_Comm_size");
    require(MPI_Comm_rank(members, &rank), "MPI_Comm_rank");
  }

  /// Each number becomes its sum over the ranks, with the same bits on all of them.
  void sum(Eigen::MatrixXf& numbers) const { sum(numbers.data(), numbers.size(), MPI_FLOAT); }
  void sum(float& number) const { sum(&number, 1, MPI_FLOAT); }
  void sum(double& number) const { sum(&number, 1, MPI_DOUBLE); }

  /// What rank 0 has.
  [[nodiscard]] std::uint64_t of_first(std::uint64_t number) const {
    require(MPI_Bcast(&number, 1, MPI_UINT64_T, 0, members_), "MPI_Bcast");
    return number;
  }

 private:
  MPI_Comm members_;

  void sum(void* numbers, Eigen::Index size, MPI_Datatype type) const {
    require(MPI_Allreduce(MPI_IN_PLACE, numbers, static_cast<int>(size), type, MPI_SUM, members_),
            "MPI_Allreduce");
  }

  static void require(int status, const char* call) {
    if (status == MPI_SUCCESS) return;
    char reason[MPI_MAX_ERROR_STRING] = "";
    int length = 0;
    MPI_Error_string(status, reason, &length);
    throw std::runtime_error(std::string(call) + " was refused (" + reason +
                             "): start all ranks with one mpiexec and give them the same options");
  }
};
