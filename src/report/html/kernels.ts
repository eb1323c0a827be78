import type { KernelReport } from '../../contract/report.ts';
import { clip } from '../../text/clip.ts';
import { kernelFacts } from '../facts.ts';
import { describeUnclaimed } from '../unclaimed.ts';
import { type Html, html } from './markup.ts';
import { count } from './prose.ts';
import { LONG, NOTES, SHORT } from './room.ts';

/** More notes than these are only counted; a kernel of Linux has some fifteen. */
const MAX_NOTES = 64;

/** What was checked: each kernel with its facts, the hash of its file, and its Xen notes. */
export function* renderKernels(kernels: readonly KernelReport[]): Generator<Html> {
  const notes = kernels.reduce((sum, kernel) => sum + Math.min(kernel.notes.length, MAX_NOTES), 0);
  const room = Math.min(Math.floor(NOTES / Math.max(notes, 1)), LONG);
  for (const [i, kernel] of kernels.entries()) yield renderKernel(kernel, kernels, i, room);
}

/** @param room for the value of a note, in UTF-16 units. */
function renderKernel(
  kernel: KernelReport,
  all: readonly KernelReport[],
  index: number,
  room: number,
): Html {
  const { notes } = kernel;
  const rest = notes.length - MAX_NOTES;
  const unclaimed = describeUnclaimed(kernel);
  const rows = notes
    .slice(0, MAX_NOTES)
    .map(
      ({ type, name, value }) =>
        html`<tr><td class="number">${type}</td><th scope="row">${clip(name, SHORT)}</th><td><code>${clip(value, room)}</code></td></tr>\n`,
    );
  return html`<details id="kernel-${index}" class="about"><summary>${clip(kernel.path, SHORT)}</summary>
<p>${clip(kernelFacts(kernel, all).join(' · '), SHORT)}</p>
${unclaimed === null ? null : html`<p>Boot paths ${unclaimed}</p>\n`}<p>SHA-256 <code>${kernel.sha256}</code>${kernel.buildId === null ? null : html`, build id <code>${kernel.buildId}</code>`}</p>
${
  rows.length === 0
    ? html`<p>It has no Xen notes.</p>`
    : html`<table class="plain"><thead><tr><th scope="col">Type</th><th scope="col">Xen note</th><th scope="col">Value</th></tr></thead><tbody>${rows}</tbody></table>`
}${rest > 0 ? html`<p>and ${count(rest, 'more note')}</p>` : null}
</details>
`;
}
