/** What the compiler defines for an architecture, or a kernel's configuration. */
const DEFINED: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['CONFIG_X86_64', 'CONFIG_64BIT', '__x86_64__', '__amd64__'],
  i386: ['CONFIG_X86_32', '__i386__'],
};

/** A line that starts, turns over or ends a condition, and its text. */
const DIRECTIVE = /^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif)\b[ \t]*(.*)$/;

/** `null` where that depends on what is not known here. */
type Answer = boolean | null;

interface Condition {
  /** Of the branch that one is in. */
  readonly holds: Answer;
  /** Of the branches up to it: once one of them holds, no other does. */
  readonly taken: Answer;
}

/**
 * For each line of a source without comments, whether it may be compiled for an architecture: not
 * under `#if 0`, nor under `#ifdef CONFIG_X86_32` where that is x86-64. Where it depends on something
 * else, both sides may be.
 */
export function linesFor(code: string, arch: string | null): boolean[] {
  const open: Condition[] = [];
  let failing = 0;
  const leave = () => {
    const left = open.pop();
    if (left?.holds === false) failing--;
    return left;
  };
  const enter = (condition: Condition) => {
    if (condition.holds === false) failing++;
    open.push(condition);
  };
  return code.split('\n').map((line) => {
    const [, directive, text = ''] = DIRECTIVE.exec(line.trimEnd()) ?? [];
    if (directive === undefined) return failing === 0;
    if (/^(?:if|ifn?def)$/.test(directive)) {
      const holds = answer(directive, text.trim(), arch);
      enter({ holds, taken: holds });
    } else {
      const before = leave();
      if (before && directive !== 'endif') enter(next(before, directive === 'else' ? true : null));
    }
    return true;
  });
}

/** The branch after another, by what its own condition is. */
function next({ taken }: Condition, holds: Answer): Condition {
  if (taken === true) return { holds: false, taken };
  if (taken === null) return { holds: null, taken };
  return { holds, taken: holds };
}

function answer(directive: string, text: string, arch: string | null): Answer {
  const asked = nameIn(text);
  if (asked === null) return null;
  if (directive === 'if' && asked === text && /^\d/.test(asked)) return Number(asked) !== 0;
  const defined = isDefined(asked, arch);
  return directive === 'ifndef' && defined !== null ? !defined : defined;
}

/** The name in `NAME`, `defined NAME` or `defined(NAME)`; `null` for any other condition. */
function nameIn(text: string): string | null {
  const rest = text.replace(/^defined\b/, '').trim();
  const name = rest.replace(/^\(/, '').replace(/\)$/, '').trim();
  return /^\w+$/.test(name) ? name : null;
}

function isDefined(name: string, arch: string | null): Answer {
  const own = arch === null ? undefined : DEFINED[arch];
  if (own === undefined) return null;
  if (own.includes(name)) return true;
  return Object.values(DEFINED).some((names) => names.includes(name)) ? false : null;
}
