// 248_crash_fault_in_deferred: crash: a panic, then a division by zero in a deferred call
package main

import (
	"fmt"
)

func main() {
	zero := 0
	defer func() { fmt.Println(1 / zero) }()
	panic("first")
}
