//===- Holding.h - What an object can lead to -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Says whether objects of a type can refer to what they were made from. A
/// `std::string` made from a string cannot, a `std::string_view` can.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REACH_HOLDING_H
#define DEFERC_LIB_FRONTEND_REACH_HOLDING_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

namespace deferc {

/// What an object holds. In ascending order: a class holds the greatest of what
/// its bases and fields hold.
enum class Holding {
  Nothing,  ///< Numbers, functions, and objects that own all they hold.
  Derived,  ///< Owns an object of a base class; the derived class is unknown.
  Pointer,  ///< A pointer, which may or may not own what it points to.
  Erased,   ///< A copy of an object of an unknown type, as in std::function.
  Reference ///< A reference, or an object that Clang knows as a view.
};

Holding holdingOf(clang::QualType T);

bool isLambda(clang::QualType T);

/// Whether the destructor of an object of type \p T may use what the object
/// refers to. The destructor of a `std::lock_guard` does.
bool usesReferenceAtEnd(clang::QualType T);

/// Whether an object of type \p T is, contains or owns an object of type \p
/// Part, whatever the qualifiers.
bool stores(clang::QualType T, clang::QualType Part);

/// Whether \p F is `std::move` or its like, which returns its argument.
bool givesBackArgument(const clang::FunctionDecl *F);

/// Whether \p AttrT, which is OwnerAttr or PointerAttr, is on the class of \p
/// T. Clang itself puts these attributes on the classes of the standard
/// library.
template <typename AttrT> bool isKnownAs(clang::QualType T) {
  const clang::CXXRecordDecl *Record =
      T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record)
    return false;
  if (Record->hasAttr<AttrT>())
    return true;
  const auto *Special =
      llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(Record);
  return Special && Special->getSpecializedTemplate()
                        ->getTemplatedDecl()
                        ->hasAttr<AttrT>();
}

} // namespace deferc

#endif // DEFERC_LIB_FRONTEND_REACH_HOLDING_H
