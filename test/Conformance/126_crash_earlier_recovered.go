// 126_crash_earlier_recovered: crash: panics recovered and completed earlier are not listed
package main

import (
	"fmt"
)

func safe(n int) {
	defer func() { fmt.Println("recovered", recover()) }()
	panic(n)
}

func main() {
	safe(1)
	defer fmt.Println("main defer")
	defer safe(2)
	panic("live")
}
