// 223_goexit_three_frames: Goexit through frames whose deferred calls panic and recover in each frame
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func frame(n int) {
	defer func() { fmt.Println("frame", n, "recovered", recover()) }()
	defer func() { panic(n * 10) }()
	if n == 0 {
		runtime.Goexit()
	}
	frame(n - 1)
	fmt.Println("not reached", n)
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("last")
		frame(3)
		fmt.Println("not reached")
	}()
	wg.Wait()
	fmt.Println("end")
}
