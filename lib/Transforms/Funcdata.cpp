//===- Funcdata.cpp - Write what the runtime reads ------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A panic that comes by an open-coded frame must find its deferBits, its
/// environments and its run halves. This pass writes them down, in a section of
/// their own, with inline assembly in the function's entry block:
///
///   .Ldeferc7:
///     .pushsection deferc_funcdata,"ao?",@progbits,.Ldeferc7
///     .long magic; .byte kind, count; .short size
///     .long .Ldeferc7 - .            # a place in the function
///     .long run - .; .long offset    # for each defer, lowest bit first
///     leaq -24(%rbp), %rax           # where the frame is, as machine code
///     .popsection
///
/// Why assembly: only code generation knows where the frame is, and an operand
/// "*m" is the way to be told. Why at the end: inlining moves frames into other
/// functions, and only the physical function has an entry block, a frame and an
/// address. Why the section flags: "o" ties the entry to the function's
/// section, so that it lives and dies with it; "?" puts it into the same COMDAT
/// group. Why the clobbers: with %rsp clobbered, slots are addressed from %rbp,
/// or %rbx in realigned frames, which the unwinder knows; pushes of arguments
/// do not matter. With ~{memory} and no memory attribute, stores to the frame
/// stay.
///
/// A frame that was inlined into a loop or behind a branch has funcdata from
/// the function's first instruction on, so its bits must be zero before its own
/// code begins, and no other slot may share its memory: the pass stores the
/// zeros and drops the lifetime markers. Where frames nest by inlining, the
/// inner one comes first in the section, as its calls are due first.
///
/// See: RecordLayout.def for the format, docs/RuntimeABI.md
///
//===----------------------------------------------------------------------===//

#include "deferc/Transforms/Funcdata.h"
#include "Expansion.h"
#include "FrameLowering.h"
#include "FunctionPrefix.h"
#include "deferc/Contract/Layout.h"
#include "deferc/Contract/Markers.h"
#include "deferc/Contract/RuntimeFunctions.h"
#include "deferc/Contract/Verify.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

using namespace llvm;

namespace deferc {
namespace {

/// The text of one entry, with operands as inline assembly numbers them.
class EntryText {
public:
  EntryText(unsigned Kind, unsigned Count) : OS(Text) {
    OS << ".Ldeferc${:uid}:\n"
       << "\t.pushsection deferc_funcdata,\"ao?\",@progbits,.Ldeferc${:uid}\n"
       << "\t.p2align 2\n"
       << ".Ldeferc_begin${:uid}:\n"
       << "\t.long " << layout::FuncdataMagic << "\n"
       << "\t.byte " << Kind << ", " << Count << "\n"
       << "\t.short .Ldeferc_end${:uid}-.Ldeferc_begin${:uid}\n"
       << "\t.long .Ldeferc${:uid}-.\n";
  }

  void addFunction(unsigned Operand) {
    OS << "\t.long ${" << Operand << ":c}-.\n";
  }
  void addWord(uint64_t Word) { OS << "\t.long " << Word << "\n"; }
  void addAddress(unsigned Operand) {
    OS << "\tleaq $" << Operand << ", %rax\n"
       << "\t.p2align 2, 0x90\n";
  }

  std::string finish() {
    OS << ".Ldeferc_end${:uid}:\n"
       << "\t.popsection";
    return Text;
  }

private:
  std::string Text;
  raw_string_ostream OS;
};

class FuncdataWriter {
public:
  FuncdataWriter(Module &M, bool MoreToCome)
      : M(M), MoreToCome(MoreToCome),
        HasRecords(M.getFunction(getSymbol(Marker::Record))) {}

  bool run() {
    for (Function &F : M) {
      if (F.isDeclaration())
        continue;
      bool Written = writeEntryTable(F);
      Written |= writeFrames(F);
      if (!Written)
        continue;
      Changed = true;
      // The runtime finds a function by its unwind table, also one that cannot
      // unwind.
      if (!F.hasUWTable())
        F.setUWTableKind(UWTableKind::Sync);
      if (!F.hasAvailableExternallyLinkage())
        NeedsRegistration = true;
      if (MoreToCome)
        keepOutOfLine(F);
    }
    if (NeedsRegistration)
      registerSection();
    reportLeftMarkers();
    return Changed;
  }

private:
  void emit(IRBuilder<> &B, std::string Text, ArrayRef<Value *> Operands,
            std::string Constraints, Type *FrameType) {
    SmallVector<Type *> Types;
    for (Value *V : Operands)
      Types.push_back(V->getType());
    auto *Type = FunctionType::get(B.getVoidTy(), Types, false);
    CallInst *Call = B.CreateCall(
        InlineAsm::get(Type, Text, Constraints, /*hasSideEffects=*/true),
        Operands);
    if (FrameType)
      Call->addParamAttr(
          0, Attribute::get(M.getContext(), Attribute::ElementType, FrameType));
    Call->setDoesNotThrow();
  }

  /// From the address of a function that recovers to its other entry.
  bool writeEntryTable(Function &F) {
    Attribute Name = F.getFnAttribute(DeferredEntryAttr);
    if (!Name.isValid())
      return false;
    F.removeFnAttr(DeferredEntryAttr);
    Function *Entry = M.getFunction(Name.getValueAsString());
    if (!Entry || F.hasAvailableExternallyLinkage())
      return false;
    EntryText Text(layout::FuncdataKindEntry, 0);
    Text.addFunction(0);
    LocatedBuilder B(firstAfterAllocas(F));
    emit(B, Text.finish(), {Entry}, "i", nullptr);
    return true;
  }

  bool writeFrames(Function &F) {
    if (!HasRecords)
      return false;
    // In reverse post-order, an outer frame's marker comes before the markers
    // of what is inlined into it. Unrolling and threading may have copied a
    // marker.
    MapVector<Value *, SmallVector<MarkRecord *>> Frames;
    ReversePostOrderTraversal<Function *> Order(&F);
    for (BasicBlock *BB : Order)
      for (Instruction &I : *BB)
        if (auto *Mark = dyn_cast<MarkRecord>(&I))
          Frames[Mark->getFrame()->stripPointerCasts()].push_back(Mark);
    // Blocks that cannot be reached are not in that order.
    for (BasicBlock &BB : F)
      for (Instruction &I : make_early_inc_range(BB))
        if (auto *Mark = dyn_cast<MarkRecord>(&I))
          if (!is_contained(Frames[Mark->getFrame()->stripPointerCasts()],
                            Mark))
            Mark->eraseFromParent();
    Frames.remove_if([](const auto &Entry) { return Entry.second.empty(); });
    if (Frames.empty())
      return false;

    SmallVector<Function *> KeepApart;
    for (auto &[Frame, Marks] : Frames)
      for (User *U : make_early_inc_range(Frame->users()))
        if (auto *I = dyn_cast<Instruction>(U); I && I->isLifetimeStartOrEnd())
          I->eraseFromParent();
    Instruction *Start = firstAfterAllocas(F);
    for (auto &[Frame, Marks] : reverse(Frames)) {
      auto *Slot = dyn_cast<AllocaInst>(Frame);
      if (!Slot || !Slot->isStaticAlloca()) {
        M.getContext().diagnose(DiagnosticInfoGenericWithLoc(
            "deferc: the frame of an open-coded defer is not a fixed slot", F,
            DiagnosticLocation(Marks.front()->getDebugLoc()), DS_Error));
        continue;
      }
      writeFrame(*Slot, *Marks.front(), Start);
      MarkRecord &Mark = *Marks.front();
      for (unsigned I = 0; I != Mark.getDeferCount(); ++I)
        if (Mark.getRunHalf(I)->hasFnAttribute(PanickingDiffersAttr))
          KeepApart.push_back(Mark.getRunHalf(I));
    }
    for (auto &[Frame, Marks] : Frames)
      for (MarkRecord *Mark : Marks)
        Mark->eraseFromParent();
    if (!KeepApart.empty())
      addPrefix(F, KeepApart);
    return true;
  }

  /// Whether the entry block stores the zeros before anything can unwind, as it
  /// does for the function's own frame.
  static bool isClearedFirst(const AllocaInst &Slot) {
    for (const Instruction &I : *Slot.getParent()) {
      if (auto *Call = dyn_cast<CallBase>(&I); Call && !Call->doesNotThrow())
        return false;
      if (auto *Store = dyn_cast<StoreInst>(&I))
        if (Store->getPointerOperand() == &Slot && Store->isVolatile())
          return match(Store->getValueOperand(), PatternMatch::m_Zero());
    }
    return false;
  }

  void writeFrame(AllocaInst &Slot, MarkRecord &Mark, Instruction *Start) {
    LocatedBuilder B(Start);
    if (!isClearedFirst(Slot))
      B.CreateStore(B.getInt8(0), &Slot, /*isVolatile=*/true);

    unsigned Count = Mark.getDeferCount();
    EntryText Text(layout::FuncdataKindOpenCoded, Count);
    SmallVector<Value *> Operands = {&Slot};
    std::string Constraints = "*m";
    for (unsigned I = 0; I != Count; ++I) {
      Text.addFunction(Operands.size());
      Text.addWord(Mark.getEnvOffset(I));
      Operands.push_back(Mark.getRunHalf(I));
      Constraints += ",i";
    }
    Text.addAddress(0);
    Constraints += ",~{rsp},~{memory},~{dirflag},~{fpsr},~{flags}";
    emit(B, Text.finish(), Operands, Constraints, Slot.getAllocatedType());
  }

  GlobalVariable *getBound(const char *Name) {
    if (auto *Known = M.getNamedGlobal(Name))
      return Known;
    auto *Bound = new GlobalVariable(
        M, Type::getInt8Ty(M.getContext()), /*isConstant=*/true,
        GlobalValue::ExternalWeakLinkage, nullptr, Name);
    Bound->setVisibility(GlobalValue::HiddenVisibility);
    return Bound;
  }

  Function *createHook(const char *Name, RuntimeFn Callee) {
    LLVMContext &C = M.getContext();
    Function *Hook = Function::createWithDefaultAttr(
        FunctionType::get(Type::getVoidTy(C), false),
        GlobalValue::LinkOnceODRLinkage, 0, Name, &M);
    Hook->setVisibility(GlobalValue::HiddenVisibility);
    Hook->setDSOLocal(true);
    Hook->setDoesNotThrow();
    IRBuilder<> B(BasicBlock::Create(C, "entry", Hook));
    B.CreateCall(getOrInsertRuntimeFn(M, Callee),
                 {getBound("__start_deferc_funcdata"),
                  getBound("__stop_deferc_funcdata")});
    B.CreateRetVoid();
    return Hook;
  }

  /// One pair of hooks for each executable or shared object, whatever the
  /// number of modules: all of them are in one COMDAT group.
  void registerSection() {
    constexpr char Name[] = "__deferc_registerdso";
    constexpr int First = 0; // Before any constructor of the program.
    if (M.getFunction(Name))
      return;
    Comdat *Group = M.getOrInsertComdat(Name);
    Function *Enter = createHook(Name, RuntimeFn::RegisterFuncdata);
    Function *Leave =
        createHook("__deferc_unregisterdso", RuntimeFn::UnregisterFuncdata);
    for (Function *Hook : {Enter, Leave})
      Hook->setComdat(Group);
    appendToGlobalCtors(M, Enter, First, Enter);
    appendToGlobalDtors(M, Leave, First, Enter);
  }

  /// The attribute of their declarations says so at code generation, but clang
  /// is silent there about calls that it did not write itself.
  void reportLeftMarkers() {
    for (Function &F : M)
      if (getMarker(F))
        for (User *U : F.users())
          if (auto *Call = dyn_cast<CallBase>(U))
            M.getContext().diagnose(DiagnosticInfoGenericWithLoc(
                "deferc: `" + F.getName() +
                    "` is left after the lowering; the function breaks the IR "
                    "contract, or only a part of deferc's passes ran",
                *Call->getFunction(), DiagnosticLocation(Call->getDebugLoc()),
                DS_Error));
  }

  Module &M;
  bool MoreToCome;
  bool HasRecords;
  bool Changed = false;
  bool NeedsRegistration = false;
};

} // namespace

PreservedAnalyses FuncdataPass::run(Module &M, ModuleAnalysisManager &) {
  if (isRefused(M))
    return PreservedAnalyses::all();
  return FuncdataWriter(M, MoreToCome).run() ? PreservedAnalyses::none()
                                             : PreservedAnalyses::all();
}

} // namespace deferc
