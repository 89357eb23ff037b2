#include "CKernels.h"
#include "clones.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

T2V_CLONES void t2v_fill_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, float red, float green, float blue) {
  for (int32_t i = 0; i < n; i++) {
    r[i] = red;
    g[i] = green;
    b[i] = blue;
  }
}

/// Eight samples at a time as the compiler's own vectors, because plain loops turn interleaved stores into scatters.
typedef float eight __attribute__((vector_size(32)));

typedef float loose __attribute__((vector_size(32), aligned(4), may_alias));
#define LOAD(at) (*(const loose *)(at))
#define STORE(at, value) (*(loose *)(at) = (value))

typedef float four __attribute__((vector_size(16), aligned(4), may_alias));
typedef float quad __attribute__((vector_size(16)));
typedef float sixteen __attribute__((vector_size(64)));
typedef float wide __attribute__((vector_size(64), aligned(4), may_alias));

/// A row that lies `t` of the way from a to b, at some place of it.
#define BETWEEN(kind, a, b) (*(const kind *)(a) + (*(const kind *)(b) - *(const kind *)(a)) * t)

/// Sixteen samples of a row enlarged four times, from those at k to k + 3 of `here`: each sample and a share of the way to the one
/// before it or behind it. n is the number of samples in `here`.
#define SPREAD(n, k)                                                                                              \
  (__builtin_shufflevector(                                                                                      \
       here, here, k, k, k, k, k + 1, k + 1, k + 1, k + 1, k + 2, k + 2, k + 2, k + 2, k + 3, k + 3, k + 3, k + 3) + \
   __builtin_shufflevector(                                                                                      \
       back, on, k, k, n + k, n + k, k + 1, k + 1, n + k + 1, n + k + 1, k + 2, k + 2, n + k + 2, n + k + 2,     \
       k + 3, k + 3, n + k + 3, n + k + 3) *                                                                     \
       share)

static const sixteen share = {0.375f, 0.125f, 0.125f, 0.375f, 0.375f, 0.125f, 0.125f, 0.375f,
                              0.375f, 0.125f, 0.125f, 0.375f, 0.375f, 0.125f, 0.125f, 0.375f};

/// A quarter row that lies between two, gone over by sixteen samples: those at hand, the ones before and the ones to come, each mixed once.
typedef struct {
  sixteen before, here;
} course;

static inline __attribute__((always_inline)) void begin(course *at, const float *a, const float *b, float t) {
  at->before = BETWEEN(wide, a - 16, b - 16);
  at->here = BETWEEN(wide, a, b);
}

/// Enlarges the next sixteen samples from j on.
static inline __attribute__((always_inline)) void enlarge(
    sixteen *out, course *at, const float *a, const float *b, float t, int32_t j) {
  sixteen here = at->here, next = BETWEEN(wide, a + j + 16, b + j + 16);
  sixteen back = __builtin_shufflevector(
                     at->before, here, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30) - here;
  sixteen on =
      __builtin_shufflevector(here, next, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16) - here;
  out[0] = SPREAD(16, 0);
  out[1] = SPREAD(16, 4);
  out[2] = SPREAD(16, 8);
  out[3] = SPREAD(16, 12);
  at->before = here;
  at->here = next;
}

/// Enlarges the four that are left at its end.
static inline __attribute__((always_inline)) void enlarge_rest(
    sixteen *out, const float *a, const float *b, float t, int32_t j) {
  a += j;
  b += j;
  quad here = BETWEEN(four, a, b), back = BETWEEN(four, a - 1, b - 1) - here, on = BETWEEN(four, a + 1, b + 1) - here;
  out[0] = SPREAD(4, 0);
}

#define AT(row) (*(wide *)((row) + 4 * j + 16 * k))

/// Goes over a quarter row by sixteen samples, and by four where no more are left; `enlarged(out, course, first, second)` gives
/// those of one channel.
#define MANY(out, course, first, second) enlarge(out, &course, first, second, t, j)
#define REST(out, course, first, second) enlarge_rest(out, first, second, t, j)
#define BY_GROUPS(body)                                        \
  do {                                                         \
    int32_t j = 0;                                             \
    for (; j + 16 <= quarter; j += 16) body(MANY, 4)           \
    for (; j < quarter; j += 4) body(REST, 1)                  \
  } while (0)

T2V_CLONES void t2v_upsample_row(
    float *restrict dst, const float *restrict a, const float *restrict b, float t, int32_t quarter) {
  course c;
  begin(&c, a, b, t);
#define BODY(enlarged, groups)                                 \
  {                                                            \
    sixteen value[4];                                          \
    enlarged(value, c, a, b);                                  \
    for (int32_t k = 0; k < groups; k++) AT(dst) = value[k];   \
  }
  BY_GROUPS(BODY);
#undef BODY
}

T2V_CLONES void t2v_upsample_over_row(
    float *restrict r, float *restrict g, float *restrict b, const t2v_veil *restrict veil, float t,
    int32_t quarter) {
  const t2v_veil v = *veil;
  course cover, red, green, blue;
  begin(&cover, v.cover[0], v.cover[1], t);
  begin(&red, v.red[0], v.red[1], t);
  begin(&green, v.green[0], v.green[1], t);
  begin(&blue, v.blue[0], v.blue[1], t);
#define BODY(enlarged, groups)                                                        \
  {                                                                                   \
    sixteen rest[4], value[4];                                                        \
    enlarged(rest, cover, v.cover[0], v.cover[1]);                                    \
    for (int32_t k = 0; k < groups; k++) rest[k] = 1.0f - rest[k];                    \
    enlarged(value, red, v.red[0], v.red[1]);                                         \
    for (int32_t k = 0; k < groups; k++) AT(r) = AT(r) * rest[k] + value[k];          \
    enlarged(value, green, v.green[0], v.green[1]);                                   \
    for (int32_t k = 0; k < groups; k++) AT(g) = AT(g) * rest[k] + value[k];          \
    enlarged(value, blue, v.blue[0], v.blue[1]);                                      \
    for (int32_t k = 0; k < groups; k++) AT(b) = AT(b) * rest[k] + value[k];          \
  }
  BY_GROUPS(BODY);
#undef BODY
}

T2V_CLONES void t2v_upsample_tint_row(
    float *restrict r, float *restrict g, float *restrict b, const float *restrict first,
    const float *restrict second, float t, int32_t quarter, float red, float green, float blue) {
  course c;
  begin(&c, first, second, t);
#define BODY(enlarged, groups)                                \
  {                                                           \
    sixteen cover[4];                                         \
    enlarged(cover, c, first, second);                        \
    for (int32_t k = 0; k < groups; k++) {                    \
      AT(r) += (red - AT(r)) * cover[k];                      \
      AT(g) += (green - AT(g)) * cover[k];                    \
      AT(b) += (blue - AT(b)) * cover[k];                     \
    }                                                         \
  }
  BY_GROUPS(BODY);
#undef BODY
}

/// Goes over a half row by sixteen samples, and by eight where no more are left. Outputs 2j and 2j + 1 lie a quarter of the way to
/// j - 1 and to j + 1.
#define BY_HALVES(SAMPLES)                                                                                        \
  do {                                                                                                           \
    int32_t j = 0;                                                                                               \
    for (; j + 16 <= half; j += 16) {                                                                            \
      sixteen here = SAMPLES(wide, 0), left = here + (SAMPLES(wide, -1) - here) * 0.25f,                          \
              right = here + (SAMPLES(wide, 1) - here) * 0.25f;                                                   \
      *(wide *)(dst + 2 * j) = __builtin_shufflevector(                                                          \
          left, right, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);                                    \
      *(wide *)(dst + 2 * j + 16) = __builtin_shufflevector(                                                     \
          left, right, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);                              \
    }                                                                                                            \
    for (; j < half; j += 8) {                                                                                   \
      eight here = SAMPLES(loose, 0), left = here + (SAMPLES(loose, -1) - here) * 0.25f,                          \
            right = here + (SAMPLES(loose, 1) - here) * 0.25f;                                                    \
      *(wide *)(dst + 2 * j) =                                                                                   \
          __builtin_shufflevector(left, right, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);              \
    }                                                                                                            \
  } while (0)

T2V_CLONES void t2v_upsample2_row(float *restrict dst, const float *restrict src, int32_t half) {
#define SAMPLES(kind, k) (*(const kind *)(src + j + (k)))
  BY_HALVES(SAMPLES);
#undef SAMPLES
}

T2V_CLONES void t2v_upsample2_between_row(
    float *restrict dst, const float *restrict a, const float *restrict b, float t, int32_t half) {
#define SAMPLES(kind, k) BETWEEN(kind, a + j + (k), b + j + (k))
  BY_HALVES(SAMPLES);
#undef SAMPLES
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

#if defined(__x86_64__)
/// As many texels as fill registers: sixteen bits hold all of it, which plain loops do not see. Gives how many are mixed.
__attribute__((target("avx512bw"))) static int32_t mix_wide_texels(
    int16_t *restrict dst, const int16_t *restrict a, const int16_t *restrict b, int32_t share, int32_t n) {
  const __m512i shares = _mm512_set1_epi16((int16_t)share);
  int32_t i = 0;
  for (; i + 32 <= n; i += 32) {
    __m512i from = _mm512_loadu_si512(a + i), way = _mm512_subs_epi16(_mm512_loadu_si512(b + i), from);
    _mm512_storeu_si512(dst + i, _mm512_add_epi16(from, _mm512_mulhrs_epi16(way, shares)));
  }
  return i;
}

__attribute__((target("avx2"))) static int32_t mix_many_texels(
    int16_t *restrict dst, const int16_t *restrict a, const int16_t *restrict b, int32_t share, int32_t n) {
  const __m256i shares = _mm256_set1_epi16((int16_t)share);
  int32_t i = 0;
  for (; i + 16 <= n; i += 16) {
    __m256i from = _mm256_loadu_si256((const __m256i *)(a + i));
    __m256i way = _mm256_subs_epi16(_mm256_loadu_si256((const __m256i *)(b + i)), from);
    _mm256_storeu_si256((__m256i *)(dst + i), _mm256_add_epi16(from, _mm256_mulhrs_epi16(way, shares)));
  }
  return i;
}
#endif

void t2v_mix_tile_row(
    int16_t *restrict dst, const int16_t *restrict a, const int16_t *restrict b, float t, int32_t n) {
  const int32_t share = (int32_t)(t * 32768.0f);
  int32_t i = 0;
#if defined(__x86_64__)
  if (share < 32768) {
    if (__builtin_cpu_supports("avx512bw")) i = mix_wide_texels(dst, a, b, share, n);
    else if (__builtin_cpu_supports("avx2")) i = mix_many_texels(dst, a, b, share, n);
  }
#endif
  for (; i < n; i++) {
    int32_t way = (int32_t)b[i] - a[i];
    way = way < -32768 ? -32768 : (way > 32767 ? 32767 : way);
    dst[i] = (int16_t)(a[i] + ((way * share + 16384) >> 15));
  }
}

/// Two texels beside one another, in one load.
typedef int32_t texels __attribute__((aligned(2), may_alias));

T2V_CLONES static void sample_tile_row(
    float *restrict out, int32_t n, const int16_t *restrict tile, uint32_t mask, uint32_t u, uint32_t du,
    float scale, int32_t add) {
  float keep = add ? 1.0f : 0.0f;
  for (int32_t i = 0; i < n; i++) {
    uint32_t at = u + (uint32_t)i * du;
    int32_t index = (int32_t)((at >> 16) & mask);
    float t = (float)(int32_t)(at & 0xffff) * (1.0f / 65536.0f);
    int32_t both = *(const texels *)(tile + index);
    float a = (float)(int16_t)(both & 0xffff), b = (float)(both >> 16);
    out[i] = out[i] * keep + (a + (b - a) * t) * scale;
  }
}

#if defined(__x86_64__)
/// The same where sixteen samples lie within 63 texels, which takes a permutation and no gather. Gives how many are made.
__attribute__((target("avx512bw"))) static int32_t sample_near_texels(
    float *restrict out, int32_t n, const int16_t *restrict tile, uint32_t mask, uint32_t u, uint32_t du,
    float scale, int32_t add) {
  const __m512i each = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m512i steps = _mm512_mullo_epi32(each, _mm512_set1_epi32((int32_t)du));
  const __m512i pair = _mm512_set1_epi32(0x10000), low = _mm512_set1_epi32(0xffff);
  const __m512 scales = _mm512_set1_ps(scale), part = _mm512_set1_ps(1.0f / 65536.0f);
  int32_t i = 0;
  for (; i + 16 <= n; i += 16) {
    const uint32_t at = u + (uint32_t)i * du;
    const int16_t *from = tile + ((at >> 16) & mask);
    __m512i ways = _mm512_add_epi32(_mm512_set1_epi32((int32_t)(at & 0xffff)), steps);
    __m512i places = _mm512_srli_epi32(ways, 16);
    // The texel to the left in the lower half, the one to the right in the upper.
    places = _mm512_add_epi32(_mm512_or_si512(places, _mm512_slli_epi32(places, 16)), pair);
    __m512i both = _mm512_permutex2var_epi16(
        _mm512_loadu_si512(from), places, _mm512_loadu_si512(from + T2V_TILE_AHEAD / 2));
    __m512 a = _mm512_cvtepi32_ps(_mm512_srai_epi32(_mm512_slli_epi32(both, 16), 16));
    __m512 b = _mm512_cvtepi32_ps(_mm512_srai_epi32(both, 16));
    __m512 t = _mm512_mul_ps(_mm512_cvtepi32_ps(_mm512_and_si512(ways, low)), part);
    __m512 value = _mm512_add_ps(a, _mm512_mul_ps(_mm512_sub_ps(b, a), t));
    value = _mm512_mul_ps(value, scales);
    if (add) value = _mm512_add_ps(_mm512_loadu_ps(out + i), value);
    _mm512_storeu_ps(out + i, value);
  }
  return i;
}
#endif

void t2v_tile_row(
    float *restrict out, int32_t n, const int16_t *restrict tile, uint32_t mask, uint32_t u, uint32_t du,
    float gain, int32_t add) {
  float scale = gain * (1.0f / 4096.0f);
  int32_t done = 0;
#if defined(__x86_64__)
  if (du <= 4 * 65536 && __builtin_cpu_supports("avx512bw"))
    done = sample_near_texels(out, n, tile, mask, u, du, scale, add);
#endif
  sample_tile_row(out + done, n - done, tile, mask, u + (uint32_t)done * du, du, scale, add);
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
