//===- OwnerList.h - The bodies that a declaration brings -------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lists what a declaration brings that can hold defer statements, or code that
/// faults: bodies of functions, lambdas and closures, initializers of variables
/// and fields. A template brings nothing, each of its instances does.
///
/// The list is complete before anything is rewritten, so that no list of
/// statements changes while it is walked.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_SCAN_OWNERLIST_H
#define DEFERC_LIB_FRONTEND_SCAN_OWNERLIST_H

#include "clang/AST/Decl.h"
#include "clang/AST/StmtOpenMP.h"

#include "llvm/ADT/SetVector.h"

namespace deferc {

struct OwnerList {
  /// A FunctionDecl, CapturedDecl, BlockDecl, FieldDecl or VarDecl each, the
  /// outer ones before those inside of them.
  llvm::SmallSetVector<clang::Decl *, 8> Owners;
  llvm::SmallSetVector<clang::OMPExecutableDirective *, 2> Regions;

  explicit OwnerList(clang::Decl *D);
};

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_SCAN_OWNERLIST_H
