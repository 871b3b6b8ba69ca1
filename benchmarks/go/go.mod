module goguard.dev/benchmarks

go 1.25
