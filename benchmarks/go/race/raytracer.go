package main

import "math"

const (
	edge        = 4
	reflections = 3
)

type vector struct{ x, y, z float64 }

func (v *vector) plus(factor float64, other *vector) *vector {
	return &vector{v.x + factor*other.x, v.y + factor*other.y, v.z + factor*other.z}
}

func (v *vector) minus(other *vector) *vector {
	return &vector{v.x - other.x, v.y - other.y, v.z - other.z}
}

func (v *vector) dot(other *vector) float64 { return v.x*other.x + v.y*other.y + v.z*other.z }

// normalize makes the length of this one 1.
func (v *vector) normalize() *vector {
	length := math.Sqrt(v.dot(v))
	v.x /= length
	v.y /= length
	v.z /= length
	return v
}

type ray struct{ origin, direction *vector }

type sphere struct {
	center             *vector
	radius, brightness float64
}

// distance is how far along the ray the sphere begins; infinite when the ray misses it.
func (s *sphere) distance(r *ray) float64 {
	way := s.center.minus(r.origin)
	along := way.dot(r.direction)
	square := s.radius*s.radius - way.dot(way) + along*along
	if square < 0 {
		return math.Inf(1)
	}
	if distance := along - math.Sqrt(square); distance > 1e-6 {
		return distance
	}
	return math.Inf(1)
}

type scene struct {
	size    int
	spheres []*sphere
	light   *vector
}

func rayTracer(size int) workload {
	s := scene{size, make([]*sphere, edge*edge*edge), (&vector{-0.6, 0.8, -0.4}).normalize()}
	for i := range s.spheres {
		center := &vector{
			float64(i%edge) - 1.5, float64(i/edge%edge) - 1.5, float64(i/edge/edge) - 1.5,
		}
		s.spheres[i] = &sphere{center, 0.4, 0.2 + float64(i%5)*0.1}
	}
	return s.run
}

func (s *scene) run() int64 {
	image := make([][]int32, s.size)
	for i := range image {
		image[i] = make([]int32, s.size)
	}
	team(func(number int) {
		for i := number; i < s.size; i += members {
			s.render(image[i], i)
		}
	})
	var sum int64
	for _, line := range image {
		for _, pixel := range line {
			sum += int64(pixel)
		}
	}
	return sum
}

func (s *scene) render(line []int32, i int) {
	y := 2.0*float64(i)/float64(s.size) - 1
	for j := range line {
		x := 2.0*float64(j)/float64(s.size) - 1
		r := &ray{&vector{0.2, 0.3, -6}, (&vector{x, y, 2.5}).normalize()}
		line[j] = int32(1000 * s.brightness(r, reflections))
	}
}

func (s *scene) brightness(r *ray, reflections int) float64 {
	var nearest *sphere
	distance := math.Inf(1)
	for _, each := range s.spheres {
		if other := each.distance(r); other < distance {
			distance = other
			nearest = each
		}
	}
	if nearest == nil {
		return 0.1
	}
	return s.shade(r, nearest, r.origin.plus(distance, r.direction), reflections)
}

func (s *scene) shade(r *ray, on *sphere, point *vector, reflections int) float64 {
	normal := point.minus(on.center).normalize()
	direct := max(normal.dot(s.light), 0)
	shade := 0.0
	if direct > 0 && s.isLit(point) {
		shade = on.brightness * direct
	}
	if reflections == 0 {
		return shade
	}
	direction := r.direction.plus(-2*normal.dot(r.direction), normal)
	return shade + s.brightness(&ray{point, direction}, reflections-1)/2
}

func (s *scene) isLit(point *vector) bool {
	r := &ray{point, s.light}
	for _, each := range s.spheres {
		if !math.IsInf(each.distance(r), 1) {
			return false
		}
	}
	return true
}
