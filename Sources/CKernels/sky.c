#include "CKernels.h"
#include "clones.h"

T2V_CLONES void t2v_glow_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const t2v_glow *restrict glow) {
  const t2v_glow p = *glow;
  for (int32_t i = 0; i < n; i++) {
    float dx = (float)i - p.cx;
    float dx2 = dx * dx, d2 = dx2 + p.dy2;
    float band = p.band / (1.0f + dx2 * p.bandK);
    float wide = p.wide / (1.0f + d2 * p.wideK);
    float close = 1.0f / (1.0f + d2 * p.nearK);
    close = p.near_ * close * close;
    float red = r[i], green = g[i], blue = b[i];
    red += (p.bandR - red) * band;
    green += (p.bandG - green) * band;
    blue += (p.bandB - blue) * band;
    red += (p.wideR - red) * wide;
    green += (p.wideG - green) * wide;
    blue += (p.wideB - blue) * wide;
    r[i] = red + p.nearR * close;
    g[i] = green + p.nearG * close;
    b[i] = blue + p.nearB * close;
  }
}

T2V_CLONES void t2v_cloud_row(
    float *restrict r, float *restrict g, float *restrict b, float *restrict a, int32_t n,
    const float *restrict density, const float *restrict sunward, const t2v_clouds *restrict clouds) {
  const t2v_clouds p = *clouds;
  for (int32_t i = 0; i < n; i++) {
    float over = density[i] - p.cover;
    float edge = CLAMP01(over * p.invSoft);
    float alpha = edge * edge * (3.0f - 2.0f * edge) * p.opacity;
    float dx = (float)i - p.cx;
    float d2 = dx * dx + p.dy2;
    // The light itself shines through.
    alpha *= 1.0f - p.clear / (1.0f + d2 * d2 * p.clearK);
    float thick = CLAMP01(over * p.thickness);
    float light = 0.62f + (density[i] - sunward[i]) * p.relief - thick * 0.55f;
    light = CLAMP01(light);
    float near = p.silver / (1.0f + d2 * p.silverK) * (1.0f - thick * 0.8f);
    float red = p.shadeR + (p.litR - p.shadeR) * light + p.silverR * near;
    float green = p.shadeG + (p.litG - p.shadeG) * light + p.silverG * near;
    float blue = p.shadeB + (p.litB - p.shadeB) * light + p.silverB * near;
    r[i] += (red - r[i]) * alpha;
    g[i] += (green - g[i]) * alpha;
    b[i] += (blue - b[i]) * alpha;
    a[i] += (1.0f - a[i]) * alpha;
  }
}

/// e to the power of what is not above 0.
static inline __attribute__((always_inline)) float decay(float x) {
  float power = (x < -80.0f ? -80.0f : x) * 1.44269504f;
  int32_t whole = (int32_t)(power - 0.5f);
  float f = power - (float)whole;
  float part = 1.0f + f * (0.693147181f + f * (0.240226507f + f * (0.0555041087f + f * (0.00961812911f +
                      f * (0.00133335581f + f * 0.000154035304f)))));
  union {
    int32_t bits;
    float value;
  } scale = {(whole + 127) << 23};
  return part * scale.value;
}

T2V_CLONES void t2v_curtain_row(
    float *restrict r, float *restrict g, float *restrict b, int32_t n, const float *restrict edge,
    const float *restrict ray, const t2v_curtain *restrict curtain) {
  const t2v_curtain p = *curtain;
  for (int32_t i = 0; i < n; i++) {
    float above = (edge[i] - p.y) / p.reach;
    // Above the edge the light fades upward; below it stops short.
    float light = decay(above > 0.0f ? -above * 3.2f : above * 46.0f) * ray[i] * p.weight;
    light = light > 0.004f ? light : 0.0f;
    float t = above * 1.25f;
    t = CLAMP01(t);
    r[i] += (p.lowR + (p.highR - p.lowR) * t) * light;
    g[i] += (p.lowG + (p.highG - p.lowG) * t) * light;
    b[i] += (p.lowB + (p.highB - p.lowB) * t) * light;
  }
}
