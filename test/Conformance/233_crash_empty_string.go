// 233_crash_empty_string: crash: an empty string, then one of blanks
package main

func main() {
	defer func() { panic("  two blanks") }()
	panic("")
}
