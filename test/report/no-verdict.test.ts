import { expect, test } from 'vitest';
import { renderNoVerdict } from '../../src/report/markdown/no-verdict.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';

test('a run without a verdict fails, for the reasons that it has', () => {
  expect(renderNoVerdict(['The input "xen" cannot be used.', 'No *kernel*.'])).toBe(`\
## Xen boot gate

**✗ fails: there is no verdict**

❌ The input "xen" cannot be used.

❌ No &#42;kernel&#42;.
`);
});

test('a reason is one line of text, whatever is in it', () => {
  for (const text of HOSTILE_TEXTS) {
    const blocks = renderNoVerdict([text]).trimEnd().split('\n\n');
    expect(blocks).toHaveLength(3);
    expect(blocks[2]).not.toMatch(/[\n\p{Cc}\p{Cf}]|[<*[`](?!!-- -->)/u);
  }
});

test('no reasons are too many for a comment', () => {
  const reasons = Array.from({ length: 1000 }, () => '<'.repeat(100_000));
  expect(Buffer.byteLength(renderNoVerdict(reasons))).toBeLessThan(60_000);
});
