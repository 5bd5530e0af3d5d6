// 209_defer_not_lost: defers are not lost after nested recovered panics in an earlier call
package main

import (
	"fmt"
)

func nested() {
	defer func() { recover() }()
	defer func() {
		defer func() { recover() }()
		panic(2)
	}()
	panic(1)
}

func main() {
	defer fmt.Println("4")
	nested()
	fmt.Println("1")
	func() {
		defer fmt.Println("3")
		nested()
		fmt.Println("2")
	}()
}
