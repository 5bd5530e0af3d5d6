// 129_crash_recovered_inner: crash: a panic recovered in flight, then two more on top of it
package main

import (
	"fmt"
)

func main() {
	defer func() {
		defer func() { panic("three") }()
		fmt.Println("got", recover())
		panic("two")
	}()
	panic("one")
}
