// 178_two_recovers_two_panics: a frame whose deferred calls panic in turn, each recovered by the next
package main

import (
	"fmt"
)

func f() (r string) {
	defer func() {
		x := recover()
		fmt.Println("last got", x)
		r += "!"
	}()
	defer func() { panic("c") }()
	defer func() { fmt.Println("third got", recover()) }()
	defer func() { panic("b") }()
	defer func() { fmt.Println("first got", recover()) }()
	r = "kept"
	panic("a")
}

func main() { fmt.Println(f()) }
