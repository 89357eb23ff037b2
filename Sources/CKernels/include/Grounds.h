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

#endif
