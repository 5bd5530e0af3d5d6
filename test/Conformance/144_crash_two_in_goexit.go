// 144_crash_two_in_goexit: crash: two panics in turn under one Goexit; the Goexit prints nothing
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer func() { panic("b") }()
		defer func() { panic("a") }()
		runtime.Goexit()
	}()
	wg.Wait()
	fmt.Println("not reached")
}
