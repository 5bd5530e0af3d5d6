// 051_recover_no_panic: recover without a panic returns nil, in plain code and in a deferred call
package main

import (
	"fmt"
)

func f() int {
	defer func() { fmt.Println("deferred:", recover() == nil) }()
	fmt.Println("plain:", recover() == nil)
	return 3
}

func main() {
	fmt.Println(f())
	fmt.Println("main:", recover())
}
