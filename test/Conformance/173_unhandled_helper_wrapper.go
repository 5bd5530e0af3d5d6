// 173_unhandled_helper_wrapper: a helper that recovers, called by a deferred function with an argument or result, gets nil
package main

import (
	"fmt"
)

func helper() bool { return recover() != nil }

func withArgument(n int) { fmt.Println("argument", n, helper()) }

func withResult() bool {
	b := helper()
	fmt.Println("result", b)
	return b
}

func f() {
	defer func() { fmt.Println("f got", recover()) }()
	defer withResult()
	defer withArgument(1)
	panic("p")
}

func main() { f() }
