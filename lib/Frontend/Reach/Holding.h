//===- Holding.h - What an object can lead to -------------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Says of a type whether its objects can refer to what they were made from. A
/// `std::string` made from a string cannot, a `std::string_view` can.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_FRONTEND_REACH_HOLDING_H
#define DEFERC_LIB_FRONTEND_REACH_HOLDING_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

namespace deferc {

/// In ascending order: a class holds the most that a part of it does.
enum class Holding {
  Nothing,  ///< Numbers, functions, and objects that own all they hold.
  Derived,  ///< An owner of a base class, whose derived classes are not known.
  Pointer,  ///< A pointer, which may own what it points to, or not.
  Erased,   ///< A copy of an object whose type is not known, as std::function.
  Reference ///< A reference, or an object that Clang knows as a view.
};

Holding holdingOf(clang::QualType T);

/// Whether the destructor of an object of type \p T may use what the object
/// refers to, as that of a `std::lock_guard`.
bool usesReferenceAtEnd(clang::QualType T);

/// Whether an object of type \p T has, or owns, a \p Part, itself or in a part
/// of it. Qualifiers do not count.
bool stores(clang::QualType T, clang::QualType Part);

/// Whether \p F is `std::move` or its like.
bool givesBackArgument(const clang::FunctionDecl *F);

/// Whether Clang knows objects of type \p T as owners, or as pointers, to
/// others.
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
