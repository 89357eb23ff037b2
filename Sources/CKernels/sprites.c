#include <math.h>

#include "CKernels.h"
#include "clones.h"

/// Two channels of eight bits, sixteen bits apart, from a to b by w / 256.
#define LERP_PAIR(a, b, w) (((a) + ((((b) - (a)) * (w)) >> 8)) & 0xff00ff)

T2V_CLONES void t2v_sprite_row(
    float *restrict r, float *restrict g, float *restrict b_, int32_t n, const uint32_t *restrict row0,
    const uint32_t *restrict row1, float t, int32_t u, int32_t du, const t2v_tone *restrict tone) {
  const t2v_tone p = *tone;
  const float k = p.opacity * (1.0f / 255.0f), rest = 1.0f - p.haze;
  const float lr = p.lightR * rest, lg = p.lightG * rest, lb = p.lightB * rest;
  const float hr = p.hazeR * p.haze, hg = p.hazeG * p.haze, hb = p.hazeB * p.haze;
  const uint32_t down = (uint32_t)(int32_t)(t * 256.0f);
  // Both rows are mixed once, in order, and then sampled across: half the scattered loads. A run that shrinks the
  // sprite much would mix more than it shows.
  int32_t last = u + (n - 1) * du, low = (du < 0 ? last : u) >> 16, high = ((du < 0 ? u : last) >> 16) + 2;
  if (high - low <= 4096 && high - low <= 2 * n + 8) {
    uint32_t mixed[4096];
    const uint32_t *restrict a = row0 + low, *restrict b = row1 + low;
    for (int32_t i = 0; i < high - low; i++) {
      uint32_t rb = LERP_PAIR(a[i] & 0xff00ff, b[i] & 0xff00ff, down);
      uint32_t ga = LERP_PAIR((a[i] >> 8) & 0xff00ff, (b[i] >> 8) & 0xff00ff, down);
      mixed[i] = rb | (ga << 8);
    }
    const int32_t from = u - low * 65536;
    for (int32_t i = 0; i < n; i++) {
      int32_t at = from + i * du;
      int32_t index = at >> 16;
      uint32_t s = ((uint32_t)at >> 8) & 255;
      uint32_t p0 = mixed[index], p1 = mixed[index + 1];
      uint32_t rb = LERP_PAIR(p0 & 0xff00ff, p1 & 0xff00ff, s);
      uint32_t ga = LERP_PAIR((p0 >> 8) & 0xff00ff, (p1 >> 8) & 0xff00ff, s);
      float red = (float)(int32_t)(rb & 255), blue = (float)(int32_t)(rb >> 16);
      float green = (float)(int32_t)(ga & 255), alpha = (float)(int32_t)(ga >> 16);
      float cover = alpha * k, keep = 1.0f - cover;
      r[i] = r[i] * keep + red * k * lr + cover * hr;
      g[i] = g[i] * keep + green * k * lg + cover * hg;
      b_[i] = b_[i] * keep + blue * k * lb + cover * hb;
    }
    return;
  }
  for (int32_t i = 0; i < n; i++) {
    int32_t at = u + i * du;
    int32_t index = at >> 16;
    uint32_t s = ((uint32_t)at >> 8) & 255;
    uint32_t p00 = row0[index], p01 = row0[index + 1], p10 = row1[index], p11 = row1[index + 1];
    uint32_t rb0 = LERP_PAIR(p00 & 0xff00ff, p01 & 0xff00ff, s);
    uint32_t rb1 = LERP_PAIR(p10 & 0xff00ff, p11 & 0xff00ff, s);
    uint32_t ga0 = LERP_PAIR((p00 >> 8) & 0xff00ff, (p01 >> 8) & 0xff00ff, s);
    uint32_t ga1 = LERP_PAIR((p10 >> 8) & 0xff00ff, (p11 >> 8) & 0xff00ff, s);
    uint32_t rb = LERP_PAIR(rb0, rb1, down), ga = LERP_PAIR(ga0, ga1, down);
    float red = (float)(int32_t)(rb & 255), blue = (float)(int32_t)(rb >> 16);
    float green = (float)(int32_t)(ga & 255), alpha = (float)(int32_t)(ga >> 16);
    float cover = alpha * k, keep = 1.0f - cover;
    r[i] = r[i] * keep + red * k * lr + cover * hr;
    g[i] = g[i] * keep + green * k * lg + cover * hg;
    b_[i] = b_[i] * keep + blue * k * lb + cover * hb;
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

T2V_CLONES void t2v_halo_row(
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
