// 018_nil_pointer_receiver: a nil pointer receiver is no fault until the method touches it
package main

import (
	"fmt"
)

type N struct{ v int }

func (n *N) Quiet() { fmt.Println("quiet, nil:", n == nil) }
func (n *N) Touch() { fmt.Println("touch", n.v) }

func run() {
	defer func() { fmt.Println("recovered", recover()) }()
	defer fmt.Println("older defer")
	var p *N
	defer p.Touch()
	defer p.Quiet()
	fmt.Println("body")
}

func main() { run() }
