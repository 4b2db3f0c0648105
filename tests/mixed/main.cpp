// SPDX-License-Identifier: MIT

// Calls the part that any processor runs, and with an argument the others as well.
int baseline(bool refused);
int advanced(bool refused);

int main(int argc, char**) {
  int wrong = baseline(false) + baseline(true);
  if (argc > 1) wrong += advanced(false) + advanced(true);
  return wrong;
}
