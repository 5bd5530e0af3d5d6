// 036_mutual_recursion: two functions that call each other, each activation with its own defers
package main

import (
	"fmt"
)

func even(n int) bool {
	defer fmt.Println("even leaves", n)
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd(n int) bool {
	if n == 0 {
		return false
	}
	defer fmt.Println("odd leaves", n)
	return even(n - 1)
}

func main() { fmt.Println(even(3), odd(2)) }
