// 138_exit_while_panicking: os.Exit in a deferred call while panicking: that status and no report
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("not reached")
	defer func() {
		fmt.Println("exiting")
		os.Exit(4)
	}()
	panic("never printed")
}
