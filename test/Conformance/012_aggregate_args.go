// 012_aggregate_args: struct and array arguments are copied whole at the defer statement
package main

import (
	"fmt"
)

type Point struct{ x, y int }

func showPoint(p Point)     { fmt.Println("point", p.x, p.y) }
func showArray(a [3]int)    { fmt.Println("array", a[0], a[1], a[2]) }
func both(p Point, q Point) { fmt.Println("both", p.x, q.x) }

func main() {
	p := Point{1, 2}
	a := [3]int{1, 2, 3}
	defer showPoint(p)
	defer showArray(a)
	p.x = 10
	a[1] = 20
	defer both(p, Point{p.y, p.x})
	p = Point{0, 0}
	a = [3]int{}
	fmt.Println("end", p.x, a[2])
}
