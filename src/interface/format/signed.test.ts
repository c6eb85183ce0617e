import { describe, expect, it } from 'vitest';
import { formatSigned, formatSignedQuantity } from './signed';

describe('differences', () => {
  it('carry their sign, and none where they round to nothing', () => {
    expect([3.24, -1, 0.04, -0.04, 0, null].map((value) => formatSigned(value, 1))).toEqual(['+3,2', '−1,0', '0,0', '0,0', '0,0', '–']);
    expect([1250, -1250.4].map((value) => formatSigned(value).replaceAll(/\s/gu, ' '))).toEqual(['+1 250', '−1 250']);
  });

  it('of quantities keep as many decimals as they can bear', () => {
    expect([0.42, -6.71, 128.4, 0.001, -0.004, null].map(formatSignedQuantity)).toEqual(['+0,42', '−6,7', '+128', '0', '0', '–']);
  });
});
