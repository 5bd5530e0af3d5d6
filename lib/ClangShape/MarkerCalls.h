//===- MarkerCalls.h - Closure markers as LLVM sees them --------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// ClosureMarkers.def in IR: a typed view of the calls of each marker, as
/// IntrinsicInst's classes are, with a getter for each operand. For the begin
/// marker, for instance:
///
///   class ClangBegin : public ClosureMarkerCall {
///     uint64_t getSegment() const, getFlags() const, getSize() const;
///   };
///
/// cast<>, isa<> and dyn_cast<> work. The getters read what ShapeVerifier.h has
/// checked.
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_LIB_CLANGSHAPE_MARKERCALLS_H
#define DEFERC_LIB_CLANGSHAPE_MARKERCALLS_H

#include "deferc/ClangShape/ClosureMarkers.h"

#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

namespace deferc {

/// The number of the marker's paragraph in docs/Passes.md.
unsigned getRule(ClosureMarker Id);
llvm::FunctionType *getType(ClosureMarker Id, llvm::LLVMContext &Context);
llvm::FunctionCallee getOrInsertMarker(llvm::Module &M, ClosureMarker Id);

/// The marker that the value calls, if it is a call of one.
std::optional<ClosureMarker> getClosureMarker(const llvm::Value &V);

/// A call or an invoke of any closure marker.
class ClosureMarkerCall : public llvm::CallBase {
public:
  ClosureMarkerCall() = delete;
  ClosureMarkerCall(const ClosureMarkerCall &) = delete;
  ClosureMarkerCall &operator=(const ClosureMarkerCall &) = delete;

  static bool classof(const llvm::Value *V) {
    return getClosureMarker(*V).has_value();
  }
  ClosureMarker getId() const { return *getClosureMarker(*this); }

protected:
  uint64_t getConstant(unsigned Operand) const {
    return llvm::cast<llvm::ConstantInt>(getArgOperand(Operand))
        ->getZExtValue();
  }
  llvm::AllocaInst *getVariable(unsigned Operand) const {
    return llvm::cast<llvm::AllocaInst>(
        getArgOperand(Operand)->stripPointerCasts());
  }
};

/// The operands' numbers.
#define DEFERC_OPERAND(Word, Name) Name,
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  struct Id##Operand {                                                         \
    enum : unsigned { Operands OperandCount };                                 \
  };
#include "deferc/ClangShape/ClosureMarkers.def"

#define DEFERC_GET_Number(Name)                                                \
  uint64_t get##Name() const { return getConstant(Operand::Name); }
#define DEFERC_GET_Bytes(Name) DEFERC_GET_Number(Name)
#define DEFERC_GET_Count(Name) DEFERC_GET_Ptr(Name)
#define DEFERC_GET_Ptr(Name)                                                   \
  llvm::Value *get##Name() const { return getArgOperand(Operand::Name); }
#define DEFERC_GET_Variable(Name)                                              \
  llvm::AllocaInst *get##Name() const { return getVariable(Operand::Name); }
#define DEFERC_OPERAND(Word, Name) DEFERC_GET_##Word(Name)
#define DEFERC_CLOSURE_MARKER(Id, Symbol, Result, Operands, Rule)              \
  class Clang##Id : public ClosureMarkerCall {                                 \
  public:                                                                      \
    using Operand = Id##Operand;                                               \
    static bool classof(const llvm::Value *V) {                                \
      return getClosureMarker(*V) == ClosureMarker::Id;                        \
    }                                                                          \
    Operands                                                                   \
  };
#include "deferc/ClangShape/ClosureMarkers.def"
#undef DEFERC_GET_Number
#undef DEFERC_GET_Bytes
#undef DEFERC_GET_Count
#undef DEFERC_GET_Ptr
#undef DEFERC_GET_Variable

/// The calls of one marker in \p F, in the order of its blocks. The list stays
/// valid while calls are erased.
template <typename Call>
llvm::SmallVector<Call *, 4> findAll(llvm::Function &F) {
  llvm::SmallVector<Call *, 4> Found;
  for (llvm::Instruction &I : llvm::instructions(F))
    if (auto *Marker = llvm::dyn_cast<Call>(&I))
      Found.push_back(Marker);
  return Found;
}

/// The first call of one marker in \p F, or null.
template <typename Call, typename FunctionT> Call *findFirst(FunctionT &F) {
  for (auto &I : llvm::instructions(F))
    if (auto *Marker = llvm::dyn_cast<Call>(&I))
      return Marker;
  return nullptr;
}

} // namespace deferc

#endif // DEFERC_LIB_CLANGSHAPE_MARKERCALLS_H
