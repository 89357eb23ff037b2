#include <math.h>

#include "CKernels.h"
#include "clones.h"

/// Close to exp(-x²) of a square, without a call.
static inline __attribute__((always_inline)) float bell(float square) {
  float d = 1.0f + square * 0.125f;
  d = d * d;
  d = d * d;
  return 1.0f / (d * d);
}

static inline __attribute__((always_inline)) float smooth(float x) {
  x = CLAMP01(x);
  return x * x * (3.0f - 2.0f * x);
}

T2V_CLONES void t2v_fall_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t from, int32_t to,
    const float *restrict pattern, const float *restrict strands, const t2v_fall *restrict fall) {
  const t2v_fall p = *fall;
  const float inverse = 1.0f / p.wide;
  for (int32_t i = from; i < to; i++) {
    float noise = pattern[i - from];
    float off = fabsf((float)i - p.centre) * inverse;
    float veil = (1.0f - off) * 3.2f + noise * 1.1f;
    veil = CLAMP01(veil);
    float tone = 0.42f + noise * 0.75f + (strands[i - from] - 0.5f) * 0.7f;
    tone = CLAMP01(tone);
    float red = p.deepR + (p.whiteR - p.deepR) * tone;
    float green = p.deepG + (p.whiteG - p.deepG) * tone;
    float blue = p.deepB + (p.whiteB - p.deepB) * tone;
    r[i] += (red - r[i]) * veil;
    g[i] += (green - g[i]) * veil;
    b[i] += (blue - b[i]) * veil;
  }
}

T2V_CLONES void t2v_pool_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict pattern,
    const t2v_pool *restrict pool) {
  const t2v_pool p = *pool;
  const float inverse = 1.0f / p.wide;
  for (int32_t i = 0; i < n; i++) {
    float off = ((float)i - p.centre) * inverse, noise = pattern[i];
    float white = smooth((bell(off * off) * p.froth + noise * 0.6f - 0.2f) * 2.0f);
    float tone = 0.85f + 0.35f * noise;
    r[i] = p.poolR * tone + (p.whiteR - p.poolR * tone) * white;
    g[i] = p.poolG * tone + (p.whiteG - p.poolG * tone) * white;
    b[i] = p.poolB * tone + (p.whiteB - p.poolB * tone) * white;
  }
}

T2V_CLONES void t2v_beach_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict edge,
    const float *restrict grain, const t2v_beach *restrict beach) {
  const t2v_beach p = *beach;
  for (int32_t i = 0; i < n; i++) {
    float inland = (p.y - edge[i]) * p.inverse, noise = grain[i];
    // Thin water over the sand, with lace of foam.
    float thin = smooth((inland + 80.0f) * (1.0f / 80.0f));
    float lace = smooth((noise * 0.8f + thin * 0.34f - 0.2f) * (1.0f / 0.22f)) * thin * 0.55f;
    // Sand, dark where it is wet, and the line of foam at its edge.
    float dry = smooth((inland + noise * 26.0f - 10.0f) * 0.01f), tone = 1.0f + 0.05f * noise;
    float line = bell(inland * inland * (1.0f / 130.0f)) * (0.72f + 0.5f * noise);
    float behind = inland - 34.0f;
    line += bell(behind * behind * (1.0f / 60.0f)) * 0.12f;
    line = line < 0.0f ? 0.0f : (line > 0.95f ? 0.95f : line);
    float cover = inland * p.unit + 0.2f;
    int32_t isSea = inland < 0.0f;
    float white = isSea ? lace : line;
    float amount = isSea ? thin * 0.5f : (cover > 1.0f ? 1.0f : cover);
    dry = isSea ? 0.0f : dry;
    float red = p.wetR + (p.sandR * tone - p.wetR) * dry;
    float green = p.wetG + (p.sandG * tone - p.wetG) * dry;
    float blue = p.wetB + (p.sandB * tone - p.wetB) * dry;
    // Foam lies on the water itself, but is part of the sand's picture.
    float under = isSea ? 0.0f : white, over = isSea ? white : 0.0f;
    red += (p.foamR - red) * under;
    green += (p.foamG - green) * under;
    blue += (p.foamB - blue) * under;
    red = r[i] + (red - r[i]) * amount;
    green = g[i] + (green - g[i]) * amount;
    blue = b[i] + (blue - b[i]) * amount;
    r[i] = red + (p.foamR - red) * over;
    g[i] = green + (p.foamG - green) * over;
    b[i] = blue + (p.foamB - blue) * over;
  }
}

T2V_CLONES void t2v_road_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict noise,
    const t2v_road *restrict road) {
  const t2v_road p = *road;
  const float half = p.half < 0.5f ? 0.5f : p.half, inverse = 1.0f / half;
  for (int32_t i = 0; i < n; i++) {
    float off = fabsf((float)i + 0.5f - p.middle) * inverse;
    float edge = (1.0f - off) * p.half * 0.6f + 0.5f;
    edge = CLAMP01(edge);
    float rough = 1.0f + 0.5f * noise[i], even = 1.0f + 0.12f * noise[i];
    float side = (0.022f - fabsf(off - 0.93f)) * p.half * 0.8f;
    float line = (0.02f - off) * p.half * 0.8f * p.dashed;
    side = side > line ? side : line;
    side = CLAMP01(side) * 0.9f;
    float red = p.vergeR * rough, green = p.vergeG * rough, blue = p.vergeB * rough;
    red += (p.roadR * even - red) * edge;
    green += (p.roadG * even - green) * edge;
    blue += (p.roadB * even - blue) * edge;
    red += (p.paintR - red) * side;
    green += (p.paintG - green) * side;
    blue += (p.paintB - blue) * side;
    r[i] = red + (p.hazeR - red) * p.haze;
    g[i] = green + (p.hazeG - green) * p.haze;
    b[i] = blue + (p.hazeB - blue) * p.haze;
  }
}

T2V_CLONES void t2v_shafts_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict table,
    const t2v_shafts *restrict shafts) {
  const t2v_shafts p = *shafts;
  for (int32_t i = 0; i < n; i++) {
    float x = p.x + (float)i * p.step;
    float slope = x * p.away;
    float place = 512.0f + 511.9f * (slope / (1.0f + fabsf(slope)));
    int32_t at = (int32_t)place;
    float light = table[at] + (table[at + 1] - table[at]) * (place - (float)at);
    float side = x * p.wide, centre = 1.0f / (1.0f + side * side);
    float glow = (light * light * p.strength + p.glow) * centre;
    r[i] += 0.62f * glow;
    g[i] += 0.95f * glow;
    b[i] += 0.92f * glow;
  }
}

T2V_CLONES void t2v_milky_row(
    float *restrict light, float *restrict dust, int32_t n, const t2v_milky *restrict milky) {
  const t2v_milky p = *milky;
  for (int32_t i = 0; i < n; i++) {
    float off = p.x + (float)i * p.step, noise = light[i];
    float square = off * off;
    float band = 1.0f / (1.0f + square * square * 3.0f + square * 1.4f);
    float bright = 0.55f + 0.75f * noise;
    bright = bright < 0.0f ? 0.0f : (bright > 1.4f ? 1.4f : bright);
    // A rift of dust runs along the middle.
    float beside = off - 0.12f, gap = 0.3f - noise * 1.2f;
    float rift = CLAMP01(gap) / (1.0f + beside * beside * 22.0f);
    light[i] = band * bright * (1.0f - 0.72f * rift) * p.strength;
    dust[i] = band * band * (0.4f - 0.5f * noise) * p.strength;
  }
}

/// An angle in turns, 0 up to 1, good to a thousandth of a degree's neighbourhood: no step where its parts meet.
static inline __attribute__((always_inline)) float turns(float y, float x) {
  float ax = fabsf(x), ay = fabsf(y);
  float low = ax < ay ? ax : ay, high = ax < ay ? ay : ax;
  float t = low / (high + 1e-6f), s = t * t;
  float a = ((((-0.0117212f * s + 0.05265332f) * s - 0.11643287f) * s + 0.19354346f) * s - 0.33262347f) * s + 0.99997726f;
  a = a * t * 0.15915494f;
  a = ay > ax ? 0.25f - a : a;
  a = x < 0 ? 0.5f - a : a;
  return y < 0 ? 1.0f - a : a;
}

/// How much of a pixel a line of half width w takes at distance d from its middle, where a pixel is `pixel` wide.
static inline __attribute__((always_inline)) float seam(float d, float w, float pixel) {
  float cover = (w + pixel * 0.5f - d) / pixel;
  cover = CLAMP01(cover);
  float most = 2.0f * w / pixel;
  return cover * (most < 1.0f ? most : 1.0f);
}

T2V_CLONES void t2v_tunnel_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict tones,
    const float *restrict lamps, const t2v_tunnel *restrict tunnel) {
  const t2v_tunnel p = *tunnel;
  const float period = (float)p.every;
  for (int32_t i = 0; i < n; i++) {
    float x = p.x + (float)i, y = p.dy;
    // Far things lie toward the end of the bend.
    float far = 1.0f / (1.0f + (x * x + y * y) * p.bendK);
    x -= p.bendX * far;
    y -= p.bendY * far;
    float square = x * x + y * y + 4.0f;
    float inverse = 1.0f / sqrtf(square);
    float depth = p.radius * inverse;
    float q = depth * p.rings + p.run;
    float pixel = p.radius * p.rings / square;
    float angle = turns(y, x) + p.turn;
    angle = angle - (float)(int32_t)angle;
    float s = angle * (float)p.panels;
    float pixelS = (float)p.panels * 0.15915494f * inverse;
    int32_t ring = (int32_t)q, panel = (int32_t)s;
    float fq = q - (float)ring, fs = s - (float)panel;
    float fine = 1.0f / (1.0f + pixel * pixel * 9.0f);
    float tone = 0.8f + (tones[(ring & 31) * 32 + (panel & 31)] - 0.8f) * fine;
    // Each panel is a little brighter toward its far edge.
    tone *= 1.0f + 0.22f * (fq - 0.5f) * fine;
    float dq = fq < 0.5f ? fq : 1.0f - fq, ds = fs < 0.5f ? fs : 1.0f - fs;
    float gap = seam(dq, 0.018f, pixel + 0.001f) + seam(ds, 0.018f, pixelS + 0.001f) * fine;
    tone *= 1.0f - 0.62f * CLAMP01(gap);
    // The nearest ring of light.
    float t = q / period + 0.5f;
    int32_t lamp = (int32_t)t;
    float off = (t - (float)lamp - 0.5f) * period;
    float away = fabsf(off);
    float tube = seam(away, 0.075f, pixel + 0.001f);
    float glow = 1.0f / (1.0f + away * away * 6.0f);
    glow = (0.12f + 0.88f * glow * glow) * (0.4f + 0.6f * fine) + tube * 0.5f;
    const float *colour = lamps + (lamp & 63);
    float lit = p.light * glow * (0.35f + 0.85f * tone);
    float bright = p.light * tube * 1.15f;
    float red = p.wallR * tone + colour[0] * lit, green = p.wallG * tone + colour[64] * lit,
          blue = p.wallB * tone + colour[128] * lit;
    red += (colour[0] * 0.5f + 0.5f - red) * CLAMP01(bright);
    green += (colour[64] * 0.5f + 0.5f - green) * CLAMP01(bright);
    blue += (colour[128] * 0.5f + 0.5f - blue) * CLAMP01(bright);
    float veil = depth / p.fog;
    veil = veil * veil;
    veil = veil / (1.0f + veil);
    float end = 1.0f / (1.0f + square * p.endK);
    end = end * end * p.end;
    r[i] = red + (p.fogR - red) * veil + p.endR * end;
    g[i] = green + (p.fogG - green) * veil + p.endG * end;
    b[i] = blue + (p.fogB - blue) * veil + p.endB * end;
  }
}
