// 141_crash_panic_in_goexit: crash: a panic raised by a deferred call of Goexit and not recovered
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
		defer fmt.Println("older defer")
		defer func() { panic("in goexit") }()
		runtime.Goexit()
	}()
	wg.Wait()
	fmt.Println("not reached")
}
