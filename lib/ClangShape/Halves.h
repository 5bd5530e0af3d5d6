//===- Halves.h - The evaluate half and the run half ------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Makes two clones of a closure, one for each side of the cut. Both use the
/// environment. It holds all temporaries, which live until the deferred call is
/// over, and the values that cross the cut.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_HALVES_H
#define DEFERC_LIB_CLANGSHAPE_HALVES_H

#include "Closure.h"
#include "DeferredCall.h"

namespace deferc {

/// Makes the halves of \p F at \p Cut: fills in \p C.
void makeHalves(llvm::Function &F, ClosureCut Cut, Closure &C);

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_HALVES_H
