#include <math.h>

#include "CKernels.h"
#include "clones.h"

/// The longest run that is sampled at once; longer ones go in parts.
#define RUN 1024

typedef uint8_t bytes __attribute__((ext_vector_type(32), aligned(1), may_alias));
typedef uint16_t shorts __attribute__((ext_vector_type(32)));

/// Two rows of texels in one, weights 256 - w and w of 256: sixteen bits a channel, so that a multiplication is one.
///
/// What the next row of the picture needs is fetched meanwhile:
/// a sprite's rows lie too far apart to be foreseen, and waiting for them took longer than the mixing.
T2V_CLONES static void mix_texels(
    uint32_t *restrict out, const uint32_t *restrict a, const uint32_t *restrict b, uint32_t w, int32_t n,
    const uint32_t *restrict ahead) {
  const uint16_t w1 = (uint16_t)w, w0 = (uint16_t)(256 - w);
  int32_t i = 0;
  for (; i + 8 <= n; i += 8) {
    if (!(i & 15)) __builtin_prefetch(ahead + i);
    shorts upper = __builtin_convertvector(*(const bytes *)(a + i), shorts);
    shorts lower = __builtin_convertvector(*(const bytes *)(b + i), shorts);
    *(bytes *)(out + i) = __builtin_convertvector((upper * w0 + lower * w1) >> 8, bytes);
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

#if defined(__x86_64__)
#include <immintrin.h>

/// The same where no texel is passed over: eight samples lie within nine texels, which takes a permutation and no gather.
__attribute__((target("avx2"))) static void pick_near_texels(
    uint32_t *restrict left, uint32_t *restrict right, const uint32_t *restrict texels, int32_t u, int32_t du,
    int32_t n) {
  const __m256i steps = _mm256_mullo_epi32(_mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_epi32(du));
  int32_t i = 0;
  for (; i + 8 <= n; i += 8) {
    int32_t at = u + i * du;
    const uint32_t *from = texels + (at >> 16);
    __m256i places = _mm256_srli_epi32(_mm256_add_epi32(_mm256_set1_epi32(at & 0xffff), steps), 16);
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
#endif

/// Mixes the texels beside each sample and lays them over the row.
T2V_CLONES static void lay_texels(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const uint32_t *restrict left,
    const uint32_t *restrict right, int32_t u, int32_t du, const t2v_tone *restrict tone) {
  const float k = tone->opacity * (1.0f / 255.0f), rest = 1.0f - tone->haze;
  const float lr = k * (tone->lightR * rest), lg = k * (tone->lightG * rest), lb = k * (tone->lightB * rest);
  const float hr = k * (tone->hazeR * tone->haze), hg = k * (tone->hazeG * tone->haze),
              hb = k * (tone->hazeB * tone->haze);
  for (int32_t i = 0; i < n; i++) {
    uint32_t w = ((uint32_t)(u + i * du) >> 8) & 255;
    uint32_t p0 = left[i], p1 = right[i];
    // Two channels a multiplication: none of the products needs more than sixteen bits.
    uint32_t even = (p0 & 0xff00ff) * (256 - w) + (p1 & 0xff00ff) * w;
    uint32_t odd = (p0 >> 8 & 0xff00ff) * (256 - w) + (p1 >> 8 & 0xff00ff) * w;
    int32_t red = (int32_t)(even >> 8 & 255), blue = (int32_t)(even >> 24);
    int32_t green = (int32_t)(odd >> 8 & 255), alpha = (int32_t)(odd >> 24);
    float cover = (float)alpha, keep = 1.0f - cover * k;
    r[i] = r[i] * keep + ((float)red * lr + cover * hr);
    g[i] = g[i] * keep + ((float)green * lg + cover * hg);
    b[i] = b[i] * keep + ((float)blue * lb + cover * hb);
  }
}

void t2v_sprite_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const uint32_t *restrict row0,
    const uint32_t *restrict row1, const uint32_t *restrict ahead, float t, int32_t u, int32_t du,
    const t2v_tone *restrict tone) {
  uint32_t mixed[RUN + 16], left[RUN], right[RUN];
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
    if (du > 0 && du <= 65536 && __builtin_cpu_supports("avx2"))
      pick_near_texels(left, right, mixed, from, du, count);
    else
#endif
      pick_texels(left, right, mixed, from, du, count);
    lay_texels(r, g, b, count, left, right, from, du, tone);
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

static inline __attribute__((always_inline)) void halo(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to, float y, float cx,
    float cy, float k, float radius2, float red, float green, float blue, float opacity) {
  float dy = y - cy, base = 1.0f / (1.0f + radius2 * k);
  base = base * base;
  for (int32_t i = from; i < to; i++) {
    float dx = (float)i + 0.5f - cx;
    float f = 1.0f / (1.0f + (dx * dx + dy * dy) * k);
    f = f * f - base;
    f = (f < 0.0f ? 0.0f : f) * opacity;
    r[i] += red * f;
    g[i] += green * f;
    b[i] += blue * f;
  }
}
T2V_CLONES void t2v_halo_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to, float y, float cx,
    float cy, float k, float radius2, float red, float green, float blue, float opacity) {
  halo(r, g, b, from, to, y, cx, cy, k, radius2, red, green, blue, opacity);
}

/// A place in the row as the number of a pixel.
static inline int32_t pixel(float x, int32_t n) { return x < 0.0f ? 0 : (x > (float)n ? n : (int32_t)x); }

/// A capsule in whole groups of eight pixels: beyond its edge it covers nothing, and rows have room behind their end.
static inline __attribute__((always_inline)) void small_capsule(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to, float y,
    const t2v_mark *restrict m) {
  const float inverse = m->inverse, edge = m->edge, outer = m->reach, py = y - m->y;
  float keepScale = m->isLight ? 0.0f : 1.0f;
  for (int32_t start = from; start < to; start += 8) {
    for (int32_t i = start; i < start + 8; i++) {
      float px = (float)i + 0.5f - m->x;
      float along = (px * m->dx + py * m->dy) * inverse;
      along = CLAMP01(along);
      float dx = px - along * m->dx, dy = py - along * m->dy;
      float c = (outer - sqrtf(dx * dx + dy * dy)) * edge;
      c = CLAMP01(c) * m->opacity;
      float keep = 1.0f - c * keepScale;
      r[i] = r[i] * keep + m->red * c;
      g[i] = g[i] * keep + m->green * c;
      b[i] = b[i] * keep + m->blue * c;
    }
  }
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
    small_capsule(r, g, b, pixel(low - reach, n), pixel(high + reach + 1.0f, n), y, &m);
  }
}
