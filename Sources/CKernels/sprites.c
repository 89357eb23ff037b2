#include <math.h>

#include "CKernels.h"
#include "clones.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// The longest run that is sampled at once; longer ones go in parts.
#define RUN 1024

typedef uint16_t shorts __attribute__((ext_vector_type(32)));
typedef uint16_t loose __attribute__((ext_vector_type(32), aligned(4), may_alias));

/// Two rows of texels in one, weights 256 - w and w of 256: sixteen bits a channel, so that a multiplication is one.
///
/// What the next row of the picture needs is fetched meanwhile:
/// a sprite's rows lie too far apart to be foreseen, and waiting for them took longer than the mixing.
T2V_CLONES static void mix_texels(
    uint32_t *restrict out, const uint32_t *restrict a, const uint32_t *restrict b, uint32_t w, int32_t n,
    const uint32_t *restrict ahead) {
  const uint16_t w1 = (uint16_t)w, w0 = (uint16_t)(256 - w);
  int32_t i = 0;
  for (; i + 16 <= n; i += 16) {
    __builtin_prefetch(ahead + i);
    shorts upper = *(const loose *)(a + i), lower = *(const loose *)(b + i);
    shorts even = (upper & 255) * w0 + (lower & 255) * w1, odd = (upper >> 8) * w0 + (lower >> 8) * w1;
    *(loose *)(out + i) = even >> 8 | (odd & 0xff00);
  }
  const uint8_t *upper = (const uint8_t *)(a + i), *lower = (const uint8_t *)(b + i);
  uint8_t *mixed = (uint8_t *)(out + i);
  for (int32_t k = 0; k < 4 * (n - i); k++) mixed[k] = (uint8_t)((uint16_t)(upper[k] * w0 + lower[k] * w1) >> 8);
}

/// For each sample the texel to its left and the one to its right.
T2V_CLONES static void pick_texels(
    uint32_t *restrict left, uint32_t *restrict right, const uint32_t *restrict texels, int32_t u, int32_t du,
    int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    int32_t index = (u + i * du) >> 16;
    left[i] = texels[index];
    right[i] = texels[index + 1];
  }
}

/// What a tone makes of each channel, and of coverage.
typedef struct {
  float keep, red, green, blue, hazeR, hazeG, hazeB;
} shade;

static shade shade_of(const t2v_tone *tone) {
  const float k = tone->opacity * (1.0f / 255.0f), rest = 1.0f - tone->haze;
  return (shade){
      k,
      k * (tone->lightR * rest),
      k * (tone->lightG * rest),
      k * (tone->lightB * rest),
      k * (tone->hazeR * tone->haze),
      k * (tone->hazeG * tone->haze),
      k * (tone->hazeB * tone->haze),
  };
}

/// Mixes the texels beside each sample and lays them over the row.
T2V_CLONES static void lay_texels(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const uint32_t *restrict left,
    const uint32_t *restrict right, int32_t u, int32_t du, const shade *restrict tone) {
  const shade k = *tone;
  for (int32_t i = 0; i < n; i++) {
    uint32_t w = ((uint32_t)(u + i * du) >> 8) & 255;
    uint32_t p0 = left[i], p1 = right[i];
    // Two channels a multiplication: none of the products needs more than sixteen bits.
    uint32_t even = (p0 & 0xff00ff) * (256 - w) + (p1 & 0xff00ff) * w;
    uint32_t odd = (p0 >> 8 & 0xff00ff) * (256 - w) + (p1 >> 8 & 0xff00ff) * w;
    int32_t red = (int32_t)(even >> 8 & 255), blue = (int32_t)(even >> 24);
    int32_t green = (int32_t)(odd >> 8 & 255), alpha = (int32_t)(odd >> 24);
    float cover = (float)alpha, keep = 1.0f - cover * k.keep;
    r[i] = r[i] * keep + ((float)red * k.red + cover * k.hazeR);
    g[i] = g[i] * keep + ((float)green * k.green + cover * k.hazeG);
    b[i] = b[i] * keep + ((float)blue * k.blue + cover * k.hazeB);
  }
}

#if defined(__x86_64__)
/// The same where no texel is passed over: eight samples lie within nine texels, which takes a permutation and no gather.
__attribute__((target("avx2"))) static void pick_near_texels(
    uint32_t *restrict left, uint32_t *restrict right, const uint32_t *restrict texels, int32_t u, int32_t du,
    int32_t n) {
  const __m256i steps = _mm256_mullo_epi32(_mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_epi32(du));
  int32_t i = 0;
  for (; i + 8 <= n; i += 8) {
    int32_t at = u + i * du, first = (du < 0 ? at + 7 * du : at) >> 16;
    const uint32_t *from = texels + first;
    __m256i places = _mm256_srai_epi32(_mm256_add_epi32(_mm256_set1_epi32(at - first * 65536), steps), 16);
    __m256i here = _mm256_permutevar8x32_epi32(_mm256_loadu_si256((const __m256i *)from), places);
    __m256i next = _mm256_permutevar8x32_epi32(_mm256_loadu_si256((const __m256i *)(from + 1)), places);
    _mm256_storeu_si256((__m256i *)(left + i), here);
    _mm256_storeu_si256((__m256i *)(right + i), next);
  }
  for (; i < n; i++) {
    int32_t index = (u + i * du) >> 16;
    left[i] = texels[index];
    right[i] = texels[index + 1];
  }
}

#define WIDE __attribute__((target("avx512bw"))) static inline __attribute__((always_inline))

/// A channel of sixteen samples over what is there; those that are not meant stay.
WIDE void lay_channel(
    float *at, __mmask16 meant, __m512 keep, __m512i value, float light, __m512 cover, float haze) {
  __m512 lit = _mm512_add_ps(
      _mm512_mul_ps(_mm512_cvtepi32_ps(value), _mm512_set1_ps(light)), _mm512_mul_ps(cover, _mm512_set1_ps(haze)));
  __m512 old = _mm512_maskz_loadu_ps(meant, at);
  _mm512_mask_storeu_ps(at, meant, _mm512_add_ps(_mm512_mul_ps(old, keep), lit));
}

/// Picks and lays at once where sixteen samples lie within 31 texels.
__attribute__((target("avx512bw"))) static void lay_near_texels(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const uint32_t *restrict texels, int32_t u,
    int32_t du, const shade *restrict tone) {
  const __m512i each = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m512i steps = _mm512_mullo_epi32(each, _mm512_set1_epi32(du));
  const __m512i byte = _mm512_set1_epi32(255), even = _mm512_set1_epi32(0xff00ff);
  const shade k = *tone;
  for (int32_t i = 0; i < n; i += 16) {
    const int32_t count = n - i < 16 ? n - i : 16, at = u + i * du;
    const __mmask16 meant = (__mmask16)((1u << count) - 1);
    const int32_t first = (du < 0 ? at + (count - 1) * du : at) >> 16;
    __m512i ways = _mm512_add_epi32(_mm512_set1_epi32(at - first * 65536), steps);
    __m512i place = _mm512_srai_epi32(ways, 16);
    __m512i low = _mm512_loadu_si512(texels + first), high = _mm512_loadu_si512(texels + first + 16);
    __m512i left = _mm512_permutex2var_epi32(low, place, high);
    __m512i right = _mm512_permutex2var_epi32(low, _mm512_add_epi32(place, _mm512_set1_epi32(1)), high);
    __m512i w1 = _mm512_and_si512(_mm512_srli_epi32(ways, 8), byte);
    w1 = _mm512_or_si512(w1, _mm512_slli_epi32(w1, 16));
    __m512i w0 = _mm512_sub_epi16(_mm512_set1_epi16(256), w1);
    __m512i evens = _mm512_add_epi16(
        _mm512_mullo_epi16(_mm512_and_si512(left, even), w0), _mm512_mullo_epi16(_mm512_and_si512(right, even), w1));
    __m512i odds = _mm512_add_epi16(
        _mm512_mullo_epi16(_mm512_srli_epi16(left, 8), w0), _mm512_mullo_epi16(_mm512_srli_epi16(right, 8), w1));
    __m512 cover = _mm512_cvtepi32_ps(_mm512_srli_epi32(odds, 24));
    __m512 keep = _mm512_sub_ps(_mm512_set1_ps(1.0f), _mm512_mul_ps(cover, _mm512_set1_ps(k.keep)));
    __m512i red = _mm512_and_si512(_mm512_srli_epi32(evens, 8), byte);
    __m512i green = _mm512_and_si512(_mm512_srli_epi32(odds, 8), byte);
    lay_channel(r + i, meant, keep, red, k.red, cover, k.hazeR);
    lay_channel(g + i, meant, keep, green, k.green, cover, k.hazeG);
    lay_channel(b + i, meant, keep, _mm512_srli_epi32(evens, 24), k.blue, cover, k.hazeB);
  }
}
#endif

void t2v_sprite_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const uint32_t *restrict row0,
    const uint32_t *restrict row1, const uint32_t *restrict ahead, float t, int32_t u, int32_t du,
    const t2v_tone *restrict tone) {
  uint32_t mixed[RUN + 40], left[RUN], right[RUN];
  const shade shade = shade_of(tone);
  const uint32_t down = (uint32_t)(int32_t)(t * 256.0f);
  // As many samples at a time as lie within the texels that there is room for.
  const int32_t step = du < 0 ? -du : du;
  const int32_t most = step <= 65536 ? RUN - 8 : (int32_t)(((int64_t)(RUN - 8) << 16) / step);
  while (n > 0) {
    int32_t count = n < most ? n : (most < 1 ? 1 : most);
    int32_t last = u + (count - 1) * du;
    int32_t low = (du < 0 ? last : u) >> 16, high = ((du < 0 ? u : last) >> 16) + 2;
    mix_texels(mixed, row0 + low, row1 + low, down, high - low, ahead + low);
    int32_t from = u - low * 65536;
#if defined(__x86_64__)
    if (step <= 2 * 65536 && __builtin_cpu_supports("avx512bw"))
      lay_near_texels(r, g, b, count, mixed, from, du, &shade);
    else if (step <= 65536 && __builtin_cpu_supports("avx2")) {
      pick_near_texels(left, right, mixed, from, du, count);
      lay_texels(r, g, b, count, left, right, from, du, &shade);
    } else
#endif
    {
      pick_texels(left, right, mixed, from, du, count);
      lay_texels(r, g, b, count, left, right, from, du, &shade);
    }
    r += count;
    g += count;
    b += count;
    u += count * du;
    n -= count;
  }
}

T2V_CLONES void t2v_pack_sprite_row(uint8_t *restrict dst, const float *restrict src, int32_t n) {
  for (int32_t i = 0; i < 4 * n; i++) {
    float x = CLAMP01(src[i]) * 255.0f + 0.5f;
    dst[i] = (uint8_t)(int32_t)x;
  }
}

T2V_CLONES void t2v_sprite_blocks(
    uint8_t *restrict kinds, const uint32_t *restrict row0, const uint32_t *restrict row1, int32_t width) {
  for (int32_t at = 0, block = 0; at < width; at += T2V_SPRITE_BLOCK, block++) {
    const int32_t end = at + T2V_SPRITE_BLOCK < width ? at + T2V_SPRITE_BLOCK : width;
    uint32_t any = 0, all = 0xffffffffu;
    for (int32_t i = at; i < end; i++) {
      any |= row0[i] | row1[i];
      all &= row0[i] & row1[i];
    }
    kinds[block] = any == 0 ? 0 : (all >= 0xff000000u ? 2 : 1);
  }
}

T2V_CLONES void t2v_capsule_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to, float y, float x0,
    float y0, float x1, float y1, float radius, float softness, float red, float green, float blue,
    float opacity, int32_t add) {
  float ex = x1 - x0, ey = y1 - y0;
  float length2 = ex * ex + ey * ey;
  float inverse = length2 > 0.0f ? 1.0f / length2 : 0.0f;
  float py = y - y0, edge = 1.0f / softness, outer = radius + softness * 0.5f;
  float keepScale = add ? 0.0f : 1.0f;
  for (int32_t i = from; i < to; i++) {
    float px = (float)i + 0.5f - x0;
    float along = (px * ex + py * ey) * inverse;
    along = CLAMP01(along);
    float dx = px - along * ex, dy = py - along * ey;
    float d = sqrtf(dx * dx + dy * dy);
    float c = (outer - d) * edge;
    c = CLAMP01(c) * opacity;
    float keep = 1.0f - c * keepScale;
    r[i] = r[i] * keep + red * c;
    g[i] = g[i] * keep + green * c;
    b[i] = b[i] * keep + blue * c;
  }
}

/// Eight and sixteen samples of a row as the compiler's own vectors: what is drawn by formula is drawn in whole groups of them. Beyond
/// its edge it is nothing, and rows have room behind their end.
typedef float eight __attribute__((ext_vector_type(8)));
typedef float sixteen __attribute__((ext_vector_type(16)));
typedef float some __attribute__((ext_vector_type(8), aligned(4), may_alias));
typedef float many __attribute__((ext_vector_type(16), aligned(4), may_alias));

static const eight firstEight = {0, 1, 2, 3, 4, 5, 6, 7};
static const sixteen firstSixteen = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

static inline __attribute__((always_inline)) void halo(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to, float y, float cx,
    float cy, float k, float radius2, float red, float green, float blue, float opacity) {
  float dy = y - cy, down = dy * dy, base = 1.0f / (1.0f + radius2 * k);
  base = base * base;
  for (int32_t i = from; i < to; i += 16) {
    sixteen place = (float)i + firstSixteen, dx = place + 0.5f - cx;
    sixteen f = 1.0f / (1.0f + (dx * dx + down) * k);
    f = f * f - base;
    f = (f < 0.0f ? (sixteen)0.0f : f) * opacity;
    f = place < (float)to ? f : (sixteen)0.0f;
    *(many *)(r + i) += red * f;
    *(many *)(g + i) += green * f;
    *(many *)(b + i) += blue * f;
  }
}

T2V_CLONES void t2v_halo_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to, float y, float cx,
    float cy, float k, float radius2, float red, float green, float blue, float opacity) {
  halo(r, g, b, from, to, y, cx, cy, k, radius2, red, green, blue, opacity);
}

/// A place in the row as the number of a pixel.
static inline int32_t pixel(float x, int32_t n) { return x < 0.0f ? 0 : (x > (float)n ? n : (int32_t)x); }

/// One group of a mark's row: how far each sample is from what the mark is around, what it covers, and the colour laid over or added.
#define MARK_GROUP(kind, kinds, first)                                                         \
  {                                                                                            \
    kind px = (float)i + first + 0.5f - m->x, square;                                          \
    if (isDisc) {                                                                              \
      square = px * px + py * py;                                                              \
    } else {                                                                                   \
      kind along = (px * m->dx + py * m->dy) * m->inverse;                                     \
      along = along < 0.0f ? (kind)0.0f : (along > 1.0f ? (kind)1.0f : along);                 \
      kind dx = px - along * m->dx, dy = py - along * m->dy;                                   \
      square = dx * dx + dy * dy;                                                              \
    }                                                                                          \
    kind c = (m->reach - __builtin_elementwise_sqrt(square)) * m->edge;                        \
    c = (c < 0.0f ? (kind)0.0f : (c > 1.0f ? (kind)1.0f : c)) * m->opacity;                    \
    kind keep = isLight ? (kind)1.0f : 1.0f - c;                                               \
    *(kinds *)(r + i) = *(kinds *)(r + i) * keep + m->red * c;                                 \
    *(kinds *)(g + i) = *(kinds *)(g + i) * keep + m->green * c;                               \
    *(kinds *)(b + i) = *(kinds *)(b + i) * keep + m->blue * c;                                \
  }

/// A row of a mark, `py` below its first end.
static inline __attribute__((always_inline)) void mark_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to, float py,
    const t2v_mark *restrict m, const int isDisc, const int isLight) {
  int32_t i = from;
  for (; i + 8 < to; i += 16) MARK_GROUP(sixteen, many, firstSixteen)
  if (i < to) MARK_GROUP(eight, some, firstEight)
}

void t2v_prepare_mark(t2v_mark *m) {
  float length2 = m->dx * m->dx + m->dy * m->dy, softness = m->softness < 0.3f ? 0.3f : m->softness;
  m->edge = 1.0f / softness;
  m->reach = m->radius + softness * 0.5f;
  m->inverse = length2 > 0.0f ? 1.0f / length2 : 0.0f;
  m->slope = fabsf(m->dy) > 4.0f ? m->dx / m->dy : 0.0f;
}

T2V_CLONES void t2v_marks_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, float y, const t2v_mark *restrict marks,
    const int32_t *restrict order, int32_t count) {
  for (int32_t slot = 0; slot < count; slot++) {
    const t2v_mark m = marks[order[slot]];
    float dy = y - m.y;
    if (m.halo > 0.0f && fabsf(dy) < m.halo) {
      float across = sqrtf(m.halo * m.halo - dy * dy);
      halo(
          r, g, b, pixel(m.x - across, n), pixel(m.x + across + 1.0f, n), y, m.x, m.y, 9.0f / (m.halo * m.halo),
          m.halo * m.halo, m.red, m.green, m.blue, m.haloStrength);
    }
    // Beyond its edge a capsule covers nothing.
    const float reach = m.reach;
    if (m.dx == 0.0f && m.dy == 0.0f) {
      float rest = reach * reach - dy * dy;
      if (!(rest > 0.0f)) continue;
      float across = sqrtf(rest);
      int32_t from = pixel(m.x - across, n), to = pixel(m.x + across + 1.0f, n);
      if (m.isLight) mark_row(r, g, b, from, to, dy, &m, 1, 1);
      else mark_row(r, g, b, from, to, dy, &m, 1, 0);
      continue;
    }
    float top = m.dy < 0.0f ? m.y + m.dy : m.y, bottom = m.dy < 0.0f ? m.y : m.y + m.dy;
    if (y <= top - reach || y >= bottom + reach) continue;
    float low = m.dx < 0.0f ? m.x + m.dx : m.x, high = m.dx < 0.0f ? m.x : m.x + m.dx;
    // The part of the capsule near this row, so that long streaks cost only their width.
    if (fabsf(m.dy) > 4.0f) {
      float slope = m.slope, at = y < top ? top : (y > bottom ? bottom : y);
      float here = m.x + (at - m.y) * slope, spread = reach * fabsf(slope);
      low = low > here - spread ? low : here - spread;
      high = high < here + spread ? high : here + spread;
    }
    int32_t from = pixel(low - reach, n), to = pixel(high + reach + 1.0f, n);
    if (m.isLight) mark_row(r, g, b, from, to, dy, &m, 0, 1);
    else mark_row(r, g, b, from, to, dy, &m, 0, 0);
  }
}
