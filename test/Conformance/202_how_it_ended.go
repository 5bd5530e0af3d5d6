// 202_how_it_ended: a flag set by the body tells return, panic and Goexit apart in a deferred closure
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func watch(tag string, f func()) {
	returned := false
	defer func() {
		if returned {
			fmt.Println(tag, "returned")
		} else if r := recover(); r != nil {
			fmt.Println(tag, "panicked", r)
		} else {
			fmt.Println(tag, "goexit")
		}
	}()
	f()
	returned = true
}

func nothing() {}
func panics()  { panic("boom") }
func exits()   { runtime.Goexit() }

func main() {
	watch("1", nothing)
	watch("2", panics)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		watch("3", exits)
		fmt.Println("not reached")
	}()
	wg.Wait()
	watch("4", nothing)
}
