// 243_defer_method_of_field: a receiver that is a field, an element, or what a pointer leads to is fixed at the statement
package main

import (
	"fmt"
)

type Cell struct{ v int }

func (c *Cell) Show(tag string) { fmt.Println(tag, c.v) }

type Row struct {
	left, right Cell
	next        *Row
}

func main() {
	rows := [2]Row{{Cell{1}, Cell{2}, nil}, {Cell{3}, Cell{4}, nil}}
	rows[0].next = &rows[1]
	i := 0
	p := &rows[0]
	defer rows[i].left.Show("left of 0:")
	defer p.next.right.Show("right of next:")
	i = 1
	p = p.next
	defer rows[i].left.Show("left of 1:")
	rows[0].left.v = 10
	rows[1].left.v = 30
	rows[1].right.v = 40
	rows[0].next = nil
	fmt.Println("end", i, p.next == nil)
}
