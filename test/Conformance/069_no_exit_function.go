// 069_no_exit_function: a function that never returns normally still runs its defers on a panic
package main

import (
	"fmt"
)

var n int

func tick() {
	n++
	if n == 5 {
		panic("five")
	}
}

func forever() {
	defer fmt.Println("forever's defer")
	for {
		tick()
	}
}

func always() (r int) {
	defer func() { r = recover().(int) }()
	panic(17)
}

func run() {
	defer func() { fmt.Println("recovered", recover(), n) }()
	forever()
}

func main() {
	run()
	fmt.Println(always())
}
