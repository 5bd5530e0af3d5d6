// RUN: %deferc -### -fdefer-policy=extended -c %s 2>&1 | FileCheck %s
// RUN: %deferc -### -fdefer-policy=go -c %s 2>&1 | FileCheck --check-prefix=GO %s
// RUN: not %deferc -fdefer-policy=fast -c %s 2>&1 | FileCheck --check-prefix=BAD %s
// RUN: %deferc -### -fbasic-block-sections=all -c %s 2>&1 | FileCheck --check-prefix=SPLIT %s
// RUN: %deferc -### -fsplit-machine-functions -c %s 2>&1 | FileCheck --check-prefix=SPLIT %s
// RUN: %deferc -### -fbasic-block-sections=all -fbasic-block-sections=none -c %s 2>&1 | \
// RUN:   FileCheck --check-prefix=WHOLE %s
//
// Intent: the policy reaches the passes, Go's is theirs by default, and any other
// word is an error that names the two. Passes are told when code will be split.
//
// CHECK: "-mllvm" "-defer-policy=extended"
// GO-NOT: defer-policy
// SPLIT: "-mllvm" "-defer-split-code"
// WHOLE-NOT: defer-split-code
// BAD: deferc: error: invalid value 'fast' in '-fdefer-policy=fast'; the policies are 'go' and 'extended'
