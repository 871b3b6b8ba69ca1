package main

func randomMatrix(size int, seed uint64) [][]float64 {
	r := randoms{seed}
	matrix := make([][]float64, size)
	for i := range matrix {
		matrix[i] = make([]float64, size)
		for j := range matrix[i] {
			matrix[i][j] = r.fraction()
		}
	}
	return matrix
}

func copyOf(matrix [][]float64) [][]float64 {
	rows := make([][]float64, len(matrix))
	for i, row := range matrix {
		rows[i] = append([]float64(nil), row...)
	}
	return rows
}

func matrixChecksum(rows [][]float64) int64 {
	sum := 0.0
	for _, row := range rows {
		for _, element := range row {
			sum += element
		}
	}
	return checksum(sum)
}

func matrixMultiply(size int) workload {
	left, right := randomMatrix(size, 1), randomMatrix(size, 2)
	return func() int64 {
		product := make([][]float64, size)
		for i := range product {
			product[i] = make([]float64, size)
		}
		team(func(number int) {
			for i := begin(size, number); i < begin(size, number+1); i++ {
				multiplyRow(left[i], right, product[i])
			}
		})
		return matrixChecksum(product)
	}
}

func multiplyRow(row []float64, right [][]float64, product []float64) {
	for j := range product {
		sum := 0.0
		for k := range row {
			sum += row[k] * right[k][j]
		}
		product[j] = sum
	}
}

func relaxation(size int) workload {
	initial := randomMatrix(size, 3)
	return func() int64 {
		grid := copyOf(initial)
		b := newBarrier()
		team(func(number int) { relax(grid, number, b) })
		return matrixChecksum(grid)
	}
}

func relax(grid [][]float64, number int, b *barrier) {
	first := max(begin(len(grid), number), 1)
	end := min(begin(len(grid), number+1), len(grid)-1)
	for half := range 2 * 20 {
		for i := first; i < end; i++ {
			relaxRow(grid[i-1], grid[i], grid[i+1], 1+(i+half)%2)
		}
		b.await()
	}
}

func relaxRow(above, row, below []float64, first int) {
	const omega = 1.25
	for j := first; j < len(row)-1; j += 2 {
		around := above[j] + below[j] + row[j-1] + row[j+1]
		row[j] = omega/4*around + (1-omega)*row[j]
	}
}

type sparse struct {
	begins, columns []int32
	values, vector  []float64
}

func sparseMultiply(size int) workload {
	const perRow, times = 5, 40
	s := sparse{
		make([]int32, size+1), make([]int32, size*perRow),
		make([]float64, size*perRow), make([]float64, size),
	}
	r := randoms{4}
	for i := range size {
		s.begins[i+1] = int32((i + 1) * perRow)
		s.vector[i] = r.fraction()
	}
	for i := range s.values {
		s.columns[i] = int32(r.below(size))
		s.values[i] = r.fraction()
	}
	return func() int64 {
		product := make([]float64, size)
		team(func(number int) {
			for range times {
				s.multiply(product, begin(size, number), begin(size, number+1))
			}
		})
		return matrixChecksum([][]float64{product})
	}
}

func (s *sparse) multiply(product []float64, first, end int) {
	for i := first; i < end; i++ {
		sum := 0.0
		for at := s.begins[i]; at < s.begins[i+1]; at++ {
			sum += s.values[at] * s.vector[s.columns[at]]
		}
		product[i] += sum
	}
}
