// 222_goexit_callee_recovers: a panic raised and recovered inside a deferred call of Goexit leaves the Goexit alone
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func safe(s string) {
	defer func() { fmt.Println("safe got", recover()) }()
	panic(s)
}

func body() {
	defer safe("third")
	defer func() {
		safe("first")
		safe("second")
	}()
	runtime.Goexit()
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
