// 180_threads_apart: a goroutine's defers and panics are its own
package main

import (
	"fmt"
	"sync"
)

func child() (r int) {
	defer func() {
		if v := recover(); v != nil {
			r = v.(int)
		}
	}()
	panic(40)
}

func main() {
	defer func() { fmt.Println("main got", recover()) }()
	defer func() {
		result := 0
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { fmt.Println("child sees nil:", recover() == nil) }()
			result = child() + 2
		}()
		wg.Wait()
		fmt.Println("child gave", result)
	}()
	panic("main's own")
}
