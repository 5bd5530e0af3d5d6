// 109_goexit_no_result: no caller gets a result after Goexit
package main

import (
	"fmt"
	"runtime"
	"sync"
)

var got = -1

func f() (r int) {
	defer func() { r = 5 }()
	runtime.Goexit()
	return 6
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		got = f()
	}()
	wg.Wait()
	fmt.Println("got", got)
}
