// 238_crash_goexit_recovered_then_crash: crash: under Goexit one panic is recovered, a later one is not
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func inner() {
	defer func() { fmt.Println("recovered", recover()) }()
	defer func() { panic("one") }()
	runtime.Goexit()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer func() { panic("two") }()
		inner()
		fmt.Println("not reached")
	}()
	wg.Wait()
	fmt.Println("not reached")
}
