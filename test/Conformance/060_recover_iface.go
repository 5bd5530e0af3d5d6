// 060_recover_iface: recover in methods deferred through an interface, with pointer and value receivers
package main

import (
	"fmt"
)

type Handler interface{ Handle(tag string) }

type A struct{ n int }
type B struct{ s string }

func (a *A) Handle(tag string) { fmt.Println(tag, "A", a.n, recover()) }
func (b B) Handle(tag string)  { fmt.Println(tag, "B", b.s, recover()) }

func f(h Handler) {
	defer h.Handle("via interface")
	panic("x")
}

func main() {
	f(&A{4})
	f(B{"bee"})
}
