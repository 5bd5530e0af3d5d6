// 049_result_kinds: results of many kinds survive a recovery: float, bool, string, pointer, struct
package main

import (
	"fmt"
)

type Big struct{ v [5]int }

var target = 3

func fl(k int) (r float64) {
	defer func() { recover() }()
	r = 1.5
	if k == 1 {
		panic(k)
	}
	return 2.5
}

func bo(k int) (r bool) {
	defer func() { recover() }()
	r = true
	if k == 1 {
		panic(k)
	}
	return false
}

func pt(k int) (r *int) {
	defer func() { recover() }()
	r = &target
	if k == 1 {
		panic(k)
	}
	return nil
}

func bg(k int) (r Big) {
	defer func() { recover() }()
	r.v[4] = 44
	if k == 1 {
		panic(k)
	}
	return Big{}
}

func un(k int) Big {
	defer func() { recover() }()
	b := Big{[5]int{1, 2, 3, 4, 5}}
	if k == 1 {
		panic(k)
	}
	return b
}

func main() {
	fmt.Println(fl(0), fl(1))
	fmt.Println(bo(0), bo(1))
	fmt.Println(pt(0) == nil, *pt(1))
	fmt.Println(bg(0).v[4], bg(1).v[4])
	fmt.Println(un(0).v[4], un(1).v[4])
}
