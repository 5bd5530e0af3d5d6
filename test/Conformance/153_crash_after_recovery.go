// 153_crash_after_recovery: crash: after a recovery is complete a later panic is alone in the report
package main

import (
	"fmt"
)

func f() (r int) {
	defer func() {
		recover()
		r = 1
	}()
	defer func() { panic("two") }()
	panic("one")
}

func main() {
	defer fmt.Println("main defer")
	fmt.Println(f())
	panic("three")
}
