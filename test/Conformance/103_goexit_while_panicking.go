// 103_goexit_while_panicking: Goexit in a deferred call drops the panic; recover gives nil from then on
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func body() {
	defer func() { fmt.Println("d1 sees nil:", recover() == nil) }()
	defer func() {
		fmt.Println("d2 calls Goexit")
		runtime.Goexit()
	}()
	defer fmt.Println("d3")
	panic("dropped")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("outer sees nil:", recover() == nil) }()
		body()
		fmt.Println("not reached")
	}()
	wg.Wait()
	fmt.Println("end")
}
