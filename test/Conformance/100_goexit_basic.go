// 100_goexit_basic: Goexit runs all deferred calls of the goroutine, innermost frame first, then ends it
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func inner() {
	defer fmt.Println("inner 1")
	defer fmt.Println("inner 2")
	runtime.Goexit()
	fmt.Println("not reached: inner")
}

func outer() {
	defer fmt.Println("outer 1")
	inner()
	fmt.Println("not reached: outer")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("goroutine")
		outer()
		fmt.Println("not reached: goroutine")
	}()
	wg.Wait()
	fmt.Println("main goes on")
}
