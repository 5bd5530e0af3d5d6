// 006_method_value: a method value copies its receiver when it is made, not at the defer statement
package main

import (
	"fmt"
)

type Counter struct{ n int }

func (c Counter) Show(tag string) { fmt.Println(tag, c.n) }

func main() {
	c := Counter{1}
	f := c.Show
	c.n = 2
	defer f("bound at 1 ->")
	defer c.Show("receiver at 2 ->")
	c.n = 3
	fmt.Println("now", c.n)
}
