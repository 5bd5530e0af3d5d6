// 084_recover_old_in_new: three panics deep, each recovered at its own level, innermost first
package main

import (
	"fmt"
)

func f() {
	defer func() { fmt.Println("one?", recover()) }()
	defer func() {
		defer func() { fmt.Println("two?", recover()) }()
		defer func() {
			defer func() { fmt.Println("three?", recover()) }()
			panic("three")
		}()
		panic("two")
	}()
	panic("one")
}

func main() { f() }
