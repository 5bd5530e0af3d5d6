// 184_defer_panics_each_frame: every frame's deferred call replaces the panic; recover at the top gets the last
package main

import (
	"fmt"
)

func f(n int) {
	defer func() {
		fmt.Println("replacing at", n)
		panic(n)
	}()
	if n == 0 {
		panic("start")
	}
	f(n - 1)
}

func main() {
	defer func() { fmt.Println("again nil:", recover() == nil) }()
	defer func() { fmt.Println("got", recover()) }()
	f(3)
}
