// RUN: %deferc -### -fdefer-policy=extended -c %s 2>&1 | FileCheck %s
// RUN: %deferc -### -fdefer-policy=go -c %s 2>&1 | FileCheck --check-prefix=GO %s
// RUN: not %deferc -fdefer-policy=fast -c %s 2>&1 | FileCheck --check-prefix=BAD %s
//
// Intent: the policy reaches the passes, Go's is theirs by default, and any other
// word is an error that names the two.
//
// CHECK: "-mllvm" "-defer-policy=extended"
// GO-NOT: defer-policy
// BAD: deferc: error: invalid value 'fast' in '-fdefer-policy=fast'; the policies are 'go' and 'extended'
