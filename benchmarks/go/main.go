// The programs of the runtime benchmark in Go: the same as those in Java and Kotlin.
//
//	benchmarks SHAPE OPERATIONS WIDTH CAPACITY ITERATIONS MILLIS
//
// runs the program again and again and prints one number per iteration: nanoseconds
// per operation, or bytes per goroutine for PARKED.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

type load struct {
	shape                       string
	operations, width, capacity int
}

func (l load) each() int { return l.operations / l.width }

// element is what is sent as number i.
func element(i int) int { return i & 127 }

func sum(elements int) int {
	total := 0
	for i := range elements {
		total += element(i)
	}
	return total
}

// expected is what a run returns when nothing was lost, duplicated or skipped.
func (l load) expected() int {
	switch l.shape {
	case "PAIRS", "SHARED", "SELECT", "SAME_GOROUTINE":
		return l.width * sum(l.each())
	case "CHAIN":
		return sum(l.each())
	}
	return l.operations
}

// run runs the program once, in a main goroutine of its own as in the other languages.
func (l load) run(body func(load) int) {
	result := make(chan int)
	go func() { result <- body(l) }()
	if got := <-result; got != l.expected() {
		panic(fmt.Sprintf("%s: %d instead of %d", l.shape, got, l.expected()))
	}
}

// iteration returns nanoseconds per operation over at least the given time.
func (l load) iteration(body func(load) int, least time.Duration) float64 {
	start := time.Now()
	for runs := 1; ; runs++ {
		l.run(body)
		if elapsed := time.Since(start); elapsed >= least {
			return float64(elapsed.Nanoseconds()) / float64(runs) / float64(l.operations)
		}
	}
}

func number(i int) int {
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		panic(err)
	}
	return n
}

func main() {
	l := load{os.Args[1], number(2), number(3), number(4)}
	if l.shape == "PARKED" {
		fmt.Printf("%.1f\n", parkedBytes(l.operations))
		return
	}
	body, least := programs[l.shape], time.Duration(number(6))*time.Millisecond
	l.iteration(body, least) // warms the caches of goroutines
	for range number(5) {
		fmt.Printf("%.3f\n", l.iteration(body, least))
	}
}
