/// Kernels of single layers: what lies or falls across a whole row and has a formula of its own.
#ifndef CKERNELS_GROUNDS_H
#define CKERNELS_GROUNDS_H

#include <stdint.h>

/// Falling water between two edges.
typedef struct {
  float centre, wide;                 ///< middle and half of the width, in pixels of the row
  float deepR, deepG, deepB, whiteR, whiteG, whiteB;
} t2v_fall;

/// Lays falling water over pixels from..<to by two patterns, whose first entries belong to pixel `from`.
void t2v_fall_row(
    float *r, float *g, float *b, int32_t from, int32_t to, const float *pattern, const float *strands,
    const t2v_fall *fall);

/// A pool with froth where the water falls in: `wide` is the froth's reach, `froth` its strength in the middle.
typedef struct {
  float centre, wide, froth;
  float poolR, poolG, poolB, whiteR, whiteG, whiteB;
} t2v_pool;

/// Fills a row of a pool.
void t2v_pool_row(float *r, float *g, float *b, int32_t n, const float *pattern, const t2v_pool *pool);

/// A beach: its colours, and 1 / pixels of a unit.
typedef struct {
  float y, unit, inverse;
  float sandR, sandG, sandB, wetR, wetG, wetB, foamR, foamG, foamB;
} t2v_beach;

/// Lays sand, a wet strip and foam over a row; `edge` is the height of the water's edge in each column.
void t2v_beach_row(
    float *r, float *g, float *b, int32_t n, const float *edge, const float *grain, const t2v_beach *beach);

/// A road seen along its middle.
typedef struct {
  float middle, half;                 ///< in pixels of the row
  float dashed, haze;                 ///< 1 where the middle line is drawn; how much of the haze lies over all
  float vergeR, vergeG, vergeB, roadR, roadG, roadB, paintR, paintG, paintB, hazeR, hazeG, hazeB;
} t2v_road;

/// Fills a row of a road and its verges.
void t2v_road_row(float *r, float *g, float *b, int32_t n, const float *noise, const t2v_road *road);

/// Light that falls from a point above the picture into the deep.
typedef struct {
  float x, step;                      ///< of the first sample from the light, in pixels; pixels a sample
  float away;                         ///< 1 / height below the light
  float wide, strength, glow;         ///< 1 / reach of the light to the sides; of the shafts; of the open light
} t2v_shafts;

/// Adds shafts of light to a row. `table` holds 1024 + 1 brightnesses by slope s across over down, at
/// 512 + 512 s / (1 + |s|).
void t2v_shafts_row(float *r, float *g, float *b, int32_t n, const float *table, const t2v_shafts *shafts);

/// The band of the Milky Way in a row.
typedef struct {
  float x, step;                      ///< of the first sample from the middle, and a sample's, in spreads
  float strength;
} t2v_milky;

/// Light and dust of the Milky Way by a noise: `light` holds the noise and takes the light.
void t2v_milky_row(float *light, float *dust, int32_t n, const t2v_milky *milky);

/// A tunnel flown through. Depths are in rings, angles in panels.
typedef struct {
  float x, dy;                        ///< of the first pixel from the middle, and the row's
  float bendX, bendY, bendK;          ///< where the far end is from the middle; falloff of the bend
  float radius, rings;                ///< pixels of the wall's distance where the depth is 1; rings a depth
  float run, turn;                    ///< rings already passed; turn of the walls, in turns
  int32_t panels, every;              ///< panels around; a ring of light each so many rings
  float fog, endK, end;               ///< depth at which half is fog; falloff and strength of the light at the end
  float light;                        ///< strength of the rings of light
  float wallR, wallG, wallB, fogR, fogG, fogB, endR, endG, endB;
} t2v_tunnel;

/// Fills a row with a tunnel. `tones` holds 32 rings of 32 panels; `lamps` 64 colours of rings of light, planar, 64 each.
void t2v_tunnel_row(
    float *r, float *g, float *b, int32_t n, const float *tones, const float *lamps, const t2v_tunnel *tunnel);

#endif
