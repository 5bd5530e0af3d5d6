// 156_goexit_recovered_loops: panics under Goexit, recovered in frames with loop defers; Goexit goes on each time
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func boom(i int) {
	fmt.Println("boom", i)
	panic(i)
}

func catch() { fmt.Println("caught", recover()) }

func body(n int) {
	for i := 0; i < n; i++ {
		defer catch()
		defer boom(i)
	}
	runtime.Goexit()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		body(3)
		fmt.Println("not reached")
	}()
	wg.Wait()
	fmt.Println("end")
}
