// 075_recover_in_loop: a loop calls a function that panics now and then and recovers; the loop goes on
package main

import (
	"fmt"
)

func attempt(i int) (ok bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("attempt", i, "failed:", r)
		}
	}()
	if i%2 == 1 {
		panic(fmt.Sprintf("odd %d", i))
	}
	return true
}

func main() {
	good := 0
	for i := 0; i < 5; i++ {
		if attempt(i) {
			good++
		}
	}
	fmt.Println("good", good)
}
