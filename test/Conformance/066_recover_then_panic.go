// 066_recover_then_panic: recover first, then panic in the same deferred call: an older defer of the frame gets the second
package main

import (
	"fmt"
)

func f() (r int) {
	defer func() {
		fmt.Println("older got", recover())
		r = 2
	}()
	defer func() {
		fmt.Println("newer got", recover())
		panic("second")
	}()
	panic("first")
}

func main() { fmt.Println(f()) }
