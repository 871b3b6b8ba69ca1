package main

import "sync"

type fibonacci struct {
	calls int64
	least int
}

func (f *fibonacci) number(n int) int64 {
	f.calls++
	if n < f.least {
		return int64(n)
	}
	return f.number(n-1) + f.number(n-2)
}

func calls(size int) workload {
	return func() int64 {
		sums := make([]int64, members)
		team(func(number int) {
			f := &fibonacci{least: 2}
			sums[number] = f.number(size) + f.calls
		})
		return sumOf(sums)
	}
}

type counter struct {
	lock  sync.Mutex
	count int64
}

func (c *counter) raise() {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.count++
}

// locks has counters that all goroutines raise at random, each under its lock.
func locks(size int) workload {
	const many = 16
	return func() int64 {
		counters := make([]*counter, many)
		for i := range counters {
			counters[i] = &counter{}
		}
		team(func(number int) {
			r := &randoms{uint64(number)}
			for range size {
				counters[r.below(many)].raise()
			}
		})
		var sum int64
		for i, c := range counters {
			c.lock.Lock()
			sum += int64(i) * c.count
			c.lock.Unlock()
		}
		return sum
	}
}

type message struct {
	value int64
	hops  int32
}

func (m *message) hop() {
	m.value = 31*m.value + int64(m.hops)
	m.hops++
}

// pipeline has goroutines in a row that hand on messages, which each of them changes.
func pipeline(size, capacity int) workload {
	return func() int64 {
		first := make(chan *message, capacity)
		go func() {
			for i := range size {
				first <- &message{value: int64(i)}
			}
			close(first)
		}()
		last := first
		for range 4 {
			from, to := last, make(chan *message, capacity)
			go forward(from, to)
			last = to
		}
		var sum int64
		for m := range last {
			sum += m.value + int64(m.hops)
		}
		return sum
	}
}

func forward(from <-chan *message, to chan<- *message) {
	for m := range from {
		m.hop()
		to <- m
	}
	close(to)
}
