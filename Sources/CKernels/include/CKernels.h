/// Row kernels of the studio: plain loops over one row of the picture, compiled for several x86-64 levels. Where a loop would gather
/// what lies side by side, a level has a permutation of its own.
///
/// They decide nothing: what is drawn, where and in which colour is Swift. All work on planar float rows in
/// display-referred RGB (0 is black, 1 is white, above 1 is highlight that the finish kernel compresses).
/// No kernel reduces across a row or contracts to FMA, so every clone gives the same bytes.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

#include "Grounds.h"
#include "Noise.h"
#include "Styles.h"

/// Fills n pixels with one colour.
void t2v_fill_row(float *r, float *g, float *b, int32_t n, float red, float green, float blue);

/// Enlarges the quarter row that lies `t` of the way from a to b four times, linearly. Rows are padded: 16 samples beyond
/// both ends may be touched.
void t2v_upsample_row(float *dst, const float *a, const float *b, float t, int32_t quarter);

/// Two quarter rows of premultiplied colour and coverage.
typedef struct {
  const float *red[2], *green[2], *blue[2], *cover[2];
} t2v_veil;

/// Enlarges the quarter row that lies `t` of the way from one to the other, and lays it over a full row.
void t2v_upsample_over_row(float *r, float *g, float *b, const t2v_veil *veil, float t, int32_t quarter);

/// The same of coverage alone, by which one colour is laid over a full row.
void t2v_upsample_tint_row(
    float *r, float *g, float *b, const float *first, const float *second, float t, int32_t quarter, float red,
    float green, float blue);

/// Enlarges a half row two times, linearly. Rows are padded as above.
void t2v_upsample2_row(float *dst, const float *src, int32_t half);

/// The same of the row that lies `t` of the way from a to b.
void t2v_upsample2_between_row(float *dst, const float *a, const float *b, float t, int32_t half);

/// Keeps a row in 4.12 fixed point, clamped to ±7.99.
void t2v_keep_row(int16_t *dst, const float *src, int32_t n);

/// Mixes two kept rows: dst[i] = a[i] + (b[i] - a[i]) * t.
void t2v_mix_kept_row(float *dst, const int16_t *a, const int16_t *b, float t, int32_t n);

/// Means of four neighbours: a full row to a quarter row.
void t2v_shrink_row(float *dst, const float *src, int32_t quarter);

/// Mixes two rows of a tile in 4.12 fixed point, t from 0 to 1.
void t2v_mix_tile_row(int16_t *dst, const int16_t *a, const int16_t *b, float t, int32_t n);

/// Texels behind the last of a row that may be looked at: the first ones again, where samples come round to them.
#define T2V_TILE_AHEAD 64

/// out[i] (+)= gain * sample of such a row, which has mask + 1 + T2V_TILE_AHEAD entries; u is 16.16.
void t2v_tile_row(
    float *out, int32_t n, const int16_t *tile, uint32_t mask, uint32_t u, uint32_t du, float gain, int32_t add);

/// out[i] = bilinear sample of a square tile at (u[i], v[i]) in texels; the tile's stride is mask + 2, with the
/// first row and column repeated at the end.
void t2v_tile_2d(
    float *out, int32_t n, const float *tile, uint32_t mask, const float *u, const float *v, float gain,
    int32_t add);

/// A radial light in a row: lobes of different width around one centre.
typedef struct {
  float cx, dy2;                      ///< centre in pixels of the row, squared vertical distance
  float wide, wideK, near_, nearK;    ///< mix amounts and falloffs of the two lobes
  float band, bandK;                  ///< mix amount and falloff of the lobe that follows the horizon
  float wideR, wideG, wideB, nearR, nearG, nearB, bandR, bandG, bandB;
} t2v_glow;

/// Mixes a light into a row.
void t2v_glow_row(float *r, float *g, float *b, int32_t n, const t2v_glow *glow);

/// How a row of clouds is lit.
typedef struct {
  float cover, invSoft;               ///< density at which a cloud begins; 1 / width of its edge
  float opacity, relief, thickness;   ///< largest coverage; weight of the sun-side difference; darkening by depth
  float litR, litG, litB, shadeR, shadeG, shadeB;
  float cx, dy2, silver, silverK;     ///< sun in pixels of the row; strength and falloff of the bright rims
  float silverR, silverG, silverB;
  float clear, clearK;                ///< how much of the cover opens before the sun, and its falloff
} t2v_clouds;

/// Lays a row of clouds (density, density toward the sun) over premultiplied colour and coverage.
void t2v_cloud_row(
    float *r, float *g, float *b, float *a, int32_t n, const float *density, const float *sunward,
    const t2v_clouds *clouds);

/// A curtain of northern light in a row.
typedef struct {
  float y, reach, weight;             ///< the row's height, by how much the light fades upward to a 25th, how bright it is
  float lowR, lowG, lowB, highR, highG, highB;
} t2v_curtain;

/// Adds a curtain whose lower edge has a height in each column, and whose rays have a brightness.
void t2v_curtain_row(
    float *r, float *g, float *b, int32_t n, const float *edge, const float *ray, const t2v_curtain *curtain);

/// Lays one colour over a row by a coverage a pixel.
void t2v_cover_row(
    float *r, float *g, float *b, int32_t n, const float *coverage, float red, float green, float blue);

/// The same over a premultiplied row with coverage of its own.
void t2v_cover_veil_row(
    float *r, float *g, float *b, float *a, int32_t n, const float *coverage, float red, float green,
    float blue);

/// Adds one colour times a weight a pixel.
void t2v_add_row(float *r, float *g, float *b, int32_t n, const float *weight, float red, float green, float blue);

/// coverage[i] = smoothstep((field[i] - low) * scale) * amount.
void t2v_step_row(float *out, int32_t n, const float *field, float low, float scale, float amount);

/// How the water reflects.
typedef struct {
  const uint32_t *map;                ///< mirror picture at quarter width, packed, row 0 at the horizon
  int32_t mapStride, mapRows;
  float mapV, mapTilt, mapSway;       ///< mirrored row, rows a unit of slope, quarter pixels a unit of slope
  float fresnel, fresnelTilt;
  float rough;                        ///< slope of a wave of height 1
  float deepR, deepG, deepB, crestR, crestG, crestB;
  float sunX, sunK, sunSlope, sunGain, sunR, sunG, sunB; ///< glitter path in half pixels
  float foamLow, foamGain, foamR, foamG, foamB;
} t2v_water;

/// Packs colours of 0 to 1.5 in three times ten bits.
void t2v_pack_row(uint32_t *dst, const float *r, const float *g, const float *b, int32_t n);

/// A row of water at half width from its waves, long and short ones.
void t2v_water_row(
    float *r, float *g, float *b, int32_t half, const float *swell, const float *chop, const t2v_water *water);

/// How a sprite is lit: multiplied by light, then mixed toward haze, all times opacity.
typedef struct {
  float opacity;
  float lightR, lightG, lightB;
  float hazeR, hazeG, hazeB, haze;
} t2v_tone;

/// Lays n pixels of two neighbouring rows (weights 1 - t and t) of a premultiplied RGBA8 sprite over a row;
/// u and du are 16.16 in texels, and row[(u + n * du >> 16) + 1] must be readable. ahead is the row that will be wanted next.
void t2v_sprite_row(
    float *r, float *g, float *b, int32_t n, const uint32_t *row0, const uint32_t *row1, const uint32_t *ahead,
    float t, int32_t u, int32_t du, const t2v_tone *tone);

/// Packs n premultiplied pixels, four floats of 0 to 1 each, as RGBA8.
void t2v_pack_sprite_row(uint8_t *dst, const float *src, int32_t n);

/// Texels in a block of a sprite's row.
#define T2V_SPRITE_BLOCK 16

/// Says for each block of two rows of a premultiplied RGBA8 sprite whether nothing is drawn in it (0), whether it is
/// opaque (2), or neither (1).
void t2v_sprite_blocks(uint8_t *kinds, const uint32_t *row0, const uint32_t *row1, int32_t width);

/// Lays a soft capsule (a disc when both ends are one) over pixels from..<to of a row at height y.
/// add 0: over, 1: additive. Softness is the width of the edge in pixels.
void t2v_capsule_row(
    float *r, float *g, float *b, int32_t from, int32_t to, float y, float x0, float y0, float x1, float y1,
    float radius, float softness, float red, float green, float blue, float opacity, int32_t add);

/// A small thing that is drawn by formula: a soft capsule (a disc when it has no length), and a glow around it.
typedef struct {
  float x, y, dx, dy;                 ///< one end, and the way to the other
  float radius, softness;             ///< half of the width, and the width of the edge
  float red, green, blue, opacity;
  float halo, haloStrength;           ///< radius of the glow, 0 for none
  int32_t isLight;                    ///< 0: laid over, 1: added
  float edge, reach, inverse, slope;  ///< what follows from these, see t2v_prepare_mark
} t2v_mark;

/// Sets what a mark's rows need again and again: 1 / softness, where it ends, 1 / length², and columns a row.
void t2v_prepare_mark(t2v_mark *mark);

/// Draws `count` marks on a row at height y, where they touch it, in their order.
void t2v_marks_row(
    float *r, float *g, float *b, int32_t n, float y, const t2v_mark *marks, const int32_t *order, int32_t count);

/// Adds a glow opacity / (1 + d² k)² - floor around a point.
void t2v_halo_row(
    float *r, float *g, float *b, int32_t from, int32_t to, float y, float cx, float cy, float k, float radius2,
    float red, float green, float blue, float opacity);

/// Colours a field by a table of 256 + 1 planar entries: index field * scale, clamped.
void t2v_table_row(
    float *r, float *g, float *b, int32_t n, const float *field, const float *tableR, const float *tableG,
    const float *tableB, float scale);

/// Multiplies a row by a field.
void t2v_scale_row(float *r, float *g, float *b, int32_t n, const float *field);

/// Mixes a row toward its own luma in a colour.
void t2v_tint_row(float *r, float *g, float *b, int32_t n, float red, float green, float blue, float amount);

/// Vignette, highlight compression, grain and packing of two rows to yuv420p, BT.709 limited range.
/// vignette holds the column's share; grain holds signed noise. The rows are used up.
void t2v_finish_rows(
    float *r0, float *g0, float *b0, float *r1, float *g1, float *b1, int32_t n, const float *vignette, float vignette0, float vignette1, const int8_t *grain0,
    const int8_t *grain1, float grain, uint8_t *y0, uint8_t *y1, uint8_t *u, uint8_t *v);

/// dst = dst + (colour - dst) * alpha / 255 * opacity / 256, a byte at a time (planes of yuv).
void t2v_blend_alpha_row(uint8_t *dst, const uint8_t *colour, const uint8_t *alpha, int32_t n, int32_t opacity);

/// Lays n colours over those of a picture that is clear in places, `alpha` of each at an opacity of 0 to 256; `cover` is the
/// picture's own coverage, which ``t2v_title_cover_row`` changes when all its planes are done.
void t2v_title_over_row(
    uint8_t *dst, const uint8_t *cover, const uint8_t *colour, const uint8_t *alpha,
    int32_t n, int32_t opacity);
void t2v_title_cover_row(uint8_t *cover, const uint8_t *alpha, int32_t n, int32_t opacity);

/// Two rows of a title, given as n premultiplied pixels of red, green, blue and alpha each, as planes of yuv and of coverage.
/// All rows are moved down by a share of a row (0 to 1) into what the row above them leaves; n is even.
void t2v_title_rows(
    const uint8_t *above, const uint8_t *upper, const uint8_t *lower, int32_t n, float shift, uint8_t *y0, uint8_t *alpha0,
    uint8_t *y1, uint8_t *alpha1, uint8_t *u, uint8_t *v, uint8_t *alpha);

/// dst = dst + (other - dst) * amount / 256.
void t2v_crossfade_row(uint8_t *dst, const uint8_t *other, int32_t n, int32_t amount);

#endif
