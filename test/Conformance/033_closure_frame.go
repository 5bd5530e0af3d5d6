// 033_closure_frame: inside a closure defer belongs to the closure's own frame
package main

import (
	"fmt"
)

func show(s string) { fmt.Println(s) }

func main() {
	defer show("main's")
	f := func(n int) int {
		defer show("closure's")
		fmt.Println("in closure", n)
		return n + 1
	}
	fmt.Println("got", f(1))
	func() {
		defer show("second closure's")
		func() {
			defer show("inner closure's")
			show("innermost")
		}()
		show("back in second")
	}()
	show("end of main")
}
