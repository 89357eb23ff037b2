#include <math.h>

#include "CKernels.h"
#include "clones.h"

#define PACK(x) ((uint8_t)(int32_t)((x) < 16.0f ? 16.0f : ((x) > 235.0f ? 235.0f : (x))))
#define PACKC(x) ((uint8_t)(int32_t)((x) < 16.0f ? 16.0f : ((x) > 240.0f ? 240.0f : (x))))

T2V_CLONES void t2v_style_anime(
    uint8_t *restrict out, const t2v_style_row *restrict in, float step, float soft, float gain, float lift) {
  const float *restrict y = in->y, *restrict edge = in->edge, *restrict grain = in->grain,
              *restrict contour = in->wash, *restrict mask = in->mask;
  float inverse = 1.0f / step, sharp = 1.0f / soft;
  for (int32_t i = 0; i < in->n; i++) {
    float luma = (y[i] - 16.0f) * gain + lift;
    luma = luma < 0.0f ? 0.0f : luma;
    float f = luma * inverse;
    float whole = (float)(int32_t)f, t = CLAMP01((f - whole - 0.5f) * sharp + 0.5f);
    float band = (whole + t * t * (3.0f - 2.0f * t)) * step;
    // In the dark a tone lower is black, which would ring each star.
    luma += (band - luma) * 0.9f * CLAMP01((0.94f - mask[i]) * 3.2f) * CLAMP01((luma - 20.0f) * 0.03f);
    // What is dark needs no line, or each star would have a black ring.
    float line = CLAMP01((edge[i] - 0.42f) * 4.5f) * CLAMP01((y[i] - 48.0f) * 0.03f);
    // A contour is all but black; what the picture has there is what calm lacks.
    float ink = CLAMP01((98.0f - y[i] + contour[i] * 40.0f) * 0.03f);
    float drawn = CLAMP01((contour[i] - 0.30f) * 2.4f) * ink;
    line = line > drawn ? line : drawn;
    luma *= 1.0f - 0.88f * line;
    float x = luma + 16.5f + grain[i];
    out[i] = PACK(x);
  }
}

T2V_CLONES void t2v_style_watercolour(uint8_t *restrict out, const t2v_style_row *restrict in, float paper) {
  const float *restrict y = in->y, *restrict edge = in->edge, *restrict grain = in->grain,
              *restrict wash = in->wash, *restrict mask = in->mask;
  for (int32_t i = 0; i < in->n; i++) {
    float density = 1.0f - (y[i] - 16.0f) * (1.0f / 219.0f);
    density = CLAMP01(density);
    // Pigment pools and settles in the hollows of the paper.
    density *= 1.0f + 0.42f * wash[i] + grain[i] * 0.16f;
    float pool = CLAMP01(edge[i] * 0.5f);
    density += pool * 0.22f + (mask[i] > 0.02f && mask[i] < 0.75f ? 0.05f : 0.0f) * mask[i];
    density *= CLAMP01(mask[i]) * 0.9f;
    float x = paper * (1.0f - density) + 16.5f + grain[i] * 5.0f;
    out[i] = PACK(x);
  }
}

T2V_CLONES void t2v_style_ink(uint8_t *restrict out, const t2v_style_row *restrict in, float paper) {
  const float *restrict y = in->y, *restrict edge = in->edge, *restrict grain = in->grain,
              *restrict wash = in->wash, *restrict mask = in->mask;
  for (int32_t i = 0; i < in->n; i++) {
    float density = 1.0f - (y[i] - 16.0f) * (1.0f / 219.0f);
    density = CLAMP01(density);
    // Few washes of ink, one over another.
    float f = density * 5.0f, whole = (float)(int32_t)f, t = CLAMP01((f - whole - 0.5f) * 2.2f + 0.5f);
    float band = (whole + t * t * (3.0f - 2.0f * t)) * 0.2f;
    density += (band - density) * 0.6f;
    density *= 1.0f + 0.34f * wash[i];
    density = density * density * 0.55f + density * 0.45f;
    float dry = CLAMP01(1.0f + grain[i] * 0.55f);
    float line = CLAMP01((edge[i] - 0.12f) * 1.5f) * dry;
    density = density + (0.96f - density) * line * 0.8f;
    density *= mask[i];
    density = CLAMP01(density) * 0.93f;
    float x = paper * (1.0f - density) + 16.5f + grain[i] * 4.0f * (1.0f - density);
    out[i] = PACK(x);
  }
}

T2V_CLONES void t2v_style_sketch(
    uint8_t *restrict out, const t2v_style_row *restrict in, const float *restrict hatch0,
    const float *restrict hatch1, const float *restrict hatch2, float paper) {
  const float *restrict y = in->y, *restrict edge = in->edge, *restrict grain = in->grain,
              *restrict mask = in->mask;
  for (int32_t i = 0; i < in->n; i++) {
    float dark = 1.0f - (y[i] - 16.0f) * (1.0f / 219.0f);
    float tooth = 0.72f + 0.28f * grain[i];
    // A stroke of a hatch appears where the dark passes its threshold, and grows wider with it.
    float a = CLAMP01((dark * 1.5f - 0.34f + hatch0[i]) * 2.4f) * CLAMP01((dark - 0.22f) * 4.0f);
    float b = CLAMP01((dark * 1.5f - 0.72f + hatch1[i]) * 2.4f) * CLAMP01((dark - 0.45f) * 4.0f);
    float c = CLAMP01((dark * 1.5f - 1.02f + hatch2[i]) * 2.4f) * CLAMP01((dark - 0.64f) * 4.0f);
    float tone = CLAMP01((dark - 0.15f) * 0.24f);
    float graphite = 1.0f - (1.0f - 0.40f * a) * (1.0f - 0.42f * b) * (1.0f - 0.42f * c) * (1.0f - tone);
    float line = CLAMP01((edge[i] - 0.10f) * 2.0f);
    graphite = graphite * tooth * mask[i];
    graphite += (0.88f - graphite) * line * CLAMP01(0.8f + 0.4f * grain[i]) * CLAMP01(mask[i] * 1.6f);
    float x = paper * (1.0f - CLAMP01(graphite) * 0.86f) + 16.5f + grain[i] * 3.0f;
    out[i] = PACK(x);
  }
}

T2V_CLONES void t2v_style_paint(
    uint8_t *restrict out, const t2v_style_row *restrict in, float contrast, float relief, float lift) {
  const float *restrict y = in->y, *restrict grain = in->grain;
  for (int32_t i = 0; i < in->n; i++) {
    float luma = (y[i] - 16.0f) * (1.0f / 219.0f);
    luma = CLAMP01(luma);
    float curve = luma * luma * (3.0f - 2.0f * luma);
    luma += (curve - luma) * contrast;
    // Relief shows where there is light to show it.
    float x = 16.5f + 219.0f * luma * lift + grain[i] * relief * (0.30f + 0.9f * luma);
    out[i] = PACK(x);
  }
}

T2V_CLONES void t2v_style_chroma(
    uint8_t *restrict u, uint8_t *restrict v, int32_t n, const float *restrict su, const float *restrict sv,
    const float *restrict mask, float cosine, float sine, float paperU, float paperV) {
  for (int32_t i = 0; i < n; i++) {
    float cb = su[i] * cosine - sv[i] * sine, cr = su[i] * sine + sv[i] * cosine;
    float m = mask ? mask[i] : 1.0f;
    cb = 128.5f + cb * m + paperU;
    cr = 128.5f + cr * m + paperV;
    u[i] = PACKC(cb);
    v[i] = PACKC(cr);
  }
}

T2V_CLONES void t2v_palette_row(
    uint8_t *restrict index, int32_t n, const float *restrict y, const float *restrict u, const float *restrict v,
    const uint8_t *restrict lut) {
  for (int32_t i = 0; i < n; i++) {
    float fy = y[i] * 0.125f, fu = (u[i] + 128.0f) * 0.125f, fv = (v[i] + 128.0f) * 0.125f;
    fy = fy < 0.0f ? 0.0f : (fy > 31.0f ? 31.0f : fy);
    fu = fu < 0.0f ? 0.0f : (fu > 31.0f ? 31.0f : fu);
    fv = fv < 0.0f ? 0.0f : (fv > 31.0f ? 31.0f : fv);
    index[i] = lut[((int32_t)fy << 10) | ((int32_t)fu << 5) | (int32_t)fv];
  }
}

T2V_CLONES void t2v_paper_row(
    uint8_t *restrict out, int32_t n, const uint8_t *restrict index, const uint8_t *restrict above,
    const float *restrict palette, const float *restrict height, const float *restrict shadow,
    const float *restrict fibre) {
  for (int32_t i = 0; i < n; i++) {
    float own = height[index[i]], before = height[above[i]];
    float dark = CLAMP01((shadow[i] - own) * 0.42f) * 0.42f;
    float rim = CLAMP01((own - before) * 2.0f) * 20.0f;
    float x = (palette[index[i]] - 16.0f) * (1.0f - dark) + 16.5f + rim + fibre[i] * 5.0f;
    out[i] = PACK(x);
  }
}

T2V_CLONES void t2v_grade_noir(
    uint8_t *restrict y, int32_t n, const float *restrict light, float row, const int8_t *restrict grain,
    float strength) {
  for (int32_t i = 0; i < n; i++) {
    float x = ((float)y[i] - 16.0f) * (1.0f / 219.0f);
    x = CLAMP01(x);
    float curve = x * x * (3.0f - 2.0f * x);
    curve = curve * curve * (3.0f - 2.0f * curve) * 0.65f + curve * 0.4f;
    float shade = light[i] * row;
    float noise = (float)grain[i] * strength;
    float out = 16.5f + 219.0f * curve * shade + noise * (0.35f + 0.65f * (1.0f - curve));
    y[i] = PACK(out);
  }
}

T2V_CLONES void t2v_grade_film(
    uint8_t *restrict y, const uint8_t *restrict src, int32_t n, const float *restrict glow,
    const float *restrict light, float row, const int8_t *restrict grain, float strength) {
  for (int32_t i = 0; i < n; i++) {
    float x = ((float)src[i] - 16.0f) * (1.0f / 219.0f);
    x = CLAMP01(x);
    // A toe that never is black and a shoulder that never is white.
    float curve = 0.075f + 0.87f * (x * 0.72f + x * x * (3.0f - 2.0f * x) * 0.28f);
    curve += glow[i] * 0.10f;
    float noise = (float)grain[i] * strength * (0.55f + 1.8f * curve * (1.0f - curve));
    float out = 16.5f + (219.0f * curve + noise) * light[i] * row;
    y[i] = PACK(out);
  }
}

T2V_CLONES void t2v_grade_cinema(
    uint8_t *restrict y, int32_t n, const float *restrict glow, const int8_t *restrict grain, float strength) {
  for (int32_t i = 0; i < n; i++) {
    float x = ((float)y[i] - 16.0f) * (1.0f / 219.0f);
    x = CLAMP01(x);
    float curve = x * x * (3.0f - 2.0f * x);
    x = x * 0.42f + curve * 0.55f;
    x += glow[i] * 0.30f * (1.0f - x);
    float out = 16.5f + 219.0f * x + (float)grain[i] * strength;
    y[i] = PACK(out);
  }
}

T2V_CLONES void t2v_grade_split(
    uint8_t *restrict u, uint8_t *restrict v, const uint8_t *restrict y, int32_t n, const float *restrict glow,
    float saturation, float shadowU, float shadowV, float lightU, float lightV, float glowU, float glowV) {
  for (int32_t i = 0; i < n; i++) {
    float x = ((float)y[2 * i] - 16.0f) * (1.0f / 219.0f);
    x = CLAMP01(x);
    float dark = (1.0f - x) * (1.0f - x) * CLAMP01(x * 6.0f + 0.25f), bright = x * (2.0f - x) * x;
    float shown = CLAMP01(x * 16.0f);
    float cb = ((float)u[i] - 128.0f) * saturation + shadowU * dark + lightU * bright + glowU * glow[i];
    float cr = ((float)v[i] - 128.0f) * saturation + shadowV * dark + lightV * bright + glowV * glow[i];
    cb = cb * shown + 128.5f;
    cr = cr * shown + 128.5f;
    u[i] = PACKC(cb);
    v[i] = PACKC(cr);
  }
}

T2V_CLONES void t2v_grade_scan(
    uint8_t *restrict y, int32_t n, float shade, const int8_t *restrict grain, float strength) {
  for (int32_t i = 0; i < n; i++) {
    float x = ((float)y[i] - 16.0f) * (1.0f / 219.0f);
    x = CLAMP01(x);
    x = x * 0.6f + x * x * (3.0f - 2.0f * x) * 0.4f;
    float out = 16.5f + 219.0f * (0.05f + 0.93f * x) * shade + (float)grain[i] * strength;
    y[i] = PACK(out);
  }
}

void t2v_facet_row(uint8_t *restrict out, const uint8_t *restrict colours, const uint16_t *restrict id, int32_t n) {
  for (int32_t i = 0; i < n; i++) out[i] = colours[id[i]];
}

void t2v_facet_sum(
    int32_t *restrict sumY, int32_t *restrict sumU, int32_t *restrict sumV, int32_t *restrict count,
    const uint16_t *restrict id, const uint8_t *restrict y, const uint8_t *restrict u, const uint8_t *restrict v,
    int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    int32_t at = id[i];
    sumY[at] += y[i];
    sumU[at] += u[i >> 1];
    sumV[at] += v[i >> 1];
    count[at] += 1;
  }
}

T2V_CLONES void t2v_neon_row(
    uint8_t *restrict y, uint8_t *restrict u, uint8_t *restrict v, int32_t n, float centre, float perPixel,
    float width, float cross, float strength, float targetU, float targetV) {
  float inverse = 1.0f / width, glow = 0.18f * inverse;
  for (int32_t i = 0; i < n; i++) {
    float x = ((float)i + 0.5f - centre) * perPixel + 4096.0f;
    float near = x - (float)(int32_t)x;
    near = near < 0.5f ? near : 1.0f - near;
    float line = CLAMP01(1.4f - near * inverse), halo = CLAMP01(1.0f - near * glow);
    float w = line + 0.28f * halo * halo;
    w = w > cross ? w : cross;
    w = (w > 1.0f ? 1.0f : w) * strength;
    float out = (float)y[i] + (208.0f - (float)y[i]) * w * 0.85f + 0.5f;
    y[i] = (uint8_t)(int32_t)out;
    // Chroma of every second pixel; both write the same place on purpose in turn.
    if (u && !(i & 1)) {
      float cb = (float)u[i >> 1], cr = (float)v[i >> 1];
      u[i >> 1] = (uint8_t)(int32_t)(cb + (targetU - cb) * w + 0.5f);
      v[i >> 1] = (uint8_t)(int32_t)(cr + (targetV - cr) * w + 0.5f);
    }
  }
}

T2V_CLONES void t2v_grade_map(
    uint8_t *restrict u, uint8_t *restrict v, const uint8_t *restrict y, int32_t n,
    const float *restrict tableU, const float *restrict tableV, float amount, float saturation) {
  for (int32_t i = 0; i < n; i++) {
    int32_t at = y[2 * i];
    float cb = ((float)u[i] - 128.0f) * saturation, cr = ((float)v[i] - 128.0f) * saturation;
    cb += (tableU[at] - cb) * amount + 128.5f;
    cr += (tableV[at] - cr) * amount + 128.5f;
    u[i] = PACKC(cb);
    v[i] = PACKC(cr);
  }
}

T2V_CLONES void t2v_texture_row(
    float *restrict out, const int8_t *restrict a, const int8_t *restrict b, float t, float gain, int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    float x = (float)a[i], z = (float)b[i];
    out[i] = (x + (z - x) * t) * gain;
  }
}
