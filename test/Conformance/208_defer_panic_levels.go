// 208_defer_panic_levels: defers that defer panics, several levels deep, in plain and in loop frames
package main

import (
	"fmt"
)

func f() {
	defer func() { fmt.Println("f got", recover()) }()
	defer func() {
		defer func() {
			defer func() { fmt.Println("level 2 got", recover()) }()
			defer panic(3)
			panic(2)
		}()
		defer func() { fmt.Println("level 1 got", recover()) }()
		panic(1)
	}()
	fmt.Println("body f")
}

func g() {
	defer func() { fmt.Println("g got", recover()) }()
	for i := 0; i < 2; i++ {
		defer func() {
			defer panic("late")
			fmt.Println("g got", recover())
		}()
	}
	panic("early")
}

func main() {
	f()
	g()
}
