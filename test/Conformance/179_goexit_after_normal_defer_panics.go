// 179_goexit_after_normal_defer_panics: a panic on the normal exit path, then Goexit in an older defer drops it
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func body() int {
	defer func() { fmt.Println("oldest sees nil:", recover() == nil) }()
	defer func() {
		fmt.Println("goexit")
		runtime.Goexit()
	}()
	defer func() { panic("late") }()
	return 1
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		fmt.Println("not reached", body())
	}()
	wg.Wait()
	fmt.Println("end")
}
