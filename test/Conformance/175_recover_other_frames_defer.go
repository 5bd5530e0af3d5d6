// 175_recover_other_frames_defer: a deferred function's callee that defers a recovering function does not see the panic
package main

import (
	"fmt"
)

func catch(tag string) { fmt.Println(tag, recover()) }

func callee() {
	defer catch("callee's")
	fmt.Println("callee")
}

func f() {
	defer catch("f's")
	defer func() { callee() }()
	panic("p")
}

func main() { f() }
