// 221_goexit_under_recovery: a deferred call recovers, panics again, and an older one calls Goexit: nothing is left
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func body() {
	defer func() { fmt.Println("oldest", recover()) }()
	defer func() {
		fmt.Println("goexit")
		runtime.Goexit()
	}()
	defer func() {
		fmt.Println("got", recover())
		panic("again")
	}()
	panic("first")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("outer", recover()) }()
		body()
		fmt.Println("not reached")
	}()
	wg.Wait()
	fmt.Println("end")
}
