// 106_goexit_in_goexit: Goexit in a deferred call of Goexit: the inner one finishes the job
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func body() {
	defer fmt.Println("d1")
	defer func() {
		defer fmt.Println("d2's own")
		fmt.Println("d2")
		runtime.Goexit()
		fmt.Println("not reached: d2")
	}()
	runtime.Goexit()
	fmt.Println("not reached: body")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("last")
		body()
		fmt.Println("not reached")
	}()
	wg.Wait()
	fmt.Println("end")
}
