// 249_defer_panic_operand: the operand of a deferred panic is evaluated at the statement
package main

import "fmt"

func scalar() {
	defer func() { fmt.Println(recover()) }()
	x := 1
	defer panic(x)
	x = 2
}

func newest() {
	defer func() { fmt.Println(recover()) }()
	for i := 0; i < 3; i++ {
		defer panic(i)
	}
}

func nested(n int) {
	defer func() { fmt.Println(recover()) }()
	if n > 0 {
		s := fmt.Sprint("item ", n)
		defer panic(s)
		s += " changed"
	}
}

func main() {
	scalar()
	newest()
	nested(7)
}
