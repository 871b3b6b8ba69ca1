package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

var programs = map[string]func(load) int{
	"SPAWN":          spawn,
	"SPAWN_JOIN":     spawnAndJoin,
	"PAIRS":          pairs,
	"SAME_GOROUTINE": sameGoroutine,
	"SHARED":         shared,
	"CHAIN":          chain,
	"SELECT":         selecting,
	"MUTEX":          mutex,
	"COUNTER":        counter,
	"FAN_OUT":        fanOut,
	"YIELD":          yielding,
}

func spawn(l load) int {
	var ran atomic.Int64
	end := make(chan int, 1)
	task := func() {
		if ran.Add(1) == int64(l.operations) {
			end <- 1
		}
	}
	for range l.operations {
		go task()
	}
	<-end
	return int(ran.Load())
}

func spawnAndJoin(l load) int {
	ran := 0
	task := func() { ran++ }
	for range l.operations {
		var end sync.WaitGroup
		end.Go(task)
		end.Wait()
	}
	return ran
}

func pairs(l load) int {
	var total atomic.Int64
	var group sync.WaitGroup
	for range l.width {
		c := make(chan int, l.capacity)
		group.Go(func() { send(c, l.each()) })
		group.Go(func() { total.Add(int64(receive(c, l.each()))) })
	}
	group.Wait()
	return int(total.Load())
}

func sameGoroutine(l load) int {
	c := make(chan int, l.capacity)
	total := 0
	for i := range l.operations {
		c <- element(i)
		total += <-c
	}
	return total
}

func shared(l load) int {
	var total atomic.Int64
	var group sync.WaitGroup
	c := make(chan int, l.capacity)
	for range l.width {
		group.Go(func() { send(c, l.each()) })
		group.Go(func() { total.Add(int64(receive(c, l.each()))) })
	}
	group.Wait()
	return int(total.Load())
}

func chain(l load) int {
	var total atomic.Int64
	var group sync.WaitGroup
	first := make(chan int, l.capacity)
	group.Go(func() { send(first, l.each()) })
	last := first
	for i := 1; i < l.width; i++ {
		from, to := last, make(chan int, l.capacity)
		group.Go(func() { forward(from, to, l.each()) })
		last = to
	}
	group.Go(func() { total.Add(int64(receive(last, l.each()))) })
	group.Wait()
	return int(total.Load())
}

func mutex(l load) int {
	var lock sync.Mutex
	var group sync.WaitGroup
	count := 0
	for range l.width {
		group.Go(func() {
			for range l.each() {
				lock.Lock()
				count++
				lock.Unlock()
			}
		})
	}
	group.Wait()
	return count
}

func counter(l load) int {
	var total atomic.Int64
	var group sync.WaitGroup
	c := make(chan int, l.capacity)
	for range l.width {
		group.Go(func() {
			for range l.each() {
				c <- 1
			}
		})
	}
	group.Go(func() { total.Add(int64(receive(c, l.operations))) })
	group.Wait()
	return int(total.Load())
}

func fanOut(l load) int {
	var ran atomic.Int64
	for range l.each() {
		var group sync.WaitGroup
		for range l.width {
			group.Go(func() { ran.Add(1) })
		}
		group.Wait()
	}
	return int(ran.Load())
}

func yielding(l load) int {
	var yields atomic.Int64
	var group sync.WaitGroup
	for range l.width {
		group.Go(func() {
			for range l.each() {
				runtime.Gosched()
			}
			yields.Add(int64(l.each()))
		})
	}
	group.Wait()
	return int(yields.Load())
}

func send(c chan<- int, elements int) {
	for i := range elements {
		c <- element(i)
	}
}

func receive(c <-chan int, elements int) int {
	total := 0
	for range elements {
		total += <-c
	}
	return total
}

func forward(from <-chan int, to chan<- int, elements int) {
	for range elements {
		to <- <-from
	}
}
