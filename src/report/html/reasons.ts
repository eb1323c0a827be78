import { STAGES } from '../../rules/stages.ts';
import { clip } from '../../text/clip.ts';
import { describeBecause, type Reason } from '../because.ts';
import type { Cause } from '../causes.ts';
import { SYMBOLS } from '../matrix.ts';
import { describePlaces, type PlaceGroup } from '../places.ts';
import { referenceName } from '../references.ts';
import { wordingsOf } from '../wordings.ts';
import { type Html, html } from './markup.ts';
import { count, prose } from './prose.ts';
import { LONG, SHORT } from './room.ts';

/** More cases of a rule than these are behind a fold. */
const MAX_CASES = 4;

/** More than these are only counted: the map has all of them. */
const MAX_PLACES = 12;

/** A cause, and its place in the list of causes, by which the map refers to it. */
type Case = readonly [index: number, cause: Cause];

/** Why kernels fail: each rule once, with its fix, and below it every case of it. */
export function* renderReasons(causes: readonly Cause[]): Generator<Html> {
  const rules = new Map<string, Case[]>();
  for (const [index, cause] of causes.entries()) {
    const key = JSON.stringify([cause.rule, cause.level, cause.fix, cause.references]);
    const cases = rules.get(key);
    if (cases) cases.push([index, cause]);
    else rules.set(key, [[index, cause]]);
  }
  for (const cases of rules.values()) yield* renderRule(cases);
}

/** In parts: a rule may have a case for each kernel. */
function* renderRule(cases: readonly Case[]): Generator<Html> {
  const [first] = cases;
  if (first === undefined) return;
  const { rule, level, stage, fix, references } = first[1];
  const status = level === 'error' ? 'fails' : 'warns';
  const rest = cases.slice(MAX_CASES);
  yield html`<section class="rule" data-rule="${rule}">
<h3><b class="mark ${status}" aria-hidden="true">${SYMBOLS[status]}</b> <span class="unseen">${status}: </span>${rule}</h3>
<ol class="stages" aria-label="Stage of the boot">${Object.keys(STAGES).map((one) =>
    one === stage ? html`<li aria-current="step">${one}</li>` : html`<li>${one}</li>`,
  )}</ol>
${cases.slice(0, MAX_CASES).map(renderCase)}
`;
  if (rest.length > 0) {
    yield html`<details class="more"><summary>${count(rest.length, 'more case')}</summary>`;
    for (const one of rest) yield renderCase(one);
    yield html`</details>`;
  }
  yield html`
<div class="fix"><h4>Fix</h4><p>${prose(fix)}</p></div>
<p class="links"><code>xen-boot-gate explain ${rule}</code>${references.map(renderReference)}</p>
</section>
`;
}

function renderCase([index, cause]: Case): Html {
  const { message, excuse, xenSays, boots } = cause;
  const { by, depending } = wordingsOf(cause);
  const wordings = xenSays.map(
    (wording, i) =>
      html`<li data-wording="${i}">${
        wording === null
          ? 'nothing'
          : html`<pre>${wording.split('\n').map((line) => html`<code>${clip(line, LONG)}</code>`)}</pre>`
      }</li>`,
  );
  const places = describePlaces(cause);
  const kernels = new Set(places.flatMap((place) => place.kernels)).size;
  const rest = places.length - MAX_PLACES;
  return html`<article id="why-${index}" class="case">
<p>${clip(message, LONG)}</p>
${excuse === null ? null : html`<p><strong>Policy:</strong> ${clip(excuse.text, LONG)}</p>`}
${describeBecause(cause).map(renderBecause)}<div class="says"><h4>${by} prints${
    depending === null ? null : html`<span class="depending">, ${depending}</span>`
  }</h4><ul>${wordings}</ul></div>
<details class="where"><summary>${count(boots, 'boot')} of ${count(kernels, 'kernel')}</summary><ul>${places
    .slice(0, MAX_PLACES)
    .map(
      renderPlace,
    )}${rest > 0 ? html`<li>and ${count(rest, 'more group')}</li>` : null}</ul></details>
</article>
`;
}

function renderBecause({ text, evidence }: Reason): Html {
  const proofs = evidence.map((one) => html`<li>${clip(one, LONG)}</li>`);
  return html`<div class="because"><p><strong>Because:</strong> ${clip(text, LONG)}</p>${
    proofs.length === 0 ? null : html`<ul>${proofs}</ul>`
  }</div>
`;
}

function renderPlace({ kernels, where }: PlaceGroup): Html {
  const names = kernels
    .slice(0, MAX_PLACES)
    .map((name) => html`<code>${clip(name, SHORT)}</code> `);
  const rest = kernels.length - names.length;
  return html`<li>${where}: ${names}${rest > 0 ? html`and ${count(rest, 'more kernel')}` : null}</li>`;
}

/** What could end an attribute, or be no address of a page, stays text. */
function renderReference(address: string): Html {
  if (!/^https:\/\/[\w./?=&;,#%~+:-]+$/.test(address)) {
    return html` <code>${clip(address, SHORT)}</code>`;
  }
  return html` <a href="${address}" rel="noreferrer">${referenceName(address)}</a>`;
}
