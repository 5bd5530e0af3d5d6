// 244_two_frames_recover_each: panics recovered in two frames, one inside the other's deferred call
package main

import (
	"fmt"
)

func inner(tag string) (r string) {
	defer func() { r = fmt.Sprint(tag, " ", recover()) }()
	panic("inner")
}

func outer() (r string) {
	defer func() {
		s := inner("from deferred")
		r = fmt.Sprint(r, ", ", s, ", ", recover())
	}()
	r = inner("from body")
	panic("outer")
}

func main() { fmt.Println(outer()) }
