#include "CKernels.h"
#include "clones.h"

/// 32 directions around the circle.
static const float acrossOf[32] = {
    1.0f, 0.980785251f, 0.923879504f, 0.831469595f, 0.707106769f, 0.555570185f, 0.382683426f, 0.195090234f,
    -4.37113883e-08f, -0.195090324f, -0.382683516f, -0.555570364f, -0.707106769f, -0.831469655f, -0.923879623f,
    -0.98078531f, -1.0f, -0.980785251f, -0.923879504f, -0.831469536f, -0.70710665f, -0.555570006f,
    -0.382683128f, -0.195090383f, 1.19248806e-08f, 0.195090413f, 0.382683605f, 0.555570424f, 0.707107008f,
    0.831469595f, 0.923879564f, 0.98078531f,
};
static const float downOf[32] = {
    0.0f, 0.195090324f, 0.382683456f, 0.555570245f, 0.707106769f, 0.831469655f, 0.923879504f, 0.98078531f, 1.0f,
    0.980785251f, 0.923879504f, 0.831469536f, 0.707106769f, 0.555570185f, 0.382683277f, 0.195090309f,
    -8.74227766e-08f, -0.195090488f, -0.382683426f, -0.555570304f, -0.707106888f, -0.831469774f, -0.923879683f,
    -0.980785251f, -1.0f, -0.980785251f, -0.923879445f, -0.831469476f, -0.707106531f, -0.555570304f,
    -0.382683426f, -0.195090234f,
};

/// Which direction a corner of a cell has.
static inline __attribute__((always_inline)) uint32_t scramble(uint32_t x, uint32_t y, uint32_t seed) {
  uint32_t mixed = x * 0x9E3779B1u;
  mixed ^= y * 0x85EBCA77u;
  mixed ^= seed * 0xC2B2AE3Du;
  mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6Du;
  mixed = (mixed ^ (mixed >> 12)) * 0x297A2D39u;
  return (mixed ^ (mixed >> 15)) & 31;
}

static inline __attribute__((always_inline)) float corner(
    int32_t column, int32_t row, uint32_t mask, uint32_t seed, float s, float t) {
  uint32_t direction = scramble((uint32_t)column & mask, (uint32_t)row & mask, seed);
  return acrossOf[direction] * s + downOf[direction] * t;
}

static inline __attribute__((always_inline)) float noise(float x, float y, uint32_t mask, uint32_t seed) {
  int32_t column = (int32_t)x, row = (int32_t)y;
  column -= (float)column > x;
  row -= (float)row > y;
  float s = x - (float)column, t = y - (float)row;
  float fadeS = s * s * s * (s * (s * 6.0f - 15.0f) + 10.0f), fadeT = t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f);
  float a = corner(column, row, mask, seed, s, t), b = corner(column + 1, row, mask, seed, s - 1.0f, t);
  float c = corner(column, row + 1, mask, seed, s, t - 1.0f),
        d = corner(column + 1, row + 1, mask, seed, s - 1.0f, t - 1.0f);
  float top = a + (b - a) * fadeS, bottom = c + (d - c) * fadeS;
  return (top + (bottom - top) * fadeT) * 1.5f;
}

T2V_CLONES void t2v_noise_row(
    float *restrict out, const float *restrict x, const float *restrict y, int32_t n, float scale, int32_t period,
    int32_t seed) {
  const uint32_t mask = (uint32_t)period - 1;
  for (int32_t i = 0; i < n; i++) out[i] = noise(x[i] * scale, y[i] * scale, mask, (uint32_t)seed);
}

T2V_CLONES static void octave_row(
    float *restrict sum, const float *restrict x, const float *restrict y, int32_t n, float scale, uint32_t mask,
    uint32_t seed, float amplitude) {
  for (int32_t i = 0; i < n; i++) sum[i] += amplitude * noise(x[i] * scale, y[i] * scale, mask, seed);
}

void t2v_fractal_row(
    float *out, const float *x, const float *y, int32_t n, int32_t octaves, int32_t period, int32_t seed,
    float gain) {
  float amplitude = 1.0f, total = 0.0f;
  for (int32_t i = 0; i < n; i++) out[i] = 0.0f;
  for (int32_t k = 0; k < octaves; k++) {
    octave_row(
        out, x, y, n, (float)(1 << k), ((uint32_t)period << k) - 1, (uint32_t)(seed + k), amplitude);
    total += amplitude;
    amplitude *= gain;
  }
  for (int32_t i = 0; i < n; i++) out[i] = out[i] / total * 1.3f;
}

T2V_CLONES static void ridge_row(
    float *restrict sum, float *restrict weight, const float *restrict x, const float *restrict y, int32_t n,
    float scale, uint32_t mask, uint32_t seed, float amplitude) {
  for (int32_t i = 0; i < n; i++) {
    float value = noise(x[i] * scale, y[i] * scale, mask, seed);
    // Rounded at the very top, or summits end in needles.
    float crest = 1.1f - __builtin_sqrtf(value * value + 0.012f);
    crest *= crest * weight[i];
    float next = crest * 1.6f;
    weight[i] = CLAMP01(next);
    sum[i] += crest * amplitude;
  }
}

void t2v_ridged_row(
    float *out, float *weight, const float *x, const float *y, int32_t n, int32_t octaves, int32_t period,
    int32_t seed) {
  float amplitude = 0.55f;
  for (int32_t i = 0; i < n; i++) {
    out[i] = 0.0f;
    weight[i] = 1.0f;
  }
  for (int32_t k = 0; k < octaves; k++) {
    ridge_row(
        out, weight, x, y, n, (float)(1 << k), ((uint32_t)period << k) - 1, (uint32_t)(seed + k), amplitude);
    amplitude *= 0.48f;
  }
}

T2V_CLONES void t2v_wave_row(
    float *restrict sum, const float *restrict cosines, const float *restrict sines, int32_t n, float cosine,
    float sine) {
  for (int32_t i = 0; i < n; i++) sum[i] += cosines[i] * cosine - sines[i] * sine;
}
