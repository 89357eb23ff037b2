#include "CKernels.h"
#include "clones.h"

/// How many samples are developed together: enough for the widest vectors, few enough to be all dark or all light.
#define BLOCK 128

#define SHOULDER(c)                                              \
  for (int32_t i = 0; i < n; i++) {                              \
    float x = c[i] < 0.0f ? 0.0f : (c[i] > 1.3f ? 1.3f : c[i]);  \
    float high = x > 0.7f ? x - 0.7f : 0.0f;                     \
    c[i] = x - high * high * 0.8333333f;                         \
  }

/// Develops samples: highlights bleed into the other channels, so that a bright orange turns to yellow and not to a flat
/// patch; then a shoulder from 0.7 that reaches white at 1.3 with slope 0. A block without light needs none of it.
static inline __attribute__((always_inline)) void develop(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict light) {
  int32_t shoulder = 0, over = 0;
  for (int32_t i = 0; i < n; i++) {
    float red = r[i] * light[i], green = g[i] * light[i], blue = b[i] * light[i];
    r[i] = red;
    g[i] = green;
    b[i] = blue;
    float most = red > green ? red : green;
    most = most > blue ? most : blue;
    shoulder |= most > 0.7f;
    over |= most > 1.0f;
  }
  if (over) {
    for (int32_t i = 0; i < n; i++) {
      float most = r[i] > g[i] ? r[i] : g[i];
      most = most > b[i] ? most : b[i];
      float spill = most - 1.0f;
      spill = (spill < 0.0f ? 0.0f : spill) * 0.45f;
      r[i] += spill;
      g[i] += spill;
      b[i] += spill;
    }
  }
  if (shoulder) {
    SHOULDER(r);
    SHOULDER(g);
    SHOULDER(b);
  } else {
    for (int32_t i = 0; i < n; i++) {
      r[i] = r[i] < 0.0f ? 0.0f : r[i];
      g[i] = g[i] < 0.0f ? 0.0f : g[i];
      b[i] = b[i] < 0.0f ? 0.0f : b[i];
    }
  }
}

static inline __attribute__((always_inline)) void luma(
    uint8_t *restrict y, const float *restrict r, const float *restrict g, const float *restrict b, int32_t n,
    const int8_t *restrict grain, float strength) {
  for (int32_t i = 0; i < n; i++) {
    float value = 16.5f + (46.5594f * r[i] + 156.6288f * g[i] + 15.8118f * b[i]);
    value += (float)grain[i] * strength;
    value = value < 16.0f ? 16.0f : (value > 235.0f ? 235.0f : value);
    y[i] = (uint8_t)(int32_t)value;
  }
}

static inline __attribute__((always_inline)) void finish_block(
    float *restrict r0, float *restrict g0, float *restrict b0, float *restrict r1, float *restrict g1,
    float *restrict b1, int32_t n, const float *restrict vignette, float vignette0, float vignette1,
    const int8_t *restrict grain0, const int8_t *restrict grain1, const int8_t *restrict grainC, float grain,
    uint8_t *restrict y0, uint8_t *restrict y1, uint8_t *restrict u, uint8_t *restrict v) {
  float light[BLOCK];
  for (int32_t i = 0; i < n; i++) light[i] = 1.0f - vignette0 - vignette[i];
  develop(r0, g0, b0, n, light);
  luma(y0, r0, g0, b0, n, grain0, grain);
  for (int32_t i = 0; i < n; i++) light[i] = 1.0f - vignette1 - vignette[i];
  develop(r1, g1, b1, n, light);
  luma(y1, r1, g1, b1, n, grain1, grain);
  for (int32_t i = 0; i < n; i++) {
    r0[i] += r1[i];
    g0[i] += g1[i];
    b0[i] += b1[i];
  }
  for (int32_t j = 0; j < n / 2; j++) {
    float red = r0[2 * j] + r0[2 * j + 1], green = g0[2 * j] + g0[2 * j + 1], blue = b0[2 * j] + b0[2 * j + 1];
    // Chroma keeps half of the grain: enough against bands, too little to see.
    float noise = (float)grainC[j] * grain * 0.5f;
    float cb = (-0.1146f * red - 0.3854f * green + 0.5f * blue) * 56.0f + 128.5f + noise;
    float cr = (0.5f * red - 0.4542f * green - 0.0458f * blue) * 56.0f + 128.5f - noise;
    cb = cb < 16.0f ? 16.0f : (cb > 240.0f ? 240.0f : cb);
    cr = cr < 16.0f ? 16.0f : (cr > 240.0f ? 240.0f : cr);
    u[j] = (uint8_t)(int32_t)cb;
    v[j] = (uint8_t)(int32_t)cr;
  }
}

T2V_CLONES void t2v_finish_rows(
    float *restrict r0, float *restrict g0, float *restrict b0, float *restrict r1, float *restrict g1,
    float *restrict b1, int32_t n, const float *restrict vignette, float vignette0, float vignette1,
    const int8_t *restrict grain0, const int8_t *restrict grain1, float grain, uint8_t *restrict y0,
    uint8_t *restrict y1, uint8_t *restrict u, uint8_t *restrict v) {
  int32_t i = 0;
  for (; i + BLOCK <= n; i += BLOCK)
    finish_block(
        r0 + i, g0 + i, b0 + i, r1 + i, g1 + i, b1 + i, BLOCK, vignette + i, vignette0, vignette1, grain0 + i,
        grain1 + i, grain1 + i / 2, grain, y0 + i, y1 + i, u + i / 2, v + i / 2);
  if (i < n)
    finish_block(
        r0 + i, g0 + i, b0 + i, r1 + i, g1 + i, b1 + i, n - i, vignette + i, vignette0, vignette1, grain0 + i,
        grain1 + i, grain1 + i / 2, grain, y0 + i, y1 + i, u + i / 2, v + i / 2);
}

T2V_CLONES void t2v_blend_alpha_row(
    uint8_t *restrict dst, const uint8_t *restrict colour, const uint8_t *restrict alpha, int32_t n,
    int32_t opacity) {
  for (int32_t i = 0; i < n; i++) {
    int32_t a = alpha[i] * opacity;
    a += a >> 7;  // 255 * 256 becomes 65790, so that full coverage replaces the pixel
    a = a > 65536 ? 65536 : a;
    dst[i] = (uint8_t)(dst[i] + (((colour[i] - dst[i]) * a + 32768) >> 16));
  }
}

T2V_CLONES void t2v_crossfade_row(
    uint8_t *restrict dst, const uint8_t *restrict other, int32_t n, int32_t amount) {
  for (int32_t i = 0; i < n; i++) dst[i] = (uint8_t)(dst[i] + (((other[i] - dst[i]) * amount + 128) >> 8));
}
