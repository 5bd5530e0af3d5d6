// 177_defer_after_recovery: defers registered after a callee recovered work as ever, open-coded and in loops
package main

import (
	"fmt"
)

func safe(n int) {
	defer func() { recover() }()
	if n > 0 {
		panic(n)
	}
}

func show(s string, i int) { fmt.Println(s, i) }

func f() {
	safe(1)
	defer show("f", 1)
	safe(1)
	for i := 0; i < 2; i++ {
		safe(i)
		defer show("f loop", i)
	}
	safe(1)
	defer show("f", 2)
	safe(0)
}

func main() {
	defer func() { fmt.Println("nothing left:", recover()) }()
	f()
}
