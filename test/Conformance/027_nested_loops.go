// 027_nested_loops: nested loops with break and continue: the calls registered so far, newest first
package main

import (
	"fmt"
)

func show(i, j int) { fmt.Println(i, j) }

func run(n int) {
	for i := 0; i < n; i++ {
		j := 0
		for {
			j++
			if j == 2 && i == 1 {
				continue
			}
			if j > 3 {
				break
			}
			defer show(i, j)
		}
		if i == 2 {
			break
		}
	}
	fmt.Println("registered")
}

func main() { run(5) }
