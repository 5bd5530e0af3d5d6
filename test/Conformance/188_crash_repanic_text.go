// 188_crash_repanic_text: crash: recovered and raised again with more text, level by level
package main

import (
	"fmt"
)

func f(n int) {
	defer func() {
		if n > 0 {
			r := recover()
			panic(fmt.Sprintf("level %d: %v", n, r))
		}
	}()
	if n == 0 {
		panic("root")
	}
	f(n - 1)
}

func main() { f(2) }
