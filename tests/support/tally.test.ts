import { describe, expect, it } from 'vitest';
import { closingLine, sumTallies, tallyVitest } from './tally';

const report = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: 'passed', assertionResults: [{}, {}] }],
};

describe('tally of a vitest run', () => {
  it('counts what the report says', () => {
    expect(tallyVitest({ ...report, numFailedTests: 2, numPendingTests: 1, success: false }, 1)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 1,
    });
  });

  it('counts a file that could not be loaded as a failed test', () => {
    const testResults = [...report.testResults, { status: 'failed', assertionResults: [] }];
    expect(tallyVitest({ ...report, success: false, testResults }, 1).failed).toBe(1);
  });

  it('never lets a failure without a test pass as success', () => {
    expect(tallyVitest(report, 1).failed).toBe(1);
    expect(tallyVitest({ ...report, success: false }, 0).failed).toBe(1);
    expect(tallyVitest(null, 0).failed).toBe(1);
    expect(tallyVitest(report, 0).failed).toBe(0);
  });
});

describe('closing line', () => {
  it('sums all runs and mentions skipped tests only when there are any', () => {
    const sum = sumTallies([tallyVitest(report, 0), { passed: 3, failed: 1, skipped: 0 }]);
    expect(closingLine(sum)).toBe('10 passed, 1 failed');
    expect(closingLine({ ...sum, skipped: 2 })).toBe('10 passed, 1 failed, 2 skipped');
  });
});
