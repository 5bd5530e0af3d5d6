// 213_locked_worker: a mutex whose unlock is deferred is free after a return, a panic and a Goexit
package main

import (
	"fmt"
	"runtime"
	"sync"
)

var mu sync.Mutex
var total int

func work(n int) {
	mu.Lock()
	defer mu.Unlock()
	total += n
	if n == 2 {
		panic("two")
	}
	if n == 3 {
		runtime.Goexit()
	}
}

func run(n int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("worker", n, r)
		}
	}()
	work(n)
}

func main() {
	for n := 1; n <= 4; n++ {
		var wg sync.WaitGroup
		wg.Add(1)
		m := n
		go func() {
			defer wg.Done()
			run(m)
		}()
		wg.Wait()
	}
	mu.Lock()
	fmt.Println("total", total)
	mu.Unlock()
}
