package main

import (
	"runtime"
	"sync/atomic"
	"time"
)

// parkedBytes is what a goroutine takes that waits on a channel of its own, channel included:
// stacks and heap in use, which holds the goroutines themselves too.
func parkedBytes(goroutines int) float64 {
	channels := make([]chan int, goroutines)
	var started atomic.Int64
	before := inUse()
	for i := range channels {
		c := make(chan int)
		channels[i] = c
		go func() {
			started.Add(1)
			<-c
		}()
	}
	for started.Load() < int64(goroutines) {
		time.Sleep(time.Millisecond)
	}
	bytes := float64(inUse()-before) / float64(goroutines)
	runtime.KeepAlive(channels)
	return bytes
}

// inUse is measured until it stands still: the last goroutines to start may be on their way to wait.
func inUse() uint64 {
	last := collected()
	for {
		time.Sleep(100 * time.Millisecond)
		now := collected()
		if now*999 <= last*1000 && last*999 <= now*1000 {
			return now
		}
		last = now
	}
}

func collected() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.StackInuse + stats.HeapInuse
}
