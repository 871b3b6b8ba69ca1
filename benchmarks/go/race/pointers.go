package main

type element struct {
	value int32
	next  *element
}

func list(size int, seed uint64) *element {
	r := randoms{seed}
	var head *element
	for range size {
		head = &element{int32(r.below(1000)), head}
	}
	return head
}

func reverse(head *element) *element {
	var reversed *element
	for node := head; node != nil; {
		next := node.next
		node.next = reversed
		reversed = node
		node = next
	}
	return reversed
}

func (e *element) sum() int64 {
	var sum int64
	for node := e; node != nil; node = node.next {
		sum += int64(node.value)
	}
	return sum
}

// linkedLists walks one list that all read, and one of each goroutine, which it also reverses.
func linkedLists(size int) workload {
	shared := list(size, 8)
	return func() int64 {
		sums := make([]int64, members)
		team(func(number int) {
			own := list(size, uint64(number))
			var sum int64
			for range 30 {
				own = reverse(own)
				sum += own.sum() + shared.sum()
			}
			sums[number] = sum
		})
		return sumOf(sums)
	}
}

type node struct {
	key, count int
	less, more *node
}

func (n *node) put(key int) {
	if key == n.key {
		n.count++
	} else if key < n.key {
		n.less = putInto(n.less, key)
	} else {
		n.more = putInto(n.more, key)
	}
}

func putInto(tree *node, key int) *node {
	if tree == nil {
		return &node{key: key}
	}
	tree.put(key)
	return tree
}

func (n *node) countOf(key int) int64 {
	at := n
	for at != nil && at.key != key {
		if key < at.key {
			at = at.less
		} else {
			at = at.more
		}
	}
	if at == nil {
		return 0
	}
	return int64(1 + at.count)
}

// searchTrees builds a binary tree of counters in each goroutine and looks for keys in it.
func searchTrees(size int) workload {
	return func() int64 {
		sums := make([]int64, members)
		team(func(number int) { sums[number] = buildAndSearch(size, randoms{uint64(number)}) })
		return sumOf(sums)
	}
}

func buildAndSearch(size int, r randoms) int64 {
	root := &node{key: size / 2}
	for range size {
		root.put(r.below(size))
	}
	var sum int64
	for range 4 * size {
		sum += root.countOf(r.below(size))
	}
	return sum
}
