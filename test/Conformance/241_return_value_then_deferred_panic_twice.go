// 241_return_value_then_deferred_panic_twice: after return two deferred calls panic and are recovered; the value stays
package main

import (
	"fmt"
)

func f() int {
	defer func() { fmt.Println("second", recover()) }()
	defer func() { panic("b") }()
	defer func() { fmt.Println("first", recover()) }()
	defer func() { panic("a") }()
	return 9
}

func g() (r int) {
	defer func() { r++ }()
	defer func() { recover(); r *= 10 }()
	defer func() { r++; panic(r) }()
	return 4
}

func main() { fmt.Println(f(), g()) }
