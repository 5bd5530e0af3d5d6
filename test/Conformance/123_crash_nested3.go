// 123_crash_nested3: crash: three panics, each raised by a deferred call of the one before
package main

func main() {
	defer func() { panic("third") }()
	defer func() {
		defer func() { panic("second") }()
	}()
	panic("first")
}
