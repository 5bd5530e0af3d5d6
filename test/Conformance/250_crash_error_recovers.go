// 250_crash_error_recovers: a value's Error() may defer, panic and recover while the report is printed
package main

import "fmt"

type Careful struct{}

func (Careful) Error() (s string) {
	defer func() { s = fmt.Sprint("recovered ", recover()) }()
	panic("in Error")
}

type Tidy struct{}

func (Tidy) Error() string {
	defer fmt.Println("deferred in Error")
	return "tidy"
}

func main() {
	defer panic(Tidy{})
	panic(Careful{})
}
