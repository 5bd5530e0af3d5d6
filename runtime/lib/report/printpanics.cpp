//===- printpanics.cpp - The lines of a report about panics ---------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The panics in flight, as Go prints them (test/Conformance 121 to 154). A
/// value that is panicked with again prints once.
///
//===----------------------------------------------------------------------===//

#include "report/ReportParts.h"
#include "value/Value.h"

#include <signal.h>

namespace deferc {
namespace {

/// A line break inside a value is followed by a tab (Go 1.23).
void addIndented(void *Context, const char *S, size_t Size) {
  auto *Out = static_cast<Printer *>(Context);
  while (const char *Break = static_cast<const char *>(memchr(S, '\n', Size))) {
    Out->add(S, Break + 1 - S);
    Out->add("\t");
    Size -= Break + 1 - S;
    S = Break + 1;
  }
  Out->add(S, Size);
}

bool hidesNext(const Panic *Older, const Panic *Newer) {
  return !Older->Goexit && !Newer->Goexit &&
         isIdentical(Older->Value, Newer->Value);
}

} // namespace

void printPanics(Printer &Out, const Panic *P) noexcept {
  const Panic *Older = P->Link;
  if (Older) {
    printPanics(Out, Older);
    if (hidesNext(Older, P))
      return;
    if (!Older->Goexit)
      Out.add("\t");
  }
  if (P->Goexit)
    return;
  Out.add("panic: ");
  sendPreparedText(P->Value, addIndented, &Out);
  const Panic *Newer = P->Owner->Panics;
  while (Newer != P && Newer->Link != P)
    Newer = Newer->Link;
  if (P->Recovered)
    Out.add(Newer != P && hidesNext(P, Newer) ? " [recovered, repanicked]"
                                              : " [recovered]");
  Out.add("\n");
}

void printFault(Printer &Out, const Fault &F) noexcept {
  if (!F.Signal)
    return;
  const char *Name = F.Signal == SIGSEGV  ? "SIGSEGV: segmentation violation"
                     : F.Signal == SIGBUS ? "SIGBUS: bus error"
                                          : "SIGFPE: floating-point exception";
  Out.addf("[signal %s code=%#x addr=0x%lx pc=%#lx]\n", Name, F.Code,
           static_cast<unsigned long>(F.Address),
           static_cast<unsigned long>(F.PC));
}

} // namespace deferc
