// 057_recover_nested_deferred: a closure deferred by the deferred function and run on its normal return cannot recover
package main

import (
	"fmt"
)

func f() {
	defer func() { fmt.Println("older got", recover()) }()
	defer func() {
		defer func() { fmt.Println("nested sees nil:", recover() == nil) }()
		fmt.Println("deferred runs")
	}()
	panic("p")
}

func main() { f() }
