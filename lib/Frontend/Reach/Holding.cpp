//===- Holding.cpp - What an object can lead to ---------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reach/Holding.h"

#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace deferc {
namespace {

/// Whether \p Record stores a copy of whatever object it is given. Clang has no
/// attribute for this, so the standard's names have to do.
bool erasesTypes(const CXXRecordDecl *Record) {
  return Record->isInStdNamespace() && Record->getIdentifier() &&
         llvm::StringSwitch<bool>(Record->getName())
             .Cases({"any", "copyable_function", "function", "future",
                     "jthread", "move_only_function", "packaged_task",
                     "shared_future", "shared_ptr", "thread"},
                    true)
             .Default(false);
}

llvm::ArrayRef<TemplateArgument>
templateArguments(const CXXRecordDecl *Record) {
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  if (!Special)
    return {};
  return Special->getTemplateArgs().asArray();
}

/// Whether \p Visit returns true for a type among \p Args, packs included.
bool anyType(llvm::ArrayRef<TemplateArgument> Args,
             llvm::function_ref<bool(QualType)> Visit) {
  return llvm::any_of(Args, [&](const TemplateArgument &Arg) {
    if (Arg.getKind() == TemplateArgument::Pack)
      return anyType(Arg.getPackAsArray(), Visit);
    return Arg.getKind() == TemplateArgument::Type && Visit(Arg.getAsType());
  });
}

class Holder {
public:
  Holding of(QualType T) {
    T = T.getCanonicalType();
    if (T->isReferenceType())
      return Holding::Reference;
    if (const auto *Atomic = T->getAs<AtomicType>())
      return of(Atomic->getValueType());
    if (const ArrayType *Array = T->getAsArrayTypeUnsafe())
      return of(Array->getElementType());
    if (const auto *Record = T->getAsRecordDecl()) {
      // A class may contain an owner of its own type. Until the class is
      // known, that part counts as nothing.
      auto [At, First] = Known.insert({Record, Holding::Nothing});
      if (!First)
        return At->second;
      return Known[Record] = ofRecord(Record);
    }
    if (T->isArithmeticType() || T->isEnumeralType() || T->isVectorType() ||
        T->isVoidType() || T->isNullPtrType() || T->isMemberPointerType() ||
        T->isFunctionType() || T->isFunctionPointerType())
      return Holding::Nothing;
    return Holding::Pointer;
  }

private:
  Holding ofRecord(const RecordDecl *Record) {
    const auto *Class = dyn_cast<CXXRecordDecl>(Record);
    if (Class && erasesTypes(Class))
      return std::max(Holding::Erased, ofOwner(Class));
    QualType T = Record->getASTContext().getCanonicalTagType(Record);
    if (isKnownAs<PointerAttr>(T))
      return Holding::Reference;
    if (isKnownAs<OwnerAttr>(T))
      return ofOwner(Class);
    if (!Record->isCompleteDefinition())
      return Holding::Pointer;
    Holding Most = Holding::Nothing;
    if (Class)
      for (const CXXBaseSpecifier &Base : Class->bases())
        Most = std::max(Most, of(Base.getType()));
    for (const FieldDecl *Field : Record->fields())
      Most = std::max(Most, of(Field->getType()));
    return Most;
  }

  /// What the type arguments of an owner hold. An owned pointer counts as
  /// Derived, and so does an object whose class others can derive from: what
  /// is behind either is not known.
  Holding ofOwner(const CXXRecordDecl *Owner) {
    Holding Most = Holding::Nothing;
    anyType(templateArguments(Owner), [&](QualType T) {
      Holding Part = of(T);
      if (Part == Holding::Pointer)
        Part = Holding::Derived;
      Most = std::max({Most, Part, isOpen(T) ? Holding::Derived : Part});
      return false;
    });
    return Most;
  }

  static bool isOpen(QualType T) {
    const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
    return Record && Record->hasDefinition() && Record->isPolymorphic() &&
           !Record->isEffectivelyFinal();
  }

  llvm::DenseMap<const RecordDecl *, Holding> Known;
};

/// Finds a class with a destructor of the user's that holds a reference.
class Ending {
public:
  bool usesReference(QualType T) {
    const CXXRecordDecl *Record =
        T->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (!Record || !Record->hasDefinition() || erasesTypes(Record) ||
        Record->hasTrivialDestructor() || !Seen.insert(Record).second)
      return false;
    if (isKnownAs<OwnerAttr>(T))
      return anyType(templateArguments(Record),
                     [&](QualType Part) { return usesReference(Part); });
    const CXXDestructorDecl *Destructor = Record->getDestructor();
    if (Destructor && Destructor->isUserProvided())
      return holdingOf(T) == Holding::Reference;
    return llvm::any_of(Record->bases(),
                        [&](const CXXBaseSpecifier &Base) {
                          return usesReference(Base.getType());
                        }) ||
           llvm::any_of(Record->fields(), [&](const FieldDecl *Field) {
             return usesReference(Field->getType());
           });
  }

private:
  llvm::SmallPtrSet<const RecordDecl *, 8> Seen;
};

} // namespace

Holding holdingOf(QualType T) { return Holder().of(T); }

bool isLambda(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->isLambda();
}

bool usesReferenceAtEnd(QualType T) { return Ending().usesReference(T); }

bool givesBackArgument(const FunctionDecl *F) {
  switch (F->getBuiltinID()) {
  case Builtin::BIas_const:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
    return true;
  default:
    return false;
  }
}

bool stores(QualType T, QualType Part) {
  T = T.getCanonicalType().getUnqualifiedType();
  if (T == Part.getCanonicalType().getUnqualifiedType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || isKnownAs<PointerAttr>(T))
    return false;
  if (isKnownAs<OwnerAttr>(T))
    return anyType(templateArguments(Record), [&](QualType Owned) {
      return Record->getASTContext().hasSameUnqualifiedType(Owned, Part);
    });
  auto isPart = [&](QualType Of) { return stores(Of, Part); };
  return Record->isCompleteDefinition() &&
         (llvm::any_of(Record->bases(),
                       [&](const CXXBaseSpecifier &Base) {
                         return isPart(Base.getType());
                       }) ||
          llvm::any_of(Record->fields(), [&](const FieldDecl *Field) {
            return isPart(Field->getType());
          }));
}

} // namespace deferc
