// 132_crash_newline: crash: a newline in the text (1.23+ prints a tab after it)
package main

func main() {
	defer func() { panic("line three\nline four") }()
	panic("line one\nline two")
}
