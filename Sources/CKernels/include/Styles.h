/// Kernels of the styles: they work on a finished picture at about half size in padded float planes (luma 0 to 255,
/// chroma -128 to 127), and on rows of the full size that are packed as bytes.
///
/// As in CKernels.h nothing reduces across a row in an order that a clone could change.
#ifndef CKERNELS_STYLES_H
#define CKERNELS_STYLES_H

#include <stdint.h>

/// A plane of floats; `data` is the first sample, rows are `stride` apart, `pad` samples beyond each side are room.
typedef struct {
  float *data;
  int32_t width, height, stride, pad;
} t2v_plane;

/// Bytes to floats less `bias`, with the ends repeated into the padding.
void t2v_plane_from_bytes(const t2v_plane *dst, const uint8_t *src, int32_t srcStride, float bias);

/// Repeats the first and last sample of each row into the padding.
void t2v_plane_extend(const t2v_plane *plane);

/// Means over (2r+1)² windows, and their variances unless `variance` is null. `sums` holds 2 * (width + 2 pad) floats.
void t2v_plane_box(const t2v_plane *mean, const t2v_plane *variance, const t2v_plane *src, int32_t r, float *sums);

/// The mean of the calmest of eight neighbouring windows, weighted softly (Kuwahara): `d` samples apart.
/// Each of `count` values is smoothed by the same weights, which stand in `variance` afterwards.
void t2v_plane_calm(
    const t2v_plane *const *out, const t2v_plane *const *means, int32_t count, const t2v_plane *variance,
    int32_t d, float sharpness);

/// A five-tap binomial blur both ways; `row` holds width + 2 pad floats.
void t2v_plane_blur(const t2v_plane *dst, const t2v_plane *src, float *row);

/// Means of 2×2 samples into a plane of half the size.
void t2v_plane_half(const t2v_plane *dst, const t2v_plane *src);

/// dst = (a - b) * gain.
void t2v_plane_difference(const t2v_plane *dst, const t2v_plane *a, const t2v_plane *b, float gain);

/// Moves a picture of bytes by a field: dst[x, y] = src[x + dx * gain, y + dy * gain], nearest sample, clamped.
/// The field's planes have one entry a `1 << shift` samples of dst.
void t2v_displace(
    uint8_t *dst, const uint8_t *src, int32_t width, int32_t height, const t2v_plane *dx, const t2v_plane *dy,
    int32_t shift, float gain);

/// Samples a plane at its own position plus byte offsets (nearest): dst[x, y] = src[x + dx[i], y + dy[i]].
void t2v_plane_gather(const t2v_plane *dst, const t2v_plane *src, const int8_t *dx, const int8_t *dy, int32_t shift);

/// The mean of `taps` samples along a stream line: offsets of a tile of `1 << bits` square, taps planes of it.
/// `jump` shifts a coordinate of dst to one of the tile.
void t2v_plane_stream(
    const t2v_plane *dst, const t2v_plane *src, const int8_t *dx, const int8_t *dy, int32_t taps, int32_t bits,
    int32_t jump);

/// What a row of full size is made of, enlarged from the planes.
typedef struct {
  const float *y;       ///< luma
  const float *edge;    ///< response to edges, 1 is a clear line
  const float *grain;   ///< texture, about -1 to 1
  const float *wash;    ///< slow texture, about -1 to 1
  const float *mask;    ///< 1 where there is paint, 0 for bare paper
  int32_t n;
} t2v_style_row;

/// Flat bands of `step` with an edge of `soft` steps where the mask, which says how calm a place is, is below 1; then lines.
void t2v_style_anime(uint8_t *out, const t2v_style_row *in, float step, float soft, float gain, float lift);
/// Paint on paper: darkened edges, granulation, bare paper beyond the mask.
void t2v_style_watercolour(uint8_t *out, const t2v_style_row *in, float paper);
/// Black ink by density on rice paper.
void t2v_style_ink(uint8_t *out, const t2v_style_row *in, float paper);
/// Pencil: lines, and three hatches that come in with the dark.
void t2v_style_sketch(
    uint8_t *out, const t2v_style_row *in, const float *hatch0, const float *hatch1, const float *hatch2,
    float paper);
/// Thick paint: luma with contrast and relief.
void t2v_style_paint(uint8_t *out, const t2v_style_row *in, float contrast, float relief, float lift);

/// Chroma of half size: rotated and scaled, times mask (unless null) and 1 - edge * fade, plus a paper's own.
void t2v_style_chroma(
    uint8_t *u, uint8_t *v, int32_t n, const float *su, const float *sv, const float *mask, float cosine,
    float sine, float paperU, float paperV);

/// lut: an entry a 8³ bin of Y (3 bits... see shift), U, V. Writes indices for a row of samples.
void t2v_palette_row(uint8_t *index, int32_t n, const float *y, const float *u, const float *v, const uint8_t *lut);

/// Cut paper: colour by index, shadow of what stands higher, light on rims.
void t2v_paper_row(
    uint8_t *out, int32_t n, const uint8_t *index, const uint8_t *above, const float *palette,
    const float *height, const float *shadow, const float *fibre);

/// A monochrome frame: contrast, falloff a pixel, grain.
void t2v_grade_noir(
    uint8_t *y, int32_t n, const float *light, float row, const int8_t *grain, float strength);
/// Film: faded blacks, soft shoulder, grain, falloff.
void t2v_grade_film(
    uint8_t *y, const uint8_t *src, int32_t n, const float *glow, const float *light, float row,
    const int8_t *grain, float strength);
/// Contrast and added light (of half the strength of `glow`), for graded looks.
void t2v_grade_cinema(uint8_t *y, int32_t n, const float *glow, const int8_t *grain, float strength);
/// Split toning of chroma by luma (one entry a chroma sample), and added light.
void t2v_grade_split(
    uint8_t *u, uint8_t *v, const uint8_t *y, int32_t n, const float *glow, float saturation, float shadowU,
    float shadowV, float lightU, float lightV, float glowU, float glowV);
/// Scan lines and contrast.
void t2v_grade_scan(uint8_t *y, int32_t n, float shade, const int8_t *grain, float strength);

/// gathered = calm where both differ by more than low, fully at low + 1 / scale.
void t2v_plane_settle(const t2v_plane *gathered, const t2v_plane *calm, float low, float scale);

/// Means of factor × factor bytes, less nothing.
void t2v_plane_shrink_bytes(const t2v_plane *dst, const uint8_t *src, int32_t srcStride, int32_t factor);

/// A light that runs along the rows both ways and fades by `keep` a sample.
void t2v_plane_streak(const t2v_plane *plane, float keep);

/// Lays a glowing grid on the ground: line weights of one row added to luma (and, where u is set, to chroma of every
/// second pixel). `depth` is the distance of the row, `phase` how far the cross lines have come.
void t2v_neon_row(
    uint8_t *y, uint8_t *u, uint8_t *v, int32_t n, float centre, float perPixel, float width, float cross,
    float strength, float targetU, float targetV);

/// Chroma pulled toward a colour by luma: tables of 256.
void t2v_grade_map(
    uint8_t *u, uint8_t *v, const uint8_t *y, int32_t n, const float *tableU, const float *tableV, float amount,
    float saturation);

/// out = a + (b - a) * t of signed bytes, times gain.
void t2v_texture_row(float *out, const int8_t *a, const int8_t *b, float t, float gain, int32_t n);

/// What is brighter than `from`, 0 to 1 towards 235, squared.
void t2v_plane_bright(const t2v_plane *dst, const t2v_plane *src, float from);

/// Fills a row by a triangle's colour: out[i] = colour[id[i]], and mixes edge pixels.
void t2v_facet_row(uint8_t *out, const uint8_t *colours, const uint16_t *id, int32_t n);

/// Sums of samples by triangle.
void t2v_facet_sum(
    int32_t *sumY, int32_t *sumU, int32_t *sumV, int32_t *count, const uint16_t *id, const uint8_t *y,
    const uint8_t *u, const uint8_t *v, int32_t n);

#endif
