// 219_many_goroutines: goroutines that panic and recover at the same time do not disturb each other
package main

import (
	"fmt"
	"sync"
)

var mu sync.Mutex
var sum int

func level(n, k int) (r int) {
	defer func() {
		if v := recover(); v != nil {
			r = v.(int) + 1
		}
	}()
	if n == 0 {
		panic(k)
	}
	panic(level(n-1, k))
}

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		wg.Add(1)
		k := i
		go func() {
			defer wg.Done()
			for j := 0; j < 100; j++ {
				v := level(5, k)
				mu.Lock()
				sum += v
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(sum)
}
