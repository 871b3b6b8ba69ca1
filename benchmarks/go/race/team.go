package main

import (
	"math"
	"sync"
)

// members is how many goroutines share the work of one run.
const members = 4

// team runs the body in each of its goroutines and waits for all of them.
func team(body func(number int)) {
	var group sync.WaitGroup
	for number := range members {
		group.Go(func() { body(number) })
	}
	group.Wait()
}

// begin is where the part of a member begins when all is divided evenly.
func begin(all, number int) int { return all * number / members }

// barrier holds everyone of a team until all have come.
type barrier struct {
	lock       sync.Mutex
	all        *sync.Cond
	waiting    int
	generation int
}

func newBarrier() *barrier {
	b := &barrier{}
	b.all = sync.NewCond(&b.lock)
	return b
}

func (b *barrier) await() {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.waiting++
	if b.waiting == members {
		b.waiting = 0
		b.generation++
		b.all.Broadcast()
		return
	}
	for generation := b.generation; generation == b.generation; {
		b.all.Wait()
	}
}

// randoms are numbers that look random and are the same in each language.
type randoms struct{ state uint64 }

func (r *randoms) next() uint64 {
	r.state = r.state*6364136223846793005 + 1442695040888963407
	return r.state >> 33
}

func (r *randoms) below(bound int) int { return int(r.next() % uint64(bound)) }

func (r *randoms) fraction() float64 { return float64(r.next()) / (1 << 31) }

// checksum is a result that is the same wherever floating point rounds a little differently.
func checksum(result float64) int64 { return int64(math.Floor(result*1e6 + 0.5)) }

func sumOf(parts []int64) int64 {
	var sum int64
	for _, part := range parts {
		sum += part
	}
	return sum
}
