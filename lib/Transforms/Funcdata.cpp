//===- Funcdata.cpp - Write what the runtime reads ------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A panic must find the deferBits, environments and run halves of an
/// open-coded frame. This pass describes them in a section of its own, with
/// inline assembly in the function's entry block:
///
///   .Ldeferc7:
///     .pushsection deferc_funcdata,"ao?",@progbits,.Ldeferc7
///     .long magic; .byte kind, count; .short size
///     .long .Ldeferc7 - .            # a place in the function
///     .long run - .; .long offset    # for each defer, lowest bit first
///     leaq -24(%rbp), %rax           # where the frame is, as machine code
///     .popsection
///
/// Assembly is used because only code generation knows where the frame's slot
/// is; an operand "*m" tells. The pass comes last because inlining moves
/// open-coded frames into other functions. The section flag "o" ties the
/// descriptor to the function's section, so that the linker keeps or drops
/// both; "?" puts it into the same COMDAT group. With %rsp clobbered, slots are
/// addressed by %rbp, or by %rbx in realigned stack frames; the unwinder
/// restores both, and arguments that are pushed do not matter. With ~{memory}
/// and no memory attribute, LLVM keeps the stores to the frame.
///
/// When an open-coded frame was inlined into a loop or behind a branch, its
/// descriptor holds from the function's first instruction on. So the pass
/// stores zero into its bits in the entry block, and drops the lifetime markers
/// of its slot, which could share memory with another slot. Of frames that nest
/// by inlining, the inner one comes first in the section: its calls are due
/// first.
///
/// See: Layout.def for the format, docs/RuntimeABI.md
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

/// The text of one descriptor, with operands as inline assembly numbers them.
class DescriptorText {
public:
  DescriptorText(unsigned Kind, unsigned Count) : OS(Text) {
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
        HasFrames(M.getFunction(getSymbol(Marker::Funcdata))) {}

  bool run() {
    for (Function &F : M) {
      if (F.isDeclaration())
        continue;
      bool Written = writeDeferredEntry(F);
      Written |= writeFrames(F);
      if (!Written)
        continue;
      Changed = true;
      // The runtime finds a function by its unwind table, even when the
      // function cannot unwind.
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

  /// Describes a function that recovers: its deferred entry point.
  bool writeDeferredEntry(Function &F) {
    Attribute Name = F.getFnAttribute(DeferredEntryAttr);
    if (!Name.isValid())
      return false;
    F.removeFnAttr(DeferredEntryAttr);
    Function *Entry = M.getFunction(Name.getValueAsString());
    if (!Entry || F.hasAvailableExternallyLinkage())
      return false;
    DescriptorText Text(layout::FuncdataKindRecovers, 0);
    Text.addFunction(0);
    LocatedBuilder B(firstAfterAllocas(F));
    emit(B, Text.finish(), {Entry}, "i", nullptr);
    return true;
  }

  bool writeFrames(Function &F) {
    if (!HasFrames)
      return false;
    // In reverse post-order, the marker of an outer frame comes before the
    // markers of frames that were inlined into it. Unrolling and jump threading
    // may have copied a marker.
    MapVector<Value *, SmallVector<MarkFuncdata *>> Frames;
    ReversePostOrderTraversal<Function *> Order(&F);
    for (BasicBlock *BB : Order)
      for (Instruction &I : *BB)
        if (auto *Mark = dyn_cast<MarkFuncdata>(&I))
          Frames[Mark->getFrame()->stripPointerCasts()].push_back(Mark);
    // Unreachable blocks are not in that order.
    for (BasicBlock &BB : F)
      for (Instruction &I : make_early_inc_range(BB))
        if (auto *Mark = dyn_cast<MarkFuncdata>(&I))
          if (!is_contained(Frames[Mark->getFrame()->stripPointerCasts()],
                            Mark))
            Mark->eraseFromParent();
    Frames.remove_if([](const auto &Pair) { return Pair.second.empty(); });
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
      MarkFuncdata &Mark = *Marks.front();
      for (unsigned I = 0; I != Mark.getDeferCount(); ++I)
        if (Mark.getRunHalf(I)->hasFnAttribute(PanickingDiffersAttr))
          KeepApart.push_back(Mark.getRunHalf(I));
    }
    for (auto &[Frame, Marks] : Frames)
      for (MarkFuncdata *Mark : Marks)
        Mark->eraseFromParent();
    if (!KeepApart.empty())
      addPrefix(F, KeepApart);
    return true;
  }

  /// Whether the entry block zeroes the bits before anything can unwind, as it
  /// does for a frame that was not inlined.
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

  void writeFrame(AllocaInst &Slot, MarkFuncdata &Mark, Instruction *Start) {
    LocatedBuilder B(Start);
    if (!isClearedFirst(Slot))
      B.CreateStore(B.getInt8(0), &Slot, /*isVolatile=*/true);

    unsigned Count = Mark.getDeferCount();
    DescriptorText Text(layout::FuncdataKindOpenCoded, Count);
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

  /// Every module has the hooks, in one COMDAT group; so an executable or
  /// shared object has one pair, whatever its number of modules.
  void registerSection() {
    constexpr char Name[] = "__deferc_registerdso";
    constexpr int First = 0; // The priority before all constructors.
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

  /// The declarations' attribute `dontcall-error` should report such markers at
  /// code generation, but clang is silent about calls that it did not write.
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
  bool HasFrames;
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
