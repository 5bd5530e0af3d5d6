// 236_exit_in_child: os.Exit in another goroutine: no deferred call of any goroutine runs
package main

import (
	"fmt"
	"os"
)

func child() {
	defer fmt.Println("must not print: child")
	fmt.Println("exiting")
	os.Exit(5)
}

func main() {
	defer fmt.Println("must not print: main")
	done := make(chan bool)
	go func() {
		child()
		done <- true
	}()
	<-done
}
