// 078_frames_lifo: many frames and several defers each, of every kind: innermost frame first, each newest first
package main

import (
	"fmt"
)

func show(f string, i int) { fmt.Println(f, i) }

func open() {
	defer show("open", 1)
	defer show("open", 2)
	panic("x")
}

func loop() {
	for i := 0; i < 3; i++ {
		defer show("loop", i)
	}
	open()
}

func nine() {
	defer show("nine", 1)
	defer show("nine", 2)
	defer show("nine", 3)
	defer show("nine", 4)
	defer show("nine", 5)
	defer show("nine", 6)
	defer show("nine", 7)
	defer show("nine", 8)
	defer show("nine", 9)
	loop()
}

func run() {
	defer show("run", 1)
	defer func() { fmt.Println("recovered", recover()) }()
	defer show("run", 3)
	nine()
}

func main() { run() }
