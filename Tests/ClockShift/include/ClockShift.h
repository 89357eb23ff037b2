/// A library for LD_PRELOAD that moves the time of day of a program: `CLOCK_SHIFT="seconds milliseconds"` moves it by so many
/// seconds, so many milliseconds after the program first asks. Stopwatches (the monotonic clocks) go on as they are.
