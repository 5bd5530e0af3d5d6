// 189_many_frames_repanic: a hundred levels of recover and panic again leave one value and no other trace
package main

import (
	"fmt"
)

func f(n int) {
	defer func() {
		r := recover().(int)
		panic(r + 1)
	}()
	if n == 0 {
		panic(0)
	}
	f(n - 1)
}

func try() (r int) {
	defer func() { r = recover().(int) }()
	f(99)
	return -1
}

func main() {
	s := 0
	for i := 0; i < 10; i++ {
		s += try()
	}
	fmt.Println(s, recover() == nil)
}
