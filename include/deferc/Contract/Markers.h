//===- Markers.h - The markers as LLVM sees them ----------------*- C++ -*-===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Markers.def in code: one enumerator and one typed wrapper for each marker,
/// and functions that declare and recognise markers. A wrapper is a view of a
/// call or an invoke, as IntrinsicInst's classes are; cast<>, isa<> and
/// dyn_cast<> work.
///
/// The wrappers rely on what the verifier checks, such as operands that are
/// constants. Call verifyContract() first on IR of unknown origin.
///
/// See: docs/IRContract.md
///
//===----------------------------------------------------------------------===//

#ifndef DEFERC_CONTRACT_MARKERS_H
#define DEFERC_CONTRACT_MARKERS_H

#include "llvm/IR/Constants.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include <optional>

namespace deferc {

enum class Marker {
#define DEFERC_MARKER(Id, Symbol, Result, Params, Rule) Id,
#include "deferc/Contract/Markers.def"
};

/// The attribute of a function whose source calls recover().
inline constexpr char RecoversAttr[] = "deferc-recovers";
/// On such a function, the name of its deferred entry point. Only functions
/// whose address the runtime may be asked about have this attribute.
inline constexpr char DeferredEntryAttr[] = "deferc-deferred-entry";
/// The attribute of a function that only forwards its call to another one, such
/// as a C++ thunk. To recover(), the caller of a forwarder has called the other
/// function directly.
inline constexpr char ForwardsAttr[] = "deferc-forwards";
/// The attribute of a deferred entry point.
inline constexpr char IsDeferredEntryAttr[] = "deferc-is-deferred-entry";
/// The attribute of a run half that behaves differently for a panicking caller.
inline constexpr char PanickingDiffersAttr[] = "deferc-panicking-differs";

llvm::StringRef getSymbol(Marker Id);
/// The paragraph of docs/IRContract.md.
unsigned getRule(Marker Id);
llvm::FunctionType *getType(Marker Id, llvm::LLVMContext &Context);

/// Declares the marker with its attributes. A declaration that exists already
/// gets them, too.
llvm::FunctionCallee getOrInsertMarker(llvm::Module &M, Marker Id);

/// The marker of this name, if there is one.
std::optional<Marker> getMarker(llvm::StringRef Name);
/// The marker that the function is, if it is one.
std::optional<Marker> getMarker(const llvm::Function &F);
/// The marker that the value calls, if it is a call of one.
std::optional<Marker> getMarker(const llvm::Value &V);

/// A call or an invoke of any marker.
class MarkerCall : public llvm::CallBase {
public:
  MarkerCall() = delete;
  MarkerCall(const MarkerCall &) = delete;
  MarkerCall &operator=(const MarkerCall &) = delete;

  static bool classof(const llvm::Value *V) {
    return getMarker(*V).has_value();
  }

  Marker getId() const { return *getMarker(*this); }

protected:
  uint64_t getConstant(unsigned Operand) const {
    return llvm::cast<llvm::ConstantInt>(getArgOperand(Operand))
        ->getZExtValue();
  }
};

template <Marker Id> class MarkerCallOf : public MarkerCall {
public:
  static bool classof(const llvm::Value *V) { return getMarker(*V) == Id; }
};

/// A marker whose first operand is the frame.
template <Marker Id> class FramedMarker : public MarkerCallOf<Id> {
public:
  llvm::Value *getFrame() const { return this->getArgOperand(0); }
};

class MarkFrame : public MarkerCallOf<Marker::Frame> {
public:
  /// The number of explicit returns, -1 when the frontend does not know.
  int64_t getReturnCount() const {
    return llvm::cast<llvm::ConstantInt>(getArgOperand(0))->getSExtValue();
  }
};

enum class ResultKind { Unnamed = 0, Named = 1, NoZero = 2 };

class MarkResult : public FramedMarker<Marker::Result> {
public:
  llvm::Value *getSlot() const { return getArgOperand(1); }
  uint64_t getSize() const { return getConstant(2); }
  ResultKind getKind() const { return ResultKind(getConstant(3)); }
};

enum class Repeat { Never = 0, Yes = 1, Unknown = 2 };

class MarkEnv : public FramedMarker<Marker::Env> {
public:
  uint64_t getSize() const { return getConstant(1); }
  llvm::Align getAlign() const { return llvm::Align(getConstant(2)); }
  Repeat getRepeat() const { return Repeat(getConstant(3)); }
};

class MarkDefer : public FramedMarker<Marker::Defer> {
public:
  MarkEnv *getEnv() const { return llvm::cast<MarkEnv>(getArgOperand(1)); }
  llvm::Function *getRunHalf() const {
    return llvm::cast<llvm::Function>(getArgOperand(2)->stripPointerCasts());
  }
  unsigned getSegment() const { return getConstant(3); }
};

class MarkExit : public FramedMarker<Marker::Exit> {
public:
  unsigned getSegment() const { return getConstant(1); }
};

class MarkUnwind : public FramedMarker<Marker::Unwind> {
public:
  unsigned getSegment() const { return getConstant(1); }
  llvm::Value *getException() const { return getArgOperand(2); }
};

using MarkCaught = FramedMarker<Marker::Caught>;
using MarkToken = MarkerCallOf<Marker::Token>;

class MarkEntry : public MarkerCallOf<Marker::Entry> {
public:
  llvm::Value *getCallee() const { return getArgOperand(0); }
  llvm::Value *getPanicking() const { return getArgOperand(1); }
};

class MarkBox : public FramedMarker<Marker::Box> {
public:
  llvm::Value *getSize() const { return getArgOperand(1); }
  llvm::Align getAlign() const { return llvm::Align(getConstant(2)); }
  /// Null when each execution gets a new box.
  llvm::Value *getTaken() const {
    llvm::Value *Taken = getArgOperand(3);
    return llvm::isa<llvm::ConstantPointerNull>(Taken) ? nullptr : Taken;
  }
};

class MarkFuncdata : public FramedMarker<Marker::Funcdata> {
public:
  unsigned getDeferCount() const { return getConstant(1); }
  llvm::Function *getRunHalf(unsigned Bit) const {
    return llvm::dyn_cast<llvm::Function>(
        getArgOperand(2 + 2 * Bit)->stripPointerCasts());
  }
  uint64_t getEnvOffset(unsigned Bit) const { return getConstant(3 + 2 * Bit); }
};

} // namespace deferc

#endif // DEFERC_CONTRACT_MARKERS_H
