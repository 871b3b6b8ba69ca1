package main

import "bytes"

const (
	block  = 8
	rounds = 8
	prime  = 0x10001
	word   = 0xffff
)

// cipher has the keys of eight rounds on four words of 16 bits, in the manner of IDEA.
type cipher []int32

func randomCipher(seed uint64) cipher {
	r := randoms{seed}
	keys := make(cipher, 6*rounds+4)
	for i := range keys {
		keys[i] = int32(r.below(prime - 1))
	}
	return keys
}

// inverse is the cipher that undoes this one: the inverse keys in reverse.
func (c cipher) inverse() cipher {
	inverse := make(cipher, len(c))
	for round := 0; round <= rounds; round++ {
		from := 6 * (rounds - round)
		one, other := from+2, from+1
		if round == 0 || round == rounds {
			one, other = other, one
		}
		inverse[6*round] = reciprocal(c[from])
		inverse[6*round+1] = -c[one] & word
		inverse[6*round+2] = -c[other] & word
		inverse[6*round+3] = reciprocal(c[from+3])
		if round < rounds {
			inverse[6*round+4] = c[from-2]
			inverse[6*round+5] = c[from-1]
		}
	}
	return inverse
}

func (k cipher) apply(input, output []byte, first, end int) {
	for at := first; at < end; at += block {
		k.applyToBlock(input, output, at)
	}
}

func (k cipher) applyToBlock(input, output []byte, at int) {
	a, b, c, d := wordAt(input, at), wordAt(input, at+2), wordAt(input, at+4), wordAt(input, at+6)
	key := 0
	for range rounds {
		a = times(a, k[key])
		b = (b + k[key+1]) & word
		c = (c + k[key+2]) & word
		d = times(d, k[key+3])
		left := times(a^c, k[key+4])
		right := times((left+(b^d))&word, k[key+5])
		left = (left + right) & word
		a ^= right
		d ^= left
		b, c = c^right, b^left
		key += 6
	}
	put(output, at, times(a, k[key]))
	put(output, at+2, (c+k[key+1])&word)
	put(output, at+4, (b+k[key+2])&word)
	put(output, at+6, times(d, k[key+3]))
}

func wordAt(text []byte, at int) int32 { return int32(text[at]) | int32(text[at+1])<<8 }

func put(text []byte, at int, w int32) {
	text[at] = byte(w)
	text[at+1] = byte(w >> 8)
}

// times is the product modulo the prime, where 0 stands for 65536.
func times(one, other int32) int32 {
	if one == 0 || other == 0 {
		return (prime - one - other) & word
	}
	return int32(int64(one)*int64(other)%prime) & word
}

// reciprocal is by Fermat's little theorem.
func reciprocal(w int32) int32 {
	result := int32(1)
	for range 16 {
		result = times(times(result, result), w)
	}
	return result
}

func encryption(size int) workload {
	text := make([]byte, size)
	r := randoms{7}
	for i := range text {
		text[i] = byte(r.below(256))
	}
	c := randomCipher(6)
	inverse := c.inverse()
	return func() int64 {
		encrypted, decrypted := make([]byte, size), make([]byte, size)
		team(func(number int) {
			first, end := begin(size/block, number)*block, begin(size/block, number+1)*block
			c.apply(text, encrypted, first, end)
			inverse.apply(encrypted, decrypted, first, end)
		})
		if !bytes.Equal(text, decrypted) {
			panic("decrypted to something else")
		}
		var sum int64
		for _, each := range encrypted {
			sum += int64(each)
		}
		return sum
	}
}
