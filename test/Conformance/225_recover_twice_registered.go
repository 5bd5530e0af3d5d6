// 225_recover_twice_registered: the same recovering function registered several times: the first that runs recovers
package main

import (
	"fmt"
)

func catch(i int) { fmt.Println("catch", i, recover()) }

func f() {
	defer catch(1)
	defer catch(2)
	defer func() { panic("second") }()
	defer catch(3)
	panic("first")
}

func main() { f() }
