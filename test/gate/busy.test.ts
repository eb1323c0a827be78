import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileArtifact } from '../../src/artifacts/artifact.ts';
import { runGate } from '../../src/gate/gate.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { CALENDAR, EVERY_BUILD } from '../support/builds.ts';
import { buildElf, loadSegment } from '../support/elf-builder.ts';
import { gate } from '../support/gate.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { withNoteSegments } from '../support/note-segments.ts';
import { tempFiles } from '../support/temp-files.ts';

describe('what no kernel has, and what would keep this program busy', () => {
  it('an endless __xen_guest section', async () => {
    const data = Buffer.alloc(4 << 20, 'a=b,');
    const vmlinux = buildElf({
      segments: [loadSegment(new Uint8Array(4096))],
      sections: [{ type: 1, name: '__xen_guest', data }],
    });
    const report = await gate({ vmlinux }, { xen: 'every', boot: parseBootList(['pv-domu']) });
    const [finding] = report.kernels[0]?.verdicts[0]?.findings ?? [];
    expect(finding?.message).toContain('more than 256 entries');
    expect(report.gate).toMatchObject({ passed: false, failed: 134 });
  });

  it('a file of eight terabytes that fills no disk', async () => {
    const root = tempFiles({ huge: kernelWith(PV_NOTES) });
    const huge = join(root, 'huge');
    truncateSync(huge, 2 ** 43);
    const report = await runGate({
      artifacts: [fileArtifact(huge)],
      problems: [],
      ...settle(NO_POLICY, { builds: EVERY_BUILD.slice(-1), failOn: 'never' }, CALENDAR),
    });
    expect(report.problems).toEqual([
      { path: huge, message: 'is larger than any kernel: 8796093022208 bytes, more than 4 GiB' },
    ]);
    expect(report.gate.passed).toBe(false);
  });

  it('a note segment for each of a thousand program headers', async () => {
    const vmlinux = withNoteSegments(1000);
    const report = await gate({ vmlinux }, { xen: 'every', boot: parseBootList(['pv-domu']) });
    expect(report.gate).toMatchObject({ passed: false, failed: 134 });
  });
});
