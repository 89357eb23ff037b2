#include "CKernels.h"
#include "clones.h"

/// Highlights bleed into the other channels, so that a bright orange turns to yellow and not to a flat patch;
/// then a shoulder from 0.7 that reaches white at 1.3 with slope 0.
#define DEVELOP(red, green, blue)                                                              \
  do {                                                                                         \
    float most = red > green ? red : green;                                                    \
    most = most > blue ? most : blue;                                                          \
    float spill = most - 1.0f;                                                                 \
    spill = (spill < 0.0f ? 0.0f : spill) * 0.45f;                                             \
    red += spill;                                                                              \
    green += spill;                                                                            \
    blue += spill;                                                                             \
    red = red < 0.0f ? 0.0f : (red > 1.3f ? 1.3f : red);                                       \
    green = green < 0.0f ? 0.0f : (green > 1.3f ? 1.3f : green);                               \
    blue = blue < 0.0f ? 0.0f : (blue > 1.3f ? 1.3f : blue);                                   \
    float overR = red > 0.7f ? red - 0.7f : 0.0f, overG = green > 0.7f ? green - 0.7f : 0.0f;  \
    float overB = blue > 0.7f ? blue - 0.7f : 0.0f;                                            \
    red -= overR * overR * 0.8333333f;                                                         \
    green -= overG * overG * 0.8333333f;                                                       \
    blue -= overB * overB * 0.8333333f;                                                        \
  } while (0)

/// Develops one row in place and packs its luma.
static inline __attribute__((always_inline)) void develop_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict vignette,
    float vignetteRow, const int8_t *restrict grain, float strength, uint8_t *restrict y) {
  float base = 1.0f - vignetteRow;
  for (int32_t i = 0; i < n; i++) {
    float shade = base - vignette[i];
    float red = r[i] * shade, green = g[i] * shade, blue = b[i] * shade;
    DEVELOP(red, green, blue);
    r[i] = red;
    g[i] = green;
    b[i] = blue;
    float luma = 16.5f + 219.0f * (0.2126f * red + 0.7152f * green + 0.0722f * blue);
    luma += (float)grain[i] * strength;
    luma = luma < 16.0f ? 16.0f : (luma > 235.0f ? 235.0f : luma);
    y[i] = (uint8_t)(int32_t)luma;
  }
}

T2V_CLONES void t2v_finish_rows(
    float *restrict r0, float *restrict g0, float *restrict b0, float *restrict r1, float *restrict g1,
    float *restrict b1, int32_t n, const float *restrict vignette, float vignette0, float vignette1,
    const int8_t *restrict grain0, const int8_t *restrict grain1, float grain, uint8_t *restrict y0,
    uint8_t *restrict y1, uint8_t *restrict u, uint8_t *restrict v) {
  develop_row(r0, g0, b0, n, vignette, vignette0, grain0, grain, y0);
  develop_row(r1, g1, b1, n, vignette, vignette1, grain1, grain, y1);
  for (int32_t i = 0; i < n; i++) {
    r0[i] += r1[i];
    g0[i] += g1[i];
    b0[i] += b1[i];
  }
  for (int32_t j = 0; j < n / 2; j++) {
    float red = r0[2 * j] + r0[2 * j + 1], green = g0[2 * j] + g0[2 * j + 1], blue = b0[2 * j] + b0[2 * j + 1];
    // Chroma keeps half of the grain: enough against bands, too little to see.
    float noise = (float)grain1[j] * grain * 0.5f;
    float cb = (-0.1146f * red - 0.3854f * green + 0.5f * blue) * 56.0f + 128.5f + noise;
    float cr = (0.5f * red - 0.4542f * green - 0.0458f * blue) * 56.0f + 128.5f - noise;
    cb = cb < 16.0f ? 16.0f : (cb > 240.0f ? 240.0f : cb);
    cr = cr < 16.0f ? 16.0f : (cr > 240.0f ? 240.0f : cr);
    u[j] = (uint8_t)(int32_t)cb;
    v[j] = (uint8_t)(int32_t)cr;
  }
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
