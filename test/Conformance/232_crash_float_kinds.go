// 232_crash_float_kinds: crash: floats print with sign, six digits and a three-digit exponent
package main

func main() {
	zero := 0.0
	defer func() { panic(-1 / zero) }()
	defer func() { panic(zero / zero) }()
	defer func() { panic(float32(0.1)) }()
	defer func() { panic(-123456.789) }()
	defer func() { panic(1e100) }()
	defer func() { panic(1e-7) }()
	panic(zero)
}
