// 187_crash_in_loop_frame: crash out of a loop of defers, through a frame that recovers another panic on the way
package main

import (
	"fmt"
)

func noisy(i int) { fmt.Println("noisy", i) }

func safe() {
	defer func() { fmt.Println("safe got", recover()) }()
	panic("inside")
}

func f() {
	for i := 0; i < 3; i++ {
		defer noisy(i)
	}
	defer safe()
	panic("out")
}

func main() {
	for i := 10; i < 12; i++ {
		defer noisy(i)
	}
	f()
}
