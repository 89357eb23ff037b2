#include "CKernels.h"
#include "clones.h"

T2V_CLONES void t2v_pack_row(
    uint32_t *restrict dst, const float *restrict r, const float *restrict g, const float *restrict b,
    int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    float red = r[i] * 682.0f, green = g[i] * 682.0f, blue = b[i] * 682.0f;
    red = red < 0.0f ? 0.0f : (red > 1023.0f ? 1023.0f : red);
    green = green < 0.0f ? 0.0f : (green > 1023.0f ? 1023.0f : green);
    blue = blue < 0.0f ? 0.0f : (blue > 1023.0f ? 1023.0f : blue);
    dst[i] = (uint32_t)((int32_t)(red + 0.5f) | ((int32_t)(green + 0.5f) << 10) | ((int32_t)(blue + 0.5f) << 20));
  }
}

/// How high the foam of a sample rides: where long crests and chop agree.
static inline __attribute__((always_inline)) float foam_of(float swell, float chop) { return swell + chop * 0.55f; }

static inline __attribute__((always_inline)) void water_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t half, const float *restrict swell,
    const float *restrict chop, const t2v_water *restrict water, const int glitters, const int foams) {
  const t2v_water p = *water;
  const uint32_t *restrict map = p.map;
  const float unpack = 1.0f / 682.0f;
  float lastRow = (float)(p.mapRows - 2) + 0.999f, lastColumn = (float)(p.mapStride - 1);
  for (int32_t i = 0; i < half; i++) {
    float s = (swell[i] + chop[i] * 0.34f) * p.rough, f = chop[i] + swell[i] * 0.5f;
    float v = p.mapV + s * p.mapTilt;
    v = v < 0.0f ? 0.0f : (v > lastRow ? lastRow : v);
    float x = (float)i * 0.5f + f * p.mapSway;
    x = x < 0.0f ? 0.0f : (x > lastColumn ? lastColumn : x);
    int32_t line = (int32_t)v;
    float t = (v - (float)line) * unpack, t0 = unpack - t;
    int32_t at = line * p.mapStride + (int32_t)x;
    uint32_t upper = map[at], lower = map[at + p.mapStride];
    float mapR = (float)(int32_t)(upper & 1023) * t0 + (float)(int32_t)(lower & 1023) * t;
    float mapG = (float)(int32_t)((upper >> 10) & 1023) * t0 + (float)(int32_t)((lower >> 10) & 1023) * t;
    float mapB = (float)(int32_t)(upper >> 20) * t0 + (float)(int32_t)(lower >> 20) * t;
    float mirror = p.fresnel + s * p.fresnelTilt;
    mirror = CLAMP01(mirror);
    float crest = s < 0.0f ? 0.0f : s;
    float red = p.deepR + p.crestR * crest;
    float green = p.deepG + p.crestG * crest;
    float blue = p.deepB + p.crestB * crest;
    red += (mapR - red) * mirror;
    green += (mapG - green) * mirror;
    blue += (mapB - blue) * mirror;
    if (glitters) {
      float dx = (float)i - p.sunX;
      float fall = 1.0f / (1.0f + dx * dx * p.sunK);
      fall = fall * fall;
      float spark = (f + fall * 1.1f - p.sunSlope) * p.sunGain;
      spark = spark < 0.0f ? 0.0f : (spark > 1.4f ? 1.4f : spark);
      spark *= fall;
      red += p.sunR * spark;
      green += p.sunG * spark;
      blue += p.sunB * spark;
    }
    if (foams) {
      float white = CLAMP01((foam_of(swell[i], chop[i]) - p.foamLow) * p.foamGain);
      red += (p.foamR - red) * white;
      green += (p.foamG - green) * white;
      blue += (p.foamB - blue) * white;
    }
    r[i] = red;
    g[i] = green;
    b[i] = blue;
  }
}

T2V_CLONES void t2v_water_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t half, const float *restrict swell,
    const float *restrict chop, const t2v_water *restrict water) {
  // Most rows have no light above them or no crest that breaks.
  int32_t foams = 0;
  for (int32_t i = 0; i < half; i++) foams |= foam_of(swell[i], chop[i]) > water->foamLow;
  if (water->sunR != 0.0f || water->sunG != 0.0f || water->sunB != 0.0f) {
    if (foams) water_row(r, g, b, half, swell, chop, water, 1, 1);
    else water_row(r, g, b, half, swell, chop, water, 1, 0);
  } else {
    if (foams) water_row(r, g, b, half, swell, chop, water, 0, 1);
    else water_row(r, g, b, half, swell, chop, water, 0, 0);
  }
}
