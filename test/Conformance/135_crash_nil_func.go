// 135_crash_nil_func: crash: a deferred nil function panics when its turn comes
package main

import (
	"fmt"
)

func main() {
	defer fmt.Println("older")
	var f func()
	defer f()
	defer fmt.Println("newer")
	fmt.Println("body")
}
