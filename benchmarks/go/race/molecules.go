package main

type molecule struct {
	x, y, z                float64
	speedX, speedY, speedZ float64
	forceX, forceY, forceZ float64
}

func (m *molecule) calm() { m.forceX, m.forceY, m.forceZ = 0, 0, 0 }

// feel adds the force that the other one has on this one, by Lennard and Jones.
func (m *molecule) feel(other *molecule) {
	dx := m.x - other.x
	dy := m.y - other.y
	dz := m.z - other.z
	square := dx*dx + dy*dy + dz*dz
	if square < 9 {
		inverse := 1 / square
		sixth := inverse * inverse * inverse
		force := 48 * inverse * sixth * (sixth - 0.5)
		m.forceX += dx * force
		m.forceY += dy * force
		m.forceZ += dz * force
	}
}

func (m *molecule) move() {
	const step = 0.002
	m.speedX += m.forceX * step
	m.speedY += m.forceY * step
	m.speedZ += m.forceZ * step
	m.x += m.speedX * step
	m.y += m.speedY * step
	m.z += m.speedZ * step
}

func (m *molecule) energy() float64 {
	return (m.speedX*m.speedX + m.speedY*m.speedY + m.speedZ*m.speedZ) / 2
}

func molecules(edge int) workload {
	return func() int64 {
		all := lattice(edge)
		b := newBarrier()
		team(func(number int) { simulate(all, number, b) })
		energy := 0.0
		for _, m := range all {
			energy += m.energy()
		}
		return checksum(energy)
	}
}

func lattice(edge int) []*molecule {
	r := randoms{uint64(edge)}
	all := make([]*molecule, edge*edge*edge)
	for i := range all {
		all[i] = &molecule{
			x: float64(i%edge) * 1.2, y: float64(i/edge%edge) * 1.2, z: float64(i/edge/edge) * 1.2,
			speedX: r.fraction() - 0.5, speedY: r.fraction() - 0.5, speedZ: r.fraction() - 0.5,
		}
	}
	return all
}

func simulate(all []*molecule, number int, b *barrier) {
	mine := all[begin(len(all), number):begin(len(all), number+1)]
	for range 10 {
		for _, m := range mine {
			feelAll(all, m)
		}
		b.await()
		for _, m := range mine {
			m.move()
		}
		b.await()
	}
}

func feelAll(all []*molecule, m *molecule) {
	m.calm()
	for _, other := range all {
		if other != m {
			m.feel(other)
		}
	}
}
