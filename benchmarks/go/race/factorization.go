package main

import "math"

// factorization makes two triangles of a matrix, by columns, with a barrier for each column.
func factorization(size int) workload {
	initial := randomMatrix(size, 5)
	return func() int64 {
		columns := copyOf(initial)
		pivots := make([]int, size)
		b := newBarrier()
		choosePivot(columns[0], pivots, 0)
		team(func(number int) { factorize(columns, pivots, number, b) })
		return matrixChecksum(columns)
	}
}

func factorize(columns [][]float64, pivots []int, number int, b *barrier) {
	for k := range len(columns) - 1 {
		for j := firstAfter(k, number); j < len(columns); j += members {
			eliminate(columns[k], columns[j], k, pivots[k])
			if j == k+1 {
				choosePivot(columns[j], pivots, j)
			}
		}
		b.await()
	}
}

// firstAfter is the first column after k that belongs to the goroutine.
func firstAfter(k, number int) int {
	return k + 1 + ((number-k-1)%members+members)%members
}

func choosePivot(column []float64, pivots []int, k int) {
	pivot := k
	for i := k + 1; i < len(column); i++ {
		if math.Abs(column[i]) > math.Abs(column[pivot]) {
			pivot = i
		}
	}
	pivots[k] = pivot
	column[k], column[pivot] = column[pivot], column[k]
	for i := k + 1; i < len(column); i++ {
		column[i] /= column[k]
	}
}

func eliminate(from, column []float64, k, pivot int) {
	column[k], column[pivot] = column[pivot], column[k]
	factor := column[k]
	for i := k + 1; i < len(column); i++ {
		column[i] -= factor * from[i]
	}
}

// fourierSeries has arithmetic with few accesses.
func fourierSeries(size int) workload {
	return func() int64 {
		coefficients := [][]float64{make([]float64, size), make([]float64, size)}
		team(func(number int) {
			for i := begin(size, number); i < begin(size, number+1); i++ {
				coefficients[0][i] = integral(i, false)
				coefficients[1][i] = integral(i, true)
			}
		})
		return matrixChecksum(coefficients)
	}
}

// integral is by the trapezoidal rule from 0 to 2.
func integral(i int, sine bool) float64 {
	const intervals, width = 1000, 2.0
	const step = width / intervals
	sum := (value(0, i, sine) + value(width, i, sine)) / 2
	for interval := 1; interval < intervals; interval++ {
		sum += value(float64(interval)*step, i, sine)
	}
	return sum * step
}

func value(x float64, i int, sine bool) float64 {
	angle := math.Pi * float64(i) * x
	if sine {
		return math.Pow(x+1, x) * math.Sin(angle)
	}
	return math.Pow(x+1, x) * math.Cos(angle)
}
