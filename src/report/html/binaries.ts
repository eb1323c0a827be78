import type { ReadBuild } from '../../programs/xen/binary/xen-binary.ts';
import { clip } from '../../text/clip.ts';
import { binaryLines } from '../binary-lines.ts';
import { type Html, html } from './markup.ts';
import { LONG } from './room.ts';

/** What was read from the files of each Xen, and what was assumed. */
export function renderBinaries(builds: readonly ReadBuild[]): Html {
  return html`<section aria-labelledby="binaries"><h2 id="binaries">Xen as its files have it</h2>
${builds.map(renderBinary)}</section>`;
}

function renderBinary(build: ReadBuild): Html {
  const rows = binaryLines(build).map(
    ([label, text]) => html`<tr><th scope="row">${label}</th><td>${clip(text, LONG)}</td></tr>\n`,
  );
  return html`<details class="about" open><summary>${build.label}</summary>
<table class="plain lines"><tbody>${rows}</tbody></table></details>
`;
}
