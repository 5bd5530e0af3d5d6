// 237_crash_recovered_chain: crash: three values, each recovered by the deferred call that raises the next
package main

import (
	"fmt"
)

func step(n int) {
	defer func() {
		fmt.Println("got", recover())
		panic(n)
	}()
	if n == 1 {
		panic(0)
	}
	step(n - 1)
}

func main() { step(3) }
