// 239_crash_error_in_error: crash: an error that holds another; a payload of String and Error prints its Error
package main

import (
	"fmt"
)

type Inner struct{ code int }

func (e Inner) Error() string { return fmt.Sprintf("inner %d", e.code) }

type Outer struct {
	op  string
	err error
}

func (e Outer) Error() string  { return e.op + ": " + e.err.Error() }
func (e Outer) String() string { return "never this" }

func main() {
	defer func() {
		r := recover()
		panic(Outer{"open", r.(error)})
	}()
	panic(Inner{7})
}
