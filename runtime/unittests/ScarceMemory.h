//===- ScarceMemory.h - An allocator that has nothing left ------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// While an object of NoMemory lives, the thread that made it gets none: the
/// linker leads all calls of malloc and its like in RuntimeTests through
/// ScarceMemory.cpp (`--wrap`).
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_RUNTIME_UNITTESTS_SCARCEMEMORY_H
#define DEFERC_RUNTIME_UNITTESTS_SCARCEMEMORY_H

/// Also takes what the runtime keeps for the values of panics.
class NoMemory {
public:
  NoMemory();
  ~NoMemory();
};

#endif // DEFERC_RUNTIME_UNITTESTS_SCARCEMEMORY_H
