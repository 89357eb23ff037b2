#include "CKernels.h"
#include "clones.h"

T2V_CLONES void t2v_fill_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, float red, float green, float blue) {
  for (int32_t i = 0; i < n; i++) {
    r[i] = red;
    g[i] = green;
    b[i] = blue;
  }
}

T2V_CLONES void t2v_mix_row(
    float *restrict dst, const float *restrict a, const float *restrict b, float t, int32_t n) {
  for (int32_t i = 0; i < n; i++) dst[i] = a[i] + (b[i] - a[i]) * t;
}

/// Eight samples at a time as the compiler's own vectors, because plain loops turn interleaved stores into scatters.
typedef float eight __attribute__((vector_size(32)));

typedef float loose __attribute__((vector_size(32), aligned(4), may_alias));
#define LOAD(at) (*(const loose *)(at))
#define STORE(at, value) (*(loose *)(at) = (value))

typedef float four __attribute__((vector_size(16), aligned(4), may_alias));
typedef float sixteen __attribute__((vector_size(64)));
typedef float wide __attribute__((vector_size(64), aligned(4), may_alias));

/// Sixteen samples of a row enlarged four times, from src[0..<4] and its neighbours: each sample and a share of the way
/// to the one before it or behind it.
#define ENLARGE4(src, out)                                                                                     \
  do {                                                                                                         \
    four here_ = *(const four *)(src);                                                                         \
    four back_ = *(const four *)((src) - 1) - here_, on_ = *(const four *)((src) + 1) - here_;                 \
    const sixteen share_ = {0.375f, 0.125f, 0.125f, 0.375f, 0.375f, 0.125f, 0.125f, 0.375f,                    \
                            0.375f, 0.125f, 0.125f, 0.375f, 0.375f, 0.125f, 0.125f, 0.375f};                   \
    out = __builtin_shufflevector(here_, here_, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3) +              \
          __builtin_shufflevector(back_, on_, 0, 0, 4, 4, 1, 1, 5, 5, 2, 2, 6, 6, 3, 3, 7, 7) * share_;        \
  } while (0)

T2V_CLONES void t2v_upsample_row(float *restrict dst, const float *restrict src, int32_t quarter) {
  for (int32_t j = 0; j < quarter; j += 4) {
    sixteen value;
    ENLARGE4(src + j, value);
    *(wide *)(dst + 4 * j) = value;
  }
}

T2V_CLONES void t2v_upsample_over_row(
    float *restrict r, float *restrict g, float *restrict b, const float *restrict qr, const float *restrict qg,
    const float *restrict qb, const float *restrict qa, int32_t quarter) {
  for (int32_t j = 0; j < quarter; j += 4) {
    sixteen rest, value;
    ENLARGE4(qa + j, rest);
    rest = 1.0f - rest;
    ENLARGE4(qr + j, value);
    *(wide *)(r + 4 * j) = *(wide *)(r + 4 * j) * rest + value;
    ENLARGE4(qg + j, value);
    *(wide *)(g + 4 * j) = *(wide *)(g + 4 * j) * rest + value;
    ENLARGE4(qb + j, value);
    *(wide *)(b + 4 * j) = *(wide *)(b + 4 * j) * rest + value;
  }
}

T2V_CLONES void t2v_upsample_tint_row(
    float *restrict r, float *restrict g, float *restrict b, const float *restrict qa, int32_t quarter, float red,
    float green, float blue) {
  for (int32_t j = 0; j < quarter; j += 4) {
    sixteen cover;
    ENLARGE4(qa + j, cover);
    *(wide *)(r + 4 * j) += (red - *(wide *)(r + 4 * j)) * cover;
    *(wide *)(g + 4 * j) += (green - *(wide *)(g + 4 * j)) * cover;
    *(wide *)(b + 4 * j) += (blue - *(wide *)(b + 4 * j)) * cover;
  }
}

T2V_CLONES void t2v_upsample2_row(float *restrict dst, const float *restrict src, int32_t half) {
  for (int32_t j = 0; j < half; j += 8) {
    // Outputs 2j and 2j + 1 lie a quarter of the way to j - 1 and to j + 1.
    eight here = LOAD(src + j);
    eight back = (LOAD(src + j - 1) - here) * 0.25f, on = (LOAD(src + j + 1) - here) * 0.25f;
    *(wide *)(dst + 2 * j) =
        __builtin_shufflevector(here, here, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7) +
        __builtin_shufflevector(back, on, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
  }
}

/// A sample of two rows, `t` of the way from one to the other.
#define BETWEEN(at) (LOAD(a + (at)) + (LOAD(b + (at)) - LOAD(a + (at))) * t)

T2V_CLONES void t2v_upsample2_between_row(
    float *restrict dst, const float *restrict a, const float *restrict b, float t, int32_t half) {
  for (int32_t j = 0; j < half; j += 8) {
    eight here = BETWEEN(j);
    eight back = (BETWEEN(j - 1) - here) * 0.25f, on = (BETWEEN(j + 1) - here) * 0.25f;
    *(wide *)(dst + 2 * j) =
        __builtin_shufflevector(here, here, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7) +
        __builtin_shufflevector(back, on, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
  }
}

T2V_CLONES void t2v_keep_row(int16_t *restrict dst, const float *restrict src, int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    float x = src[i] * 4096.0f;
    x = x < -32700.0f ? -32700.0f : (x > 32700.0f ? 32700.0f : x);
    dst[i] = (int16_t)(int32_t)(x + (x < 0.0f ? -0.5f : 0.5f));
  }
}

T2V_CLONES void t2v_mix_kept_row(
    float *restrict dst, const int16_t *restrict a, const int16_t *restrict b, float t, int32_t n) {
  const float wa = (1.0f - t) / 4096.0f, wb = t / 4096.0f;
  for (int32_t i = 0; i < n; i++) dst[i] = (float)a[i] * wa + (float)b[i] * wb;
}

T2V_CLONES void t2v_shrink_row(float *restrict dst, const float *restrict src, int32_t quarter) {
  for (int32_t j = 0; j < quarter; j++)
    dst[j] = (src[4 * j] + src[4 * j + 1] + src[4 * j + 2] + src[4 * j + 3]) * 0.25f;
}

T2V_CLONES void t2v_mix_pairs_row(
    uint32_t *restrict dst, const float *restrict a, const float *restrict b, float t, int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    float x = (a[i] + (b[i] - a[i]) * t) * 4096.0f, next = (a[i + 1] + (b[i + 1] - a[i + 1]) * t) * 4096.0f;
    x = x < -32000.0f ? -32000.0f : (x > 32000.0f ? 32000.0f : x);
    float way = next - x;
    way = way < -32000.0f ? -32000.0f : (way > 32000.0f ? 32000.0f : way);
    dst[i] = ((uint32_t)(int32_t)x & 0xffffu) | ((uint32_t)(int32_t)way << 16);
  }
}

T2V_CLONES void t2v_tile_row(
    float *restrict out, int32_t n, const uint32_t *restrict tile, uint32_t mask, uint32_t u, uint32_t du,
    float gain, int32_t add) {
  float keep = add ? 1.0f : 0.0f, scale = gain * (1.0f / 4096.0f);
  for (int32_t i = 0; i < n; i++) {
    uint32_t at = u + (uint32_t)i * du;
    int32_t index = (int32_t)((at >> 16) & mask);
    float t = (float)(int32_t)(at & 0xffff) * (1.0f / 65536.0f);
    // One load a sample: the texel and the way to the next.
    int32_t pair = (int32_t)tile[index];
    float a = (float)(int16_t)(pair & 0xffff), way = (float)(pair >> 16);
    out[i] = out[i] * keep + (a + way * t) * scale;
  }
}

T2V_CLONES void t2v_tile_2d(
    float *restrict out, int32_t n, const float *restrict tile, uint32_t mask, const float *restrict u,
    const float *restrict v, float gain, int32_t add) {
  int32_t stride = (int32_t)mask + 2;
  float keep = add ? 1.0f : 0.0f;
  for (int32_t i = 0; i < n; i++) {
    // Texel positions are kept within ±4 million by the caller; the bias makes truncation a floor.
    // Texel positions stay within the range of int32: the caller scrolls modulo the tile.
    float fv = v[i];
    int32_t iu = (int32_t)u[i], iv = (int32_t)fv;
    iu -= (float)iu > u[i];
    iv -= (float)iv > fv;
    float tu = u[i] - (float)iu, tv = fv - (float)iv;
    int32_t at = (int32_t)((uint32_t)iv & mask) * stride + (int32_t)((uint32_t)iu & mask);
    float a = tile[at], b = tile[at + 1], c = tile[at + stride], d = tile[at + stride + 1];
    float top = a + (b - a) * tu, bottom = c + (d - c) * tu;
    out[i] = out[i] * keep + (top + (bottom - top) * tv) * gain;
  }
}

T2V_CLONES void t2v_cover_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict coverage,
    float red, float green, float blue) {
  for (int32_t i = 0; i < n; i++) {
    float c = coverage[i];
    r[i] += (red - r[i]) * c;
    g[i] += (green - g[i]) * c;
    b[i] += (blue - b[i]) * c;
  }
}

T2V_CLONES void t2v_cover_veil_row(
    float *restrict r, float *restrict g, float *restrict b, float *restrict a, int32_t n,
    const float *restrict coverage, float red, float green, float blue) {
  for (int32_t i = 0; i < n; i++) {
    float c = coverage[i];
    r[i] += (red - r[i]) * c;
    g[i] += (green - g[i]) * c;
    b[i] += (blue - b[i]) * c;
    a[i] += (1.0f - a[i]) * c;
  }
}

T2V_CLONES void t2v_add_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict weight, float red,
    float green, float blue) {
  for (int32_t i = 0; i < n; i++) {
    r[i] += red * weight[i];
    g[i] += green * weight[i];
    b[i] += blue * weight[i];
  }
}

T2V_CLONES void t2v_step_row(
    float *restrict out, int32_t n, const float *restrict field, float low, float scale, float amount) {
  for (int32_t i = 0; i < n; i++) {
    float x = CLAMP01((field[i] - low) * scale);
    out[i] = x * x * (3.0f - 2.0f * x) * amount;
  }
}

T2V_CLONES void t2v_scale_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict field) {
  for (int32_t i = 0; i < n; i++) {
    r[i] *= field[i];
    g[i] *= field[i];
    b[i] *= field[i];
  }
}

T2V_CLONES void t2v_tint_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, float red, float green, float blue,
    float amount) {
  for (int32_t i = 0; i < n; i++) {
    float luma = 0.2126f * r[i] + 0.7152f * g[i] + 0.0722f * b[i];
    r[i] += (luma * red - r[i]) * amount;
    g[i] += (luma * green - g[i]) * amount;
    b[i] += (luma * blue - b[i]) * amount;
  }
}

T2V_CLONES void t2v_table_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict field,
    const float *restrict tableR, const float *restrict tableG, const float *restrict tableB, float scale) {
  for (int32_t i = 0; i < n; i++) {
    float x = field[i] * scale;
    x = x < 0.0f ? 0.0f : (x > 255.0f ? 255.0f : x);
    int32_t at = (int32_t)x;
    float t = x - (float)at;
    r[i] = tableR[at] + (tableR[at + 1] - tableR[at]) * t;
    g[i] = tableG[at] + (tableG[at + 1] - tableG[at]) * t;
    b[i] = tableB[at] + (tableB[at + 1] - tableB[at]) * t;
  }
}
