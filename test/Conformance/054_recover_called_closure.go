// 054_recover_called_closure: recover in a closure called on the spot by the deferred function returns nil
package main

import (
	"fmt"
)

func f() {
	defer func() {
		func() {
			fmt.Println("closure sees nil:", recover() == nil)
		}()
		fmt.Println("deferred got", recover())
	}()
	panic("p")
}

func main() { f() }
