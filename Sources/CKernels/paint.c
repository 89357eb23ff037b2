#include <math.h>
#include <string.h>

#include "CKernels.h"
#include "clones.h"

static inline __attribute__((always_inline)) int32_t clampi(int32_t x, int32_t low, int32_t high) {
  return x < low ? low : (x > high ? high : x);
}

static inline __attribute__((always_inline)) const float *row_of(const t2v_plane *p, int32_t y) {
  return p->data + (intptr_t)clampi(y, 0, p->height - 1) * p->stride;
}

static void extend(const t2v_plane *p, int32_t y) {
  float *row = p->data + (intptr_t)y * p->stride;
  for (int32_t i = 1; i <= p->pad; i++) {
    row[-i] = row[0];
    row[p->width - 1 + i] = row[p->width - 1];
  }
}

void t2v_plane_extend(const t2v_plane *p) {
  for (int32_t y = 0; y < p->height; y++) extend(p, y);
}

T2V_CLONES static void bytes_row(float *restrict dst, const uint8_t *restrict src, int32_t n, float bias) {
  for (int32_t i = 0; i < n; i++) dst[i] = (float)src[i] - bias;
}

void t2v_plane_from_bytes(const t2v_plane *dst, const uint8_t *src, int32_t stride, float bias) {
  for (int32_t y = 0; y < dst->height; y++) {
    bytes_row(dst->data + (intptr_t)y * dst->stride, src + (intptr_t)y * stride, dst->width, bias);
    extend(dst, y);
  }
}

/// Sums of a column window, made anew for each row: a running sum would drift with the order of additions.
T2V_CLONES static void column_sums(
    float *restrict sum, float *restrict square, const float *const *rows, int32_t count, int32_t n) {
  const float *restrict first = rows[0];
  for (int32_t i = 0; i < n; i++) {
    sum[i] = first[i];
    square[i] = first[i] * first[i];
  }
  for (int32_t k = 1; k < count; k++) {
    const float *restrict row = rows[k];
    for (int32_t i = 0; i < n; i++) {
      float x = row[i];
      sum[i] += x;
      square[i] += x * x;
    }
  }
}

/// The same without the squares.
T2V_CLONES static void column_sums_alone(float *restrict sum, const float *const *rows, int32_t count, int32_t n) {
  const float *restrict first = rows[0];
  for (int32_t i = 0; i < n; i++) sum[i] = first[i];
  for (int32_t k = 1; k < count; k++) {
    const float *restrict row = rows[k];
    for (int32_t i = 0; i < n; i++) sum[i] += row[i];
  }
}

/// The sum of a window of 2 · `r` + 1 samples. With `r` known to the compiler it is written out, and whole vectors of windows
/// are summed at once.
static inline __attribute__((always_inline)) float window_sum(const float *s, int32_t i, const int32_t r) {
  float sum = s[i];
  for (int32_t k = 1; k <= r; k++) sum += s[i - k] + s[i + k];
  return sum;
}

static inline __attribute__((always_inline)) void box_row_of(
    float *restrict mean, float *restrict variance, const float *restrict sum, const float *restrict square,
    int32_t n, const int32_t r, float inverse) {
  for (int32_t i = 0; i < n; i++) {
    float m = window_sum(sum, i, r) * inverse;
    mean[i] = m;
    variance[i] = window_sum(square, i, r) * inverse - m * m;
  }
}

T2V_CLONES static void box_row(
    float *restrict mean, float *restrict variance, const float *restrict sum, const float *restrict square,
    int32_t n, int32_t r, float inverse) {
  switch (r) {
  case 1: box_row_of(mean, variance, sum, square, n, 1, inverse); break;
  case 2: box_row_of(mean, variance, sum, square, n, 2, inverse); break;
  case 3: box_row_of(mean, variance, sum, square, n, 3, inverse); break;
  case 4: box_row_of(mean, variance, sum, square, n, 4, inverse); break;
  case 5: box_row_of(mean, variance, sum, square, n, 5, inverse); break;
  default: box_row_of(mean, variance, sum, square, n, r, inverse); break;
  }
}

static inline __attribute__((always_inline)) void box_mean_row_of(
    float *restrict mean, const float *restrict sum, int32_t n, const int32_t r, float inverse) {
  for (int32_t i = 0; i < n; i++) mean[i] = window_sum(sum, i, r) * inverse;
}

T2V_CLONES static void box_mean_row(
    float *restrict mean, const float *restrict sum, int32_t n, int32_t r, float inverse) {
  switch (r) {
  case 1: box_mean_row_of(mean, sum, n, 1, inverse); break;
  case 2: box_mean_row_of(mean, sum, n, 2, inverse); break;
  case 3: box_mean_row_of(mean, sum, n, 3, inverse); break;
  case 4: box_mean_row_of(mean, sum, n, 4, inverse); break;
  case 5: box_mean_row_of(mean, sum, n, 5, inverse); break;
  default: box_mean_row_of(mean, sum, n, r, inverse); break;
  }
}

void t2v_plane_box(
    const t2v_plane *mean, const t2v_plane *variance, const t2v_plane *src, int32_t r, float *sums) {
  int32_t pad = src->pad, whole = src->width + 2 * pad, window = 2 * r + 1;
  float inverse = 1.0f / (float)(window * window);
  const float *rows[32];
  for (int32_t y = 0; y < src->height; y++) {
    for (int32_t k = 0; k < window; k++) rows[k] = row_of(src, y + k - r) - pad;
    intptr_t at = (intptr_t)y * mean->stride;
    if (variance) {
      column_sums(sums, sums + whole, rows, window, whole);
      box_row(
          mean->data + at, variance->data + at, sums + pad, sums + whole + pad, src->width, r, inverse);
      extend(variance, y);
    } else {
      column_sums_alone(sums, rows, window, whole);
      box_mean_row(mean->data + at, sums + pad, src->width, r, inverse);
    }
    extend(mean, y);
  }
}

/// How much a window counts: the calmer, the more.
T2V_CLONES static void weigh_row(float *restrict v, int32_t n, float k) {
  for (int32_t i = 0; i < n; i++) {
    float over = v[i] < 0.0f ? 0.0f : v[i];
    float w = 1.0f / (1.0f + over * k);
    w *= w;
    v[i] = w * w;
  }
}

T2V_CLONES static void calm_row(
    float *restrict out, const float *restrict m0, const float *restrict m1, const float *restrict m2,
    const float *restrict w0, const float *restrict w1, const float *restrict w2, int32_t n, int32_t d) {
  for (int32_t i = 0; i < n; i++) {
    float total = 0.0f, sum = 0.0f;
#define TAP(m, w, at)     \
  do {                    \
    total += w[at];       \
    sum += w[at] * m[at]; \
  } while (0)
    TAP(m0, w0, i - d);
    TAP(m0, w0, i);
    TAP(m0, w0, i + d);
    TAP(m1, w1, i - d);
    TAP(m1, w1, i + d);
    TAP(m2, w2, i - d);
    TAP(m2, w2, i);
    TAP(m2, w2, i + d);
    out[i] = sum / total;
  }
}

void t2v_plane_calm(
    const t2v_plane *const *out, const t2v_plane *const *means, int32_t count, const t2v_plane *variance,
    int32_t d, float sharpness) {
  int32_t pad = variance->pad, weighed = 0;
  for (int32_t y = 0; y < variance->height; y++) {
    for (; weighed <= y + d && weighed < variance->height; weighed++)
      weigh_row(
          variance->data + (intptr_t)weighed * variance->stride - pad, variance->width + 2 * pad, sharpness);
    for (int32_t c = 0; c < count; c++) {
      calm_row(
          out[c]->data + (intptr_t)y * out[c]->stride, row_of(means[c], y - d), row_of(means[c], y),
          row_of(means[c], y + d), row_of(variance, y - d), row_of(variance, y), row_of(variance, y + d),
          variance->width, d);
      extend(out[c], y);
    }
  }
}

T2V_CLONES static void blur_down(
    float *restrict out, const float *restrict a, const float *restrict b, const float *restrict c,
    const float *restrict d, const float *restrict e, int32_t n) {
  for (int32_t i = 0; i < n; i++)
    out[i] = (a[i] + e[i]) * 0.0625f + (b[i] + d[i]) * 0.25f + c[i] * 0.375f;
}

T2V_CLONES static void blur_across(float *restrict out, const float *restrict s, int32_t n) {
  for (int32_t i = 0; i < n; i++)
    out[i] = (s[i - 2] + s[i + 2]) * 0.0625f + (s[i - 1] + s[i + 1]) * 0.25f + s[i] * 0.375f;
}

void t2v_plane_blur(const t2v_plane *dst, const t2v_plane *src, float *row) {
  int32_t pad = src->pad, whole = src->width + 2 * pad;
  for (int32_t y = 0; y < src->height; y++) {
    blur_down(
        row, row_of(src, y - 2) - pad, row_of(src, y - 1) - pad, row_of(src, y) - pad, row_of(src, y + 1) - pad,
        row_of(src, y + 2) - pad, whole);
    blur_across(dst->data + (intptr_t)y * dst->stride, row + pad, src->width);
    extend(dst, y);
  }
}

T2V_CLONES static void half_row(
    float *restrict out, const float *restrict a, const float *restrict b, int32_t n) {
  for (int32_t i = 0; i < n; i++) out[i] = (a[2 * i] + a[2 * i + 1] + b[2 * i] + b[2 * i + 1]) * 0.25f;
}

void t2v_plane_half(const t2v_plane *dst, const t2v_plane *src) {
  for (int32_t y = 0; y < dst->height; y++) {
    half_row(dst->data + (intptr_t)y * dst->stride, row_of(src, 2 * y), row_of(src, 2 * y + 1), dst->width);
    extend(dst, y);
  }
}

T2V_CLONES static void difference_row(
    float *restrict out, const float *restrict a, const float *restrict b, int32_t n, float gain) {
  for (int32_t i = 0; i < n; i++) out[i] = (a[i] - b[i]) * gain;
}

void t2v_plane_difference(const t2v_plane *dst, const t2v_plane *a, const t2v_plane *b, float gain) {
  for (int32_t y = 0; y < dst->height; y++) {
    intptr_t at = (intptr_t)y * dst->stride;
    difference_row(dst->data + at, a->data + at, b->data + at, dst->width, gain);
    extend(dst, y);
  }
}

/// Entries of a field that are taken at a time.
#define MOVES 512

/// How far a row of a field moves what lies there, in whole samples.
T2V_CLONES static void moves_row(
    int32_t *restrict across, int32_t *restrict down, const float *restrict fx, const float *restrict fy, int32_t n,
    float gain) {
  for (int32_t i = 0; i < n; i++) {
    // The bias keeps truncation a floor.
    across[i] = (int32_t)(fx[i] * gain + 1024.5f) - 1024;
    down[i] = (int32_t)(fy[i] * gain + 1024.5f) - 1024;
  }
}

/// One row of the blocks of an entry each; whole blocks that come from within the picture are copied at once.
static inline __attribute__((always_inline)) void displace_row(
    uint8_t *restrict out, const uint8_t *restrict src, int32_t x0, int32_t y, int32_t width, int32_t height,
    const int32_t *restrict across, const int32_t *restrict down, int32_t blocks, const int32_t shift) {
  const int32_t side = 1 << shift;
  for (int32_t i = 0; i < blocks; i++) {
    int32_t x = x0 + (i << shift), sx = x + across[i];
    const uint8_t *row = src + (intptr_t)clampi(y + down[i], 0, height - 1) * width;
    if (sx >= 0 && sx + side <= width && x + side <= width) {
      memcpy(out + x, row + sx, (size_t)side);
      continue;
    }
    for (int32_t k = 0; k < side && x + k < width; k++) out[x + k] = row[clampi(sx + k, 0, width - 1)];
  }
}

void t2v_displace(
    uint8_t *dst, const uint8_t *src, int32_t width, int32_t height, const t2v_plane *dx, const t2v_plane *dy,
    int32_t shift, float gain) {
  int32_t across[MOVES], down[MOVES];
  int32_t side = 1 << shift, entries = (width + side - 1) >> shift;
  for (int32_t y0 = 0; y0 < height; y0 += side) {
    const float *fx = row_of(dx, y0 >> shift), *fy = row_of(dy, y0 >> shift);
    for (int32_t first = 0; first < entries; first += MOVES) {
      int32_t blocks = entries - first < MOVES ? entries - first : MOVES;
      moves_row(across, down, fx + first, fy + first, blocks, gain);
      for (int32_t y = y0; y < y0 + side && y < height; y++) {
        uint8_t *out = dst + (intptr_t)y * width;
        int32_t x0 = first << shift;
        switch (shift) {
        case 1: displace_row(out, src, x0, y, width, height, across, down, blocks, 1); break;
        case 2: displace_row(out, src, x0, y, width, height, across, down, blocks, 2); break;
        default: displace_row(out, src, x0, y, width, height, across, down, blocks, shift); break;
        }
      }
    }
  }
}

void t2v_plane_gather(
    const t2v_plane *dst, const t2v_plane *src, const int8_t *dx, const int8_t *dy, int32_t shift) {
  for (int32_t y = 0; y < dst->height; y++) {
    float *restrict out = dst->data + (intptr_t)y * dst->stride;
    for (int32_t x = 0; x < dst->width; x++) {
      intptr_t at = (intptr_t)(y << shift) * (dst->width << shift) + (x << shift);
      int32_t sx = clampi(x + (dx[at] >> shift), 0, src->width - 1);
      int32_t sy = clampi(y + (dy[at] >> shift), 0, src->height - 1);
      out[x] = src->data[(intptr_t)sy * src->stride + sx];
    }
    extend(dst, y);
  }
}

/// Columns of the tile that are taken at a time.
#define STREAM 256

/// Means along the current where nothing lies beyond the plane and its padding: offsets of `taps` rows of `n`.
T2V_CLONES static void stream_row(
    float *restrict out, const float *restrict src, const int32_t *restrict offsets, int32_t taps, int32_t n,
    float inverse) {
  float sum[STREAM] = {0};
  for (int32_t k = 0; k < taps; k++) {
    const int32_t *restrict offset = offsets + k * STREAM;
    for (int32_t i = 0; i < n; i++) sum[i] += src[i + offset[i]];
  }
  for (int32_t i = 0; i < n; i++) out[i] = sum[i] * inverse;
}

void t2v_plane_stream(
    const t2v_plane *dst, const t2v_plane *src, const int8_t *dx, const int8_t *dy, int32_t taps, int32_t bits,
    int32_t jump) {
  int32_t side = 1 << bits, mask = side - 1, around = side >> jump;
  float inverse = 1.0f / (float)taps;
  int32_t offsets[16 * STREAM];
  for (int32_t y = 0; y < dst->height; y++) {
    float *restrict out = dst->data + (intptr_t)y * dst->stride;
    int32_t tileRow = ((y << jump) & mask) << bits;
    // The row's offsets come round with the tile.
    int32_t reach = src->pad + 1, low = 0, high = 0;
    if (around <= STREAM && taps <= 16) {
      reach = 0;
      for (int32_t k = 0; k < taps; k++) {
        for (int32_t i = 0; i < around; i++) {
          int32_t at = (k << (2 * bits)) + tileRow + (i << jump), across = dx[at] >> jump, down = dy[at] >> jump;
          reach = across > reach ? across : (-across > reach ? -across : reach);
          low = down < low ? down : low;
          high = down > high ? down : high;
          offsets[k * STREAM + i] = down * src->stride + across;
        }
      }
    }
    if (reach <= src->pad && y + low >= 0 && y + high < src->height) {
      const float *from = src->data + (intptr_t)y * src->stride;
      for (int32_t x = 0; x < dst->width; x += around) {
        int32_t rest = dst->width - x;
        stream_row(out + x, from + x, offsets, taps, rest < around ? rest : around, inverse);
      }
      extend(dst, y);
      continue;
    }
    for (int32_t x = 0; x < dst->width; x++) {
      int32_t at = tileRow + ((x << jump) & mask);
      float sum = 0.0f;
      for (int32_t k = 0; k < taps; k++) {
        int32_t offset = (k << (2 * bits)) + at;
        int32_t sx = clampi(x + (dx[offset] >> jump), 0, src->width - 1);
        int32_t sy = clampi(y + (dy[offset] >> jump), 0, src->height - 1);
        sum += src->data[(intptr_t)sy * src->stride + sx];
      }
      out[x] = sum * inverse;
    }
    extend(dst, y);
  }
}

T2V_CLONES static void bright_row(float *restrict out, const float *restrict s, int32_t n, float from, float k) {
  for (int32_t i = 0; i < n; i++) {
    float x = CLAMP01((s[i] - from) * k);
    out[i] = x * x;
  }
}

void t2v_plane_bright(const t2v_plane *dst, const t2v_plane *src, float from) {
  for (int32_t y = 0; y < dst->height; y++) {
    bright_row(
        dst->data + (intptr_t)y * dst->stride, src->data + (intptr_t)y * src->stride, dst->width, from,
        1.0f / (235.0f - from));
    extend(dst, y);
  }
}

T2V_CLONES static void settle_row(
    float *restrict g, const float *restrict c, int32_t n, float low, float scale) {
  for (int32_t i = 0; i < n; i++) {
    float way = c[i] - g[i], far = way < 0.0f ? -way : way;
    float t = CLAMP01((far - low) * scale);
    g[i] += way * t;
  }
}

void t2v_plane_settle(const t2v_plane *gathered, const t2v_plane *calm, float low, float scale) {
  for (int32_t y = 0; y < gathered->height; y++) {
    settle_row(
        gathered->data + (intptr_t)y * gathered->stride, calm->data + (intptr_t)y * calm->stride,
        gathered->width, low, scale);
    extend(gathered, y);
  }
}

void t2v_plane_shrink_bytes(const t2v_plane *dst, const uint8_t *src, int32_t stride, int32_t factor) {
  float inverse = 1.0f / (float)(factor * factor);
  for (int32_t y = 0; y < dst->height; y++) {
    float *restrict out = dst->data + (intptr_t)y * dst->stride;
    for (int32_t x = 0; x < dst->width; x++) {
      int32_t sum = 0;
      for (int32_t j = 0; j < factor; j++) {
        const uint8_t *row = src + (intptr_t)(y * factor + j) * stride + x * factor;
        for (int32_t i = 0; i < factor; i++) sum += row[i];
      }
      out[x] = (float)sum * inverse;
    }
    extend(dst, y);
  }
}

void t2v_plane_streak(const t2v_plane *plane, float keep) {
  for (int32_t y = 0; y < plane->height; y++) {
    float *row = plane->data + (intptr_t)y * plane->stride;
    float carried = 0.0f;
    for (int32_t x = 0; x < plane->width; x++) {
      float own = row[x];
      carried = carried * keep + own * (1.0f - keep);
      row[x] = carried;
    }
    carried = 0.0f;
    for (int32_t x = plane->width - 1; x >= 0; x--) {
      carried = carried * keep + row[x] * (1.0f - keep);
      row[x] = carried;
    }
    extend(plane, y);
  }
}
