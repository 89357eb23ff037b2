#include <string.h>

#include "CKernels.h"
#include "clones.h"

/// Sixteen samples at a time as the compiler's own vectors: what is done to a sample stays in registers from the row to the
/// bytes of the picture.
typedef float wide __attribute__((ext_vector_type(16)));
typedef int32_t whole __attribute__((ext_vector_type(16)));
typedef float samples __attribute__((ext_vector_type(16), aligned(4), may_alias));
typedef int8_t grains __attribute__((ext_vector_type(16), aligned(1), may_alias));
typedef uint8_t bytes __attribute__((ext_vector_type(16), aligned(1), may_alias));

#define LOAD(at) (*(const samples *)(at))
#define GRAIN(at) __builtin_convertvector(*(const grains *)(at), wide)
/// Rounds down what lies between 0 and 255.
#define PUT(at, value) (*(bytes *)(at) = __builtin_convertvector(__builtin_convertvector(value, whole), bytes))
#define EVEN(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)
#define ODD(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)
#define LARGER(a, b) ((a) > (b) ? (a) : (b))
#define AT_LEAST(x, low) ((x) < (wide)(low) ? (wide)(low) : (x))
#define AT_MOST(x, high) ((x) > (wide)(high) ? (wide)(high) : (x))

/// Sixteen samples of three channels, and the largest of each three.
typedef struct {
  wide r, g, b, most;
} colours;

static inline __attribute__((always_inline)) void light(
    colours *c, const float *r, const float *g, const float *b, float shade, const float *vignette) {
  wide light = 1.0f - shade - LOAD(vignette);
  c->r = LOAD(r) * light;
  c->g = LOAD(g) * light;
  c->b = LOAD(b) * light;
  c->most = LARGER(c->r, c->g);
  c->most = LARGER(c->most, c->b);
}

static inline __attribute__((always_inline)) void spill(colours *c) {
  wide over = c->most - 1.0f;
  over = AT_LEAST(over, 0.0f) * 0.45f;
  c->r += over;
  c->g += over;
  c->b += over;
}

static inline __attribute__((always_inline)) void shoulder(wide *c) {
  wide x = AT_LEAST(*c, 0.0f);
  x = AT_MOST(x, 1.3f);
  wide high = x > 0.7f ? x - 0.7f : (wide)0.0f;
  *c = x - high * high * 0.8333333f;
}

/// Highlights bleed into the other channels, so that a bright orange turns to yellow and not to a flat patch; then a shoulder
/// from 0.7 that reaches white at 1.3 with slope 0. Samples without light need none of it.
static inline __attribute__((always_inline)) void develop(colours *c, int32_t count) {
  wide most = c[0].most;
  for (int32_t k = 1; k < count; k++) most = LARGER(most, c[k].most);
  if (__builtin_reduce_or(most > 0.7f)) {
    if (__builtin_reduce_or(most > 1.0f))
      for (int32_t k = 0; k < count; k++) spill(&c[k]);
    for (int32_t k = 0; k < count; k++) {
      shoulder(&c[k].r);
      shoulder(&c[k].g);
      shoulder(&c[k].b);
    }
  } else {
    for (int32_t k = 0; k < count; k++) {
      c[k].r = AT_LEAST(c[k].r, 0.0f);
      c[k].g = AT_LEAST(c[k].g, 0.0f);
      c[k].b = AT_LEAST(c[k].b, 0.0f);
    }
  }
}

static inline __attribute__((always_inline)) void luma(
    uint8_t *y, const colours *c, const int8_t *grain, float strength) {
  wide value = 16.5f + (46.5594f * c->r + 156.6288f * c->g + 15.8118f * c->b);
  value += GRAIN(grain) * strength;
  value = AT_LEAST(value, 16.0f);
  value = AT_MOST(value, 235.0f);
  PUT(y, value);
}

/// The samples that one of each chroma sample stands for, sixteen of them: the left and the right half of two rows.
#define CHROMA_SUM(c, channel)                                                          \
  (EVEN(c[0].channel + c[2].channel, c[1].channel + c[3].channel) +                     \
   ODD(c[0].channel + c[2].channel, c[1].channel + c[3].channel))

/// 32 columns of two rows.
static inline __attribute__((always_inline)) void finish_block(
    const float *r0, const float *g0, const float *b0, const float *r1, const float *g1, const float *b1,
    const float *vignette, float vignette0, float vignette1, const int8_t *grain0, const int8_t *grain1,
    const int8_t *grainC, float grain, uint8_t *y0, uint8_t *y1, uint8_t *u, uint8_t *v) {
  colours c[4];
  light(&c[0], r0, g0, b0, vignette0, vignette);
  light(&c[1], r0 + 16, g0 + 16, b0 + 16, vignette0, vignette + 16);
  light(&c[2], r1, g1, b1, vignette1, vignette);
  light(&c[3], r1 + 16, g1 + 16, b1 + 16, vignette1, vignette + 16);
  develop(c, 4);
  luma(y0, &c[0], grain0, grain);
  luma(y0 + 16, &c[1], grain0 + 16, grain);
  luma(y1, &c[2], grain1, grain);
  luma(y1 + 16, &c[3], grain1 + 16, grain);
  wide red = CHROMA_SUM(c, r), green = CHROMA_SUM(c, g), blue = CHROMA_SUM(c, b);
  // Chroma keeps half of the grain: enough against bands, too little to see.
  wide noise = GRAIN(grainC) * grain * 0.5f;
  wide cb = (-0.1146f * red - 0.3854f * green + 0.5f * blue) * 56.0f + 128.5f + noise;
  wide cr = (0.5f * red - 0.4542f * green - 0.0458f * blue) * 56.0f + 128.5f - noise;
  cb = AT_LEAST(cb, 16.0f);
  cb = AT_MOST(cb, 240.0f);
  cr = AT_LEAST(cr, 16.0f);
  cr = AT_MOST(cr, 240.0f);
  PUT(u, cb);
  PUT(v, cr);
}

T2V_CLONES void t2v_finish_rows(
    float *restrict r0, float *restrict g0, float *restrict b0, float *restrict r1, float *restrict g1,
    float *restrict b1, int32_t n, const float *restrict vignette, float vignette0, float vignette1,
    const int8_t *restrict grain0, const int8_t *restrict grain1, float grain, uint8_t *restrict y0,
    uint8_t *restrict y1, uint8_t *restrict u, uint8_t *restrict v) {
  int32_t i = 0;
  for (; i + 32 <= n; i += 32)
    finish_block(
        r0 + i, g0 + i, b0 + i, r1 + i, g1 + i, b1 + i, vignette + i, vignette0, vignette1, grain0 + i, grain1 + i,
        grain1 + i / 2, grain, y0 + i, y1 + i, u + i / 2, v + i / 2);
  if (i == n) return;
  // The last columns, in a block of their own that is as wide as all.
  float rows[7][32] = {{0}};
  int8_t grains[3][32] = {{0}};
  uint8_t made[4][32];
  const size_t rest = (size_t)(n - i);
  const float *from[7] = {r0, g0, b0, r1, g1, b1, vignette};
  for (int32_t k = 0; k < 7; k++) memcpy(rows[k], from[k] + i, rest * sizeof(float));
  memcpy(grains[0], grain0 + i, rest);
  memcpy(grains[1], grain1 + i, rest);
  memcpy(grains[2], grain1 + i / 2, rest / 2);
  finish_block(
      rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], vignette0, vignette1, grains[0], grains[1],
      grains[2], grain, made[0], made[1], made[2], made[3]);
  memcpy(y0 + i, made[0], rest);
  memcpy(y1 + i, made[1], rest);
  memcpy(u + i / 2, made[2], rest / 2);
  memcpy(v + i / 2, made[3], rest / 2);
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
