// 215_assertion_fails: a failed type assertion on the recovered value is a panic of its own
package main

import (
	"fmt"
)

func f() {
	defer func() { fmt.Println(recover()) }()
	defer func() {
		r := recover()
		fmt.Println("bool?", r.(bool))
	}()
	panic(5)
}

func main() { f() }
