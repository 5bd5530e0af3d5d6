// 147_crash_other_thread: a crash in another goroutine ends the process; main's deferred calls do not run
package main

import (
	"fmt"
)

func body() {
	defer fmt.Println("goroutine defer")
	panic("elsewhere")
}

func main() {
	defer fmt.Println("must not print")
	done := make(chan bool)
	go func() {
		body()
		done <- true
	}()
	<-done
	fmt.Println("not reached")
}
