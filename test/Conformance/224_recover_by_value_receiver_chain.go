// 224_recover_by_value_receiver_chain: a chain of calls in the operand: only the last one is deferred and may recover
package main

import (
	"fmt"
)

type S struct{ n int }

func (s *S) Add(k int) *S {
	fmt.Println("add", k, "recover nil:", recover() == nil)
	return &S{s.n + k}
}
func (s *S) Catch() { fmt.Println("catch", s.n, recover()) }

func f() {
	s := &S{1}
	defer s.Add(1).Add(2).Catch()
	s.n = 100
	panic("chain")
}

func main() { f() }
