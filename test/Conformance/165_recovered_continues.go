// 165_recovered_continues: after recover the deferred function keeps running before its frame is left
package main

import (
	"fmt"
)

func f() (r string) {
	r = "a"
	defer func() { r += "d" }()
	defer func() {
		x := recover()
		fmt.Println("recovered", x)
		for i := 0; i < 2; i++ {
			defer func() { r += "c" }()
		}
		r += "b"
		fmt.Println("still here", r)
	}()
	panic(1)
}

func main() { fmt.Println(f()) }
