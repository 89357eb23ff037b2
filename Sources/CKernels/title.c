#include "CKernels.h"
#include "clones.h"

#include <math.h>

static inline __attribute__((always_inline)) uint8_t byte(float value) {
  value = roundf(value);
  return (uint8_t)(int32_t)(value < 0.0f ? 0.0f : value > 255.0f ? 255.0f : value);
}

/// A sum of premultiplied pixels as BT.709 colour, 0 to 1, and its luma; black where it is clear.
#define COLOUR(red, green, blue, cover)                                                    \
  float whole = (cover) > 0.0f ? 1.0f / (cover) : 0.0f;                                    \
  float r = (red) * whole, b = (blue) * whole, g = (green) * whole;                        \
  r = r < 1.0f ? r : 1.0f, g = g < 1.0f ? g : 1.0f, b = b < 1.0f ? b : 1.0f;               \
  float luma = 0.2126f * r + 0.7152f * g + 0.0722f * b

#define STEP 128

T2V_CLONES void t2v_title_rows(
    const uint8_t *restrict above, const uint8_t *restrict upper, const uint8_t *restrict lower, int32_t n,
    float shift, uint8_t *restrict y0, uint8_t *restrict alpha0, uint8_t *restrict y1, uint8_t *restrict alpha1,
    uint8_t *restrict u, uint8_t *restrict v, uint8_t *restrict alpha) {
  for (int32_t at = 0; at < n; at += STEP) {
    int32_t count = n - at < STEP ? n - at : STEP;
    float moved[2][4][STEP];
    for (int32_t row = 0; row < 2; row++) {
      const uint8_t *over = (row ? upper : above) + 4 * at, *here = (row ? lower : upper) + 4 * at;
      uint8_t *y = (row ? y1 : y0) + at, *a = (row ? alpha1 : alpha0) + at;
      for (int32_t i = 0; i < count; i++)
        for (int32_t channel = 0; channel < 4; channel++) {
          float now = here[4 * i + channel], before = over[4 * i + channel];
          moved[row][channel][i] = now + (before - now) * shift;
        }
      for (int32_t i = 0; i < count; i++) {
        COLOUR(moved[row][0][i], moved[row][1][i], moved[row][2][i], moved[row][3][i]);
        y[i] = byte(16.0f + 219.0f * luma);
        a[i] = byte(moved[row][3][i]);
      }
    }
    for (int32_t i = 0; i < count / 2; i++) {
      float sum[4];
      for (int32_t channel = 0; channel < 4; channel++)
        sum[channel] = moved[0][channel][2 * i] + moved[0][channel][2 * i + 1] + moved[1][channel][2 * i] +
                       moved[1][channel][2 * i + 1];
      COLOUR(sum[0], sum[1], sum[2], sum[3]);
      u[at / 2 + i] = byte(128.0f + 224.0f * (b - luma) / 1.8556f);
      v[at / 2 + i] = byte(128.0f + 224.0f * (r - luma) / 1.5748f);
      alpha[at / 2 + i] = byte(sum[3] / 4.0f);
    }
  }
}

static inline __attribute__((always_inline)) float share(uint8_t alpha, int32_t opacity) {
  return (float)(alpha * opacity) * (1.0f / 65280.0f);
}

T2V_CLONES void t2v_title_over_row(
    uint8_t *restrict dst, const uint8_t *restrict cover, const uint8_t *restrict colour, const uint8_t *restrict alpha,
    int32_t n, int32_t opacity) {
  for (int32_t i = 0; i < n; i++) {
    float above = share(alpha[i], opacity), below = cover[i] * (1.0f / 255.0f) * (1.0f - above);
    float whole = above + below, part = whole > 0.0f ? 1.0f / whole : 0.0f;
    float mixed = (colour[i] * above + dst[i] * below) * part;
    dst[i] = whole > 0.0f ? byte(mixed) : dst[i];
  }
}

T2V_CLONES void t2v_title_cover_row(uint8_t *restrict cover, const uint8_t *restrict alpha, int32_t n, int32_t opacity) {
  for (int32_t i = 0; i < n; i++) {
    float above = share(alpha[i], opacity);
    cover[i] = byte(255.0f * above + cover[i] * (1.0f - above));
  }
}
