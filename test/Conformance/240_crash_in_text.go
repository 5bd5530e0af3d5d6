// 240_crash_in_text: crash: the payload's text is made when the report is printed, after the deferred calls
package main

type Payload struct{ p *string }

func (v Payload) String() string { return "text: " + *v.p }

func main() {
	s := "early"
	defer func() { s = "late" }()
	panic(Payload{&s})
}
