// 171_crash_repanic_twice: crash: the same value recovered and raised again twice (1.25+ folds equal neighbours)
package main

func main() {
	defer func() {
		r := recover()
		panic(r)
	}()
	defer func() {
		r := recover()
		panic(r)
	}()
	panic("same")
}
