// 168_crash_recovered_completed: crash: a panic recovered by a callee of a deferred call is complete and not listed
package main

func quiet() {
	defer func() { recover() }()
	panic("quiet")
}

func main() {
	defer func() {
		quiet()
		panic("second")
	}()
	defer quiet()
	panic("first")
}
