// 216_labels: break and continue to labels leave loops with the calls registered so far
package main

import (
	"fmt"
)

func show(i, j int) { fmt.Println(i, j) }

func run() {
outer:
	for i := 0; i < 4; i++ {
		for j := 0; j < 4; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			defer show(i, j)
		}
	}
	fmt.Println("loops left")
}

func main() { run() }
