// 231_crash_int_kinds: crash: integers of several sizes print in decimal
package main

func main() {
	defer func() { panic(int8(-7)) }()
	defer func() { panic(uint8(200)) }()
	defer func() { panic(int64(-9000000000000000000)) }()
	defer func() { panic(uint64(18000000000000000000)) }()
	panic(uint16(65535))
}
