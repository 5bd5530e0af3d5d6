// 234_crash_after_recovered_frame: crash: an older defer of the recovered frame panics: alone in the report
package main

import (
	"fmt"
)

func f() {
	defer func() { panic("late") }()
	defer func() { recover() }()
	panic("early")
}

func main() {
	defer fmt.Println("main defer")
	f()
}
