// 253_crash_complex: a complex number prints as its two parts, floats, in brackets
package main

import "math"

func again() {
	recover()
	panic(complex(3, 4))
}

func main() {
	zero := 0.0
	tenth := float32(0.1)
	defer again()
	defer panic(complex(math.Inf(1), math.NaN()))
	defer panic(complex(zero, math.Copysign(0, -1)))
	defer panic(complex(tenth, -1.5))
	panic(complex(1.0, -2.0))
}
