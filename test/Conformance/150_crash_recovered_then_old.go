// 150_crash_recovered_then_old: crash: the second is recovered inside a deferred call, a third is raised by an older defer
package main

import (
	"fmt"
)

func main() {
	defer func() { panic("three") }()
	defer func() {
		defer func() { fmt.Println("got", recover()) }()
		panic("two")
	}()
	panic("one")
}
