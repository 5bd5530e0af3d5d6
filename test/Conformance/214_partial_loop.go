// 214_partial_loop: a loop whose argument panics half way: the calls registered so far run
package main

import (
	"fmt"
)

func arg(i int) int {
	if i == 3 {
		panic(fmt.Sprint("argument ", i))
	}
	return i * 10
}

func show(v int) { fmt.Println("v", v) }

func f() {
	defer func() { fmt.Println("recovered", recover()) }()
	for i := 0; i < 10; i++ {
		defer show(arg(i))
	}
	fmt.Println("not reached")
}

func main() { f() }
