import { createHash } from 'node:crypto';
import type { KernelReport, Report } from '../../contract/report.ts';
import type { Calendar } from '../../programs/xen/targets.ts';
import { type Cause, causesOf } from '../causes.ts';
import { headline } from '../headline.ts';
import { SCRIPT, STYLE } from './assets.ts';
import { renderBinaries } from './binaries.ts';
import { type Series, seriesOf } from './columns.ts';
import { renderKernels } from './kernels.ts';
import { renderMap } from './map.ts';
import { type Html, html, htmlParts } from './markup.ts';
import { renderReasons } from './reasons.ts';
import { renderSummary } from './summary.ts';
import { renderTimeline } from './timeline.ts';
import { renderToolbar } from './toolbar.ts';
import { reasonsOf } from './why.ts';

/**
 * A report as one page, in parts, that needs nothing else: no network, no other file. What is in it can be read
 * without scripts; they fold and filter the map, and show the reasons where it is clicked.
 *
 * @param calendar the day of the run, for what has support, and every release for the timeline.
 */
export function* pageParts(report: Report, calendar: Calendar): Generator<string> {
  const { kernels, tool } = report;
  const { today } = calendar;
  const series = seriesOf(report, today);
  const causes = causesOf(report);
  yield* htmlParts`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="`;
  yield POLICY;
  yield* htmlParts`">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${headline(report)} · Xen boot gate</title>
<style>`;
  yield STYLE;
  yield* htmlParts`</style>
</head>
<body>
${renderSummary(report, series, today)}
<main>
${kernels.length > 0 ? mapSection(kernels, series, causes) : null}
${causes.length > 0 ? reasonsSection(causes) : null}
<section aria-labelledby="timeline"><h2 id="timeline">Releases, products and their support</h2>
${renderTimeline(report, calendar)}</section>
${report.binaries ? renderBinaries(report.binaries) : null}
${kernels.length > 0 ? kernelsSection(kernels) : null}
</main>
<footer><p>${tool.name} ${tool.version}</p></footer>
<dialog id="why" aria-labelledby="why-title"><form method="dialog"><button aria-label="Close">✕</button></form><div></div></dialog>
<script type="module">`;
  yield SCRIPT;
  yield* htmlParts`</script>
</body>
</html>
`;
}

function* mapSection(
  kernels: readonly KernelReport[],
  series: readonly Series[],
  causes: readonly Cause[],
): Generator<Html> {
  yield html`<section aria-labelledby="map-title">
<h2 id="map-title">Kernels and releases</h2>
${renderToolbar(kernels, series, causes)}
<a class="unseen" href="#${causes.length > 0 ? 'reasons' : 'timeline'}">Skip the map</a>
<div class="scroll" role="region" aria-label="Map" tabindex="0">
`;
  yield* renderMap(kernels, series, reasonsOf(causes));
  yield html`
<p class="none" hidden>No kernel is like that. <button type="reset" form="tools">Show all</button></p>
</div>
<p class="hint">A line over a series: it has security support today. An empty cell: the kernel was not checked there.${causes.length > 0 ? CLICK : null}</p>
</section>`;
}

function* reasonsSection(causes: readonly Cause[]): Generator<Html> {
  yield html`<section aria-labelledby="reasons"><h2 id="reasons">Why</h2>
`;
  yield* renderReasons(causes);
  yield html`</section>`;
}

function* kernelsSection(kernels: readonly KernelReport[]): Generator<Html> {
  yield html`<section aria-labelledby="kernels"><h2 id="kernels">The kernels</h2>
`;
  yield* renderKernels(kernels);
  yield html`</section>`;
}

const CLICK = html` <span class="scripted" hidden>Click what fails or warns for the reason; with the keyboard, go there by the arrow keys and press Enter.</span>`;

/** Nothing may be fetched or sent, and only our own style and scripts are run. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
