// 003_closure_reads_late: a deferred closure captures variables by reference and reads them when it runs
package main

import (
	"fmt"
)

func main() {
	x := 1
	s := "old"
	defer func() { fmt.Println("x", x, "s", s) }()
	defer func() { x = x * 2 }()
	x = 21
	s = "new"
	fmt.Println("body", x, s)
}
