import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import picocolors from 'picocolors';
import type { Report } from '../src/contract/report.ts';
import { pageParts } from '../src/report/html/page.ts';
import { reportParts } from '../src/report/json.ts';
import { renderMarkdown } from '../src/report/markdown/markdown.ts';
import { sarifParts } from '../src/report/sarif/sarif.ts';
import { renderText } from '../src/report/text/text.ts';
import { CALENDAR, reportOf } from './report-of.ts';
import { search } from './search.ts';

/** What a file has shown. */
export interface Checked {
  /** SHA-256 of its report, or the sentence why there is none; of an archive, what is in it, too. */
  readonly digest: string;
  /** Laws that are broken, each as a sentence. */
  readonly breaches: readonly string[];
}

/** CPU time that one small file may take, in seconds; many times what any should. */
const MOST_SECONDS = 30;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
formats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')));

/** Checks a file, and holds the report and all outputs against laws. */
export async function check(file: Uint8Array): Promise<Checked> {
  const start = process.cpuUsage();
  const { report, digest, crash } = await reportOf(file);
  const inside = await search(file);
  const crashes = [crash, inside.crash].filter((one) => one !== null);
  const breaches = [...crashes, ...(report ? brokenBy(report) : [])];
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (seconds > MOST_SECONDS) breaches.push(`it took ${Math.round(seconds)} s of CPU time`);
  return { digest: inside.found === null ? digest : `${digest} ${inside.found}`, breaches };
}

/** What a terminal or a log acts on, but for the end of a line. */
const UNSAFE = /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^\s*::|##\[/mu;

function brokenBy(report: Report): string[] {
  const plain = { width: 100, colors: picocolors.createColors(false), more: () => 'explain' };
  const sarif = { category: 'fuzz', workspace: '/', locate: () => null };
  const json = [...reportParts(report)].join('');
  const outputs = {
    text: renderText(report, plain),
    Markdown: renderMarkdown(report),
    JSON: json,
    SARIF: [...sarifParts(report, sarif)].join(''),
    page: withoutAssets([...pageParts(report, CALENDAR)].join('')),
  };
  const unsafe = Object.entries(outputs)
    .filter(([, output]) => UNSAFE.test(output))
    .map(([name]) => `its ${name} holds characters that a terminal or a log acts on`);
  if (isValid(JSON.parse(json))) return unsafe;
  return [...unsafe, `its report breaks the schema: ${ajv.errorsText(isValid.errors)}`];
}

/** Style and script of the page are ours. */
function withoutAssets(page: string): string {
  return page.replace(/<(style|script)[\s\S]*?<\/\1>/g, '');
}
