// 186_steps: nested recover and re-panic in three levels, counted step by step
package main

import (
	"fmt"
)

var step int

func at(n int) {
	step++
	if step != n {
		fmt.Println("wrong step", step, n)
	}
}

func f() {
	at(1)
	defer func() {
		at(9)
		fmt.Println("outermost", recover())
		at(10)
	}()
	defer func() {
		at(3)
		defer func() {
			at(5)
			defer func() {
				at(7)
				fmt.Println("innermost", recover())
				at(8)
			}()
			at(6)
			panic(3)
		}()
		at(4)
		defer func() {
			// runs first, on top of panic 2
		}()
		panic(2)
	}()
	defer func() { at(2) }()
	defer func() {
		defer func() { recover() }()
	}()
	step0()
}

func step0() { panic(1) }

func main() {
	defer func() { fmt.Println("main", recover(), step) }()
	f()
}
