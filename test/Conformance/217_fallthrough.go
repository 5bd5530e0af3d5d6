// 217_fallthrough: a switch that falls through registers the defers of both arms
package main

import (
	"fmt"
)

func show(s string) { fmt.Println(s) }

func run(k int) {
	switch k {
	case 0:
		defer show("zero")
		fallthrough
	case 1:
		defer show("one")
	default:
		defer show("other")
	}
	show("body")
}

func main() {
	run(0)
	run(1)
	run(2)
}
