/// Gradient noise at many points, for what is prepared once a shot: tiles and land.
#ifndef CKERNELS_NOISE_H
#define CKERNELS_NOISE_H

#include <stdint.h>

/// out[i] = noise at (x[i], y[i]) times scale, about -1 to 1, that repeats after `period` cells, a power of two. Places lie within
/// ±2^30 cells.
void t2v_noise_row(
    float *out, const float *x, const float *y, int32_t n, float scale, int32_t period, int32_t seed);

/// A sum of octaves of it, about -1 to 1; `period` is in cells of the first octave.
void t2v_fractal_row(
    float *out, const float *x, const float *y, int32_t n, int32_t octaves, int32_t period, int32_t seed,
    float gain);

/// Sharp crests with smooth valleys, 0 to about 1; crests have more detail than valleys, as worn rock has. `weight` is room
/// for n numbers.
void t2v_ridged_row(
    float *out, float *weight, const float *x, const float *y, int32_t n, int32_t octaves, int32_t period,
    int32_t seed);

/// sum[i] += cosines[i] * cosine - sines[i] * sine: one wave of many.
void t2v_wave_row(
    float *sum, const float *cosines, const float *sines, int32_t n, float cosine, float sine);

#endif
