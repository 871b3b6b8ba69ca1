// The programs of the race benchmark in Go: the same as those in Java, with the same sums.
//
//	race KERNEL SIZE WARMUPS ITERATIONS MILLIS
//
// runs the program again and again and prints a line "time" with the milliseconds per run
// for each iteration, and a line "checksum".
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

// workload does the same work in every run and sums up its result.
type workload func() int64

// programs make a workload of that size.
var programs = map[string]func(size int) workload{
	"FIELDS":     molecules,
	"MATRIX":     matrixMultiply,
	"SOR":        relaxation,
	"SPARSE":     sparseMultiply,
	"LUFACT":     factorization,
	"CRYPT":      encryption,
	"SERIES":     fourierSeries,
	"RAYTRACER":  rayTracer,
	"LIST":       linkedLists,
	"TREE":       searchTrees,
	"CALLS":      calls,
	"MONITORS":   locks,
	"LOCKS":      locks,
	"UNBUFFERED": func(size int) workload { return pipeline(size, 0) },
	"BUFFERED":   func(size int) workload { return pipeline(size, 100) },
}

type kernel struct {
	run      workload
	least    time.Duration
	checksum int64
	checked  bool
}

// iteration returns milliseconds per run over at least the given time.
func (k *kernel) iteration() float64 {
	start := time.Now()
	for runs := 1; ; runs++ {
		k.check(k.run())
		if elapsed := time.Since(start); elapsed >= k.least {
			return float64(elapsed.Nanoseconds()) / 1e6 / float64(runs)
		}
	}
}

func (k *kernel) check(result int64) {
	if k.checked && result != k.checksum {
		panic(fmt.Sprintf("%d in one run and %d in another", result, k.checksum))
	}
	k.checksum, k.checked = result, true
}

func number(i int) int {
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		panic(err)
	}
	return n
}

func main() {
	k := kernel{
		run:   programs[os.Args[1]](number(2)),
		least: time.Duration(number(5)) * time.Millisecond,
	}
	for range number(3) {
		k.iteration()
	}
	for range number(4) {
		fmt.Printf("time %.4f\n", k.iteration())
	}
	fmt.Printf("checksum %d\n", k.checksum)
}
