// 235_crash_no_newline: crash: what stdout holds without a newline is there before the report
package main

import (
	"fmt"
)

func main() {
	fmt.Print("no newline ")
	defer fmt.Print("deferred ")
	panic("x")
}
