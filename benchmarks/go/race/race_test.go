package main

import "testing"

// The sums are those that the Java programs come to in the same sizes, see KernelTest.
func TestPrograms_twiceInASmallSize_areTheSum(t *testing.T) {
	sums := map[string]int64{
		"FIELDS":     515980765,
		"MATRIX":     1054060378,
		"SOR":        138662747,
		"SPARSE":     876199282,
		"LUFACT":     60347242,
		"CRYPT":      2320,
		"SERIES":     172473,
		"RAYTRACER":  38721,
		"LIST":       1831110,
		"TREE":       292,
		"CALLS":      16720,
		"MONITORS":   473,
		"LOCKS":      473,
		"UNBUFFERED": 110839000,
		"BUFFERED":   110839000,
	}
	for name, program := range programs {
		run := program(16)
		for range 2 {
			if got := run(); got != sums[name] {
				t.Errorf("%s: %d instead of %d", name, got, sums[name])
			}
		}
	}
}
