// 063_recover_in_expression: recover counts as direct in an argument, a condition and an assignment
package main

import (
	"fmt"
)

func id(x interface{}) interface{} { return x }

func f(k int) (r string) {
	defer func() {
		switch k {
		case 0:
			fmt.Println("argument", id(recover()))
		case 1:
			if recover() != nil {
				r = "condition"
			}
		case 2:
			var x interface{}
			x = recover()
			fmt.Println("assigned", x)
		case 3:
			for i := 0; recover() != nil; i++ {
				fmt.Println("loop pass", i)
			}
		}
	}()
	panic(k * 10)
}

func main() {
	for k := 0; k < 4; k++ {
		fmt.Println(k, "["+f(k)+"]")
	}
}
