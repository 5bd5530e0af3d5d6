// 183_goexit_nested_frames_results: deferred calls run by Goexit see the locals of their frames as they stand
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func leaf(n int) {
	x := n
	defer func() { fmt.Println("leaf x", x) }()
	x++
	for i := 0; i < 2; i++ {
		x *= 10
		if i == 1 {
			runtime.Goexit()
		}
	}
}

func top() {
	y := "before"
	defer func() { fmt.Println("top y", y) }()
	y = "after"
	leaf(1)
	y = "never"
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		top()
	}()
	wg.Wait()
}
