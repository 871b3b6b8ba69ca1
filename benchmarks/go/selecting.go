package main

import (
	"sync"
	"sync/atomic"
)

func selecting(l load) int {
	var total atomic.Int64
	var group sync.WaitGroup
	channels := make([]chan int, l.width)
	for i := range channels {
		c := make(chan int, l.capacity)
		channels[i] = c
		group.Go(func() { send(c, l.each()) })
	}
	group.Go(func() { total.Add(int64(selectSum(channels, l.operations))) })
	group.Wait()
	return int(total.Load())
}

// selectSum has a select statement for each number of cases: the statement has no other form.
func selectSum(c []chan int, receives int) int {
	switch len(c) {
	case 1:
		return receive(c[0], receives) // as Go's compiler makes it of a select with one case
	case 2:
		return selectOfTwo(c[0], c[1], receives)
	case 8:
		return selectOfEight(c, receives)
	}
	panic("no select statement for that many cases")
}

func selectOfTwo(a, b chan int, receives int) int {
	total := 0
	for range receives {
		select {
		case v := <-a:
			total += v
		case v := <-b:
			total += v
		}
	}
	return total
}

func selectOfEight(c []chan int, receives int) int {
	c0, c1, c2, c3, c4, c5, c6, c7 := c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]
	total := 0
	for range receives {
		select {
		case v := <-c0:
			total += v
		case v := <-c1:
			total += v
		case v := <-c2:
			total += v
		case v := <-c3:
			total += v
		case v := <-c4:
			total += v
		case v := <-c5:
			total += v
		case v := <-c6:
			total += v
		case v := <-c7:
			total += v
		}
	}
	return total
}
