// 112_goexit_panic_replaced: under Goexit a panic of a deferred call replaces another and is recovered two frames out
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func leaf() {
	defer func() { panic("b") }()
	defer func() { panic("a") }()
	runtime.Goexit()
}

func middle() {
	defer fmt.Println("middle defer")
	leaf()
	fmt.Println("not reached: middle")
}

func outer() {
	defer fmt.Println("outer older defer")
	defer func() {
		fmt.Println("outer recovered", recover())
		fmt.Println("again nil:", recover() == nil)
	}()
	middle()
	fmt.Println("not reached: outer")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("last")
		outer()
		fmt.Println("only Go 1.19 gets here")
	}()
	wg.Wait()
	fmt.Println("end")
}
