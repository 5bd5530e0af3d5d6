// 015_iface_receiver: an interface receiver's dynamic type and value are fixed at the defer statement
package main

import (
	"fmt"
)

type Shape interface{ Name() }

type Square struct{ n int }
type Circle struct{ n int }

func (s *Square) Name() { fmt.Println("square", s.n) }
func (c *Circle) Name() { fmt.Println("circle", c.n) }

func main() {
	s := &Square{1}
	c := &Circle{2}
	var x Shape = s
	defer x.Name()
	x = c
	defer x.Name()
	x = nil
	s.n = 10
	fmt.Println("end", x == nil)
}
