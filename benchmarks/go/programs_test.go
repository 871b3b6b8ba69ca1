package main

import "testing"

func TestPrograms_smallLoads_returnWhatIsExpected(t *testing.T) {
	for shape, body := range programs {
		for _, width := range widths(shape) {
			load{shape, 240 * width, width, 16}.run(body)
		}
	}
}

func TestPrograms_unbuffered_returnWhatIsExpected(t *testing.T) {
	for _, shape := range []string{"PAIRS", "SHARED", "CHAIN", "SELECT", "COUNTER"} {
		load{shape, 240 * 2, 2, 0}.run(programs[shape])
	}
}

func widths(shape string) []int {
	switch shape {
	case "SELECT":
		return []int{1, 2, 8}
	case "SPAWN", "SPAWN_JOIN", "SAME_GOROUTINE":
		return []int{1}
	}
	return []int{3}
}
