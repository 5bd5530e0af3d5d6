// 252_nil_function_in_checked_code: a nil function is accepted and panics when it is due, also in code that checks its pointers
package main

import "fmt"

type table struct{ f func(int) }

func variable() {
	defer func() { fmt.Println(recover()) }()
	var nobody func()
	defer nobody()
	defer fmt.Println("runs first")
	fmt.Println("body")
}

func field(t *table) {
	defer func() { fmt.Println(recover()) }()
	defer t.f(3)
	fmt.Println("body")
}

func called(t *table) {
	defer func() { fmt.Println(recover()) }()
	t.f(3)
	fmt.Println("not reached")
}

func main() {
	variable()
	field(&table{})
	field(nil)
	called(&table{})
}
