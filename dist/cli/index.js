#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 6:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const pico = __nccwpck_require__(16);
const utils = __nccwpck_require__(59);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 595:
/***/ ((module) => {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 265:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const constants = __nccwpck_require__(595);
const utils = __nccwpck_require__(59);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 16:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const scan = __nccwpck_require__(781);
const parse = __nccwpck_require__(265);
const utils = __nccwpck_require__(59);
const constants = __nccwpck_require__(595);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 781:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(59);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(595);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 59:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(595);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 986:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(297);
/* harmony import */ var _cli_program_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(205);


// A reader that has seen enough (`| head`) closes the pipe: that is no failure of ours. Any other
// error means that the result did not arrive.
process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE')
        return;
    process.stderr.write(`xen-boot-gate: cannot write the result: ${error.message}\n`);
    process.exitCode = 2;
});
const code = await (0,_cli_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    program: (0,_cli_program_js__WEBPACK_IMPORTED_MODULE_1__/* .programName */ .k)(process.argv[1] ?? '', currentDirectory()),
    today: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
});
// Not process.exit(): what is written must arrive first. A failed write has set its own code.
process.exitCode ??= code;
/** The root where the directory of the user is gone. */
function currentDirectory() {
    try {
        return process.cwd();
    }
    catch {
        return '/';
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(916);
;// CONCATENATED MODULE: ./build/usage-error.js
/** The user asked for something that does not exist: one sentence says what does. Exit code 2. */
class UsageError extends Error {
    name = 'UsageError';
}

;// CONCATENATED MODULE: ./build/suggest.js


/** A name longer than this is no typing mistake, and comparing it would take time for nothing. */
const LONGEST_NAME = 64;
/**
 * The candidate that is nearest to `word` by edit distance, whatever the case; of equally near ones
 * the first. There must be at least one candidate.
 */
function nearest(word, candidates) {
    const wanted = word.slice(0, LONGEST_NAME).toLowerCase();
    const scored = candidates.map((name) => ({ name, far: (0,mod/* distance */.Io)(wanted, name.toLowerCase()) }));
    return scored.reduce((best, one) => (one.far < best.far ? one : best)).name;
}
/**
 * Finds `word` among `candidates`, or answers with the nearest of them.
 *
 * @param what the kind of thing, for the sentence: `boot path`.
 * @throws {UsageError} `unknown boot path 'pv-dom': did you mean pv-dom0?`
 */
function choose(what, word, candidates) {
    const found = candidates.find((candidate) => candidate === word);
    if (found !== undefined)
        return found;
    throw new UsageError(`unknown ${what} '${word}': did you mean ${nearest(word, candidates)}?`);
}

;// CONCATENATED MODULE: ./build/version.js
/** The version in package.json; a test holds the two together. */
const VERSION = '0.1.0';

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./build/cli/args.js



/**
 * Takes a command line apart. `--help` and `-h` are not in `specs`, and left to the caller.
 *
 * @throws {UsageError} on an option that does not exist, with the nearest that does; on a value
 * that is missing or that none was wanted.
 */
function parseCommandLine(argv, specs) {
    const names = Object.keys(specs);
    const { tokens } = (0,external_node_util_namespaceObject.parseArgs)({
        args: [...argv],
        strict: false,
        tokens: true,
        options: Object.fromEntries(names.map((name) => [name, { type: specs[name]?.value ? 'string' : 'boolean' }])),
    });
    const positionals = [];
    const values = new Map();
    for (const token of tokens) {
        if (token.kind === 'positional')
            positionals.push(token.value);
        if (token.kind !== 'option')
            continue;
        const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
        if (spec === undefined || token.rawName !== `--${token.name}`) {
            const near = nearest(token.rawName, [...names, 'help'].map((name) => `--${name}`));
            throw new UsageError(`unknown option '${token.rawName}': did you mean ${near}?`);
        }
        const value = checkValue(token.rawName, spec, token.value, token.inlineValue === true);
        values.set(token.name, [...(values.get(token.name) ?? []), value]);
    }
    return {
        positionals,
        all: (option) => values.get(option) ?? [],
        last: (option) => values.get(option)?.at(-1),
    };
}
function checkValue(name, spec, value, inline) {
    if (spec.value === undefined) {
        if (inline)
            throw new UsageError(`${name} takes no value`);
        return '';
    }
    // `--xen --boot auto` forgot a value; one that does start with a dash is written `--xen=-…`.
    const forgotten = value === undefined || (!inline && /^-./.test(value));
    if (forgotten)
        throw new UsageError(`${name} needs a value: ${name} ${spec.value}`);
    return value;
}
/** Splits repeatable, comma-separated lists into their entries. */
function splitLists(lists) {
    return lists.flatMap((list) => list.split(',')).map((entry) => entry.trim());
}

;// CONCATENATED MODULE: ./build/artifacts/file-error.js
const REASONS = {
    ENOENT: 'no such file or directory',
    ENOTDIR: 'a part of the path is not a directory',
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EISDIR: 'is a directory',
    EEXIST: 'there is a file already',
    ELOOP: 'too many symbolic links',
    ENAMETOOLONG: 'the name is too long',
    ENOSPC: 'no space left on the device',
    EROFS: 'the file system is read-only',
    EIO: 'the device reports an error',
};
/** Why something failed, as a clause for people: system errors in words, others as they say it. */
function describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    const { code } = error;
    return (code !== undefined && REASONS[code]) || error.message;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./build/kernel/kernel.js
/** The parts of a kernel that a reader asks for are too many or too far apart to be held. */
class UnreadableError extends Error {
    name = 'UnreadableError';
}

;// CONCATENATED MODULE: ./build/artifacts/file-source.js



/** Short reads go through a cache of this many pages. */
const CACHED_PAGES = 16;
const PAGE_SIZE = 256 * 1024;
/** The longest single read, in bytes: the most that a reader may hold of a payload, too. */
const MAX_READ = 64 * 1024 * 1024;
const HASH_CHUNK = 1024 * 1024;
/** A file that cannot be read; the message is a clause that follows its path: `no such file`. */
class FileError extends Error {
    name = 'FileError';
}
/**
 * Opens a regular file, or what a symbolic link to one points to.
 *
 * @throws {FileError} at once; and from `read`, where the file system fails later
 */
function openFile(path) {
    const fd = reporting(() => {
        // Checked before, because to open a device can already do something; and again after, without
        // blocking, because the path may have become a FIFO that waits for its writer.
        requireRegular((0,external_node_fs_namespaceObject.statSync)(path));
        return (0,external_node_fs_namespaceObject.openSync)(path, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK);
    });
    try {
        const stats = reporting(() => (0,external_node_fs_namespaceObject.fstatSync)(fd));
        requireRegular(stats);
        return { ...descriptorSource(fd, stats.size), close: () => (0,external_node_fs_namespaceObject.closeSync)(fd) };
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
        throw error;
    }
}
/** SHA-256 of all bytes of a source, in hexadecimal; of a file in constant memory. */
function sha256(source) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    const buffer = new Uint8Array(HASH_CHUNK);
    for (let offset = 0; offset < source.size;) {
        const chunk = 'readInto' in source
            ? buffer.subarray(0, source.readInto(buffer, offset))
            : source.read(offset, HASH_CHUNK);
        if (chunk.length === 0)
            break;
        hash.update(chunk);
        offset += chunk.length;
    }
    return hash.digest('hex');
}
function descriptorSource(fd, size) {
    const pages = new Map();
    const readInto = (target, offset) => {
        const length = Math.min(target.length, size - offset);
        let filled = 0;
        while (filled < length) {
            const count = reporting(() => (0,external_node_fs_namespaceObject.readSync)(fd, target, filled, length - filled, offset + filled));
            if (count === 0)
                break;
            filled += count;
        }
        return filled;
    };
    const readNow = (offset, length) => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readInto(bytes, offset));
    };
    const page = (index) => {
        const offset = index * PAGE_SIZE;
        const bytes = pages.get(index) ?? readNow(offset, Math.min(PAGE_SIZE, size - offset));
        // Maps keep the order of insertion: the first page is the one that was not used for longest.
        pages.delete(index);
        pages.set(index, bytes);
        for (const oldest of pages.keys()) {
            if (pages.size <= CACHED_PAGES)
                break;
            pages.delete(oldest);
        }
        return bytes;
    };
    return {
        size,
        readInto,
        read: (offset, wanted) => {
            const length = Math.min(wanted, size - offset);
            if (offset < 0 || length <= 0)
                return new Uint8Array(0);
            if (length > MAX_READ) {
                throw new UnreadableError(`The file refers to ${length} bytes of itself at once, more than the ${MAX_READ >> 20} MiB that are held in memory.`);
            }
            const index = Math.floor(offset / PAGE_SIZE);
            const start = offset - index * PAGE_SIZE;
            return start + length <= PAGE_SIZE
                ? page(index).subarray(start, start + length)
                : readNow(offset, length);
        },
    };
}
function requireRegular(stats) {
    if (stats.isFile())
        return;
    const kind = stats.isDirectory()
        ? 'a directory'
        : stats.isFIFO()
            ? 'a FIFO'
            : 'a device or socket';
    throw new FileError(`${kind}, not a regular file`);
}
const CLAUSES = {
    ENOENT: 'no such file',
    ENOTDIR: 'no such file',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ELOOP: 'too many symbolic links',
};
/** Runs a call of the file system and puts its error into words. */
function reporting(call) {
    try {
        return call();
    }
    catch (error) {
        const { code } = error;
        if (code === undefined)
            throw error;
        throw new FileError(CLAUSES[code] ?? `cannot be read (${code})`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/kernel/elf.js
const ET_REL = 1;
const PT_NOTE = 4;
const SHT_NOTE = 7;
/** Offsets in the headers of either class; all other numbers of this file follow from them. */
const LAYOUT = {
    elf32: {
        header: { size: 52, e_phoff: 28, e_shoff: 32, e_phentsize: 42 },
        segment: { size: 32, type: 0, offset: 4, length: 16 },
        section: { size: 40, type: 4, offset: 16, length: 20 },
    },
    elf64: {
        header: { size: 64, e_phoff: 32, e_shoff: 40, e_phentsize: 54 },
        segment: { size: 56, type: 0, offset: 8, length: 32 },
        section: { size: 64, type: 4, offset: 24, length: 32 },
    },
};
/** Registered values of `e_machine`, for the architectures that Linux or Xen ever ran on. */
const MACHINES = {
    2: 'sparc',
    3: 'i386',
    8: 'mips',
    20: 'powerpc',
    21: 'powerpc64',
    22: 's390',
    40: 'arm',
    43: 'sparc64',
    50: 'ia64',
    62: 'x86_64',
    183: 'aarch64',
    258: 'loongarch',
};
const EM_RISCV = 243;
/** Whether the source starts as an ELF file does. */
function isElf(source) {
    const [a, b, c, d] = source.read(0, 4);
    return a === 0x7f && b === 0x45 && c === 0x4c && d === 0x46;
}
/**
 * The architecture of an ELF file as users write it: `x86_64`, `i386`, `aarch64`, …; `machine N`
 * where `e_machine` is another N; `null` where the source is no ELF file or ends before the field.
 * Reads the first 20 bytes only, so `Kernel.examine` is not needed around it.
 */
function elfArch(source) {
    const bytes = source.read(0, 20);
    if (!isElf(source) || bytes.length < 20)
        return null;
    const { is64, littleEndian } = identify(bytes);
    const machine = view(bytes).getUint16(18, littleEndian);
    if (machine === EM_RISCV)
        return is64 ? 'riscv64' : 'riscv32';
    return MACHINES[machine] ?? `machine ${machine}`;
}
/**
 * Whether an ELF file is an object (`ET_REL`), which a linker has still to make something of. Reads the
 * first 18 bytes only.
 */
function isObjectFile(source) {
    const bytes = source.read(0, 18);
    if (!isElf(source) || bytes.length < 18)
        return false;
    return view(bytes).getUint16(16, identify(bytes).littleEndian) === ET_REL;
}
/** Number of bytes that `readElfHeader` looks at, at most. */
const ELF_HEADER_SIZE = LAYOUT.elf64.header.size;
/** @returns `null` where `bytes` is no ELF header or only a part of one */
function readElfHeader(bytes) {
    const { is64, littleEndian } = identify(bytes);
    const layout = (is64 ? LAYOUT.elf64 : LAYOUT.elf32).header;
    if (bytes.length < layout.size)
        return null;
    const data = view(bytes);
    const u16 = (at) => data.getUint16(at, littleEndian);
    // e_phentsize, e_phnum, e_shentsize, e_shnum and e_shstrndx follow one another.
    const sizes = layout.e_phentsize;
    return {
        is64,
        littleEndian,
        programHeaders: {
            offset: word(data, layout.e_phoff, is64, littleEndian),
            entrySize: u16(sizes),
            count: u16(sizes + 2),
        },
        sectionHeaders: {
            offset: word(data, layout.e_shoff, is64, littleEndian),
            entrySize: u16(sizes + 4),
            count: u16(sizes + 6),
        },
        sectionNames: u16(sizes + 8),
    };
}
/** Number of bytes of one program (`segment`) or section header that `readElfPart` looks at. */
function elfPartSize(header, kind) {
    return (header.is64 ? LAYOUT.elf64 : LAYOUT.elf32)[kind].size;
}
/** Reads one program or section header; `bytes` holds at least `elfPartSize` bytes. */
function readElfPart(header, kind, bytes) {
    const { is64, littleEndian } = header;
    const layout = (is64 ? LAYOUT.elf64 : LAYOUT.elf32)[kind];
    const data = view(bytes);
    return {
        type: data.getUint32(layout.type, littleEndian),
        offset: word(data, layout.offset, is64, littleEndian),
        length: word(data, layout.length, is64, littleEndian),
    };
}
/** `EI_CLASS` and `EI_DATA`; an invalid value is read as the smaller class, little endian. */
function identify(bytes) {
    return { is64: bytes[4] === 2, littleEndian: bytes[5] !== 2 };
}
function view(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
/** A field of the class's word size. Beyond 2^53 the nearest number: no file reaches there. */
function word(data, at, is64, littleEndian) {
    return is64 ? Number(data.getBigUint64(at, littleEndian)) : data.getUint32(at, littleEndian);
}

;// CONCATENATED MODULE: ./build/kernel/elf-layout.js
const EHDR_32 = {
    e_machine: [18, 2],
    e_entry: [24, 4],
    e_phoff: [28, 4],
    e_shoff: [32, 4],
    e_ehsize: [40, 2],
    e_phentsize: [42, 2],
    e_phnum: [44, 2],
    e_shentsize: [46, 2],
    e_shnum: [48, 2],
    e_shstrndx: [50, 2],
};
const EHDR_64 = {
    e_machine: [18, 2],
    e_entry: [24, 8],
    e_phoff: [32, 8],
    e_shoff: [40, 8],
    e_ehsize: [52, 2],
    e_phentsize: [54, 2],
    e_phnum: [56, 2],
    e_shentsize: [58, 2],
    e_shnum: [60, 2],
    e_shstrndx: [62, 2],
};
const PHDR_32 = {
    p_type: [0, 4],
    p_offset: [4, 4],
    p_paddr: [12, 4],
    p_filesz: [16, 4],
    p_memsz: [20, 4],
    p_flags: [24, 4],
    p_align: [28, 4],
};
const PHDR_64 = {
    p_type: [0, 4],
    p_flags: [4, 4],
    p_offset: [8, 8],
    p_paddr: [24, 8],
    p_filesz: [32, 8],
    p_memsz: [40, 8],
    p_align: [48, 8],
};
const SHDR_32 = {
    sh_name: [0, 4],
    sh_type: [4, 4],
    sh_offset: [16, 4],
    sh_size: [20, 4],
    sh_link: [24, 4],
    sh_addralign: [32, 4],
};
const SHDR_64 = {
    sh_name: [0, 4],
    sh_type: [4, 4],
    sh_offset: [24, 8],
    sh_size: [32, 8],
    sh_link: [40, 4],
    sh_addralign: [48, 8],
};
/** Sizes of the structures of each class, in bytes. */
const SIZES = {
    32: { ehdr: 52, phdr: 32, shdr: 40 },
    64: { ehdr: 64, phdr: 56, shdr: 64 },
};
const EHDR = { 32: EHDR_32, 64: EHDR_64 };
const PHDR = { 32: PHDR_32, 64: PHDR_64 };
const SHDR = { 32: SHDR_32, 64: SHDR_64 };
/** A note header is three words in both classes: `namesz`, `descsz`, `type`. */
const NHDR_SIZE = 12;
const ELF_MAGIC = [0x7f, 0x45, 0x4c, 0x46];
/** Values of the fields above that have names. */
const PT_LOAD = 1;
const elf_layout_PT_NOTE = 4;
const SHT_SYMTAB = 2;
const SHT_STRTAB = 3;
const elf_layout_SHT_NOTE = 7;
const EM_386 = 3;
const EM_ARM = 40;
const EM_IA_64 = 50;
const EM_X86_64 = 62;

;// CONCATENATED MODULE: ./build/kernel/build-id.js


const NT_GNU_BUILD_ID = 3;
const OWNER = 'GNU\0';
/** Kernels have about five program headers, and a few hundred bytes of notes. */
const MAX_SEGMENTS = 64;
const MAX_NOTES_SIZE = 64 * 1024;
/** No linker writes a longer one: `--build-id=sha256` takes 32 bytes. */
const MAX_ID_SIZE = 64;
/**
 * The id that the linker gave a build (`NT_GNU_BUILD_ID` in a PT_NOTE segment), in hexadecimal: the
 * same in a `vmlinux` and in the bzImage that holds it. `null` where there is none.
 *
 * Call it inside `Kernel.examine`.
 */
function buildId(elf) {
    const header = readElfHeader(elf.read(0, ELF_HEADER_SIZE));
    if (header === null)
        return null;
    const { offset, entrySize, count } = header.programHeaders;
    const length = elfPartSize(header, 'segment');
    for (let i = 0; i < Math.min(count, MAX_SEGMENTS); i++) {
        const entry = elf.read(offset + i * entrySize, length).slice();
        if (entry.length < length)
            return null;
        const segment = readElfPart(header, 'segment', entry);
        if (segment.type !== PT_NOTE)
            continue;
        const id = findId(elf.read(segment.offset, Math.min(segment.length, MAX_NOTES_SIZE)), header);
        if (id !== null)
            return id;
    }
    return null;
}
/** Walks notes as they are padded to four bytes, which build ids are in files of any class. */
function findId(notes, { littleEndian }) {
    const view = new DataView(notes.buffer, notes.byteOffset, notes.byteLength);
    for (let at = 0; at + NHDR_SIZE <= notes.length;) {
        const [nameSize, descSize, type] = [0, 4, 8].map((field) => view.getUint32(at + field, littleEndian));
        const name = at + NHDR_SIZE;
        const desc = name + padded(nameSize);
        if (type === NT_GNU_BUILD_ID && nameSize === OWNER.length && startsWith(notes, name, OWNER)) {
            if (descSize === 0 || descSize > MAX_ID_SIZE || desc + descSize > notes.length)
                return null;
            return Buffer.from(notes.subarray(desc, desc + descSize)).toString('hex');
        }
        at = desc + padded(descSize);
    }
    return null;
}
const padded = (size) => Math.ceil(size / 4) * 4;
function startsWith(bytes, at, text) {
    return Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
}

;// CONCATENATED MODULE: ./build/kernel/bytes.js
/** A source over bytes that are in memory already. */
function bytesSource(bytes) {
    return {
        size: bytes.length,
        read: (offset, length) => offset < 0 || length <= 0 ? EMPTY : bytes.subarray(offset, offset + length),
    };
}
/** The part `[offset, offset + length)` of a source as a source of its own, clipped to its end. */
function sliceSource(source, offset, length) {
    const start = Math.min(Math.max(offset, 0), source.size);
    const size = Math.min(Math.max(length, 0), source.size - start);
    return {
        size,
        read: (at, count) => at < 0 || at >= size ? EMPTY : source.read(start + at, Math.min(count, size - at)),
    };
}
const EMPTY = new Uint8Array(0);

;// CONCATENATED MODULE: ./build/kernel/bzimage.js
/** Offsets of the setup header's fields (Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header"). */
const FIELD = {
    setup_sects: 0x1f1,
    header: 0x202,
    version: 0x206,
    kernel_version: 0x20e,
    payload_offset: 0x248,
    payload_length: 0x24c,
};
/** The header up to and with `payload_length`: a shorter file is no bzImage to any Xen. */
const BZIMAGE_HEADER_SIZE = 0x250;
/** `HdrS`, little endian. */
const HEADER_MAGIC = 0x53726448;
const SECTOR = 512;
/** The protocol that brought `payload_offset` and `payload_length`: 2.08. */
const PAYLOAD_PROTOCOL = 0x0208;
/** Linux builds the string from parts that are well below this, in bytes. */
const MAX_VERSION_LENGTH = 1024;
/** Reads the setup header; `null` where the source is no bzImage. */
function readBzImage(source) {
    const bytes = source.read(0, BZIMAGE_HEADER_SIZE);
    if (bytes.length < BZIMAGE_HEADER_SIZE)
        return null;
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (header.getUint32(FIELD.header, true) !== HEADER_MAGIC)
        return null;
    const protocol = header.getUint16(FIELD.version, true);
    const setupSects = header.getUint8(FIELD.setup_sects);
    const codeOffset = (setupSects + 1) * SECTOR;
    const hasPayload = protocol >= PAYLOAD_PROTOCOL;
    return {
        fileSize: source.size,
        protocol,
        setupSects,
        codeOffset,
        payloadOffset: hasPayload ? header.getUint32(FIELD.payload_offset, true) : 0,
        payloadLength: hasPayload ? header.getUint32(FIELD.payload_length, true) : 0,
        kernelVersion: versionAt(source, header.getUint16(FIELD.kernel_version, true), codeOffset),
    };
}
/**
 * The NUL-terminated string that `kernel_version` points to, 0x200 bytes short of its place in the
 * file; `null` where there is none, or where it does not end inside the setup code.
 */
function versionAt(source, pointer, codeOffset) {
    if (pointer === 0)
        return null;
    const start = pointer + 0x200;
    const bytes = source.read(start, Math.min(MAX_VERSION_LENGTH, codeOffset - start));
    const length = bytes.indexOf(0);
    return length > 0 ? Buffer.from(bytes.subarray(0, length)).toString('latin1') : null;
}

;// CONCATENATED MODULE: ./build/kernel/payload/codec.js
/** Linux ≥ 6.12 asks xz for 128 MiB, `zstd -22 --ultra` for as much: the most a kernel is built with. */
const DEFAULT_MAX_DICTIONARY = 128 * 1024 * 1024;
/** A compressed stream that cannot be decoded, and where that showed. */
class PayloadError extends Error {
    name = 'PayloadError';
    codec;
    fault;
    /** Offset in the compressed stream, in bytes, at or shortly after which the fault lies. */
    offset;
    /** @param detail what contradicts the format, as a clause: `block CRC does not match` */
    constructor(codec, fault, offset, detail) {
        super(detail);
        this.codec = codec;
        this.fault = fault;
        this.offset = offset;
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/bit-reader.js
/**
 * A compressed stream read bit by bit, the highest bit of a byte first. It takes a byte only when
 * it needs a bit of it, so between calls fewer than eight bits are waiting.
 *
 * A hot loop may keep `buffer` and `count` in locals and read ahead, as long as it gives whole
 * bytes back to `input` before it lets others read.
 */
class BitReader {
    input;
    /** The lowest `count` bits are next, the highest of them first; those above are spent. */
    buffer = 0;
    count = 0;
    constructor(input) {
        this.input = input;
    }
    /**
     * The next `count` bits as an unsigned number; up to 24 at a time.
     *
     * @throws {PayloadError} of the fault `truncated`.
     */
    take(count) {
        const input = this.input;
        while (this.count < count) {
            input.need(1);
            this.buffer = (this.buffer << 8) | input.bytes[input.pos++];
            this.count += 8;
        }
        this.count -= count;
        return (this.buffer >>> this.count) & ((1 << count) - 1);
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/prefix-code.js
/** The longest code that bzip2 allows, in bits. */
const MAX_CODE_LENGTH = 20;
/** Codes up to this length are decoded by one look into a table that fits the fastest cache. */
const FAST_BITS = 10;
/**
 * The code with these lengths: shorter codes come first, those of one length in the order of their
 * symbols.
 *
 * @param lengths by symbol, in bits, each from 1 to `MAX_CODE_LENGTH`
 * @returns `null` where there are more codes than their lengths leave room for
 */
function prefixCode(lengths) {
    const counts = new Int32Array(MAX_CODE_LENGTH + 1);
    for (const length of lengths)
        counts[length] = counts[length] + 1;
    const limits = new Int32Array(MAX_CODE_LENGTH + 1);
    const offsets = new Int32Array(MAX_CODE_LENGTH + 1);
    const starts = new Int32Array(MAX_CODE_LENGTH + 1);
    let code = 0;
    let index = 0;
    for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
        starts[length] = index;
        offsets[length] = index - code;
        index += counts[length];
        code += counts[length];
        if (code > 1 << length)
            return null;
        limits[length] = code << (MAX_CODE_LENGTH - length);
        code <<= 1;
    }
    const symbols = new Uint16Array(lengths.length);
    const fast = new Uint16Array(1 << FAST_BITS);
    lengths.forEach((length, symbol) => {
        const at = starts[length];
        starts[length] = at + 1;
        symbols[at] = symbol;
        if (length > FAST_BITS)
            return;
        const first = (at - offsets[length]) << (FAST_BITS - length);
        fast.fill((symbol << 5) | length, first, first + (1 << (FAST_BITS - length)));
    });
    return { fast, limits, offsets, symbols };
}

;// CONCATENATED MODULE: ./build/kernel/payload/bzip2-header.js

/**
 * Reads the header of a block, from behind its CRC.
 *
 * @throws {PayloadError}
 */
function readBzip2Header(bits) {
    // Written by bzip2 0.9.0 and older only.
    if (bits.take(1))
        throw bits.input.error('unsupported', 'a randomised block');
    const origin = bits.take(24);
    const bytes = readBytesUsed(bits);
    const codeCount = bits.take(3);
    if (codeCount < 2 || codeCount > 6) {
        throw bits.input.error('corrupt', `${codeCount} code tables instead of 2 to 6`);
    }
    const selectors = readSelectors(bits, codeCount);
    // Two symbols for runs and one for the end, but none for the first byte of the list.
    const alphabetSize = bytes.length + 2;
    const codes = Array.from({ length: codeCount }, () => readCode(bits, alphabetSize));
    return { origin, bytes, codes, selectors };
}
/** A map of the 16 ranges that have bytes, then one of each such range. */
function readBytesUsed(bits) {
    const ranges = bits.take(16);
    const used = [];
    for (let high = 0; high < 16; high++) {
        if (!(ranges & (0x8000 >>> high)))
            continue;
        const range = bits.take(16);
        for (let low = 0; low < 16; low++) {
            if (range & (0x8000 >>> low))
                used.push(high * 16 + low);
        }
    }
    if (used.length === 0)
        throw bits.input.error('corrupt', 'a block without bytes');
    return Uint8Array.from(used);
}
/** Each as its place in a move-to-front list, in unary. */
function readSelectors(bits, codeCount) {
    const selectors = new Uint8Array(bits.take(15));
    const list = Uint8Array.from({ length: codeCount }, (_, i) => i);
    for (let i = 0; i < selectors.length; i++) {
        let place = 0;
        while (bits.take(1)) {
            if (++place === codeCount)
                throw bits.input.error('corrupt', 'a selector of no code table');
        }
        const selected = list[place];
        list.copyWithin(1, 0, place);
        list[0] = selected;
        selectors[i] = selected;
    }
    return selectors;
}
/** The first length outright, then each by steps from the one before. */
function readCode(bits, alphabetSize) {
    const lengths = new Uint8Array(alphabetSize);
    let length = bits.take(5);
    for (let symbol = 0; symbol < alphabetSize; symbol++) {
        for (;;) {
            if (length < 1 || length > MAX_CODE_LENGTH) {
                throw bits.input.error('corrupt', `a code of ${length} bits`);
            }
            if (!bits.take(1))
                break;
            length += bits.take(1) ? -1 : 1;
        }
        lengths[symbol] = length;
    }
    const code = prefixCode(lengths);
    if (code === null)
        throw bits.input.error('corrupt', 'a code table with too many codes');
    return code;
}

;// CONCATENATED MODULE: ./build/kernel/payload/bzip2-symbols.js

const GROUP = 50;
/** The most that a group takes, with what is read ahead of it, in bytes. */
const GROUP_BYTES = Math.ceil((GROUP * MAX_CODE_LENGTH) / 8) + 4;
const FAST_MASK = (1 << FAST_BITS) - 1;
const CODE_MASK = (1 << MAX_CODE_LENGTH) - 1;
/** Symbols 0 and 1 are the digits 1 and 2 of a run's length in base 2, the lowest first. */
const LAST_RUN_SYMBOL = 1;
/** The 21st digit of a run would make it longer than any block, which has up to 900,000 bytes. */
const DIGIT_TOO_MANY = 1 << 20;
/** Moves in the list that are longer than this are quicker by one call than byte by byte. */
const LONG_MOVE = 32;
/**
 * Decodes the symbols of a block into its sorted bytes: undoes the Huffman code, the
 * move-to-front, and the runs of the byte in front, in one pass.
 *
 * @param sorted takes the bytes, one each; no block is larger
 * @param counts takes how often each of the 256 bytes occurs; all zero before
 * @returns the size of the block, in bytes
 * @throws {PayloadError}
 */
function decodeBzip2Symbols(bits, header, sorted, counts) {
    const { input } = bits;
    const list = header.bytes.slice();
    const endOfBlock = list.length + 1;
    const room = sorted.length;
    let size = 0;
    let run = 0;
    let runDigit = 1;
    let { buffer, count } = bits;
    let { bytes, pos, end } = input;
    for (const selector of header.selectors) {
        if (end - pos < GROUP_BYTES) {
            giveBack(bits, buffer, count, pos);
            input.ensure(GROUP_BYTES);
            ({ buffer, count } = bits);
            ({ bytes, pos, end } = input);
        }
        const { fast, limits, offsets, symbols } = header.codes[selector];
        for (let left = GROUP; left > 0; left--) {
            if (count < 16) {
                // Zeros stand in for what lies behind the end, until the group is over.
                const high = pos < end ? bytes[pos] : 0;
                const low = pos + 1 < end ? bytes[pos + 1] : 0;
                buffer = (buffer << 16) | (high << 8) | low;
                pos += 2;
                count += 16;
            }
            let symbol;
            const entry = fast[(buffer >>> (count - FAST_BITS)) & FAST_MASK];
            if (entry !== 0) {
                symbol = entry >>> 5;
                count -= entry & 31;
            }
            else {
                if (count < MAX_CODE_LENGTH) {
                    buffer = (buffer << 8) | (pos < end ? bytes[pos] : 0);
                    pos += 1;
                    count += 8;
                }
                const code = (buffer >>> (count - MAX_CODE_LENGTH)) & CODE_MASK;
                let length = FAST_BITS + 1;
                while (length <= MAX_CODE_LENGTH && code >= limits[length])
                    length++;
                if (length > MAX_CODE_LENGTH)
                    throw fault(bits, buffer, count, pos, 'bits that are no code');
                symbol = symbols[(code >>> (MAX_CODE_LENGTH - length)) + offsets[length]];
                count -= length;
            }
            if (symbol <= LAST_RUN_SYMBOL) {
                if (runDigit === DIGIT_TOO_MANY)
                    throw fault(bits, buffer, count, pos, TOO_LARGE);
                run += runDigit << symbol;
                runDigit <<= 1;
                continue;
            }
            if (run > 0) {
                if (run > room - size)
                    throw fault(bits, buffer, count, pos, TOO_LARGE);
                const front = list[0];
                counts[front] = counts[front] + run;
                sorted.fill(front, size, size + run);
                size += run;
                run = 0;
                runDigit = 1;
            }
            if (symbol === endOfBlock) {
                giveBack(bits, buffer, count, pos);
                return size;
            }
            if (size === room)
                throw fault(bits, buffer, count, pos, TOO_LARGE);
            const place = symbol - 1;
            const byte = list[place];
            if (place > LONG_MOVE)
                list.copyWithin(1, 0, place);
            else
                for (let i = place; i > 0; i--)
                    list[i] = list[i - 1];
            list[0] = byte;
            counts[byte] = counts[byte] + 1;
            sorted[size++] = byte;
        }
    }
    throw fault(bits, buffer, count, pos, 'a block has more symbols than selectors');
}
const TOO_LARGE = 'a block is larger than the stream allows';
/** Returns whole bytes that were read ahead, so that the window may move and others may read. */
function giveBack(bits, buffer, count, pos) {
    const { input } = bits;
    const ahead = count >>> 3;
    bits.buffer = buffer >>> (8 * ahead);
    bits.count = count & 7;
    input.pos = Math.min(pos - ahead, input.end);
    if (pos - ahead > input.end)
        throw input.error('truncated', 'the stream ends inside a block');
}
/** What contradicts the format is the end's doing where the stream has ended before. */
function fault(bits, buffer, count, pos, detail) {
    giveBack(bits, buffer, count, pos);
    return bits.input.error('corrupt', detail);
}

;// CONCATENATED MODULE: ./build/kernel/payload/bzip2-text.js
/** A fifth byte behind four equal ones says how many more follow. */
const RUN = 4;
const MAX_REPEATS = 255;
/**
 * Prepares a sorted block for being read out (the inverse of the Burrows–Wheeler transform). Sorting
 * by byte keeps the order of equal bytes, which links every place to the one that follows it.
 *
 * @param sorted the sorted bytes, one each, which become links
 * @param counts how often each byte occurs; used up
 * @param origin the place that the text starts from, below `size`
 */
function bzip2Text(sorted, size, counts, origin) {
    let sum = 0;
    for (let byte = 0; byte < 256; byte++) {
        const count = counts[byte];
        counts[byte] = sum;
        sum += count;
    }
    for (let i = 0; i < size; i++) {
        const byte = sorted[i] & 0xff;
        const place = counts[byte];
        counts[byte] = place + 1;
        sorted[place] = sorted[place] | (i << 8);
    }
    const place = sorted[origin] >>> 8;
    return { links: sorted, left: size, place, run: 0, previous: -1, crc: -1 };
}
/**
 * Reads text out, expands its runs, and counts it into the CRC, until the block is at its end or
 * there may be no room in `output` for another run; returns the number of bytes written.
 */
function readBzip2Text(text, output) {
    const { links } = text;
    const stop = output.length - MAX_REPEATS;
    let { left, place, run, previous, crc } = text;
    let size = 0;
    for (; left > 0 && size < stop; left--) {
        const link = links[place];
        const byte = link & 0xff;
        place = link >>> 8;
        if (run === RUN) {
            for (let i = 0; i < byte; i++) {
                output[size++] = previous;
                crc = (crc << 8) ^ CRC_TABLE[(crc >>> 24) ^ previous];
            }
            run = 0;
        }
        else {
            output[size++] = byte;
            crc = (crc << 8) ^ CRC_TABLE[(crc >>> 24) ^ byte];
            run = byte === previous ? run + 1 : 1;
            previous = byte;
        }
    }
    Object.assign(text, { left, place, run, previous, crc });
    return size;
}
/** CRC-32 of the usual polynomial, but with the highest bit first. */
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << 24;
    for (let bit = 0; bit < 8; bit++)
        crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
    return crc;
});

;// CONCATENATED MODULE: ./build/kernel/payload/input.js

/** How much of a compressed stream is held at a time, at least, in bytes. */
const WINDOW = 1 << 20;
/**
 * A compressed stream as the decoders read it: a window of bytes that slides over the source, so
 * that a payload of any length is read in constant memory.
 *
 * Hot loops read `bytes[pos]` directly and call `ensure` or `need` once per block; both may replace
 * `bytes` and move `pos`, so a loop that keeps them in locals writes `pos` back before the call and
 * reads both again after it.
 */
class CompressedInput {
    /** The window. Bytes before `pos` are spent; bytes from `end` on do not exist. */
    bytes = new Uint8Array(0);
    pos = 0;
    end = 0;
    #source;
    #codec;
    #base = 0;
    constructor(source, codec) {
        this.#source = source;
        this.#codec = codec;
    }
    /** Number of bytes of the stream that lie before `pos`. */
    get consumed() {
        return this.#base + this.pos;
    }
    /** Makes `count` bytes readable at `pos`; false where the stream ends before. */
    ensure(count) {
        if (this.end - this.pos >= count)
            return true;
        this.#base += this.pos;
        this.bytes = this.#source.read(this.#base, Math.max(count, WINDOW));
        this.pos = 0;
        this.end = this.bytes.length;
        return this.end >= count;
    }
    /** As `ensure`; a stream that ends before is truncated. */
    need(count) {
        if (!this.ensure(count))
            throw this.error('truncated', 'the stream ends inside a block');
    }
    /** A decoder may have read zeros behind the end, past which `pos` is then: such a stream is truncated. */
    checkEnd() {
        if (this.pos <= this.end)
            return;
        this.pos = this.end;
        throw this.error('truncated', 'the stream ends inside its coded run');
    }
    /** The fault, placed at the current position. */
    error(fault, detail) {
        return new PayloadError(this.#codec, fault, this.consumed, detail);
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/bzip2.js





// bzip2 has no specification by its author; the layout is that of "BZIP2: Format Specification"
// (Joe Tsai), sections 2.2.1 to 2.2.4.
/** `BZh` */
const MAGIC = 0x425a68;
/** The digits of pi, and of its square root. */
const BLOCK_MAGIC = 0x314159265359;
const END_MAGIC = 0x177245385090;
/** Blocks have up to 1 to 9 times as many bytes. */
const LEVEL_SIZE = 100_000;
/** Holds the largest block without runs in one chunk. */
const CHUNK = 1 << 20;
/**
 * One bzip2 stream, up to its end mark. Every block's CRC and the stream's are verified. It holds
 * one block, of up to 900,000 bytes, in four times its size.
 *
 * @see Decompress for what it yields, returns and throws
 */
function* decompressBzip2(source) {
    const input = new CompressedInput(source, 'bzip2');
    const bits = new BitReader(input);
    if (bits.take(24) !== MAGIC)
        throw input.error('corrupt', 'this is no bzip2 stream');
    const level = bits.take(8) - 0x30;
    if (level < 1 || level > 9)
        throw input.error('corrupt', 'the block size is not 1 to 9');
    const block = new Uint32Array(level * LEVEL_SIZE);
    const output = new Uint8Array(CHUNK);
    let streamCrc = 0;
    for (;;) {
        const magic = takeUint(bits, 48);
        const crc = takeUint(bits, 32);
        if (magic === END_MAGIC) {
            if (crc !== streamCrc >>> 0)
                throw input.error('corrupt', 'the CRC of the stream does not match');
            return input.consumed;
        }
        if (magic !== BLOCK_MAGIC)
            throw input.error('corrupt', 'neither a block nor the end');
        const header = readBzip2Header(bits);
        const counts = new Uint32Array(256);
        const size = decodeBzip2Symbols(bits, header, block, counts);
        if (header.origin >= size)
            throw input.error('corrupt', 'a block starts outside itself');
        const text = bzip2Text(block, size, counts, header.origin);
        while (text.left > 0) {
            const length = readBzip2Text(text, output);
            if (length > 0)
                yield output.subarray(0, length);
        }
        if (~text.crc >>> 0 !== crc) {
            throw input.error('corrupt', 'the CRC of a block does not match');
        }
        streamCrc = ((streamCrc << 1) | (streamCrc >>> 31)) ^ crc;
    }
}
function takeUint(bits, count) {
    const high = bits.take(count - 24);
    return high * 2 ** 24 + bits.take(24);
}

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./build/kernel/payload/node-stream.js
/** Compressed bytes handed to the engine at a time. */
const node_stream_WINDOW = 1 << 20;
/**
 * `chunkSize` for node:zlib, in bytes: with its default of 16 KiB the hops between threads take
 * longer than the decompression.
 */
const CHUNK_SIZE = 1 << 20;
/**
 * Runs a source through one of node:zlib's decompressors and yields what comes out. At most two
 * chunks and one window are in memory, however much the source expands: the next window is read
 * only when the engine has used up the one before, so the source may reuse its buffer.
 *
 * Ends where the engine says that its stream has ended, which may be before the source does. A
 * consumer that leaves early destroys the engine.
 *
 * @throws whatever the engine or the source throws, as it is.
 */
async function* through(engine, source) {
    let offset = 0;
    const feed = () => {
        try {
            const window = source.read(offset, node_stream_WINDOW);
            offset += window.length;
            if (window.length === 0) {
                engine.end();
                return;
            }
            engine.write(window, (error) => {
                if (!error)
                    feed();
            });
        }
        catch (error) {
            engine.destroy(error);
        }
    };
    try {
        feed();
        for await (const chunk of engine)
            yield chunk;
    }
    finally {
        engine.destroy();
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/gzip.js





// RFC 1952, section 2.3.
const ID = [0x1f, 0x8b];
const DEFLATE = 8;
const FHCRC = 0x02;
const FEXTRA = 0x04;
const FNAME = 0x08;
const FCOMMENT = 0x10;
const RESERVED_FLAGS = 0xe0;
const FIXED_HEADER = 10;
/** CRC-32 and size of the contents. */
const TRAILER = 8;
/** What a fault in the trailer says, after contents that can be read: for those who tell it apart. */
const GZIP_WRONG_CRC = 'CRC-32 does not match';
const GZIP_WRONG_SIZE = 'the size of the contents does not match';
/**
 * One gzip member (RFC 1952). Header and trailer are read here and only the raw deflate stream is
 * left to node:zlib, because its gunzip takes bytes that follow the member for another member and
 * fails on them.
 *
 * @see Decompress for what it yields, returns and throws
 */
async function* decompressGzip(input) {
    const headerLength = readHeader(input);
    const inflate = (0,external_node_zlib_namespaceObject.createInflateRaw)({ chunkSize: CHUNK_SIZE });
    let crc = 0;
    let size = 0;
    try {
        for await (const chunk of through(inflate, sliceSource(input, headerLength, input.size))) {
            crc = (0,external_node_zlib_namespaceObject.crc32)(chunk, crc);
            size += chunk.length;
            yield chunk;
        }
    }
    catch (error) {
        throw asFault(error, headerLength + inflate.bytesWritten);
    }
    const trailerAt = headerLength + inflate.bytesWritten;
    const trailer = input.read(trailerAt, TRAILER);
    if (trailer.length < TRAILER) {
        throw gzip_fault('truncated', trailerAt, 'the stream ends before its checksum');
    }
    const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER);
    if (view.getUint32(0, true) !== crc)
        throw gzip_fault('corrupt', trailerAt, GZIP_WRONG_CRC);
    // ISIZE is the size modulo 2^32.
    if (view.getUint32(4, true) !== size % 2 ** 32) {
        throw gzip_fault('corrupt', trailerAt + 4, GZIP_WRONG_SIZE);
    }
    return trailerAt + TRAILER;
}
/** Checks the member's header; returns its length in bytes. */
function readHeader(source) {
    const input = new CompressedInput(source, 'gzip');
    let crc = 0;
    const take = (count) => {
        input.need(count);
        const bytes = input.bytes.subarray(input.pos, input.pos + count);
        input.pos += count;
        crc = (0,external_node_zlib_namespaceObject.crc32)(bytes, crc);
        return bytes;
    };
    const takeU16 = () => {
        const [low = 0, high = 0] = take(2);
        return low | (high << 8);
    };
    const skipString = () => {
        for (;;) {
            input.need(1);
            const zero = input.bytes.indexOf(0, input.pos);
            take((zero < 0 ? input.end : zero + 1) - input.pos);
            if (zero >= 0)
                return;
        }
    };
    const [id1, id2, method, flags = 0] = take(FIXED_HEADER);
    if (id1 !== ID[0] || id2 !== ID[1])
        throw gzip_fault('corrupt', 0, 'this is no gzip member');
    if (method !== DEFLATE)
        throw gzip_fault('unsupported', 2, `compression method ${method}`);
    if (flags & RESERVED_FLAGS)
        throw gzip_fault('unsupported', 3, 'reserved flags are set');
    if (flags & FEXTRA)
        take(takeU16());
    if (flags & FNAME)
        skipString();
    if (flags & FCOMMENT)
        skipString();
    if (flags & FHCRC) {
        const expected = crc & 0xffff;
        if (takeU16() !== expected)
            throw input.error('corrupt', 'header CRC does not match');
    }
    return input.consumed;
}
function asFault(error, offset) {
    switch (error.code) {
        case 'Z_BUF_ERROR':
            return gzip_fault('truncated', offset, 'the stream ends inside the compressed data');
        case 'Z_DATA_ERROR':
            return gzip_fault('corrupt', offset, error.message);
        default:
            return error;
    }
}
function gzip_fault(kind, offset, detail) {
    return new PayloadError('gzip', kind, offset, detail);
}

;// CONCATENATED MODULE: ./build/kernel/payload/lz4-block.js
/** A length of 15 in the token goes on in the bytes that follow. */
const LONG_LENGTH = 15;
const MIN_MATCH = 4;
/** Copies longer than this are quicker by one call than byte by byte. */
const LONG_COPY = 48;
/**
 * Decodes one block of LZ4 (lz4_Block_format.md): sequences of a token, literals, and a match that
 * copies from the output; the last one has only literals.
 *
 * @param length of the block, in bytes, all of which lie in the input's window
 * @param output takes the contents from its start; a match cannot reach before it
 * @returns the size of the contents, in bytes
 * @throws {PayloadError} of the fault `corrupt`.
 */
function decodeLz4Block(input, length, output) {
    const bytes = input.bytes;
    const end = input.pos + length;
    const room = output.length;
    let pos = input.pos;
    let size = 0;
    while (pos < end) {
        const token = bytes[pos++];
        let literals = token >>> 4;
        if (literals === LONG_LENGTH) {
            let more;
            do {
                if (pos === end)
                    throw lz4_block_fault(input, pos, 'a block ends inside a length');
                more = bytes[pos++];
                literals += more;
            } while (more === 255);
        }
        if (literals > end - pos)
            throw lz4_block_fault(input, pos, 'a block ends inside literals');
        if (literals > room - size)
            throw lz4_block_fault(input, pos, 'a block expands past its size');
        if (literals > LONG_COPY) {
            output.set(bytes.subarray(pos, pos + literals), size);
            size += literals;
            pos += literals;
        }
        else {
            for (const stop = size + literals; size < stop;)
                output[size++] = bytes[pos++];
        }
        if (pos === end) {
            input.pos = pos;
            return size;
        }
        if (end - pos < 2)
            throw lz4_block_fault(input, pos, 'a block ends inside a match');
        const distance = bytes[pos] | (bytes[pos + 1] << 8);
        pos += 2;
        if (distance === 0 || distance > size)
            throw lz4_block_fault(input, pos, 'a match before the block');
        let count = token & 15;
        if (count === LONG_LENGTH) {
            let more;
            do {
                if (pos === end)
                    throw lz4_block_fault(input, pos, 'a block ends inside a length');
                more = bytes[pos++];
                count += more;
            } while (more === 255);
        }
        count += MIN_MATCH;
        if (count > room - size)
            throw lz4_block_fault(input, pos, 'a block expands past its size');
        let from = size - distance;
        if (count > LONG_COPY && distance >= count) {
            output.copyWithin(size, from, from + count);
            size += count;
        }
        else if (count > LONG_COPY && distance === 1) {
            output.fill(output[from], size, size + count);
            size += count;
        }
        else {
            // Where the match overlaps its own output, the order of the copies is the meaning.
            for (const stop = size + count; size < stop;)
                output[size++] = output[from++];
        }
    }
    throw lz4_block_fault(input, pos, 'a block ends without its last literals');
}
function lz4_block_fault(input, pos, detail) {
    input.pos = pos;
    return input.error('corrupt', detail);
}

;// CONCATENATED MODULE: ./build/kernel/payload/lz4.js


// The legacy frame of lz4_Frame_format.md: a magic number, then blocks, each a little-endian size
// and so many bytes of the block format. All blocks but the last hold 8 MiB.
const LEGACY_MAGIC = 0x184c2102;
const BLOCK_SIZE = 8 * 1024 * 1024;
/** What 8 MiB that cannot be compressed take: a length byte every 255 literals, and the ends. */
const MAX_COMPRESSED = BLOCK_SIZE + Math.floor(BLOCK_SIZE / 255) + 16;
/**
 * One LZ4 legacy frame, a block of 8 MiB at a time. The frame has no end mark and no checksum: it
 * ends where `input` ends, and a damaged byte may yield wrong contents instead of an error.
 *
 * @see Decompress for what it yields, returns and throws
 */
function* decompressLz4(source) {
    const input = new CompressedInput(source, 'lz4');
    if (takeU32(input) !== LEGACY_MAGIC)
        throw input.error('corrupt', 'this is no LZ4 legacy frame');
    const block = new Uint8Array(BLOCK_SIZE);
    let whole = true;
    while (input.ensure(1)) {
        const length = takeU32(input);
        if (!whole)
            throw input.error('corrupt', 'a block before the last is shorter than 8 MiB');
        if (length > MAX_COMPRESSED)
            throw input.error('corrupt', 'a block is longer than 8 MiB');
        input.need(length);
        const size = decodeLz4Block(input, length, block);
        whole = size === BLOCK_SIZE;
        yield block.subarray(0, size);
    }
    return input.consumed;
}
function takeU32(input) {
    input.need(4);
    const { bytes, pos } = input;
    input.pos += 4;
    return new DataView(bytes.buffer, bytes.byteOffset + pos, 4).getUint32(0, true);
}

;// CONCATENATED MODULE: ./build/kernel/payload/dictionary.js
/** How much is handed out at a time, and held at least, in bytes. */
const dictionary_CHUNK = 1 << 20;
/** From here on, in bytes, a native fill or copy is faster than a loop. */
const LONG = 32;
/**
 * What an LZ decoder has written: a ring of bytes that keeps what matches may refer back to, and is
 * handed out in chunks of up to 1 MiB.
 *
 * The ring doubles as output comes, up to the size that the stream declares: a kernel of 4 MB that
 * asks for a dictionary of 128 MiB gets 4 MiB.
 *
 * A position in the ring agrees with the position since `reset` in its low four bits, all that LZMA
 * looks at.
 */
class Dictionary {
    /** The ring. Its owner writes at `pos` and moves it, at most `room()` bytes at a time. */
    bytes = new Uint8Array(dictionary_CHUNK);
    pos = 0;
    /** How many bytes from `pos` on are history too: none until the ring is full, then all of it. */
    #older = 0;
    #largestDistance = 0;
    #taken = 0;
    /** Forgets everything; what was written must be taken before. `size` in bytes, as declared. */
    reset(size) {
        this.pos = 0;
        this.#older = 0;
        this.#largestDistance = size;
        this.#taken = 0;
    }
    /** Number of bytes written and not yet taken. */
    get pending() {
        return this.pos - this.#taken;
    }
    /** What was written since the last `take`: a view, valid until more is written. */
    take() {
        const chunk = this.bytes.subarray(this.#taken, this.pos);
        this.#taken = this.pos;
        return chunk;
    }
    /** How many bytes may be written at `pos` now; 0 where what is pending must be taken before. */
    room() {
        if (this.pos === this.bytes.length && this.pending === 0)
            this.#turn();
        return Math.min(this.bytes.length - this.pos, dictionary_CHUNK - this.pending);
    }
    /** The last byte written, 0 if there is none. */
    last() {
        return this.pos > 0 || this.#older > 0 ? this.at(1) : 0;
    }
    /** The byte `distance` back, which must be a byte of the history. */
    at(distance) {
        const from = this.pos - distance;
        return this.bytes[from < 0 ? from + this.bytes.length : from];
    }
    /** Writes `bytes`, for which there must be room. */
    append(bytes) {
        this.bytes.set(bytes, this.pos);
        this.pos += bytes.length;
    }
    /**
     * Repeats the `length` bytes from `distance` back, which may run into the bytes it writes. There
     * must be room for them. False, and nothing written, if the history does not reach so far.
     */
    copy(distance, length) {
        const bytes = this.bytes;
        let to = this.pos;
        if (distance > to + this.#older || distance > this.#largestDistance)
            return false;
        const end = to + length;
        let from = to - distance;
        if (from < 0) {
            from += bytes.length;
            while (to < end) {
                bytes[to++] = bytes[from++];
                if (from === bytes.length)
                    from = 0;
            }
        }
        else if (length > LONG && distance >= length) {
            bytes.copyWithin(to, from, from + length);
        }
        else if (length > LONG && distance === 1) {
            bytes.fill(bytes[from], to, end);
        }
        else {
            while (to < end)
                bytes[to++] = bytes[from++];
        }
        this.pos = end;
        return true;
    }
    /** At the end of the ring: enlarges it, or goes on at its start. */
    #turn() {
        if (this.bytes.length < this.#largestDistance) {
            const size = Math.min(this.bytes.length * 2, this.#largestDistance);
            const larger = new Uint8Array(Math.ceil(size / 16) * 16);
            larger.set(this.bytes);
            this.bytes = larger;
        }
        else {
            this.#older = this.bytes.length;
            this.pos = 0;
            this.#taken = 0;
        }
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/range-decoder.js
/** A probability is a number of 2048ths: that the next bit is 0. All start at one half. */
const PROBABILITY_BITS = 11;
const ONE = 1 << PROBABILITY_BITS;
const HALF = ONE >>> 1;
/** How fast a probability follows what it sees: by a 32nd of the way, every time. */
const MOVE_BITS = 5;
/** While these bits of `range` are all 0, it is below 2^24 and takes in one more byte. */
const TOP_BYTE = 0xff000000;
/** What a coded run begins with: a byte that is 0, and the first four of `code`. */
const START_BYTES = 5;
/**
 * LZMA's range decoder (LZMA specification, "Range Decoder"): reads bits that an arithmetic coder
 * has written, each with a probability that adapts to the bits seen in its place.
 *
 * `range` and `code` are unsigned 32-bit numbers, kept as signed ones because V8 holds those in
 * machine registers; `>>> 0` brings the unsigned number back where two are compared.
 *
 * `bit`, `tree` and `literalAfterMatch` each write out the step that decodes one bit, on locals. A kernel
 * takes some 10^8 steps; sharing one function between the three was measured 5 % slower.
 *
 * Input that ends early reads as zeros (`undefined | 0`): harmless, and the caller sees it, because
 * `input.pos` is then past `input.end`.
 */
class RangeDecoder {
    #input;
    /** One for every place where a bit can occur; the caller knows which place is which. */
    #probabilities = new Uint16Array(0);
    #range = -1;
    #code = 0;
    constructor(input) {
        this.#input = input;
    }
    /** Forgets what was learned; from now on there are at least `places` probabilities. */
    reset(places) {
        if (this.#probabilities.length < places)
            this.#probabilities = new Uint16Array(places);
        this.#probabilities.fill(HALF);
    }
    /** Reads the `START_BYTES` that a coded run begins with; false if the first is not the 0 it must be. */
    start() {
        const { bytes, pos } = this.#input;
        this.#input.pos += START_BYTES;
        this.#range = -1;
        this.#code = new DataView(bytes.buffer, bytes.byteOffset + pos).getInt32(1);
        return bytes[pos] === 0;
    }
    /** Takes in the byte that is due, if one is; true if nothing is left in `code`: a run may end here. */
    finish() {
        if ((this.#range & TOP_BYTE) === 0) {
            this.#range <<= 8;
            this.#code = (this.#code << 8) | this.#input.bytes[this.#input.pos++];
        }
        return this.#code === 0;
    }
    /** One bit, by the probability at `place`. */
    bit(place) {
        const probabilities = this.#probabilities;
        let range = this.#range;
        let code = this.#code;
        if ((range & TOP_BYTE) === 0) {
            range <<= 8;
            code = (code << 8) | this.#input.bytes[this.#input.pos++];
        }
        const p = probabilities[place];
        const bound = Math.imul(range >>> PROBABILITY_BITS, p);
        if (code >>> 0 < bound >>> 0) {
            this.#range = bound;
            this.#code = code;
            probabilities[place] = p + ((ONE - p) >>> MOVE_BITS);
            return 0;
        }
        this.#range = (range - bound) | 0;
        this.#code = (code - bound) | 0;
        probabilities[place] = p - (p >>> MOVE_BITS);
        return 1;
    }
    /**
     * A number below `size` (a power of two), the highest bit first. The bits decoded so far, with a
     * 1 before them, are the place of the next one: `size` places from `base` on, the first unused.
     */
    tree(base, size) {
        const probabilities = this.#probabilities;
        let range = this.#range;
        let code = this.#code;
        let symbol = 1;
        do {
            if ((range & TOP_BYTE) === 0) {
                range <<= 8;
                code = (code << 8) | this.#input.bytes[this.#input.pos++];
            }
            const place = base + symbol;
            const p = probabilities[place];
            const bound = Math.imul(range >>> PROBABILITY_BITS, p);
            symbol <<= 1;
            if (code >>> 0 < bound >>> 0) {
                range = bound;
                probabilities[place] = p + ((ONE - p) >>> MOVE_BITS);
            }
            else {
                range = (range - bound) | 0;
                code = (code - bound) | 0;
                probabilities[place] = p - (p >>> MOVE_BITS);
                symbol |= 1;
            }
        } while (symbol < size);
        this.#range = range;
        this.#code = code;
        return symbol - size;
    }
    /**
     * A byte whose high bits likely agree with those of `like`: while they do, the next bit has a
     * place among 256 where `like` says 0, or 256 where it says 1; then among those of a plain `tree`.
     */
    literalAfterMatch(base, like) {
        const probabilities = this.#probabilities;
        let range = this.#range;
        let code = this.#code;
        let symbol = 1;
        let offset = 0x100;
        do {
            if ((range & TOP_BYTE) === 0) {
                range <<= 8;
                code = (code << 8) | this.#input.bytes[this.#input.pos++];
            }
            like <<= 1;
            const expected = like & offset;
            const place = base + offset + expected + symbol;
            const p = probabilities[place];
            const bound = Math.imul(range >>> PROBABILITY_BITS, p);
            symbol <<= 1;
            if (code >>> 0 < bound >>> 0) {
                range = bound;
                probabilities[place] = p + ((ONE - p) >>> MOVE_BITS);
                offset &= ~expected;
            }
            else {
                range = (range - bound) | 0;
                code = (code - bound) | 0;
                probabilities[place] = p - (p >>> MOVE_BITS);
                symbol |= 1;
                offset &= expected;
            }
        } while (symbol < 0x100);
        this.#range = range;
        this.#code = code;
        return symbol - 0x100;
    }
    /** A number of `count` bits, the lowest one first, by a tree as `tree` reads. */
    reverseTree(base, count) {
        let bits = this.tree(base, 1 << count);
        let value = 0;
        for (let i = 0; i < count; i++) {
            value = (value << 1) | (bits & 1);
            bits >>>= 1;
        }
        return value;
    }
    /** A number of `count` bits that are all equally likely, the highest first. */
    direct(count) {
        let range = this.#range;
        let code = this.#code;
        let value = 0;
        for (let i = 0; i < count; i++) {
            if ((range & TOP_BYTE) === 0) {
                range <<= 8;
                code = (code << 8) | this.#input.bytes[this.#input.pos++];
            }
            range = (range >>> 1) | 0;
            code = (code - range) | 0;
            const below = code >> 31; // -1 if the bit is 0: put back what was taken
            code = (code + (range & below)) | 0;
            value = (value << 1) + below + 1;
        }
        this.#range = range;
        this.#code = code;
        return value;
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/lzma-decoder.js

/**
 * The most input that one symbol takes, in bytes: a probability of 31/2048, the least there is, costs
 * 6.05 bits; a match with a far distance has 22 such decisions at worst, and 26 direct bits.
 */
const MAX_SYMBOL_BYTES = 20;
// Where each kind of bit has its probabilities. A state is one of 12, a position one of up to 16.
const IS_MATCH = 0; // [state][position]
const IS_REPEAT = IS_MATCH + 12 * 16; // [state]
const IS_NOT_LATEST = IS_REPEAT + 12; // [state]
const IS_NOT_SECOND = IS_NOT_LATEST + 12; // [state]
const IS_NOT_THIRD = IS_NOT_SECOND + 12; // [state]
const IS_LONG = IS_NOT_THIRD + 12; // [state][position]
const MATCH_LENGTH = IS_LONG + 12 * 16;
const LENGTH_LOW = 2; // [position]: a tree of 8, after the two bits that choose the tree
const LENGTH_MIDDLE = LENGTH_LOW + 16 * 8; // [position]: a tree of 8
const LENGTH_HIGH = LENGTH_MIDDLE + 16 * 8; // a tree of 256
const REPEAT_LENGTH = MATCH_LENGTH + LENGTH_HIGH + 256;
const DISTANCE_SLOT = REPEAT_LENGTH + LENGTH_HIGH + 256; // [length]: a tree of 64
const DISTANCE_MIDDLE = DISTANCE_SLOT + 4 * 64; // trees of 2 to 32 for the slots from 4 to 13
const DISTANCE_LOW = DISTANCE_MIDDLE + 128; // a tree of 16 for the slots from 14 on
const LITERAL = DISTANCE_LOW + 16; // [position and byte before]: trees of 256, three of them
/** The distance that stands for the end of the stream. */
const END_MARKER = 2 ** 32;
/** From this state on the last symbol was a match; in the ones before, a literal. */
const AFTER_MATCH = 7;
/** Reads the properties byte; `null` if it is not one. */
function lzmaProperties(byte) {
    if (byte >= 9 * 5 * 5)
        return null;
    return { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
}
/**
 * The LZMA decoder proper (LZMA specification, "LZMA Decoder"), for `.lzma` and for the chunks of
 * LZMA2: reads symbols (a literal, a match with a distance, or one with a distance used before)
 * from `input` and writes what they stand for into `dictionary`.
 */
class LzmaDecoder {
    coder;
    #input;
    #dictionary;
    #lc = 0;
    #literalMask = 0;
    #positionMask = 0;
    #places = 0;
    /** The kinds of the last few symbols, as one of 12 states (specification, "State machine"). */
    #state = 0;
    /** The last four distances, the latest first. */
    #rep0 = 1;
    #rep1 = 1;
    #rep2 = 1;
    #rep3 = 1;
    #owed = 0;
    /** Where in the dictionary the last symbol was written. */
    #lastSymbol = 0;
    constructor(input, dictionary) {
        this.#input = input;
        this.#dictionary = dictionary;
        this.coder = new RangeDecoder(input);
    }
    /** How many bytes of the last match did not fit into what `decode` was asked for. */
    get owed() {
        return this.#owed;
    }
    /**
     * Finds out whether the last symbol was read from beyond the end of the input, and takes it back.
     *
     * @throws {PayloadError} of the fault `truncated`.
     */
    checkEnd() {
        if (this.#input.pos > this.#input.end)
            this.#dictionary.pos = this.#lastSymbol;
        this.#input.checkEnd();
    }
    /** Starts anew, with other properties. */
    configure({ lc, lp, pb }) {
        this.#lc = lc;
        this.#literalMask = (1 << lp) - 1;
        this.#positionMask = (1 << pb) - 1;
        this.#places = LITERAL + (0x300 << (lc + lp));
        this.reset();
    }
    /** Starts anew, with the same properties. */
    reset() {
        this.#state = 0;
        this.#rep0 = this.#rep1 = this.#rep2 = this.#rep3 = 1;
        this.#owed = 0;
        this.coder.reset(this.#places);
    }
    /**
     * Decodes symbols until `count` bytes are written, for which the dictionary must have room, or
     * `input.pos` is past `inputLimit`. The last symbol may take up to `MAX_SYMBOL_BYTES` from the
     * limit on: the caller sees to it that they exist, or looks at `input.pos` afterwards.
     */
    decode(count, inputLimit) {
        const input = this.#input;
        const dictionary = this.#dictionary;
        const coder = this.coder;
        const lc = this.#lc;
        const literalMask = this.#literalMask;
        const positionMask = this.#positionMask;
        const end = dictionary.pos + count;
        let state = this.#state;
        if (this.#owed > 0)
            this.#copy(this.#owed, end);
        let pos = dictionary.pos;
        while (dictionary.pos < end && input.pos <= inputLimit) {
            pos = dictionary.pos;
            const position = pos & positionMask;
            if (coder.bit(IS_MATCH + (state << 4) + position) === 0) {
                const model = ((pos & literalMask) << lc) + (dictionary.last() >>> (8 - lc));
                const base = LITERAL + Math.imul(0x300, model);
                dictionary.bytes[pos] =
                    state < AFTER_MATCH
                        ? coder.tree(base, 0x100)
                        : coder.literalAfterMatch(base, dictionary.at(this.#rep0));
                dictionary.pos = pos + 1;
                state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
                continue;
            }
            let length = 1;
            if (coder.bit(IS_REPEAT + state) === 0) {
                length = this.#length(MATCH_LENGTH, position);
                const distance = this.#distance(length);
                if (distance === END_MARKER) {
                    this.#lastSymbol = pos;
                    return 'end-marker';
                }
                this.#rep3 = this.#rep2;
                this.#rep2 = this.#rep1;
                this.#rep1 = this.#rep0;
                this.#rep0 = distance;
                state = state < AFTER_MATCH ? 7 : 10;
            }
            else if (this.#repeatsByte(state, position)) {
                state = state < AFTER_MATCH ? 9 : 11;
            }
            else {
                length = this.#length(REPEAT_LENGTH, position);
                state = state < AFTER_MATCH ? 8 : 11;
            }
            if (!this.#copy(length, end)) {
                this.#lastSymbol = pos;
                return 'bad-distance';
            }
        }
        this.#lastSymbol = pos;
        this.#state = state;
        return dictionary.pos < end ? 'input' : 'output';
    }
    /** Which distance is used again: it becomes the latest. True if it is for a single byte. */
    #repeatsByte(state, position) {
        const coder = this.coder;
        if (coder.bit(IS_NOT_LATEST + state) === 0) {
            return coder.bit(IS_LONG + (state << 4) + position) === 0;
        }
        let distance = this.#rep1;
        if (coder.bit(IS_NOT_SECOND + state) === 1) {
            distance = this.#rep2;
            if (coder.bit(IS_NOT_THIRD + state) === 1) {
                distance = this.#rep3;
                this.#rep3 = this.#rep2;
            }
            this.#rep2 = this.#rep1;
        }
        this.#rep1 = this.#rep0;
        this.#rep0 = distance;
        return false;
    }
    /** The length of a match, 2 to 273 bytes: short ones have models by position. */
    #length(base, position) {
        const coder = this.coder;
        if (coder.bit(base) === 0)
            return 2 + coder.tree(base + LENGTH_LOW + (position << 3), 8);
        if (coder.bit(base + 1) === 0)
            return 10 + coder.tree(base + LENGTH_MIDDLE + (position << 3), 8);
        return 18 + coder.tree(base + LENGTH_HIGH, 256);
    }
    /**
     * The distance of a match, from 1 on. Its slot gives the two highest bits and how many follow;
     * the model of the slot depends on the length, that of the bits that follow on the slot.
     */
    #distance(length) {
        const coder = this.coder;
        const slot = coder.tree(DISTANCE_SLOT + (Math.min(length - 2, 3) << 6), 64);
        if (slot < 4)
            return slot + 1;
        const bits = (slot >>> 1) - 1;
        const high = (2 | (slot & 1)) << bits;
        if (slot < 14)
            return high + coder.reverseTree(DISTANCE_MIDDLE + high - slot, bits) + 1;
        const middle = coder.direct(bits - 4) << 4;
        return (high >>> 0) + middle + coder.reverseTree(DISTANCE_LOW, 4) + 1;
    }
    /** Copies from the latest distance, up to `end`; what is left is owed. False if it cannot. */
    #copy(length, end) {
        const count = Math.min(length, end - this.#dictionary.pos);
        this.#owed = length - count;
        return this.#dictionary.copy(this.#rep0, count);
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/lzma.js




/** Properties, dictionary size (four bytes), size of the contents (eight), all little endian. */
const HEADER_BYTES = 13;
/** A smaller dictionary means this one (LZMA specification, "Dictionary Size"). */
const MIN_DICTIONARY = 4096;
/** The size of contents that say themselves where they end, by a marker. */
const UNKNOWN_SIZE = 0xffffffffffffffffn;
/**
 * The dictionary that a `.lzma` stream declares, in bytes; `null` where `head`, the first bytes of
 * the stream, is no header.
 */
function lzmaDictionary(head) {
    if (head.length < HEADER_BYTES || lzmaProperties(head[0]) === null)
        return null;
    return new DataView(head.buffer, head.byteOffset).getUint32(1, true);
}
/**
 * Decompresses a `.lzma` stream (LZMA specification, "The LZMA file format"), also called "LZMA
 * alone": a header of 13 bytes and one coded run. The contents end at the size in the header, at an
 * end marker, or at both. The format has no checksum: what is verified is that the coded run ends
 * exactly there.
 *
 * A `Decompress`.
 */
function* decompressLzma(source, { maxDictionary }) {
    const input = new CompressedInput(source, 'lzma');
    input.need(HEADER_BYTES + START_BYTES);
    const header = new DataView(input.bytes.buffer, input.bytes.byteOffset + input.pos, HEADER_BYTES);
    const properties = lzmaProperties(header.getUint8(0));
    if (properties === null)
        throw input.error('corrupt', 'the properties byte is above 224');
    const dictionarySize = header.getUint32(1, true);
    if (dictionarySize > maxDictionary) {
        throw input.error('dictionary-too-large', `asks for a dictionary of ${dictionarySize} bytes`);
    }
    const size = header.getBigUint64(5, true);
    let left = size === UNKNOWN_SIZE ? Number.POSITIVE_INFINITY : Number(size);
    input.pos += HEADER_BYTES;
    const dictionary = new Dictionary();
    dictionary.reset(Math.max(dictionarySize, MIN_DICTIONARY));
    const decoder = new LzmaDecoder(input, dictionary);
    decoder.configure(properties);
    if (!decoder.coder.start())
        throw input.error('corrupt', 'the coded run does not start with a 0');
    let stop = 'output';
    try {
        while (left > 0 && stop !== 'end-marker') {
            const room = dictionary.room();
            if (room === 0) {
                yield dictionary.take();
                continue;
            }
            const start = dictionary.pos;
            stop = decode(input, decoder, Math.min(room, left));
            left -= dictionary.pos - start;
        }
    }
    catch (error) {
        if (dictionary.pending > 0)
            yield dictionary.take();
        throw error;
    }
    if (dictionary.pending > 0)
        yield dictionary.take();
    if (stop === 'end-marker') {
        if (left > 0 && Number.isFinite(left)) {
            throw input.error('corrupt', 'the end marker comes before the declared size');
        }
    }
    else if (decoder.owed > 0 ||
        !(finish(input, decoder) || endMarker(input, decoder, dictionary))) {
        throw input.error('corrupt', 'the contents go on after the declared size');
    }
    if (!finish(input, decoder))
        throw input.error('corrupt', 'the coded run does not end in a 0');
    return input.consumed;
}
/** Decodes up to `count` bytes, or what the input that is at hand gives. */
function decode(input, decoder, count) {
    const more = input.ensure(MAX_SYMBOL_BYTES);
    const stop = decoder.decode(count, more ? input.end - MAX_SYMBOL_BYTES : input.end);
    decoder.checkEnd();
    if (stop === 'bad-distance')
        throw input.error('corrupt', 'a match refers to bytes that are not there');
    return stop;
}
/** Whether an end marker comes next. */
function endMarker(input, decoder, dictionary) {
    return decode(input, decoder, Math.min(dictionary.room(), 1)) === 'end-marker';
}
/** Whether the coded run may end here. */
function finish(input, decoder) {
    input.ensure(1);
    const finished = decoder.coder.finish();
    input.checkEnd();
    return finished;
}

;// CONCATENATED MODULE: ./build/kernel/payload/adler32.js
const MODULUS = 65521;
/** How many bytes can be summed before a sum of sums outgrows 31 bits and numbers become slow. */
const adler32_RUN = 3800;
/** Adler-32 of the bytes (RFC 1950, section 8.2), as an unsigned number. */
function adler32(bytes) {
    let a = 1;
    let b = 0;
    for (let at = 0; at < bytes.length;) {
        const stop = Math.min(at + adler32_RUN, bytes.length);
        // Eight at a time: the loop itself costs as much as the sums.
        for (; at + 8 <= stop; at += 8) {
            b += a += bytes[at];
            b += a += bytes[at + 1];
            b += a += bytes[at + 2];
            b += a += bytes[at + 3];
            b += a += bytes[at + 4];
            b += a += bytes[at + 5];
            b += a += bytes[at + 6];
            b += a += bytes[at + 7];
        }
        for (; at < stop; at++)
            b += a += bytes[at];
        a %= MODULUS;
        b %= MODULUS;
    }
    return b * 65536 + a;
}

;// CONCATENATED MODULE: ./build/kernel/payload/lzo1x.js
/** Copies longer than this are quicker by one call than byte by byte. */
const lzo1x_LONG_COPY = 48;
/** What went before was a run of four or more literals; 0 to 3 is how many others went before. */
const AFTER_RUN = 4;
/** Matches of the farthest kind start here; this very distance marks the end of the block. */
const FAR = 16384;
/**
 * Decodes one block of LZO1X (Linux, Documentation/staging/lzo.rst). Each instruction is a match,
 * up to three literals behind it included, or a run of literals; what an instruction below 16
 * means depends on the literals before it.
 *
 * @param length of the block, in bytes, all of which lie in the input's window
 * @param output takes the contents from its start; a match cannot reach before it
 * @returns the size of the contents, in bytes
 * @throws {PayloadError} of the fault `corrupt`.
 */
function decodeLzo1x(input, length, output) {
    const bytes = input.bytes;
    const end = input.pos + length;
    const room = output.length;
    let pos = input.pos;
    let size = 0;
    let state = 0;
    // A first byte above 17 is a run of literals that needs no instruction.
    if (length > 0 && bytes[pos] > 17) {
        const literals = bytes[pos++] - 17;
        if (literals > end - pos)
            throw lzo1x_fault(input, pos, ENDS_EARLY);
        if (literals > room)
            throw lzo1x_fault(input, pos, TOO_LONG);
        output.set(bytes.subarray(pos, pos + literals));
        size = literals;
        pos += literals;
        state = Math.min(literals, AFTER_RUN);
    }
    for (;;) {
        // The shortest way to the end of a block is the end mark itself, three bytes.
        if (end - pos < 3)
            throw lzo1x_fault(input, pos, ENDS_EARLY);
        const instruction = bytes[pos++];
        let count;
        let distance;
        if (instruction >= 64) {
            count = (instruction >>> 5) + 1;
            distance = (bytes[pos++] << 3) + ((instruction >>> 2) & 7) + 1;
            state = instruction & 3;
        }
        else if (instruction >= 16) {
            // Matches at a distance of up to 16 KiB (from 32 on), or from there up to 48 KiB.
            const near = instruction >= 32;
            const mask = near ? 31 : 7;
            count = instruction & mask;
            if (count === 0) {
                count = mask;
                while (pos < end && bytes[pos] === 0) {
                    count += 255;
                    pos++;
                }
                if (end - pos < 3)
                    throw lzo1x_fault(input, pos, ENDS_EARLY);
                count += bytes[pos++];
            }
            count += 2;
            const low = bytes[pos];
            distance = (low >>> 2) | (bytes[pos + 1] << 6);
            pos += 2;
            state = low & 3;
            if (near) {
                distance += 1;
            }
            else {
                distance += FAR + ((instruction & 8) << 11);
                if (distance === FAR) {
                    if (count !== 3 || pos !== end)
                        throw lzo1x_fault(input, pos, 'a wrong end mark');
                    input.pos = pos;
                    return size;
                }
            }
        }
        else if (state === 0) {
            let literals = instruction;
            if (literals === 0) {
                literals = 15;
                while (pos < end && bytes[pos] === 0) {
                    literals += 255;
                    pos++;
                }
                if (pos === end)
                    throw lzo1x_fault(input, pos, ENDS_EARLY);
                literals += bytes[pos++];
            }
            literals += 3;
            if (literals > end - pos)
                throw lzo1x_fault(input, pos, ENDS_EARLY);
            if (literals > room - size)
                throw lzo1x_fault(input, pos, TOO_LONG);
            if (literals > lzo1x_LONG_COPY) {
                output.set(bytes.subarray(pos, pos + literals), size);
                size += literals;
                pos += literals;
            }
            else {
                for (const stop = size + literals; size < stop;)
                    output[size++] = bytes[pos++];
            }
            state = AFTER_RUN;
            continue;
        }
        else {
            const afterRun = state === AFTER_RUN;
            count = afterRun ? 3 : 2;
            distance = (bytes[pos++] << 2) + (instruction >>> 2) + (afterRun ? 2049 : 1);
            state = instruction & 3;
        }
        if (distance > size)
            throw lzo1x_fault(input, pos, 'a match before the block');
        if (count + state > room - size)
            throw lzo1x_fault(input, pos, TOO_LONG);
        let from = size - distance;
        if (count > lzo1x_LONG_COPY && distance >= count) {
            output.copyWithin(size, from, from + count);
            size += count;
        }
        else if (count > lzo1x_LONG_COPY && distance === 1) {
            output.fill(output[from], size, size + count);
            size += count;
        }
        else {
            // Where the match overlaps its own output, the order of the copies is the meaning.
            for (const stop = size + count; size < stop;)
                output[size++] = output[from++];
        }
        if (state > 0) {
            if (state > end - pos)
                throw lzo1x_fault(input, pos, ENDS_EARLY);
            for (const stop = size + state; size < stop;)
                output[size++] = bytes[pos++];
        }
    }
}
const ENDS_EARLY = 'a block ends before its end mark';
const TOO_LONG = 'a block expands past its size';
function lzo1x_fault(input, pos, detail) {
    input.pos = pos;
    return input.error('corrupt', detail);
}

;// CONCATENATED MODULE: ./build/kernel/payload/lzo.js




// The container of the lzop tool, version 1.0x. It has no specification but its program; the
// fields are named as there.
const lzo_MAGIC = [0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a];
/** Versions from here on have a level, a version needed to extract, and 64-bit times. */
const VERSION_WITH_LEVEL = 0x0940;
/** lzop's methods: LZO1X-1, LZO1X-1(15), LZO1X-999. All are decoded alike. */
const METHODS = [1, 2, 3];
const F_ADLER32_D = 0x0001;
const F_ADLER32_C = 0x0002;
const F_CRC32_D = 0x0100;
const F_CRC32_C = 0x0200;
const F_H_CRC32 = 0x1000;
const F_H_EXTRA_FIELD = 0x0040;
const F_MULTIPART = 0x0400;
const F_H_FILTER = 0x0800;
/** What lzop does not write unless it is asked to. */
const UNSUPPORTED_FLAGS = F_H_EXTRA_FIELD | F_MULTIPART | F_H_FILTER;
/** From the version to the checksum, with the longest name, in bytes. */
const MAX_HEADER = 288;
/** What lzop puts in a block at most, in bytes, and the most that Linux and Xen take. */
const MAX_BLOCK = 256 * 1024;
/**
 * One lzop stream, a block of 256 KiB at a time, up to its end mark. The header's checksum and
 * those that the blocks have are verified.
 *
 * @see Decompress for what it yields, returns and throws
 */
function* decompressLzo(source) {
    const input = new CompressedInput(source, 'lzo');
    const flags = lzo_readHeader(input);
    const output = new Uint8Array(MAX_BLOCK);
    for (;;) {
        const size = lzo_takeUint(input, 4);
        if (size === 0)
            return input.consumed;
        if (size > MAX_BLOCK)
            throw input.error('unsupported', `a block of ${size} bytes`);
        const length = lzo_takeUint(input, 4);
        if (length > size)
            throw input.error('corrupt', 'a block is larger than its contents');
        const stored = length === size;
        const contentSums = takeChecksums(input, flags & F_ADLER32_D, flags & F_CRC32_D);
        // A block that is stored as it is does not have them twice.
        const blockSums = stored
            ? NO_CHECKSUMS
            : takeChecksums(input, flags & F_ADLER32_C, flags & F_CRC32_C);
        input.need(length);
        const block = input.bytes.subarray(input.pos, input.pos + length);
        verify(input, block, blockSums);
        if (stored) {
            output.set(block);
            input.pos += length;
        }
        else if (decodeLzo1x(input, length, output.subarray(0, size)) !== size) {
            throw input.error('corrupt', 'a block ends short of its size');
        }
        const contents = output.subarray(0, size);
        verify(input, contents, contentSums);
        yield contents;
    }
}
/** Checks the header; returns its flags. */
function lzo_readHeader(input) {
    input.need(lzo_MAGIC.length);
    if (lzo_MAGIC.some((byte, i) => input.bytes[input.pos + i] !== byte)) {
        throw input.error('corrupt', 'this is no lzop stream');
    }
    input.pos += lzo_MAGIC.length;
    // All in one window, so that the checksum can be taken of it afterwards.
    input.ensure(MAX_HEADER);
    const start = input.pos;
    const version = lzo_takeUint(input, 2);
    const extended = version >= VERSION_WITH_LEVEL;
    skip(input, extended ? 4 : 2); // lib_version, version_needed_to_extract
    const method = lzo_takeUint(input, 1);
    skip(input, extended ? 1 : 0); // level
    const flags = lzo_takeUint(input, 4);
    skip(input, flags & F_H_FILTER ? 4 : 0);
    skip(input, extended ? 12 : 8); // mode, mtime_low, mtime_high
    skip(input, lzo_takeUint(input, 1)); // name
    const header = input.bytes.subarray(start, input.pos);
    const expected = lzo_takeUint(input, 4);
    if ((flags & F_H_CRC32 ? (0,external_node_zlib_namespaceObject.crc32)(header) : adler32(header)) !== expected) {
        throw input.error('corrupt', 'the checksum of the header does not match');
    }
    if (!METHODS.includes(method))
        throw input.error('unsupported', `compression method ${method}`);
    if (flags & UNSUPPORTED_FLAGS) {
        throw input.error('unsupported', 'an extra field, a filter or several parts');
    }
    return flags;
}
const NO_CHECKSUMS = { adler32: null, crc32: null };
function takeChecksums(input, hasAdler32, hasCrc32) {
    return {
        adler32: hasAdler32 ? lzo_takeUint(input, 4) : null,
        crc32: hasCrc32 ? lzo_takeUint(input, 4) : null,
    };
}
function verify(input, bytes, expected) {
    if (expected.adler32 !== null && adler32(bytes) !== expected.adler32) {
        throw input.error('corrupt', 'the Adler-32 of a block does not match');
    }
    if (expected.crc32 !== null && (0,external_node_zlib_namespaceObject.crc32)(bytes) !== expected.crc32) {
        throw input.error('corrupt', 'the CRC-32 of a block does not match');
    }
}
/** Big endian. */
function lzo_takeUint(input, count) {
    input.need(count);
    let value = 0;
    for (let i = 0; i < count; i++)
        value = value * 256 + input.bytes[input.pos++];
    return value;
}
function skip(input, count) {
    input.need(count);
    input.pos += count;
}

;// CONCATENATED MODULE: ./build/kernel/payload/bcj-x86.js
/** The opcodes of `call` and `jmp` with a 32-bit displacement are E8 and E9. */
const OPCODE_MASK = 0xfe;
const OPCODE = 0xe8;
/** An instruction: the opcode, and four bytes of displacement. */
const INSTRUCTION_BYTES = 5;
const LOOK_AHEAD = INSTRUCTION_BYTES - 1;
/**
 * Which of the three bytes before an opcode look like an opcode that was left alone (bit 0 for the
 * byte just before), as the distance of the only one; -1 if there are several.
 */
const ONLY_ONE = Int8Array.of(0, 1, 2, -1, 3, -1, -1, -1);
/** A byte that a displacement within ±16 MiB has at its top. */
const isSign = (byte) => byte === 0x00 || byte === 0xff;
/**
 * Undoes the x86 BCJ filter (The .xz File Format, section 5.3.2) on data that comes in parts. The
 * filter replaces the displacements of calls and jumps by absolute addresses, which compress better,
 * wherever it takes a byte E8 or E9 for an opcode; the rules here are the ones by which it does so.
 *
 * The last four bytes of a part wait for the next one: they may belong to an instruction.
 */
class X86Filter {
    /** What was given out last, and after it what waits. */
    #buffer = new Uint8Array(0);
    #givenOut = 0;
    #waiting = 0;
    /** Address of the first byte that waits; wraps at 2^32. */
    #address;
    /** Where the last opcode was, from the first byte that waits: below 0, and -4 for far away. */
    #last = -4;
    /** The index into `ONLY_ONE` for an opcode that follows right on it. */
    #recent = 0;
    /** @param start address of the first byte, a property of the filter */
    constructor(start) {
        this.#address = start | 0;
    }
    /** The next bytes of the contents: a view, valid until the next call. `part` stays as it is. */
    update(part) {
        const waiting = this.finish();
        const size = waiting.length + part.length;
        if (this.#buffer.length < size)
            this.#buffer = new Uint8Array(size);
        this.#buffer.set(waiting);
        this.#buffer.set(part, waiting.length);
        this.#givenOut = this.#convert(size);
        this.#waiting = size - this.#givenOut;
        this.#address = (this.#address + this.#givenOut) | 0;
        return this.#buffer.subarray(0, this.#givenOut);
    }
    /** The bytes that still wait: at the end no instruction can be in them. */
    finish() {
        return this.#buffer.subarray(this.#givenOut, this.#givenOut + this.#waiting);
    }
    /** Converts the first `size` bytes of the buffer; returns how many of them are final. */
    #convert(size) {
        const bytes = this.#buffer;
        const end = size - LOOK_AHEAD;
        let last = this.#last;
        let recent = this.#recent;
        let i = 0;
        for (; i < end; i++) {
            if ((bytes[i] & OPCODE_MASK) !== OPCODE)
                continue;
            const gap = i - last;
            recent = gap > 3 ? 0 : (recent << (gap - 1)) & 7;
            last = i;
            const back = ONLY_ONE[recent];
            if (!isSign(bytes[i + 4]) ||
                back < 0 ||
                (back > 0 && isSign(bytes[i + 4 - back]))) {
                recent = (recent << 1) | 1;
                continue;
            }
            store(bytes, i + 1, displacement(load(bytes, i + 1), this.#address + i, back));
            i += LOOK_AHEAD;
        }
        this.#last = Math.max(last - i, -4);
        this.#recent = recent;
        return i;
    }
}
/**
 * The displacement, of 25 bits and a sign, that the filter has made the address `absolute` of.
 *
 * An opcode `back` bytes before was left alone because the top byte of its own displacement, a byte
 * of this one, was no sign. Where it would become one, the filter has inverted the bytes from there
 * down and added again; `~absolute` results there, which is no sign, so once is enough.
 */
function displacement(absolute, opcodeAddress, back) {
    const next = opcodeAddress + INSTRUCTION_BYTES;
    let value = (absolute - next) | 0;
    if (back > 0) {
        const shift = 24 - 8 * back;
        if (isSign((value >>> shift) & 0xff))
            value = ((value ^ ((1 << (shift + 8)) - 1)) - next) | 0;
    }
    return (value << 7) >> 7;
}
function load(bytes, at) {
    return (bytes[at] |
        (bytes[at + 1] << 8) |
        (bytes[at + 2] << 16) |
        (bytes[at + 3] << 24));
}
function store(bytes, at, value) {
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
    bytes[at + 2] = value >>> 16;
    bytes[at + 3] = value >>> 24;
}

;// CONCATENATED MODULE: ./build/kernel/payload/lzma2.js


// Control bytes of a chunk. Below COMPRESSED only these three exist; from there on the high three
// bits say what starts anew, the low five belong to the size of the contents.
const END = 0x00;
const STORED_NEW_DICTIONARY = 0x01;
const STORED = 0x02;
const COMPRESSED = 0x80;
const NEW_STATE = 0xa0;
const NEW_PROPERTIES = 0xc0;
const NEW_DICTIONARY = 0xe0;
/** LZMA2 allows fewer models of literals than LZMA: `lc` and `lp` together. */
const MAX_LITERAL_BITS = 4;
/** What it means when the decoder stops before a chunk has its contents. */
const STOPS = {
    input: 'the coded run of an LZMA2 chunk is too short for its contents',
    'end-marker': 'an LZMA2 chunk has an end marker',
    'bad-distance': 'a match refers to bytes that are not there',
};
/**
 * Decodes LZMA2 data from `input` up to and with its end marker, and yields the contents in chunks
 * that are valid until the next one is asked for. LZMA2 is a sequence of chunks of up to 2 MiB, each
 * stored or LZMA compressed, which share the dictionary and, unless they say otherwise, the models.
 * (The .xz File Format, section 5.3.1, gives the properties of LZMA2 only; the reference for its
 * chunks is the decoder of XZ Utils.)
 *
 * @param dictionarySize as the block header declares it, in bytes
 * @throws {PayloadError} on input that is truncated or contradicts the format.
 */
function* decodeLzma2(input, dictionary, dictionarySize) {
    try {
        yield* chunks(input, dictionary, dictionarySize);
    }
    catch (error) {
        if (dictionary.pending > 0)
            yield dictionary.take();
        throw error;
    }
    if (dictionary.pending > 0)
        yield dictionary.take();
}
/** All chunks; what the last of them wrote is still to be taken. */
function* chunks(input, dictionary, dictionarySize) {
    const decoder = new LzmaDecoder(input, dictionary);
    let needsDictionary = true;
    let needsProperties = true;
    for (;;) {
        input.need(1);
        const control = input.bytes[input.pos++];
        if (control === END)
            return;
        if (control === STORED_NEW_DICTIONARY || control >= NEW_DICTIONARY) {
            if (dictionary.pending > 0)
                yield dictionary.take();
            dictionary.reset(dictionarySize);
            needsDictionary = false;
            needsProperties = true;
        }
        else if (needsDictionary) {
            throw input.error('corrupt', 'the first LZMA2 chunk does not start a dictionary');
        }
        if (control >= COMPRESSED) {
            if (control >= NEW_PROPERTIES)
                needsProperties = false;
            else if (needsProperties)
                throw input.error('corrupt', 'an LZMA2 chunk lacks its properties');
            yield* compressedChunk(input, dictionary, decoder, control);
        }
        else if (control <= STORED) {
            yield* storedChunk(input, dictionary);
        }
        else {
            throw input.error('corrupt', 'an LZMA2 chunk has an unknown control byte');
        }
    }
}
/** Size of the contents less one (16 bits, big endian), and the contents. */
function* storedChunk(input, dictionary) {
    input.need(2);
    let left = uint16(input) + 1;
    input.ensure(left);
    while (left > 0) {
        input.need(1);
        const count = Math.min(left, dictionary.room(), input.end - input.pos);
        dictionary.append(input.bytes.subarray(input.pos, input.pos + count));
        input.pos += count;
        left -= count;
        if (left > 0)
            yield dictionary.take();
    }
}
/**
 * Size of the contents less one (16 bits, and five more from the control byte), size of the coded
 * run less one (16 bits), the properties if they are new, and the coded run.
 */
function* compressedChunk(input, dictionary, decoder, control) {
    input.need(5);
    let left = ((control & 0x1f) << 16) + uint16(input) + 1;
    const runBytes = uint16(input) + 1;
    if (control >= NEW_PROPERTIES) {
        const properties = lzmaProperties(input.bytes[input.pos++]);
        if (properties === null || properties.lc + properties.lp > MAX_LITERAL_BITS) {
            throw input.error('corrupt', 'an LZMA2 chunk has properties that LZMA2 does not allow');
        }
        decoder.configure(properties);
    }
    else if (control >= NEW_STATE) {
        decoder.reset();
    }
    input.ensure(runBytes);
    input.need(Math.min(runBytes, START_BYTES));
    const end = input.pos + runBytes;
    if (runBytes < START_BYTES || !decoder.coder.start()) {
        throw input.error('corrupt', 'the coded run of an LZMA2 chunk does not start with a 0');
    }
    while (left > 0) {
        const count = Math.min(left, dictionary.room());
        const stop = decoder.decode(count, Math.min(end, input.end));
        if (end > input.end)
            decoder.checkEnd();
        if (stop !== 'output')
            throw input.error('corrupt', STOPS[stop]);
        left -= count;
        if (left > 0)
            yield dictionary.take();
    }
    if (decoder.owed > 0 || !decoder.coder.finish() || input.pos !== end) {
        throw input.error('corrupt', 'an LZMA2 chunk does not end where it says');
    }
}
/** The two bytes at `pos`, big endian; they must be there. */
function uint16(input) {
    return (input.bytes[input.pos++] << 8) | input.bytes[input.pos++];
}

;// CONCATENATED MODULE: ./build/kernel/payload/crc64.js
/** The polynomial of ECMA-182, bits reversed, as the .xz format uses it: its halves. */
const POLYNOMIAL_LOW = 0xd7870f42 | 0;
const POLYNOMIAL_HIGH = 0xc96c5795 | 0;
/** For every byte, and for 0 to 3 bytes of 0 after it: what it adds to the sum, in two halves. */
const SLICES = 4;
const low = new Int32Array(SLICES * 256);
const high = new Int32Array(SLICES * 256);
for (let byte = 0; byte < 256; byte++) {
    let l = byte;
    let h = 0;
    for (let bit = 0; bit < 8; bit++) {
        const out = -(l & 1);
        l = (l >>> 1) | (h << 31);
        h >>>= 1;
        l ^= out & POLYNOMIAL_LOW;
        h ^= out & POLYNOMIAL_HIGH;
    }
    low[byte] = l;
    high[byte] = h;
}
for (let i = 256; i < SLICES * 256; i++) {
    const l = low[i - 256];
    const h = high[i - 256];
    low[i] = low[l & 0xff] ^ ((l >>> 8) | (h << 24));
    high[i] = high[l & 0xff] ^ (h >>> 8);
}
/**
 * The CRC-64 of the .xz format (The .xz File Format, section 6), of bytes that come in parts. Two
 * 32-bit halves and four bytes a step: as a BigInt it would take seconds for a kernel.
 */
class Crc64 {
    #low = -1;
    #high = -1;
    update(bytes) {
        let l = this.#low;
        let h = this.#high;
        let i = 0;
        for (const end = bytes.length - 3; i < end; i += 4) {
            const word = bytes[i] |
                (bytes[i + 1] << 8) |
                (bytes[i + 2] << 16) |
                (bytes[i + 3] << 24);
            l ^= word;
            const first = 768 + (l & 0xff);
            const second = 512 + ((l >>> 8) & 0xff);
            const third = 256 + ((l >>> 16) & 0xff);
            const fourth = l >>> 24;
            l =
                h ^
                    low[first] ^
                    low[second] ^
                    low[third] ^
                    low[fourth];
            h =
                high[first] ^
                    high[second] ^
                    high[third] ^
                    high[fourth];
        }
        for (; i < bytes.length; i++) {
            const index = (l ^ bytes[i]) & 0xff;
            l = ((l >>> 8) | (h << 24)) ^ low[index];
            h = (h >>> 8) ^ high[index];
        }
        this.#low = l;
        this.#high = h;
    }
    /** The sum of all bytes so far: eight bytes, little endian. */
    digest() {
        const sum = new DataView(new ArrayBuffer(8));
        sum.setInt32(0, ~this.#low, true);
        sum.setInt32(4, ~this.#high, true);
        return new Uint8Array(sum.buffer);
    }
}

;// CONCATENATED MODULE: ./build/kernel/payload/xz-check.js



/** The checks by their IDs (The .xz File Format, section 2.1.1.2); the other twelve are reserved. */
const XZ_CHECKS = new Map([
    [0x00, { size: 0, start: () => ({ update: () => { }, digest: () => new Uint8Array(0) }) }],
    [0x01, { size: 4, start: runningCrc32 }],
    [0x04, { size: 8, start: () => new Crc64() }],
    [0x0a, { size: 32, start: () => (0,external_node_crypto_namespaceObject.createHash)('sha256') }],
]);
function runningCrc32() {
    let sum = 0;
    return {
        update: (bytes) => {
            sum = (0,external_node_zlib_namespaceObject.crc32)(bytes, sum);
        },
        digest: () => {
            const field = new DataView(new ArrayBuffer(4));
            field.setUint32(0, sum, true);
            return new Uint8Array(field.buffer);
        },
    };
}

;// CONCATENATED MODULE: ./build/kernel/payload/xz-integer.js
/** What `readInteger` returns where there is no integer. */
const NO_INTEGER = -1;
/** The longest integer: 63 bits. */
const MAX_INTEGER_BYTES = 9;
/**
 * Reads a multibyte integer (The .xz File Format, section 1.2): seven bits a byte, the lowest first,
 * the top bit set on all but the last. `NO_INTEGER` if none ends before `end`, or if it is not in
 * its shortest form. Above 2^53 the value is inexact, and larger than the size of any real file.
 */
function readInteger(at) {
    let value = 0;
    let scale = 1;
    const end = Math.min(at.end, at.pos + MAX_INTEGER_BYTES);
    while (at.pos < end) {
        const byte = at.bytes[at.pos++];
        value += (byte & 0x7f) * scale;
        if (byte < 0x80)
            return byte === 0 && scale > 1 ? NO_INTEGER : value;
        scale *= 128;
    }
    return NO_INTEGER;
}

;// CONCATENATED MODULE: ./build/kernel/payload/xz-filters.js

const X86 = 0x04;
const LZMA2 = 0x21;
/** The filters by their IDs (The .xz File Format, section 5.3). */
const FILTER_NAMES = new Map([
    [0x03, 'Delta'],
    [X86, 'x86'],
    [0x05, 'PowerPC'],
    [0x06, 'IA-64'],
    [0x07, 'ARM'],
    [0x08, 'ARM-Thumb'],
    [0x09, 'SPARC'],
    [0x0a, 'ARM64'],
    [0x0b, 'RISC-V'],
    [LZMA2, 'LZMA2'],
]);
/**
 * Reads the `count` filters of a block header (section 3.1.5). Only `LZMA2` and `x86, LZMA2` are
 * supported, the chains that Linux and the package formats use.
 */
function readFilters(at, count) {
    let x86Start = null;
    // The last filter ends the loop: it is LZMA2, or the chain is not supported.
    for (let i = 0;; i++) {
        const last = i === count - 1;
        const id = readInteger(at);
        const size = readInteger(at);
        if (id === NO_INTEGER || size === NO_INTEGER || size > at.end - at.pos) {
            return { fault: 'corrupt', detail: 'a block header ends inside a filter' };
        }
        const properties = at.bytes.subarray(at.pos, at.pos + size);
        at.pos += size;
        if (id === LZMA2 && last)
            return lzma2(properties, x86Start);
        if (id === X86 && i === 0 && !last && (size === 0 || size === 4)) {
            x86Start = size === 0 ? 0 : uint32(properties);
            continue;
        }
        const name = FILTER_NAMES.get(id) ?? `0x${id.toString(16)}`;
        return { fault: 'unsupported', detail: `filter ${name} as number ${i + 1} of ${count}` };
    }
}
/** One byte: sizes of 2^n and 2^n + 2^(n-1), from 4 KiB on (section 5.3.1). */
function lzma2(properties, x86Start) {
    const [byte] = properties;
    if (properties.length !== 1 || byte === undefined || byte > 40) {
        return { fault: 'corrupt', detail: 'the properties of filter LZMA2 are not sound' };
    }
    const dictionary = byte === 40 ? 2 ** 32 - 1 : (2 + (byte % 2)) * 2 ** (Math.floor(byte / 2) + 11);
    return { dictionary, x86Start };
}
function uint32(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}

;// CONCATENATED MODULE: ./build/kernel/payload/xz-header.js



/** Sizes in bytes (The .xz File Format, sections 2.1.1 and 2.1.2). */
const STREAM_HEADER_BYTES = 12;
const STREAM_FOOTER_BYTES = 12;
/** FD "7zXZ" 00. */
const xz_header_MAGIC = Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00);
/** Block flags (section 3.1.2): the low two bits are the number of filters less one. */
const FILTER_COUNT = 0x03;
const xz_header_RESERVED_FLAGS = 0x3c;
const HAS_COMPRESSED_SIZE = 0x40;
const HAS_UNCOMPRESSED_SIZE = 0x80;
/** The ID of the check that a stream uses. `bytes` is a stream header in full. */
function readStreamHeader(bytes) {
    if (xz_header_MAGIC.some((byte, i) => bytes[i] !== byte)) {
        return { fault: 'corrupt', detail: 'no .xz stream starts here' };
    }
    if ((0,external_node_zlib_namespaceObject.crc32)(bytes.subarray(6, 8)) !== xz_header_uint32(bytes, 8)) {
        return { fault: 'corrupt', detail: 'the CRC32 of the stream header does not match' };
    }
    const checkId = bytes[7];
    if (bytes[6] !== 0 || checkId > 0x0f) {
        return { fault: 'unsupported', detail: 'a reserved stream flag is set' };
    }
    return { checkId };
}
/** What contradicts a stream footer, which must follow an index of `indexBytes`; `null` if nothing. */
function footerFault(bytes, checkId, indexBytes) {
    const sound = (0,external_node_zlib_namespaceObject.crc32)(bytes.subarray(4, 10)) === xz_header_uint32(bytes, 0) &&
        (xz_header_uint32(bytes, 4) + 1) * 4 === indexBytes &&
        bytes[8] === 0 &&
        bytes[9] === checkId &&
        bytes[10] === 0x59 && // 'Y'
        bytes[11] === 0x5a; // 'Z'
    return sound ? null : { fault: 'corrupt', detail: 'the stream footer does not match the stream' };
}
/** Size of the block header that starts with the byte `first`, in bytes: 8 to 1024. */
function blockHeaderBytes(first) {
    return (first + 1) * 4;
}
/** Reads a block header; `bytes` is all of it. */
function readBlockHeader(bytes) {
    const end = bytes.length - 4;
    if ((0,external_node_zlib_namespaceObject.crc32)(bytes.subarray(0, end)) !== xz_header_uint32(bytes, end)) {
        return { fault: 'corrupt', detail: 'the CRC32 of a block header does not match' };
    }
    const flags = bytes[1];
    if ((flags & xz_header_RESERVED_FLAGS) !== 0) {
        return { fault: 'unsupported', detail: 'a reserved block flag is set' };
    }
    const at = { bytes, pos: 2, end };
    const compressedSize = flags & HAS_COMPRESSED_SIZE ? readInteger(at) : null;
    const uncompressedSize = flags & HAS_UNCOMPRESSED_SIZE ? readInteger(at) : null;
    if (compressedSize === NO_INTEGER || uncompressedSize === NO_INTEGER) {
        return { fault: 'corrupt', detail: 'a size in a block header is not sound' };
    }
    const chain = readFilters(at, (flags & FILTER_COUNT) + 1);
    if ('fault' in chain)
        return chain;
    if (bytes.subarray(at.pos, end).some((byte) => byte !== 0)) {
        return { fault: 'unsupported', detail: 'a block header has fields that are not known' };
    }
    return { ...chain, compressedSize, uncompressedSize };
}
/**
 * The dictionary that the first block of an .xz stream asks for, in bytes; `null` where `head`, the
 * first bytes of the stream (1036 suffice), holds no sound header of a block that can be read.
 */
function xzDictionary(head) {
    if (head.length <= STREAM_HEADER_BYTES || 'fault' in readStreamHeader(head))
        return null;
    const first = head[STREAM_HEADER_BYTES];
    const end = STREAM_HEADER_BYTES + blockHeaderBytes(first);
    if (first === 0 || head.length < end)
        return null;
    const header = readBlockHeader(head.subarray(STREAM_HEADER_BYTES, end));
    return 'fault' in header ? null : header.dictionary;
}
function xz_header_uint32(bytes, at) {
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

;// CONCATENATED MODULE: ./build/kernel/payload/xz-index.js



/**
 * The sizes of the blocks of a stream, as its index lists them. Only their hash is kept: a hostile
 * stream may have a block every 30 bytes.
 */
class BlockSizes {
    count = 0;
    #hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    /** @param unpadded header, data and check in bytes, without the padding between them */
    add(unpadded, uncompressed) {
        this.count += 1;
        this.#hash.update(Float64Array.of(unpadded, uncompressed));
    }
    /** Call once, when all sizes are added. */
    digest() {
        return this.#hash.digest('hex');
    }
}
/**
 * Reads the index of an .xz stream (The .xz File Format, section 4), which must list exactly
 * `blocks`; returns its size in bytes.
 *
 * @throws {PayloadError}
 */
function readIndex(input, blocks) {
    const start = input.consumed;
    let sum = 0;
    const integer = () => {
        // That many bytes follow on every place of a sound index: its CRC32 and the footer are longer.
        input.need(MAX_INTEGER_BYTES);
        const from = input.pos;
        const value = readInteger(input);
        sum = (0,external_node_zlib_namespaceObject.crc32)(input.bytes.subarray(from, input.pos), sum);
        return value;
    };
    const expect = (value) => {
        if (integer() !== value)
            throw input.error('corrupt', 'the index does not list the blocks');
    };
    expect(0); // the index indicator
    expect(blocks.count);
    const listed = new BlockSizes();
    for (let i = 0; i < blocks.count; i++)
        listed.add(integer(), integer());
    if (listed.digest() !== blocks.digest()) {
        throw input.error('corrupt', 'the index does not list the blocks');
    }
    while ((input.consumed - start) % 4 !== 0)
        expect(0); // padding
    input.need(4);
    const field = new DataView(input.bytes.buffer, input.bytes.byteOffset + input.pos);
    if (field.getUint32(0, true) !== sum) {
        throw input.error('corrupt', 'the CRC32 of the index does not match');
    }
    input.pos += 4;
    return input.consumed - start;
}

;// CONCATENATED MODULE: ./build/kernel/payload/xz.js








/**
 * Decompresses one .xz stream (The .xz File Format, version 1.2.0): header, blocks, index, footer.
 * Headers, index, footer and the check of every block are verified. Blocks may use LZMA2, with or
 * without the x86 filter before it; a stream with another filter or check is `unsupported`.
 *
 * A `Decompress`.
 */
function* decompressXz(source, { maxDictionary }) {
    const input = new CompressedInput(source, 'xz');
    const { checkId } = sound(input, readStreamHeader(take(input, STREAM_HEADER_BYTES)));
    const check = XZ_CHECKS.get(checkId);
    if (check === undefined)
        throw input.error('unsupported', `check with the ID ${checkId}`);
    const dictionary = new Dictionary();
    const blocks = new BlockSizes();
    for (;;) {
        input.need(1);
        const first = input.bytes[input.pos];
        if (first === 0)
            break; // the index
        const headerBytes = blockHeaderBytes(first);
        const header = sound(input, readBlockHeader(take(input, headerBytes)));
        if (header.dictionary > maxDictionary) {
            const detail = `asks for a dictionary of ${header.dictionary} bytes`;
            throw input.error('dictionary-too-large', detail);
        }
        const sizes = yield* block(input, header, check, dictionary);
        blocks.add(headerBytes + sizes.compressed + check.size, sizes.uncompressed);
    }
    const indexBytes = readIndex(input, blocks);
    const fault = footerFault(take(input, STREAM_FOOTER_BYTES), checkId, indexBytes);
    if (fault !== null)
        throw input.error(fault.fault, fault.detail);
    return input.consumed;
}
/** Decodes what follows a block header (section 3): data, padding to four bytes, check. */
function* block(input, header, check, dictionary) {
    const start = input.consumed;
    const running = check.start();
    let uncompressed = 0;
    for (const chunk of contents(input, header, dictionary)) {
        if (chunk.length === 0)
            continue;
        running.update(chunk);
        uncompressed += chunk.length;
        yield chunk;
    }
    const compressed = input.consumed - start;
    if (compressed !== (header.compressedSize ?? compressed) ||
        uncompressed !== (header.uncompressedSize ?? uncompressed)) {
        throw input.error('corrupt', 'a block has not the size that its header says');
    }
    while ((input.consumed - start) % 4 !== 0) {
        if (take(input, 1)[0] !== 0)
            throw input.error('corrupt', 'the padding of a block is not zero');
    }
    xz_verify(input, check, running);
    return { compressed, uncompressed };
}
/** The contents of a block, through its filters. */
function* contents(input, header, dictionary) {
    const encoded = decodeLzma2(input, dictionary, header.dictionary);
    if (header.x86Start === null) {
        yield* encoded;
        return;
    }
    const filter = new X86Filter(header.x86Start);
    for (const chunk of encoded)
        yield filter.update(chunk);
    yield filter.finish();
}
function xz_verify(input, check, running) {
    const field = take(input, check.size);
    const sum = running.digest();
    if (field.some((byte, i) => byte !== sum[i])) {
        throw input.error('corrupt', 'the check of a block does not match its contents');
    }
}
/** The next `count` bytes, which must be there. */
function take(input, count) {
    input.need(count);
    const bytes = input.bytes.subarray(input.pos, input.pos + count);
    input.pos += count;
    return bytes;
}
/** What was read, unless it is a fault. */
function sound(input, read) {
    if ('fault' in read)
        throw input.error(read.fault, read.detail);
    return read;
}

;// CONCATENATED MODULE: ./build/kernel/payload/zstd-frame.js

// RFC 8878, section 3.1.1. Field names are the specification's.
const zstd_frame_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const SKIPPABLE_MASK = 0xfffffff0;
/** Width of Frame_Content_Size by Frame_Content_Size_flag, in bytes (section 3.1.1.1.1.1). */
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
/** Width of Dictionary_ID by Dictionary_ID_flag, in bytes (section 3.1.1.1.1.6). */
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
const zstd_frame_MAX_HEADER = 18;
const zstd_frame_MAX_BLOCK = 128 * 1024;
const RLE_BLOCK = 1;
const RESERVED_BLOCK = 3;
/**
 * The window that a frame asks for, in bytes, from the first bytes of the frame (18 are enough);
 * `null` where they are no whole frame header.
 */
function zstdWindow(head) {
    return readFrameHeader(head)?.window ?? null;
}
/**
 * Walks the block headers of the frame that `source` starts with, without decoding it. Node before
 * 24.20 takes a frame that is cut off for one that has ended (nodejs/node#64592), so this is what
 * finds a truncation; and it tells where the frame ends, which a decoder that is fed whole windows
 * would run past.
 *
 * @param maxWindow in bytes
 * @throws {PayloadError} on a frame that is cut off, malformed, or wants more than `maxWindow`.
 */
function measureZstdFrame(source, maxWindow) {
    const input = new CompressedInput(source, 'zstd');
    input.ensure(zstd_frame_MAX_HEADER);
    const magic = input.bytes.length < 4 ? null : readU32(input.bytes, 0);
    if (magic !== null && (magic & SKIPPABLE_MASK) >>> 0 === SKIPPABLE_MAGIC) {
        throw input.error('unsupported', 'a skippable frame is no payload');
    }
    if (magic !== null && magic !== zstd_frame_MAGIC)
        throw input.error('corrupt', 'this is no zstd frame');
    const header = readFrameHeader(input.bytes);
    if (header === null)
        throw input.error('truncated', 'the stream ends inside the frame header');
    if (header.reservedBit)
        throw input.error('unsupported', 'a reserved bit is set');
    if (header.dictionaryId !== 0) {
        throw input.error('unsupported', `needs the dictionary ${header.dictionaryId}`);
    }
    if (header.window > maxWindow) {
        throw input.error('dictionary-too-large', `asks for a window of ${header.window} bytes`);
    }
    input.pos = header.length;
    const maxBlock = Math.min(header.window, zstd_frame_MAX_BLOCK);
    for (let last = false; !last;) {
        input.need(3);
        const block = readUint(input.bytes, input.pos, 3);
        last = (block & 1) === 1;
        const type = (block >>> 1) & 3;
        const size = block >>> 3;
        if (type === RESERVED_BLOCK)
            throw input.error('corrupt', 'a block of the reserved type');
        if (size > maxBlock)
            throw input.error('corrupt', 'a block is larger than the window');
        input.pos += 3;
        const stored = type === RLE_BLOCK ? 1 : size;
        input.need(stored);
        input.pos += stored;
    }
    if (header.checksum) {
        input.need(4);
        input.pos += 4;
    }
    return { length: input.consumed, contentSize: header.contentSize };
}
/** Section 3.1.1.1; `null` where `head` is no frame header, or not all of one. */
function readFrameHeader(head) {
    if (head.length < 5 || readU32(head, 0) !== zstd_frame_MAGIC)
        return null;
    const descriptor = head[4];
    const singleSegment = (descriptor & 0x20) !== 0;
    const idBytes = DICTIONARY_ID_BYTES[descriptor & 3];
    const sizeFlag = descriptor >>> 6;
    const sizeBytes = singleSegment && sizeFlag === 0 ? 1 : CONTENT_SIZE_BYTES[sizeFlag];
    const idAt = 5 + (singleSegment ? 0 : 1);
    const sizeAt = idAt + idBytes;
    const length = sizeAt + sizeBytes;
    if (head.length < length)
        return null;
    // Two bytes count from 256, because one byte reaches that far (section 3.1.1.1.4).
    const storedSize = readUint(head, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
    return {
        length,
        window: singleSegment ? storedSize : windowSize(head[5]),
        contentSize: sizeBytes === 0 ? null : storedSize,
        dictionaryId: readUint(head, idAt, idBytes),
        reservedBit: (descriptor & 0x08) !== 0,
        checksum: (descriptor & 0x04) !== 0,
    };
}
/** Window_Size from Window_Descriptor, in bytes (section 3.1.1.1.2). */
function windowSize(descriptor) {
    const base = 2 ** (10 + (descriptor >>> 3));
    return base + (base / 8) * (descriptor & 7);
}
/** Little endian. Above 2^53 inexact, which no window or size that is let through reaches. */
function readUint(bytes, at, count) {
    let value = 0;
    for (let i = count - 1; i >= 0; i--)
        value = value * 256 + bytes[at + i];
    return value;
}
function readU32(bytes, at) {
    return readUint(bytes, at, 4);
}

;// CONCATENATED MODULE: ./build/kernel/payload/zstd-node.js



/** What node:zlib has from 22.15 and 23.8 on, and the types of Node 20 do not know. */
const { createZstdDecompress } = external_node_zlib_namespaceObject;
/**
 * libzstd as Node carries it; `null` where it does not. It reports bad content and a bad checksum
 * itself, but not on every version a frame that is cut off: hand it whole frames only.
 *
 * @throws {PayloadError} of the fault `corrupt`.
 */
const nodeZstd = createZstdDecompress
    ? async function* (frame) {
        const engine = createZstdDecompress({ chunkSize: CHUNK_SIZE });
        try {
            yield* through(engine, frame);
        }
        catch (error) {
            throw zstd_node_asFault(error, engine.bytesWritten);
        }
    }
    : null;
function zstd_node_asFault(error, offset) {
    const { code = '', message } = error;
    // This machine's fault, not the frame's.
    if (code === 'ZSTD_error_memory_allocation')
        return error;
    return code.startsWith('ZSTD_error_') || code === 'Z_BUF_ERROR'
        ? new PayloadError('zstd', 'corrupt', offset, message)
        : error;
}

;// CONCATENATED MODULE: ./node_modules/zstddec/dist/zstddec-stream.mjs
//#region src/zstddec-stream.ts
/**
* Some C structs for reference:
typedef struct ZSTD_inBuffer_s {
const void* src;
size_t size;
size_t pos;
} ZSTD_inBuffer;

typedef struct ZSTD_outBuffer_s {
void*  dst;
size_t size;
size_t pos;
} ZSTD_outBuffer;
*/
let init;
let instance;
let heap;
let heapView;
const IMPORT_OBJECT = { env: { emscripten_notify_memory_growth: (_) => {
	heap = new Uint8Array(instance.exports.memory.buffer);
	heapView = new DataView(heap.buffer);
} } };
/**
* ZSTD (Zstandard) decoder.
*/
var ZSTDDecoder = class {
	init() {
		if (init) return init;
		if (typeof fetch !== "undefined") init = fetch(`data:application/wasm;base64,${wasm}`).then((response) => response.arrayBuffer()).then((arrayBuffer) => WebAssembly.instantiate(arrayBuffer, IMPORT_OBJECT)).then(this._init);
		else init = WebAssembly.instantiate(Buffer.from(wasm, "base64"), IMPORT_OBJECT).then(this._init);
		return init;
	}
	_init(result) {
		instance = result.instance;
		IMPORT_OBJECT.env.emscripten_notify_memory_growth(0);
	}
	decode(array, uncompressedSize = 0) {
		if (!instance) throw new Error("ZSTDDecoder: Await .init() before decoding.");
		const compressedSize = array.byteLength;
		const compressedPtr = instance.exports.malloc(compressedSize);
		heap.set(array, compressedPtr);
		if (uncompressedSize === 0) uncompressedSize = Number(instance.exports.ZSTD_findDecompressedSize(compressedPtr, compressedSize));
		if (uncompressedSize === -1) {
			instance.exports.free(compressedPtr);
			const parts = [];
			for (const out of this.decodeStreaming([array])) parts.push(out);
			if (parts.length === 1) return parts[0];
			const fullByteLength = parts.reduce((acc, arr) => acc + arr.byteLength, 0);
			const result = new Uint8Array(fullByteLength);
			let offset = 0;
			for (const part of parts) {
				result.set(part, offset);
				offset += part.byteLength;
			}
			return result;
		}
		const uncompressedPtr = instance.exports.malloc(uncompressedSize);
		const actualSize = instance.exports.ZSTD_decompress(uncompressedPtr, uncompressedSize, compressedPtr, compressedSize);
		const dec = heap.slice(uncompressedPtr, uncompressedPtr + actualSize);
		instance.exports.free(compressedPtr);
		instance.exports.free(uncompressedPtr);
		return dec;
	}
	*decodeStreaming(arrays) {
		if (!instance) throw new Error("ZSTDDecoder: Await .init() before decoding.");
		const buffInSize = instance.exports.ZSTD_DStreamInSize();
		const buffIn = instance.exports.malloc(buffInSize);
		const buffOutSize = instance.exports.ZSTD_DStreamOutSize();
		const buffOut = instance.exports.malloc(buffOutSize);
		const dctxPtr = instance.exports.ZSTD_createDCtx();
		const sizeOfPointer = 4;
		const sizeOfSizeT = 4;
		const inputPtr = instance.exports.malloc(12);
		const outputPtr = instance.exports.malloc(12);
		let lastRet = 0;
		for (const array of arrays) {
			const compressedPtr = instance.exports.malloc(array.byteLength);
			heap.set(array, compressedPtr);
			heapView.setInt32(inputPtr, compressedPtr, true);
			heapView.setInt32(inputPtr + sizeOfPointer, array.byteLength, true);
			heapView.setInt32(inputPtr + sizeOfPointer + sizeOfSizeT, 0, true);
			while (heapView.getUint32(inputPtr + sizeOfPointer + sizeOfSizeT, true) < heapView.getUint32(inputPtr + sizeOfPointer, true)) {
				heapView.setInt32(outputPtr, buffOut, true);
				heapView.setInt32(outputPtr + sizeOfPointer, buffOutSize, true);
				heapView.setInt32(outputPtr + sizeOfPointer + sizeOfSizeT, 0, true);
				lastRet = instance.exports.ZSTD_decompressStream(dctxPtr, outputPtr, inputPtr);
				const outputPos = heapView.getUint32(outputPtr + sizeOfPointer + sizeOfSizeT, true);
				yield heap.slice(buffOut, buffOut + outputPos);
			}
			instance.exports.free(compressedPtr);
		}
		instance.exports.ZSTD_freeDCtx(dctxPtr);
		instance.exports.free(buffIn);
		instance.exports.free(buffOut);
		instance.exports.free(inputPtr);
		instance.exports.free(outputPtr);
		if (lastRet !== 0) throw new Error("Incomplete stream, more data expected.");
	}
};
/**
* BSD License
*
* For Zstandard software
*
* Copyright (c) 2016-present, Yann Collet, Facebook, Inc. All rights reserved.
*
* Redistribution and use in source and binary forms, with or without modification,
* are permitted provided that the following conditions are met:
*
*  * Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
*
*  * Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the documentation
*    and/or other materials provided with the distribution.
*
*  * Neither the name Facebook nor the names of its contributors may be used to
*    endorse or promote products derived from this software without specific
*    prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR
* ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
* (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
* LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON
* ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
* (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
* SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
const wasm = "AGFzbQEAAAABpgEVYAF/AGADf39/AX9gA39/fwBgAX8Bf2AFf39/f38Bf2ACf38AYAABf2ACf38Bf2AEf39/fwF/YAd/f39/f39/AGAGf39/f39/AX9gB39/f39/f38Bf2AEf39/fwF+YAJ/fwF+YAF/AX5gDn9/f39/f39/f39/f39/AX9gCH9/f39/f39/AX9gCX9/f39/f39/fwF/YAN+f38BfmAFf39/f38AYAAAAicBA2Vudh9lbXNjcmlwdGVuX25vdGlmeV9tZW1vcnlfZ3Jvd3RoAAADPTwDAAMABgQLAQIHBwAICAkMBAQDBAIGAwEDAAgBDQEBAgMKBQAJAQoCDgAJDwICAhAREhMIBAcGBgEEABQEBQFwAQICBQcBAYICgIACBggBfwFBoJ8ECwepAg4GbWVtb3J5AgAPWlNURF9jcmVhdGVEQ3R4ABYNWlNURF9mcmVlREN0eAAZGVpTVERfZmluZERlY29tcHJlc3NlZFNpemUAHQ9aU1REX2RlY29tcHJlc3MANBJaU1REX0RTdHJlYW1JblNpemUANxNaU1REX0RTdHJlYW1PdXRTaXplADgVWlNURF9kZWNvbXByZXNzU3RyZWFtADkGbWFsbG9jAAEEZnJlZQACGV9faW5kaXJlY3RfZnVuY3Rpb25fdGFibGUBABlfZW1zY3JpcHRlbl9zdGFja19yZXN0b3JlAAQcZW1zY3JpcHRlbl9zdGFja19nZXRfY3VycmVudAAFIl9fY3hhX2luY3JlbWVudF9leGNlcHRpb25fcmVmY291bnQAOwkHAQBBAQsBPAwBCgrxtwM81ScBC38jAEEQayIKJAACQAJAAkACQAJAAkACQAJAAkACQCAAQfQBTQRAQagbKAIAIgRBECAAQQtqQfgDcSAAQQtJGyIGQQN2IgB2IgFBA3EEQAJAIAFBf3NBAXEgAGoiAkEDdCIBQdAbaiIAIAFB2BtqKAIAIgEoAggiBUYEQEGoGyAEQX4gAndxNgIADAELIAUgADYCDCAAIAU2AggLIAFBCGohACABIAJBA3QiAkEDcjYCBCABIAJqIgEgASgCBEEBcjYCBAwLCyAGQbAbKAIAIghNDQEgAQRAAkBBAiAAdCICQQAgAmtyIAEgAHRxaCIBQQN0IgBB0BtqIgIgAEHYG2ooAgAiACgCCCIFRgRAQagbIARBfiABd3EiBDYCAAwBCyAFIAI2AgwgAiAFNgIICyAAIAZBA3I2AgQgACAGaiIHIAFBA3QiASAGayIFQQFyNgIEIAAgAWogBTYCACAIBEAgCEF4cUHQG2ohAUG8GygCACECAn8gBEEBIAhBA3Z0IgNxRQRAQagbIAMgBHI2AgAgAQwBCyABKAIICyEDIAEgAjYCCCADIAI2AgwgAiABNgIMIAIgAzYCCAsgAEEIaiEAQbwbIAc2AgBBsBsgBTYCAAwLC0GsGygCACILRQ0BIAtoQQJ0QdgdaigCACICKAIEQXhxIAZrIQMgAiEBA0ACQCABKAIQIgBFBEAgASgCFCIARQ0BCyAAKAIEQXhxIAZrIgEgAyABIANJIgEbIQMgACACIAEbIQIgACEBDAELCyACKAIYIQkgAiACKAIMIgBHBEAgAigCCCIBIAA2AgwgACABNgIIDAoLIAIoAhQiAQR/IAJBFGoFIAIoAhAiAUUNAyACQRBqCyEFA0AgBSEHIAEiAEEUaiEFIAAoAhQiAQ0AIABBEGohBSAAKAIQIgENAAsgB0EANgIADAkLQX8hBiAAQb9/Sw0AIABBC2oiAUF4cSEGQawbKAIAIgdFDQBBHyEIQQAgBmshAyAAQfT//wdNBEAgBkEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+aiEICwJAAkACQCAIQQJ0QdgdaigCACIBRQRAQQAhAAwBC0EAIQAgBkEZIAhBAXZrQQAgCEEfRxt0IQIDQAJAIAEoAgRBeHEgBmsiBCADTw0AIAEhBSAEIgMNAEEAIQMgASEADAMLIAAgASgCFCIEIAQgASACQR12QQRxaigCECIBRhsgACAEGyEAIAJBAXQhAiABDQALCyAAIAVyRQRAQQAhBUECIAh0IgBBACAAa3IgB3EiAEUNAyAAaEECdEHYHWooAgAhAAsgAEUNAQsDQCAAKAIEQXhxIAZrIgIgA0khASACIAMgARshAyAAIAUgARshBSAAKAIQIgEEfyABBSAAKAIUCyIADQALCyAFRQ0AIANBsBsoAgAgBmtPDQAgBSgCGCEIIAUgBSgCDCIARwRAIAUoAggiASAANgIMIAAgATYCCAwICyAFKAIUIgEEfyAFQRRqBSAFKAIQIgFFDQMgBUEQagshAgNAIAIhBCABIgBBFGohAiAAKAIUIgENACAAQRBqIQIgACgCECIBDQALIARBADYCAAwHCyAGQbAbKAIAIgVNBEBBvBsoAgAhAAJAIAUgBmsiAUEQTwRAIAAgBmoiAiABQQFyNgIEIAAgBWogATYCACAAIAZBA3I2AgQMAQsgACAFQQNyNgIEIAAgBWoiASABKAIEQQFyNgIEQQAhAkEAIQELQbAbIAE2AgBBvBsgAjYCACAAQQhqIQAMCQsgBkG0GygCACICSQRAQbQbIAIgBmsiATYCAEHAG0HAGygCACIAIAZqIgI2AgAgAiABQQFyNgIEIAAgBkEDcjYCBCAAQQhqIQAMCQtBACEAIAZBL2oiAwJ/QYAfKAIABEBBiB8oAgAMAQtBjB9CfzcCAEGEH0KAoICAgIAENwIAQYAfIApBDGpBcHFB2KrVqgVzNgIAQZQfQQA2AgBB5B5BADYCAEGAIAsiAWoiBEEAIAFrIgdxIgEgBk0NCEHgHigCACIFBEBB2B4oAgAiCCABaiIJIAhNIAUgCUlyDQkLAkBB5B4tAABBBHFFBEACQAJAAkACQEHAGygCACIFBEBB6B4hAANAIAAoAgAiCCAFTQRAIAUgCCAAKAIEakkNAwsgACgCCCIADQALC0EAEAMiAkF/Rg0DIAEhBEGEHygCACIAQQFrIgUgAnEEQCABIAJrIAIgBWpBACAAa3FqIQQLIAQgBk0NA0HgHigCACIABEBB2B4oAgAiBSAEaiIHIAVNIAAgB0lyDQQLIAQQAyIAIAJHDQEMBQsgBCACayAHcSIEEAMiAiAAKAIAIAAoAgRqRg0BIAIhAAsgAEF/Rg0BIAZBMGogBE0EQCAAIQIMBAtBiB8oAgAiAiADIARrakEAIAJrcSICEANBf0YNASACIARqIQQgACECDAMLIAJBf0cNAgtB5B5B5B4oAgBBBHI2AgALIAEQAyICQX9GQQAQAyIAQX9GciAAIAJNcg0FIAAgAmsiBCAGQShqTQ0FC0HYHkHYHigCACAEaiIANgIAQdweKAIAIABJBEBB3B4gADYCAAsCQEHAGygCACIDBEBB6B4hAANAIAIgACgCACIBIAAoAgQiBWpGDQIgACgCCCIADQALDAQLQbgbKAIAIgBBACAAIAJNG0UEQEG4GyACNgIAC0EAIQBB7B4gBDYCAEHoHiACNgIAQcgbQX82AgBBzBtBgB8oAgA2AgBB9B5BADYCAANAIABBA3QiAUHYG2ogAUHQG2oiBTYCACABQdwbaiAFNgIAIABBAWoiAEEgRw0AC0G0GyAEQShrIgBBeCACa0EHcSIBayIFNgIAQcAbIAEgAmoiATYCACABIAVBAXI2AgQgACACakEoNgIEQcQbQZAfKAIANgIADAQLIAIgA00gASADS3INAiAAKAIMQQhxDQIgACAEIAVqNgIEQcAbIANBeCADa0EHcSIAaiIBNgIAQbQbQbQbKAIAIARqIgIgAGsiADYCACABIABBAXI2AgQgAiADakEoNgIEQcQbQZAfKAIANgIADAMLQQAhAAwGC0EAIQAMBAtBuBsoAgAgAksEQEG4GyACNgIACyACIARqIQVB6B4hAAJAA0AgBSAAKAIAIgFHBEAgACgCCCIADQEMAgsLIAAtAAxBCHFFDQMLQegeIQADQAJAIAAoAgAiASADTQRAIAMgASAAKAIEaiIFSQ0BCyAAKAIIIQAMAQsLQbQbIARBKGsiAEF4IAJrQQdxIgFrIgc2AgBBwBsgASACaiIBNgIAIAEgB0EBcjYCBCAAIAJqQSg2AgRBxBtBkB8oAgA2AgAgAyAFQScgBWtBB3FqQS9rIgAgACADQRBqSRsiAUEbNgIEIAFB8B4pAgA3AhAgAUHoHikCADcCCEHwHiABQQhqNgIAQeweIAQ2AgBB6B4gAjYCAEH0HkEANgIAIAFBGGohAANAIABBBzYCBCAAQQhqIQIgAEEEaiEAIAIgBUkNAAsgASADRg0AIAEgASgCBEF+cTYCBCADIAEgA2siAkEBcjYCBCABIAI2AgACfyACQf8BTQRAIAJBeHFB0BtqIQACf0GoGygCACIBQQEgAkEDdnQiAnFFBEBBqBsgASACcjYCACAADAELIAAoAggLIQEgACADNgIIIAEgAzYCDEEMIQJBCAwBC0EfIQAgAkH///8HTQRAIAJBJiACQQh2ZyIAa3ZBAXEgAEEBdGtBPmohAAsgAyAANgIcIANCADcCECAAQQJ0QdgdaiEBAkACQEGsGygCACIFQQEgAHQiBHFFBEBBrBsgBCAFcjYCACABIAM2AgAMAQsgAkEZIABBAXZrQQAgAEEfRxt0IQAgASgCACEFA0AgBSIBKAIEQXhxIAJGDQIgAEEddiEFIABBAXQhACABIAVBBHFqIgQoAhAiBQ0ACyAEIAM2AhALIAMgATYCGEEIIQIgAyIBIQBBDAwBCyABKAIIIgAgAzYCDCABIAM2AgggAyAANgIIQQAhAEEYIQJBDAsgA2ogATYCACACIANqIAA2AgALQbQbKAIAIgAgBk0NAEG0GyAAIAZrIgE2AgBBwBtBwBsoAgAiACAGaiICNgIAIAIgAUEBcjYCBCAAIAZBA3I2AgQgAEEIaiEADAQLQaQbQTA2AgBBACEADAMLIAAgAjYCACAAIAAoAgQgBGo2AgQgAkF4IAJrQQdxaiIIIAZBA3I2AgQgAUF4IAFrQQdxaiIEIAYgCGoiA2shBwJAQcAbKAIAIARGBEBBwBsgAzYCAEG0G0G0GygCACAHaiIANgIAIAMgAEEBcjYCBAwBC0G8GygCACAERgRAQbwbIAM2AgBBsBtBsBsoAgAgB2oiADYCACADIABBAXI2AgQgACADaiAANgIADAELIAQoAgQiAEEDcUEBRgRAIABBeHEhCSAEKAIMIQICQCAAQf8BTQRAIAQoAggiASACRgRAQagbQagbKAIAQX4gAEEDdndxNgIADAILIAEgAjYCDCACIAE2AggMAQsgBCgCGCEGAkAgAiAERwRAIAQoAggiACACNgIMIAIgADYCCAwBCwJAIAQoAhQiAAR/IARBFGoFIAQoAhAiAEUNASAEQRBqCyEBA0AgASEFIAAiAkEUaiEBIAAoAhQiAA0AIAJBEGohASACKAIQIgANAAsgBUEANgIADAELQQAhAgsgBkUNAAJAIAQoAhwiAEECdEHYHWoiASgCACAERgRAIAEgAjYCACACDQFBrBtBrBsoAgBBfiAAd3E2AgAMAgsCQCAEIAYoAhBGBEAgBiACNgIQDAELIAYgAjYCFAsgAkUNAQsgAiAGNgIYIAQoAhAiAARAIAIgADYCECAAIAI2AhgLIAQoAhQiAEUNACACIAA2AhQgACACNgIYCyAHIAlqIQcgBCAJaiIEKAIEIQALIAQgAEF+cTYCBCADIAdBAXI2AgQgAyAHaiAHNgIAIAdB/wFNBEAgB0F4cUHQG2ohAAJ/QagbKAIAIgFBASAHQQN2dCICcUUEQEGoGyABIAJyNgIAIAAMAQsgACgCCAshASAAIAM2AgggASADNgIMIAMgADYCDCADIAE2AggMAQtBHyECIAdB////B00EQCAHQSYgB0EIdmciAGt2QQFxIABBAXRrQT5qIQILIAMgAjYCHCADQgA3AhAgAkECdEHYHWohAAJAAkBBrBsoAgAiAUEBIAJ0IgVxRQRAQawbIAEgBXI2AgAgACADNgIADAELIAdBGSACQQF2a0EAIAJBH0cbdCECIAAoAgAhAQNAIAEiACgCBEF4cSAHRg0CIAJBHXYhASACQQF0IQIgACABQQRxaiIFKAIQIgENAAsgBSADNgIQCyADIAA2AhggAyADNgIMIAMgAzYCCAwBCyAAKAIIIgEgAzYCDCAAIAM2AgggA0EANgIYIAMgADYCDCADIAE2AggLIAhBCGohAAwCCwJAIAhFDQACQCAFKAIcIgFBAnRB2B1qIgIoAgAgBUYEQCACIAA2AgAgAA0BQawbIAdBfiABd3EiBzYCAAwCCwJAIAUgCCgCEEYEQCAIIAA2AhAMAQsgCCAANgIUCyAARQ0BCyAAIAg2AhggBSgCECIBBEAgACABNgIQIAEgADYCGAsgBSgCFCIBRQ0AIAAgATYCFCABIAA2AhgLAkAgA0EPTQRAIAUgAyAGaiIAQQNyNgIEIAAgBWoiACAAKAIEQQFyNgIEDAELIAUgBkEDcjYCBCAFIAZqIgQgA0EBcjYCBCADIARqIAM2AgAgA0H/AU0EQCADQXhxQdAbaiEAAn9BqBsoAgAiAUEBIANBA3Z0IgJxRQRAQagbIAEgAnI2AgAgAAwBCyAAKAIICyEBIAAgBDYCCCABIAQ2AgwgBCAANgIMIAQgATYCCAwBC0EfIQAgA0H///8HTQRAIANBJiADQQh2ZyIAa3ZBAXEgAEEBdGtBPmohAAsgBCAANgIcIARCADcCECAAQQJ0QdgdaiEBAkACQCAHQQEgAHQiAnFFBEBBrBsgAiAHcjYCACABIAQ2AgAgBCABNgIYDAELIANBGSAAQQF2a0EAIABBH0cbdCEAIAEoAgAhAQNAIAEiAigCBEF4cSADRg0CIABBHXYhASAAQQF0IQAgAiABQQRxaiIHKAIQIgENAAsgByAENgIQIAQgAjYCGAsgBCAENgIMIAQgBDYCCAwBCyACKAIIIgAgBDYCDCACIAQ2AgggBEEANgIYIAQgAjYCDCAEIAA2AggLIAVBCGohAAwBCwJAIAlFDQACQCACKAIcIgFBAnRB2B1qIgUoAgAgAkYEQCAFIAA2AgAgAA0BQawbIAtBfiABd3E2AgAMAgsCQCACIAkoAhBGBEAgCSAANgIQDAELIAkgADYCFAsgAEUNAQsgACAJNgIYIAIoAhAiAQRAIAAgATYCECABIAA2AhgLIAIoAhQiAUUNACAAIAE2AhQgASAANgIYCwJAIANBD00EQCACIAMgBmoiAEEDcjYCBCAAIAJqIgAgACgCBEEBcjYCBAwBCyACIAZBA3I2AgQgAiAGaiIFIANBAXI2AgQgAyAFaiADNgIAIAgEQCAIQXhxQdAbaiEAQbwbKAIAIQECf0EBIAhBA3Z0IgcgBHFFBEBBqBsgBCAHcjYCACAADAELIAAoAggLIQQgACABNgIIIAQgATYCDCABIAA2AgwgASAENgIIC0G8GyAFNgIAQbAbIAM2AgALIAJBCGohAAsgCkEQaiQAIAAL3AsBCH8CQCAARQ0AIABBCGsiAyAAQQRrKAIAIgJBeHEiAGohBQJAIAJBAXENACACQQJxRQ0BIAMgAygCACIEayIDQbgbKAIASQ0BIAAgBGohAAJAAkACQEG8GygCACADRwRAIAMoAgwhASAEQf8BTQRAIAEgAygCCCICRw0CQagbQagbKAIAQX4gBEEDdndxNgIADAULIAMoAhghByABIANHBEAgAygCCCICIAE2AgwgASACNgIIDAQLIAMoAhQiAgR/IANBFGoFIAMoAhAiAkUNAyADQRBqCyEEA0AgBCEGIAIiAUEUaiEEIAEoAhQiAg0AIAFBEGohBCABKAIQIgINAAsgBkEANgIADAMLIAUoAgQiAkEDcUEDRw0DQbAbIAA2AgAgBSACQX5xNgIEIAMgAEEBcjYCBCAFIAA2AgAPCyACIAE2AgwgASACNgIIDAILQQAhAQsgB0UNAAJAIAMoAhwiBEECdEHYHWoiAigCACADRgRAIAIgATYCACABDQFBrBtBrBsoAgBBfiAEd3E2AgAMAgsCQCADIAcoAhBGBEAgByABNgIQDAELIAcgATYCFAsgAUUNAQsgASAHNgIYIAMoAhAiAgRAIAEgAjYCECACIAE2AhgLIAMoAhQiAkUNACABIAI2AhQgAiABNgIYCyADIAVPDQAgBSgCBCIEQQFxRQ0AAkACQAJAAkAgBEECcUUEQEHAGygCACAFRgRAQcAbIAM2AgBBtBtBtBsoAgAgAGoiADYCACADIABBAXI2AgQgA0G8GygCAEcNBkGwG0EANgIAQbwbQQA2AgAPC0G8GygCACIHIAVGBEBBvBsgAzYCAEGwG0GwGygCACAAaiIANgIAIAMgAEEBcjYCBCAAIANqIAA2AgAPCyAEQXhxIABqIQAgBSgCDCEBIARB/wFNBEAgBSgCCCICIAFGBEBBqBtBqBsoAgBBfiAEQQN2d3E2AgAMBQsgAiABNgIMIAEgAjYCCAwECyAFKAIYIQggASAFRwRAIAUoAggiAiABNgIMIAEgAjYCCAwDCyAFKAIUIgIEfyAFQRRqBSAFKAIQIgJFDQIgBUEQagshBANAIAQhBiACIgFBFGohBCABKAIUIgINACABQRBqIQQgASgCECICDQALIAZBADYCAAwCCyAFIARBfnE2AgQgAyAAQQFyNgIEIAAgA2ogADYCAAwDC0EAIQELIAhFDQACQCAFKAIcIgRBAnRB2B1qIgIoAgAgBUYEQCACIAE2AgAgAQ0BQawbQawbKAIAQX4gBHdxNgIADAILAkAgBSAIKAIQRgRAIAggATYCEAwBCyAIIAE2AhQLIAFFDQELIAEgCDYCGCAFKAIQIgIEQCABIAI2AhAgAiABNgIYCyAFKAIUIgJFDQAgASACNgIUIAIgATYCGAsgAyAAQQFyNgIEIAAgA2ogADYCACADIAdHDQBBsBsgADYCAA8LIABB/wFNBEAgAEF4cUHQG2ohAgJ/QagbKAIAIgRBASAAQQN2dCIAcUUEQEGoGyAAIARyNgIAIAIMAQsgAigCCAshACACIAM2AgggACADNgIMIAMgAjYCDCADIAA2AggPC0EfIQEgAEH///8HTQRAIABBJiAAQQh2ZyICa3ZBAXEgAkEBdGtBPmohAQsgAyABNgIcIANCADcCECABQQJ0QdgdaiEEAn8CQAJ/QawbKAIAIgZBASABdCICcUUEQEGsGyACIAZyNgIAIAQgAzYCAEEYIQFBCAwBCyAAQRkgAUEBdmtBACABQR9HG3QhASAEKAIAIQQDQCAEIgIoAgRBeHEgAEYNAiABQR12IQQgAUEBdCEBIAIgBEEEcWoiBigCECIEDQALIAYgAzYCEEEYIQEgAiEEQQgLIQAgAyICDAELIAIoAggiBCADNgIMIAIgAzYCCEEYIQBBCCEBQQALIQYgASADaiAENgIAIAMgAjYCDCAAIANqIAY2AgBByBtByBsoAgBBAWsiAEF/IAAbNgIACwtsAQJ/QaAbKAIAIgEgAEEHakF4cSICaiEAAkAgAkEAIAAgAU0bRQRAIAA/AEEQdE0NASAAPwBBEHRrQf//A2pBEHZAAEF/RgR/QQAFQQAQAEEBCw0BC0GkG0EwNgIAQX8PC0GgGyAANgIAIAELBgAgACQACwQAIwALuQUBDH8jAEEQayIMJAACQCAEQQdNBEAgDEIANwMIIAQEQCAMQQhqIAMgBPwKAAALQWwgACABIAIgDEEIakEIEAYiACAAIARLGyAAIABBiX9JGyEFDAELIAEoAgBBAWoiDkEBdCIIBEAgAEEAIAj8CwALIAMoAAAiBUEPcSIHQQpLBEBBVCEFDAELIAIgB0EFajYCACADIARqIgJBBGshCCACQQdrIQ0gB0EGaiEPQQQhBiAFQQR2IQVBICAHdCIJQQFyIQpBACECQQEhByADIQQDQAJAIAdBAXFFBEADQCAFQX9zQYCAgIB4cmgiB0EYSUUEQCACQSRqIQIgBCANTQR/IARBA2oFIAQgDWtBA3QgBmpBH3EhBiAICyIEKAAAIAZ2IQUMAQsLIAYgB0EecSILakECaiEGIAdBAXZBA2wgAmogBSALdkEDcWoiAiAOTw0BAn8gBCANSyAGQQN2IARqIgUgCEtxRQRAIAZBB3EhBiAFDAELIAQgCGtBA3QgBmpBH3EhBiAICyIEKAAAIAZ2IQULIAUgCUEBa3EiByAJQQF0QQFrIgsgCmsiEEkEfyAPQQFrBSAFIAtxIgUgEEEAIAUgCU4bayEHIA8LIQUgACACQQF0aiAHQQFrIgs7AQAgAkEBaiECIAUgBmohBiAJQQEgB2sgCyAHQQBKGyAKaiIKSgRAIApBAkgNAUEgIApnIgVrIQ9BASAFQR9zdCEJCyACIA5PDQAgC0EARyEHAn8gBCANSyAGQQN1IARqIgUgCEtxRQRAIAZBB3EhBiAFDAELIAYgBCAIa0EDdGpBH3EhBiAICyIEKAAAIAZ2IQUMAQsLQWwhBSAKQQFHDQAgAiAOSwRAQVAhBQwBCyAGQSBKDQAgASACQQFrNgIAIAQgBkEHakEDdWogA2shBQsgDEEQaiQAIAULrRkCEX8BfiMAQTBrIgckAEG4fyEIAkAgBUUNACAELAAAIglB/wFxIQ0CQAJAIAlBAEgEQCANQf4Aa0EBdiIGIAVPDQMgDUH/AGsiCEH/AUsNAiAEQQFqIQRBACEFA0AgBSAITwRAIAYhDQwDBSAAIAVqIg0gBCAFQQF2aiIJLQAAQQR2OgAAIA0gCS0AAEEPcToAASAFQQJqIQUMAQsACwALIAUgDU0NAiAHQf8BNgIEIAYgB0EEaiAHQQhqIARBAWoiCiANEAYiBEGIf0sEQCAEIQgMAwtBVCEIIAcoAggiC0EGSw0CIAcoAgQiBUEBdCIMQQJqrUIBIAuthiIYQQQgC3QiCUEIaq18fEILfEL8//////////8Ag0LoAlYNAkFSIQggBUH/AUsNAkHoAiAJa60gBUEBaiIQQQF0rSAYfEIIfFQNAiANIARrIRQgBCAKaiEVIAwgBkGABGoiDCAJakEEaiIWakECaiERIAZBhARqIRcgBkGGBGohE0GAgAIgC3RBEHYhCEEAIQVBASEOQQEgC3QiCkEBayISIQQDQCAFIBBGRQRAAkAgBiAFQQF0Ig9qLwEAIglB//8DRgRAIBMgBEECdGogBToAACAEQQFrIQRBASEJDAELIA5BACAIIAnBShshDgsgDyAWaiAJOwEAIAVBAWohBQwBCwsgBiAOOwGCBCAGIAs7AYAEAkAgBCASRgRAQgAhGEEAIQlBACEIA0AgCSAQRgRAIApBA3YgCkEBdmpBA2oiBkEBdCEJQQAhBEEAIQgDQCAIIApPDQQgCCARaiEQQQAhBQNAIAVBAkZFBEAgEyAFIAZsIARqIBJxQQJ0aiAFIBBqLQAAOgAAIAVBAWohBQwBCwsgCEECaiEIIAQgCWogEnEhBAwACwAFIAYgCUEBdGouAQAhBCAIIBFqIg8gGDcAAEEIIQUDQCAEIAVMRQRAIAUgD2ogGDcAACAFQQhqIQUMAQsLIBhCgYKEiJCgwIABfCEYIAlBAWohCSAEIAhqIQgMAQsACwALIApBA3YgCkEBdmpBA2ohEUEAIQhBACEFA0AgCCAQRkUEQEEAIQkgBiAIQQF0ai4BACIPQQAgD0EAShshDwNAIAkgD0ZFBEAgEyAFQQJ0aiAIOgAAA0AgBSARaiAScSIFIARLDQALIAlBAWohCQwBCwsgCEEBaiEIDAELC0F/IQggBQ0DCyALQR9rIQhBACEFA0AgBSAKRkUEQCAWIBcgBUECdGoiBC0AAkEBdGoiBiAGLwEAIgZBAWo7AQAgBCAIIAZnaiIJOgADIAQgBiAJdCAKazsBACAFQQFqIQUMAQsLAkACQCAOQf//A3EEQCAHQRxqIgQgFSAUEAgiCEGIf0sNAiAHQRRqIAQgDBAJIAdBDGogBCAMEAkgBygCICIIQSBLDQECQCAHAn8gBygCJCIEIAcoAixPBEAgByAEIAhBA3ZrIgU2AiQgCEEHcQwBCyAEIAcoAigiBUYNASAHIAQgBCAFayAIQQN2IgYgBCAGayAFSRsiBGsiBTYCJCAIIARBA3RrCyIINgIgIAcgBSgAADYCHAtBACEFA0ACQAJAIAhBIU8EQCAHQbAaNgIkDAELIAcCfyAHKAIkIgQgBygCLE8EQCAHIAQgCEEDdmsiBDYCJEEBIQkgCEEHcQwBCyAEIAcoAigiBkYNASAHIAQgCEEDdiIJIAQgBmsgBCAJayAGTyIJGyIGayIENgIkIAggBkEDdGsLNgIgIAcgBCgAADYCHCAJRSAFQfsBS3INACAAIAVqIgggB0EUaiAHQRxqIgQQCjoAACAIIAdBDGogBBAKOgABAkAgBygCICIGQSFPBEAgB0GwGjYCJAwBCyAHKAIkIgQgBygCLE8EQCAHIAZBB3E2AiAgByAEIAZBA3ZrIgQ2AiQgByAEKAAANgIcDAMLIAQgBygCKCIJRg0AIAcgBiAEIAlrIAZBA3YiBiAEIAZrIgYgCUkbIgpBA3RrNgIgIAcgBCAKayIENgIkIAcgBCgAADYCHCAGIAlPDQILIAVBAnIhBQsgAEEBaiEMAn8CQANAQbp/IQggBUH9AUsNByAAIAVqIgogB0EUaiAHQRxqEAo6AAAgBSAMaiELIAcoAiAiBkEgSw0BAkAgBwJ/IAcoAiQiBCAHKAIsTwRAIAcgBCAGQQN2ayIENgIkIAZBB3EMAQsgBCAHKAIoIglGDQEgByAEIAQgCWsgBkEDdiIOIAQgDmsgCUkbIglrIgQ2AiQgBiAJQQN0aws2AiAgByAEKAAANgIcCyAFQf0BRg0HIAsgB0EMaiAHQRxqEAo6AAAgBUECaiEFIAcoAiAiBkEgTQRAIAcCfyAHKAIkIgQgBygCLE8EQCAHIAQgBkEDdmsiCDYCJCAGQQdxDAELIAQgBygCKCIIRg0CIAcgBCAEIAhrIAZBA3YiCSAEIAlrIAhJGyIEayIINgIkIAYgBEEDdGsLNgIgIAcgCCgAADYCHAwBCwsgB0GwGjYCJCAAIAVqIAdBFGogB0EcahAKOgAAIApBA2oMAQsgB0GwGjYCJCALIAdBDGogB0EcahAKOgAAIApBAmoLIABrIQgMBAsgCCAHQRRqIAdBHGoiBBAKOgACIAggB0EMaiAEEAo6AAMgBUEEaiEFIAcoAiAhCAwACwALIAdBHGoiBCAVIBQQCCIIQYh/Sw0BIAdBFGogBCAMEAkgB0EMaiAEIAwQCSAHKAIgIghBIEsNAAJAIAcCfyAHKAIkIgQgBygCLE8EQCAHIAQgCEEDdmsiBTYCJCAIQQdxDAELIAQgBygCKCIFRg0BIAcgBCAEIAVrIAhBA3YiBiAEIAZrIAVJGyIEayIFNgIkIAggBEEDdGsLIgg2AiAgByAFKAAANgIcC0EAIQUDQAJAAkAgCEEhTwRAIAdBsBo2AiQMAQsgBwJ/IAcoAiQiBCAHKAIsTwRAIAcgBCAIQQN2ayIENgIkQQEhCSAIQQdxDAELIAQgBygCKCIGRg0BIAcgBCAIQQN2IgkgBCAGayAEIAlrIAZPIgkbIgZrIgQ2AiQgCCAGQQN0aws2AiAgByAEKAAANgIcIAlFIAVB+wFLcg0AIAAgBWoiCCAHQRRqIAdBHGoiBBALOgAAIAggB0EMaiAEEAs6AAECQCAHKAIgIgZBIU8EQCAHQbAaNgIkDAELIAcoAiQiBCAHKAIsTwRAIAcgBkEHcTYCICAHIAQgBkEDdmsiBDYCJCAHIAQoAAA2AhwMAwsgBCAHKAIoIglGDQAgByAGIAQgCWsgBkEDdiIGIAQgBmsiBiAJSRsiCkEDdGs2AiAgByAEIAprIgQ2AiQgByAEKAAANgIcIAYgCU8NAgsgBUECciEFCyAAQQFqIQwCfwJAA0BBun8hCCAFQf0BSw0GIAAgBWoiCiAHQRRqIAdBHGoQCzoAACAFIAxqIQsgBygCICIGQSBLDQECQCAHAn8gBygCJCIEIAcoAixPBEAgByAEIAZBA3ZrIgQ2AiQgBkEHcQwBCyAEIAcoAigiCUYNASAHIAQgBCAJayAGQQN2Ig4gBCAOayAJSRsiCWsiBDYCJCAGIAlBA3RrCzYCICAHIAQoAAA2AhwLIAVB/QFGDQYgCyAHQQxqIAdBHGoQCzoAACAFQQJqIQUgBygCICIGQSBNBEAgBwJ/IAcoAiQiBCAHKAIsTwRAIAcgBCAGQQN2ayIINgIkIAZBB3EMAQsgBCAHKAIoIghGDQIgByAEIAQgCGsgBkEDdiIJIAQgCWsgCEkbIgRrIgg2AiQgBiAEQQN0aws2AiAgByAIKAAANgIcDAELCyAHQbAaNgIkIAAgBWogB0EUaiAHQRxqEAs6AAAgCkEDagwBCyAHQbAaNgIkIAsgB0EMaiAHQRxqEAs6AAAgCkECagsgAGshCAwDCyAIIAdBFGogB0EcaiIEEAs6AAIgCCAHQQxqIAQQCzoAAyAFQQRqIQUgBygCICEIDAALAAtBbCEICyAIQYh/Sw0CC0EAIQUgAUEAQTT8CwAgCCEGQQAhBANAIAUgBkcEQCAAIAVqIggtAAAiCUEMSw0CIAEgCUECdGoiCSAJKAIAQQFqNgIAIAVBAWohBUEBIAgtAAB0QQF1IARqIQQMAQsLQWwhCCAERQ0BIARnIgVBHHNBC0sNASADQSAgBWsiAzYCAEGAgICAeEEBIAN0IARrIgNnIgR2IANHDQEgACAGakEgIARrIgA6AAAgASAAQQJ0aiIAIAAoAgBBAWo2AgAgASgCBCIAQQJJIABBAXFyDQEgAiAGQQFqNgIAIA1BAWohCAwBC0FsIQgLIAdBMGokACAIC/UBAQF/IAJFBEAgAEIANwIAIABBADYCECAAQgA3AghBuH8PCyAAIAE2AgwgACABQQRqNgIQIAJBBE8EQCAAIAEgAmoiAUEEayIDNgIIIAAgAygAADYCACABQQFrLQAAIgEEQCAAQQggAWdBH3NrNgIEIAIPCyAAQQA2AgRBfw8LIAAgATYCCCAAIAEtAAAiAzYCAAJAAkACQCACQQJrDgIBAAILIAAgAS0AAkEQdCADciIDNgIACyAAIAEtAAFBCHQgA2o2AgALIAEgAmpBAWstAAAiAUUEQCAAQQA2AgRBbA8LIAAgAWcgAkEDdGtBCWo2AgQgAguuAQEEfyABIAIvAQAiAyABKAIEaiIENgIEIAAgA0ECdEGwGWooAgAgASgCAEEAIARrdnE2AgACQCAEQSFPBEAgAUGwGjYCCAwBCyABKAIIIgMgASgCEE8EQCABEAwMAQsgAyABKAIMIgVGDQAgASADIAMgBWsgBEEDdiIGIAMgBmsgBUkbIgNrIgU2AgggASAEIANBA3RrNgIEIAEgBSgAADYCAAsgACACQQRqNgIEC0wBBH8gACgCBCAAKAIAQQJ0aiICLQACIQMgAi8BACEEIAEgASgCBCIFIAItAAMiAmo2AgQgACAEIAEoAgAgBXRBACACa3ZqNgIAIAMLVgEEfyAAKAIEIAAoAgBBAnRqIgItAAIhAyACLwEAIQQgASACLQADIgIgASgCBGoiBTYCBCAAIAQgAkECdEGwGWooAgAgASgCAEEAIAVrdnFqNgIAIAMLLwEBfyAAIAAoAgQiAUEHcTYCBCAAIAAoAgggAUEDdmsiATYCCCAAIAEoAAA2AgALxQkCDX8CfiMAQRBrIgskACALQQA2AgwgC0EANgIIAn8CQCADQdQJaiIFIAMgC0EIaiALQQxqIAEgAiADQegAahAHIhBBiH9LDQAgCygCCCEIQQogACgCACIJQf8BcSIHIAdBCk8bQQFqIgQgCygCDCIBTwRAAkAgASAETw0AIAQgAWshAkEAIQEDQCABIAhGBEAgBCEBA0AgASACTQRAA0AgAkUNBSADIAJBAnRqQQA2AgAgAkEBayECDAALAAUgAyABQQJ0aiADIAEgAmtBAnRqKAIANgIAIAFBAWshAQwBCwALAAUgASAFaiIKIAJBACAKLQAAIgobIApqOgAAIAFBAWohAQwBCwALAAsgBCEBC0FUIAEgB0EBaksNARogAEEEaiEKIAAgCUH/gYB4cSABQRB0QYCA/AdxcjYCACABQQFqIQ4gA0E0aiEEQQAhAUEAIQIDQCACIA5GRQRAIAMgAkECdCIAaigCACEHIAAgBGogATYCACACQQFqIQIgASAHaiEBDAELCyADQdQHaiEHIAhBA2shAUEAIQADQAJAQQAhAiAAIAFOBEADQCAAIAhODQIgBCAAIAVqLQAAQQJ0aiIBIAEoAgAiAUEBajYCACABIAdqIAA6AAAgAEEBaiEADAALAAUDQCACQQRGRQRAIAQgBSAAIAJyIglqLQAAQQJ0aiIMIAwoAgAiDEEBajYCACAHIAxqIAk6AAAgAkEBaiECDAELCyAAQQRqIQAMAgsACwsgAygCACEIQQAhAEEBIQkDQCAJIA5GDQEgDiAJayEEIAMgCUECdGooAgAhBQJAAkACQAJAAkACQEEBIAl0QQF1IgxBAWsOCAABBAIEBAQDBAtBACECIAVBACAFQQBKGyEGIAAhAQNAIAIgBkYNBSAKIAFBAXRqIg0gByACIAhqai0AADoAASANIAQ6AAAgAkEBaiECIAFBAWohAQwACwALQQAhAiAFQQAgBUEAShshDSAAIQEDQCACIA1GDQQgCiABQQF0aiIGIAcgAiAIamotAAAiDzoAAyAGIAQ6AAIgBiAPOgABIAYgBDoAACACQQFqIQIgAUECaiEBDAALAAtBACECIAVBACAFQQBKGyEGIARB/wFxrSERIAAhAQNAIAIgBkYNAyAKIAFBAXRqIAcgAiAIamoxAABCCIYgEYRCgYCEgJCAwAB+NwAAIAJBAWohAiABQQRqIQEMAAsAC0EAIQIgBUEAIAVBAEobIQYgBEH/AXGtIREgACEBA0AgAiAGRg0CIAogAUEBdGoiBCAHIAIgCGpqMQAAQgiGIBGEQoGAhICQgMAAfiISNwAIIAQgEjcAACACQQFqIQIgAUEIaiEBDAALAAtBACEBIAVBACAFQQBKGyENIARB/wFxrSESIAAhBANAIAEgDUYNASAKIARBAXRqIQ8gByABIAhqajEAAEIIhiAShEKBgISAkIDAAH4hEUEAIQIDQCACIAxORQRAIA8gAkEBdGoiBiARNwAYIAYgETcAECAGIBE3AAggBiARNwAAIAJBEGohAgwBCwsgAUEBaiEBIAQgDGohBAwACwALIAlBAWohCSAFIAhqIQggBSAMbCAAaiEADAALAAsgEAshAiALQRBqJAAgAgu1CAIdfwF+IwBBEGsiDCQAIAAoAgAhBSADQfAEaiIHQQBB8AD8CwBBVCEEAkAgBUH/AXEiDUEMSw0AIANB4AdqIg4gByAMQQhqIAxBDGogASACIANB4AlqEAciFUGIf00EQCAMKAIMIgYgDUsNASADQagFaiEIIANBpAVqIQ8gAEEEaiESIAVBgICAeHEhFiAGQQFqIhAhBCAGIQIDQCAEIgFBAWshBCACIglBAWshAiAHIAlBAnRqKAIARQ0AC0EBIAEgAUEBTRshCkEAIQJBASEEA0AgBCAKRkUEQCAHIARBAnQiAWooAgAhCyABIAhqIAI2AgAgBEEBaiEEIAIgC2ohAgwBCwsgAyACNgKoBSAIIAlBAWoiE0ECdGogAjYCACADQeAFaiELQQAhBCAMKAIIIQEDQCABIARGRQRAIAggBCAOai0AAEECdGoiAiACKAIAIgJBAWo2AgAgAiALaiAEOgAAIARBAWohBAwBCwtBACEBIAhBADYCAEELIA0gBUH/AXFBDEYbIA0gBkEMSRsiCCAGQX9zaiECQQEhBANAIAQgCkZFBEAgByAEQQJ0IgZqKAIAIQUgAyAGaiABNgIAIAUgAiAEanQgAWohASAEQQFqIQQMAQsLIAggECAJayICa0EBaiEGIAIhAQNAIAEgBk9FBEAgAyABQTRsaiEHQQEhBANAIAQgCkZFBEAgByAEQQJ0IgVqIAMgBWooAgAgAXY2AgAgBEEBaiEEDAELCyABQQFqIQEMAQsLIBAgCGshFyAJQQAgCUEAShtBAWohGEEBIQkDQCAJIBhHBEAgECAJayEEIAMgCUECdCIBaigCACEHIAEgD2ooAgAhBiAPIAlBAWoiCUECdGooAgAhDiACIAggBGsiBU0EQCATIAQgF2oiAUEBIAFBAUoiGRsiASABIBNIGyEaIAMgBEE0bGoiGyABQQJ0aiEcIAQgEGohHSAEQRB0QYCAgAhqIR5BASAFdCIfQQJrISADQCAGIA5GDQMgEiAHQQJ0aiEFIAYgC2otAAAhFCABIQQgGQRAIBQgHnKtQoGAgIAQfiEhIBwoAgAhEUEAIQQCQAJAAkACQCAgDgMBAgACCyAFICE3AQgLIAUgITcBAAwBCwNAIAQgEU4NASAFIARBAnRqIgogITcBGCAKICE3ARAgCiAhNwEIIAogITcBACAEQQhqIQQMAAsACyABIQQLA0AgBCAaRkUEQCAdIARrIQogBSAbIARBAnQiEWooAgBBAnRqIAsgDyARaigCAGogCyAPIARBAWoiBEECdGooAgBqIAogCCAUQQIQDwwBCwsgBkEBaiEGIAcgH2ohBwwACwAFIBIgB0ECdGogBiALaiALIA5qIAQgCEEAQQEQDwwCCwALCyAAIAhBEHQgFnIgDXJBgAJyNgIACyAVIQQLIAxBEGokACAEC58DAgF+AX8CQAJAAkACQAJAAkBBASAEIANrdCIIQQFrDggAAQQCBAQEAwQLIAZBGHQgA0EQdGohAwNAIAEgAkYNBSAAIAEtAAAiBCAEQQh0IAVyIAZBAUYbIANyNgEAIAFBAWohASAAQQRqIQAMAAsACyAGQRh0IANBEHRqIQMDQCABIAJGDQQgACABLQAAIgQgBEEIdCAFciAGQQFGGyADciIENgEEIAAgBDYBACABQQFqIQEgAEEIaiEADAALAAsDQCABIAJGDQMgACABLQAAIAMgBSAGEBAiBzcBCCAAIAc3AQAgAUEBaiEBIABBEGohAAwACwALA0AgASACRg0CIAAgAS0AACADIAUgBhAQIgc3ARggACAHNwEQIAAgBzcBCCAAIAc3AQAgAUEBaiEBIABBIGohAAwACwALA0AgASACRg0BIAAgCEECdGohBCABLQAAIAMgBSAGEBAhBwNAIAAgBEZFBEAgACAHNwEYIAAgBzcBECAAIAc3AQggACAHNwEAIABBIGohAAwBCwsgAUEBaiEBIAQhAAwACwALCyYAIANBGHQgAUEQdGogACAAQQh0IAJyIANBAUYbcq1CgYCAgBB+C7sGAQp/IwBBIGsiBSQAIAQvAQIhCyAFQQxqIAIgAxAIIgNBiH9NBEAgBEEEaiEIIAAgAWohCQJAAkACQCABQQRPBEAgCUEDayENQQAgC2tBH3EhDCAFKAIUIQMgBSgCGCEHIAUoAhwhDiAFKAIMIQYgBSgCECEEA0AgBEEgSwRAQbAaIQMMBAsCQCADIA5PBEAgBEEHcSECIARBA3YhBkEBIQQMAQsgAyAHRg0EIAQgBEEDdiICIAMgB2sgAyACayAHTyIEGyIGQQN0ayECCyADIAZrIgMoAAAhBiAERSAAIA1Pcg0CIAggBiACdCAMdkEBdGoiBC0AACEKIAAgBC0AAToAACAIIAYgAiAKaiICdCAMdkEBdGoiBC0AACEKIAAgBC0AAToAASACIApqIQQgAEECaiEADAALAAsgBSgCECIEQSFPBEAgBUGwGjYCFAwDCyAFKAIUIgMgBSgCHE8EQCAFIARBB3EiAjYCECAFIAMgBEEDdmsiAzYCFCAFIAMoAAA2AgwgAiEEDAMLIAMgBSgCGCICRg0CIAUgBCADIAJrIARBA3YiBCADIARrIAJJGyICQQN0ayIENgIQIAUgAyACayICNgIUIAUgAigAADYCDAwCCyACIQQLIAUgBDYCECAFIAM2AhQgBSAGNgIMC0EAIAtrQR9xIQcDQAJAIARBIU8EQCAFQbAaNgIUDAELIAUCfyAFKAIUIgIgBSgCHE8EQCAFIAIgBEEDdmsiAzYCFEEBIQYgBEEHcQwBCyACIAUoAhgiA0YNASAFIAIgBEEDdiIGIAIgA2sgAiAGayADTyIGGyICayIDNgIUIAQgAkEDdGsLIgQ2AhAgBSADKAAAIgI2AgwgBkUgACAJT3INACAIIAIgBHQgB3ZBAXRqIgItAAEhAyAFIAQgAi0AAGo2AhAgACADOgAAIABBAWohACAFKAIQIQQMAQsLA0AgACAJT0UEQCAIIAUoAgwgBSgCECICdCAHdkEBdGoiAy0AASEEIAUgAiADLQAAajYCECAAIAQ6AAAgAEEBaiEADAELC0FsQWwgASAFKAIQQSBHGyAFKAIUIAUoAhhHGyEDCyAFQSBqJAAgAwv9IQEZfyMAQdAAayIFJABBbCEGAkAgAUEGSSADQQpJcg0AAkAgAyACLwAEIgcgAi8AACIKIAIvAAIiCWpqQQZqIgtJDQAgACABQQNqQQJ2IgxqIgggDGoiDSAMaiIMIAAgAWoiEUsNACAELwECIQ4gBUE8aiACQQZqIgIgChAIIgZBiH9LDQEgBUEoaiACIApqIgIgCRAIIgZBiH9LDQEgBUEUaiACIAlqIgIgBxAIIgZBiH9LDQEgBSACIAdqIAMgC2sQCCIGQYh/Sw0BIARBBGohCiARQQNrIRICQCARIAxrQQRJBEAgDCEDIA0hAiAIIQQMAQtBACAOa0EfcSEGQQAhCSAMIQMgDSECIAghBANAIAlBAXEgAyAST3INASAAIAogBSgCPCIJIAUoAkAiC3QgBnZBAnRqIgcvAQA7AAAgBy0AAiEQIActAAMhDyAEIAogBSgCKCITIAUoAiwiFHQgBnZBAnRqIgcvAQA7AAAgBy0AAiEVIActAAMhFiACIAogBSgCFCIXIAUoAhgiGHQgBnZBAnRqIgcvAQA7AAAgBy0AAiEZIActAAMhGiADIAogBSgCACIbIAUoAgQiHHQgBnZBAnRqIgcvAQA7AAAgBy0AAiEdIActAAMhByAAIA9qIg8gCiAJIAsgEGoiCXQgBnZBAnRqIgAvAQA7AAAgBSAJIAAtAAJqNgJAIAAtAAMhCSAEIBZqIgQgCiATIBQgFWoiC3QgBnZBAnRqIgAvAQA7AAAgBSALIAAtAAJqNgIsIAAtAAMhCyACIBpqIgIgCiAXIBggGWoiEHQgBnZBAnRqIgAvAQA7AAAgBSAQIAAtAAJqNgIYIAAtAAMhECADIAdqIgcgCiAbIBwgHWoiAHQgBnZBAnRqIgMvAQA7AAAgBSAAIAMtAAJqNgIEIAkgD2ohACAEIAtqIQQgAiAQaiECIAcgAy0AA2ohAyAFQTxqEBMgBUEoahATciAFQRRqEBNyIAUQE3JBAEchCQwACwALIAAgCEsgBCANS3INAEFsIQYgAiAMSw0BAkACQCAIIABrIglBBE8EQCAIQQNrIRBBACAOa0EfcSELIAUoAkAhBgNAIAZBIU8EQCAFQbAaNgJEDAMLIAUCfyAFKAJEIgcgBSgCTE8EQCAFIAcgBkEDdmsiCTYCREEBIQcgBkEHcQwBCyAHIAUoAkgiCUYNAyAFIAcgBkEDdiIPIAcgCWsgByAPayAJTyIHGyIPayIJNgJEIAYgD0EDdGsLIgY2AkAgBSAJKAAAIgk2AjwgB0UgACAQT3INAiAAIAogCSAGdCALdkECdGoiBi8BADsAACAFIAUoAkAgBi0AAmoiBzYCQCAAIAYtAANqIgkgCiAFKAI8IAd0IAt2QQJ0aiIALwEAOwAAIAUgBSgCQCAALQACaiIGNgJAIAkgAC0AA2ohAAwACwALIAUoAkAiBkEhTwRAIAVBsBo2AkQMAgsgBSgCRCILIAUoAkxPBEAgBSAGQQdxIgc2AkAgBSALIAZBA3ZrIgY2AkQgBSAGKAAANgI8IAchBgwCCyALIAUoAkgiB0YNASAFIAYgCyAHayAGQQN2IgYgCyAGayAHSRsiB0EDdGsiBjYCQCAFIAsgB2siBzYCRCAFIAcoAAA2AjwMAQsgCCAAayEJCwJAIAlBAkkNACAIQQJrIQtBACAOa0EfcSEQA0ACQCAGQSFPBEAgBUGwGjYCRAwBCyAFAn8gBSgCRCIHIAUoAkxPBEAgBSAHIAZBA3ZrIgk2AkRBASEHIAZBB3EMAQsgByAFKAJIIglGDQEgBSAHIAZBA3YiDyAHIAlrIAcgD2sgCU8iBxsiD2siCTYCRCAGIA9BA3RrCyIGNgJAIAUgCSgAACIJNgI8IAdFIAAgC0tyDQAgACAKIAkgBnQgEHZBAnRqIgcvAQA7AAAgBSAFKAJAIActAAJqIgY2AkAgACAHLQADaiEADAELCwNAIAAgC0sNASAAIAogBSgCPCAGdCAQdkECdGoiBy8BADsAACAFIAUoAkAgBy0AAmoiBjYCQCAAIActAANqIQAMAAsACwJAIAAgCE8NACAAIAogBSgCPCAGdEEAIA5rdkECdGoiAC0AADoAACAFAn8gAC0AA0EBRgRAIAUoAkAgAC0AAmoMAQsgBSgCQCIIQR9LDQFBICAIIAAtAAJqIgAgAEEgTxsLNgJACwJAAkAgDSAEayIGQQRPBEAgDUEDayEJQQAgDmtBH3EhByAFKAIsIQADQCAAQSFPBEAgBUGwGjYCMAwDCyAFAn8gBSgCMCIIIAUoAjhPBEAgBSAIIABBA3ZrIgY2AjBBASEIIABBB3EMAQsgCCAFKAI0IgZGDQMgBSAIIABBA3YiCyAIIAZrIAggC2sgBk8iCBsiC2siBjYCMCAAIAtBA3RrCyIANgIsIAUgBigAACIGNgIoIAhFIAQgCU9yDQIgBCAKIAYgAHQgB3ZBAnRqIgAvAQA7AAAgBSAFKAIsIAAtAAJqIgg2AiwgBCAALQADaiIGIAogBSgCKCAIdCAHdkECdGoiBC8BADsAACAFIAUoAiwgBC0AAmoiADYCLCAGIAQtAANqIQQMAAsACyAFKAIsIgBBIU8EQCAFQbAaNgIwDAILIAUoAjAiByAFKAI4TwRAIAUgAEEHcSIINgIsIAUgByAAQQN2ayIANgIwIAUgACgAADYCKCAIIQAMAgsgByAFKAI0IghGDQEgBSAAIAcgCGsgAEEDdiIAIAcgAGsgCEkbIghBA3RrIgA2AiwgBSAHIAhrIgg2AjAgBSAIKAAANgIoDAELIA0gBGshBgsCQCAGQQJJDQAgDUECayEJQQAgDmtBH3EhCwNAAkAgAEEhTwRAIAVBsBo2AjAMAQsgBQJ/IAUoAjAiCCAFKAI4TwRAIAUgCCAAQQN2ayIGNgIwQQEhByAAQQdxDAELIAggBSgCNCIGRg0BIAUgCCAAQQN2IgcgCCAGayAIIAdrIAZPIgcbIghrIgY2AjAgACAIQQN0awsiADYCLCAFIAYoAAAiCDYCKCAHRSAEIAlLcg0AIAQgCiAIIAB0IAt2QQJ0aiIILwEAOwAAIAUgBSgCLCAILQACaiIANgIsIAQgCC0AA2ohBAwBCwsDQCAEIAlLDQEgBCAKIAUoAiggAHQgC3ZBAnRqIggvAQA7AAAgBSAFKAIsIAgtAAJqIgA2AiwgBCAILQADaiEEDAALAAsCQCAEIA1PDQAgBCAKIAUoAiggAHRBACAOa3ZBAnRqIgAtAAA6AAAgBQJ/IAAtAANBAUYEQCAFKAIsIAAtAAJqDAELIAUoAiwiBEEfSw0BQSAgBCAALQACaiIAIABBIE8bCzYCLAsCQAJAIAwgAmsiBkEETwRAIAxBA2shB0EAIA5rQR9xIQggBSgCGCEAA0AgAEEhTwRAIAVBsBo2AhwMAwsgBQJ/IAUoAhwiBCAFKAIkTwRAIAUgBCAAQQN2ayIGNgIcQQEhCSAAQQdxDAELIAQgBSgCICINRg0DIAUgBCAAQQN2IgYgBCANayAEIAZrIA1PIgkbIgRrIgY2AhwgACAEQQN0awsiADYCGCAFIAYoAAAiBDYCFCAJRSACIAdPcg0CIAIgCiAEIAB0IAh2QQJ0aiIALwEAOwAAIAUgBSgCGCAALQACaiIENgIYIAIgAC0AA2oiDSAKIAUoAhQgBHQgCHZBAnRqIgIvAQA7AAAgBSAFKAIYIAItAAJqIgA2AhggDSACLQADaiECDAALAAsgBSgCGCIAQSFPBEAgBUGwGjYCHAwCCyAFKAIcIgggBSgCJE8EQCAFIABBB3EiBDYCGCAFIAggAEEDdmsiADYCHCAFIAAoAAA2AhQgBCEADAILIAggBSgCICIERg0BIAUgACAIIARrIABBA3YiACAIIABrIARJGyIEQQN0ayIANgIYIAUgCCAEayIENgIcIAUgBCgAADYCFAwBCyAMIAJrIQYLAkAgBkECSQ0AIAxBAmshDUEAIA5rQR9xIQcDQAJAIABBIU8EQCAFQbAaNgIcDAELIAUCfyAFKAIcIgQgBSgCJE8EQCAFIAQgAEEDdmsiBjYCHEEBIQggAEEHcQwBCyAEIAUoAiAiCEYNASAFIAQgAEEDdiIGIAQgCGsgBCAGayAITyIIGyIEayIGNgIcIAAgBEEDdGsLIgA2AhggBSAGKAAAIgQ2AhQgCEUgAiANS3INACACIAogBCAAdCAHdkECdGoiBC8BADsAACAFIAUoAhggBC0AAmoiADYCGCACIAQtAANqIQIMAQsLA0AgAiANSw0BIAIgCiAFKAIUIAB0IAd2QQJ0aiIELwEAOwAAIAUgBSgCGCAELQACaiIANgIYIAIgBC0AA2ohAgwACwALAkAgAiAMTw0AIAIgCiAFKAIUIAB0QQAgDmt2QQJ0aiIALQAAOgAAIAUCfyAALQADQQFGBEAgBSgCGCAALQACagwBCyAFKAIYIgJBH0sNAUEgIAIgAC0AAmoiACAAQSBPGws2AhgLAkAgESADa0EETwRAQQAgDmtBH3EhBCAFKAIEIQADQCAAQSFPBEAgBUGwGjYCCAwDCyAFAn8gBSgCCCICIAUoAhBPBEAgBSACIABBA3ZrIgY2AghBASECIABBB3EMAQsgAiAFKAIMIgxGDQMgBSACIABBA3YiCCACIAxrIAIgCGsgDE8iAhsiDGsiBjYCCCAAIAxBA3RrCyIANgIEIAUgBigAACIMNgIAIAJFIAMgEk9yDQIgAyAKIAwgAHQgBHZBAnRqIgAvAQA7AAAgBSAFKAIEIAAtAAJqIgI2AgQgAyAALQADaiIDIAogBSgCACACdCAEdkECdGoiAi8BADsAACAFIAUoAgQgAi0AAmoiADYCBCADIAItAANqIQMMAAsACyAFKAIEIgBBIU8EQCAFQbAaNgIIDAELIAUoAggiBCAFKAIQTwRAIAUgAEEHcSICNgIEIAUgBCAAQQN2ayIANgIIIAUgACgAADYCACACIQAMAQsgBCAFKAIMIgJGDQAgBSAAIAQgAmsgAEEDdiIAIAQgAGsgAkkbIgJBA3RrIgA2AgQgBSAEIAJrIgI2AgggBSACKAAANgIACwJAIBEgA2tBAkkNACARQQJrIQRBACAOa0EfcSEMA0ACQCAAQSFPBEAgBUGwGjYCCAwBCyAFAn8gBSgCCCICIAUoAhBPBEAgBSACIABBA3ZrIgY2AghBASEJIABBB3EMAQsgAiAFKAIMIghGDQEgBSACIABBA3YiDSACIAhrIAIgDWsgCE8iCRsiAmsiBjYCCCAAIAJBA3RrCyIANgIEIAUgBigAACICNgIAIAlFIAMgBEtyDQAgAyAKIAIgAHQgDHZBAnRqIgIvAQA7AAAgBSAFKAIEIAItAAJqIgA2AgQgAyACLQADaiEDDAELCwNAIAMgBEsNASADIAogBSgCACAAdCAMdkECdGoiAi8BADsAACAFIAUoAgQgAi0AAmoiADYCBCADIAItAANqIQMMAAsACwJAIAMgEU8NACADIAogBSgCACAAdEEAIA5rdkECdGoiAi0AADoAACACLQADQQFGBEAgBSgCBCACLQACaiEADAELIAUoAgQiAEEfSw0AQSAgACACLQACaiIAIABBIE8bIQALQWxBbEFsQWxBbEFsQWxBbCABIABBIEcbIAUoAgggBSgCDEcbIAUoAhhBIEcbIAUoAhwgBSgCIEcbIAUoAixBIEcbIAUoAjAgBSgCNEcbIAUoAkBBIEcbIAUoAkQgBSgCSEcbIQYMAQtBbCEGCyAFQdAAaiQAIAYLGQAgACgCCCAAKAIQSQRAQQMPCyAAEAxBAAvzHAEWfyMAQdAAayIFJABBbCEIAkAgAUEGSSADQQpJcg0AAkAgAyACLwAEIgYgAi8AACIKIAIvAAIiCWpqQQZqIhJJDQAgACABQQNqQQJ2IgtqIgcgC2oiDiALaiILIAAgAWoiD0sNACAELwECIQwgBUE8aiACQQZqIgIgChAIIghBiH9LDQEgBUEoaiACIApqIgIgCRAIIghBiH9LDQEgBUEUaiACIAlqIgIgBhAIIghBiH9LDQEgBSACIAZqIAMgEmsQCCIIQYh/Sw0BIARBBGohCiAPQQNrIRICQCAPIAtrQQRJBEAgCyEDIA4hAiAHIQQMAQtBACAMa0EfcSEIQQAhBiALIQMgDiECIAchBANAIAZBAXEgAyAST3INASAKIAUoAjwiBiAFKAJAIgl0IAh2QQF0aiINLQAAIRAgACANLQABOgAAIAogBSgCKCINIAUoAiwiEXQgCHZBAXRqIhMtAAAhFSAEIBMtAAE6AAAgCiAFKAIUIhMgBSgCGCIWdCAIdkEBdGoiFC0AACEXIAIgFC0AAToAACAKIAUoAgAiFCAFKAIEIhh0IAh2QQF0aiIZLQAAIRogAyAZLQABOgAAIAogBiAJIBBqIgZ0IAh2QQF0aiIJLQABIRAgBSAGIAktAABqNgJAIAAgEDoAASAKIA0gESAVaiIGdCAIdkEBdGoiCS0AASENIAUgBiAJLQAAajYCLCAEIA06AAEgCiATIBYgF2oiBnQgCHZBAXRqIgktAAEhDSAFIAYgCS0AAGo2AhggAiANOgABIAogFCAYIBpqIgZ0IAh2QQF0aiIJLQABIQ0gBSAGIAktAABqNgIEIAMgDToAASADQQJqIQMgAkECaiECIARBAmohBCAAQQJqIQAgBUE8ahATIAVBKGoQE3IgBUEUahATciAFEBNyQQBHIQYMAAsACyAAIAdLIAQgDktyDQBBbCEIIAIgC0sNAQJAIAcgAGtBBE4EQCAHQQNrIRBBACAMa0EfcSENA0AgBSgCQCIGQSFPBEAgBUGwGjYCRAwDCyAFAn8gBSgCRCIIIAUoAkxPBEAgBSAIIAZBA3ZrIgg2AkRBASEJIAZBB3EMAQsgCCAFKAJIIglGDQMgBSAIIAZBA3YiESAIIAlrIAggEWsgCU8iCRsiEWsiCDYCRCAGIBFBA3RrCyIGNgJAIAUgCCgAACIINgI8IAlFIAAgEE9yDQIgCiAIIAZ0IA12QQF0aiIILQABIQkgBSAGIAgtAABqNgJAIAAgCToAACAKIAUoAjwgBSgCQCIGdCANdkEBdGoiCC0AASEJIAUgBiAILQAAajYCQCAAIAk6AAEgAEECaiEADAALAAsgBSgCQCIGQSFPBEAgBUGwGjYCRAwBCyAFKAJEIgkgBSgCTE8EQCAFIAZBB3EiCDYCQCAFIAkgBkEDdmsiBjYCRCAFIAYoAAA2AjwgCCEGDAELIAkgBSgCSCIIRg0AIAUgBiAJIAhrIAZBA3YiBiAJIAZrIAhJGyIIQQN0ayIGNgJAIAUgCSAIayIINgJEIAUgCCgAADYCPAtBACAMa0EfcSEIA0ACQCAGQSFPBEAgBUGwGjYCRAwBCyAFAn8gBSgCRCIJIAUoAkxPBEAgBSAJIAZBA3ZrIgw2AkRBASEJIAZBB3EMAQsgCSAFKAJIIgxGDQEgBSAJIAZBA3YiDSAJIAxrIAkgDWsgDE8iCRsiDWsiDDYCRCAGIA1BA3RrCyIGNgJAIAUgDCgAACIMNgI8IAlFIAAgB09yDQAgCiAMIAZ0IAh2QQF0aiIJLQABIQwgBSAGIAktAABqNgJAIAAgDDoAACAAQQFqIQAgBSgCQCEGDAELCwNAIAAgB09FBEAgCiAFKAI8IAUoAkAiBnQgCHZBAXRqIgktAAEhDCAFIAYgCS0AAGo2AkAgACAMOgAAIABBAWohAAwBCwsCQCAOIARrQQROBEAgDkEDayEJA0AgBSgCLCIAQSFPBEAgBUGwGjYCMAwDCyAFAn8gBSgCMCIHIAUoAjhPBEAgBSAHIABBA3ZrIgY2AjBBASEHIABBB3EMAQsgByAFKAI0IgZGDQMgBSAHIABBA3YiDCAHIAZrIAcgDGsgBk8iBxsiDGsiBjYCMCAAIAxBA3RrCyIANgIsIAUgBigAACIGNgIoIAdFIAQgCU9yDQIgCiAGIAB0IAh2QQF0aiIHLQABIQYgBSAAIActAABqNgIsIAQgBjoAACAKIAUoAiggBSgCLCIAdCAIdkEBdGoiBy0AASEGIAUgACAHLQAAajYCLCAEIAY6AAEgBEECaiEEDAALAAsgBSgCLCIAQSFPBEAgBUGwGjYCMAwBCyAFKAIwIgYgBSgCOE8EQCAFIABBB3EiBzYCLCAFIAYgAEEDdmsiADYCMCAFIAAoAAA2AiggByEADAELIAYgBSgCNCIHRg0AIAUgACAGIAdrIABBA3YiACAGIABrIAdJGyIHQQN0ayIANgIsIAUgBiAHayIHNgIwIAUgBygAADYCKAsDQAJAIABBIU8EQCAFQbAaNgIwDAELIAUCfyAFKAIwIgcgBSgCOE8EQCAFIAcgAEEDdmsiBjYCMEEBIQcgAEEHcQwBCyAHIAUoAjQiBkYNASAFIAcgAEEDdiIJIAcgBmsgByAJayAGTyIHGyIJayIGNgIwIAAgCUEDdGsLIgA2AiwgBSAGKAAAIgY2AiggB0UgBCAOT3INACAKIAYgAHQgCHZBAXRqIgctAAEhBiAFIAAgBy0AAGo2AiwgBCAGOgAAIARBAWohBCAFKAIsIQAMAQsLA0AgBCAOT0UEQCAKIAUoAiggBSgCLCIAdCAIdkEBdGoiBy0AASEGIAUgACAHLQAAajYCLCAEIAY6AAAgBEEBaiEEDAELCwJAIAsgAmtBBE4EQCALQQNrIQ4DQCAFKAIYIgBBIU8EQCAFQbAaNgIcDAMLIAUCfyAFKAIcIgQgBSgCJE8EQCAFIAQgAEEDdmsiBDYCHEEBIQYgAEEHcQwBCyAEIAUoAiAiB0YNAyAFIAQgAEEDdiIGIAQgB2sgBCAGayAHTyIGGyIHayIENgIcIAAgB0EDdGsLIgA2AhggBSAEKAAAIgQ2AhQgBkUgAiAOT3INAiAKIAQgAHQgCHZBAXRqIgQtAAEhByAFIAAgBC0AAGo2AhggAiAHOgAAIAogBSgCFCAFKAIYIgB0IAh2QQF0aiIELQABIQcgBSAAIAQtAABqNgIYIAIgBzoAASACQQJqIQIMAAsACyAFKAIYIgBBIU8EQCAFQbAaNgIcDAELIAUoAhwiByAFKAIkTwRAIAUgAEEHcSIENgIYIAUgByAAQQN2ayIANgIcIAUgACgAADYCFCAEIQAMAQsgByAFKAIgIgRGDQAgBSAAIAcgBGsgAEEDdiIAIAcgAGsgBEkbIgRBA3RrIgA2AhggBSAHIARrIgQ2AhwgBSAEKAAANgIUCwNAAkAgAEEhTwRAIAVBsBo2AhwMAQsgBQJ/IAUoAhwiBCAFKAIkTwRAIAUgBCAAQQN2ayIENgIcQQEhBiAAQQdxDAELIAQgBSgCICIHRg0BIAUgBCAAQQN2Ig4gBCAHayAEIA5rIAdPIgYbIgdrIgQ2AhwgACAHQQN0awsiADYCGCAFIAQoAAAiBDYCFCAGRSACIAtPcg0AIAogBCAAdCAIdkEBdGoiBC0AASEHIAUgACAELQAAajYCGCACIAc6AAAgAkEBaiECIAUoAhghAAwBCwsDQCACIAtPRQRAIAogBSgCFCAFKAIYIgB0IAh2QQF0aiIELQABIQcgBSAAIAQtAABqNgIYIAIgBzoAACACQQFqIQIMAQsLAkAgDyADa0EETgRAA0AgBSgCBCIAQSFPBEAgBUGwGjYCCAwDCyAFAn8gBSgCCCICIAUoAhBPBEAgBSACIABBA3ZrIgQ2AghBASECIABBB3EMAQsgAiAFKAIMIgRGDQMgBSACIABBA3YiCyACIARrIAIgC2sgBE8iAhsiC2siBDYCCCAAIAtBA3RrCyIANgIEIAUgBCgAACIENgIAIAJFIAMgEk9yDQIgCiAEIAB0IAh2QQF0aiICLQABIQQgBSAAIAItAABqNgIEIAMgBDoAACAKIAUoAgAgBSgCBCIAdCAIdkEBdGoiAi0AASEEIAUgACACLQAAajYCBCADIAQ6AAEgA0ECaiEDDAALAAsgBSgCBCIAQSFPBEAgBUGwGjYCCAwBCyAFKAIIIgQgBSgCEE8EQCAFIABBB3EiAjYCBCAFIAQgAEEDdmsiADYCCCAFIAAoAAA2AgAgAiEADAELIAQgBSgCDCICRg0AIAUgACAEIAJrIABBA3YiACAEIABrIAJJGyICQQN0ayIANgIEIAUgBCACayICNgIIIAUgAigAADYCAAsDQAJAIABBIU8EQCAFQbAaNgIIDAELIAUCfyAFKAIIIgIgBSgCEE8EQCAFIAIgAEEDdmsiBDYCCEEBIQIgAEEHcQwBCyACIAUoAgwiBEYNASAFIAIgAEEDdiILIAIgBGsgAiALayAETyICGyILayIENgIIIAAgC0EDdGsLIgA2AgQgBSAEKAAAIgQ2AgAgAkUgAyAPT3INACAKIAQgAHQgCHZBAXRqIgItAAEhBCAFIAAgAi0AAGo2AgQgAyAEOgAAIANBAWohAyAFKAIEIQAMAQsLA0AgAyAPT0UEQCAKIAUoAgAgBSgCBCIAdCAIdkEBdGoiAi0AASEEIAUgACACLQAAajYCBCADIAQ6AAAgA0EBaiEDDAELC0FsQWxBbEFsQWxBbEFsQWwgASAFKAIEQSBHGyAFKAIIIAUoAgxHGyAFKAIYQSBHGyAFKAIcIAUoAiBHGyAFKAIsQSBHGyAFKAIwIAUoAjRHGyAFKAJAQSBHGyAFKAJEIAUoAkhHGyEIDAELQWwhCAsgBUHQAGokACAICxoAIAAEQCABBEAgAiAAIAERBQAPCyAAEAILCyoBAn8jAEEQayIAJAAgAEEANgIIIABCADcDACAAEBchASAAQRBqJAAgAQvWAQECfwJAIAAoAgAiAUUgACgCBEVzDQBBwOwFIAEgACgCCBAYIgFFDQAgASAAKQIANwL86gEgAUGE6wFqIAAoAgg2AgAgAUEANgKc6wEgAUEANgKQ6wEgAUEANgLU6wEgAUEANgLE6wEgAUIANwKk6wEgAUEANgK46QEgAUEANgK87AUgAUIANwK86wEgAUEANgKs6wEgAUIBNwKU6wEgAUIANwPo6wEgAUGBgIDAADYCzOsBIAFCADcC7OoBIAFBADYCuOsBIAFCADcDsOsBIAEhAgsgAgsVACABBEAgAiAAIAERBwAPCyAAEAELrgEBBH8CQCAARQ0AIAAoApDrAQRAQUAPCyAAKAKE6wEhAiAAKAKA6wEhASAAEBogACgCwOsBIAEgAhAVIABBADYCwOsBIAAoAqzrASIDBEACQAJAAkACQCADKAIAIgQEQCABRQ0CIAIgBCABEQUADAELIAFFDQILIAIgAyABEQUADAILIAQQAgsgAxACCyAAQQA2AqzrAQsgAQRAIAIgACABEQUADAELIAAQAgtBAAtSAQN/AkAgACgCmOsBIgFFDQAgASgCACABKAK01QEiAiABKAK41QEiAxAVIAIEQCADIAEgAhEFAAwBCyABEAILIABBADYCqOsBIABCADcDmOsBC5QFAgR/An4jAEEQayIGJAACQCABIAJFckUEQEF/IQQMAQsCQEEBQQUgAxsiBCACSwRAIAJFIANBAUZyDQIgBkGo6r5pNgIMIAJFIgBFBEAgBkEMaiABIAL8CgAACyAGKAIMQajqvmlGDQIgBkHQ1LTCATYCDCAARQRAIAZBDGogASAC/AoAAAsgBigCDEFwcUHQ1LTCAUYNAgwBCyAAQQBBMPwLAEEBIQUCQCADQQFGDQAgAyEFIAEoAAAiA0Go6r5pRg0AIANBcHFB0NS0wgFHDQFBCCEEIAJBCEkNAiAAQQE2AhQgASgAACECIABBCDYCGCAAIAJB0NS0wgFrNgIcIAAgATUABDcDAEEAIQQMAgsgAiABIAIgBRAcIgJJBEAgAiEEDAILIAAgAjYCGCABIARqIgVBAWstAAAiAkEIcQRAQXIhBAwCCyACQSBxIgNFBEAgBS0AACIFQacBSwRAQXAhBAwDCyAFQQdxrUIBIAVBA3ZBCmqthiIIQgOIfiAIfCEJIARBAWohBAsgAkEGdiEFIAJBAnYhBwJAAkACQAJAIAJBA3EiAkEBaw4DAAECAwsgASAEai0AACECIARBAWohBAwCCyABIARqLwAAIQIgBEECaiEEDAELIAEgBGooAAAhAiAEQQRqIQQLIAdBAXEhBwJ+AkACQAJAAkAgBUEBaw4DAQIDAAtCfyADRQ0DGiABIARqMQAADAMLIAEgBGozAABCgAJ8DAILIAEgBGo1AAAMAQsgASAEaikAAAshCCAAIAc2AiAgACACNgIcIAAgCDcDAEEAIQQgAEEANgIUIAAgCCAJIAMbIgg3AwggAEKAgAggCCAIQoCACFobPgIQDAELQXYhBAsgBkEQaiQAIAQLXwEBf0G4fyEDIAFBAUEFIAIbIgFPBH8gACABakEBay0AACIAQQNxQQJ0QcAaaigCACABaiAAQQR2QQxxQdAaaigCAGogAEEgcSIBRWogAUEFdiAAQcAASXFqBUG4fwsLzQECA38CfiMAQTBrIgMkAAJAA0AgAUEFTwRAAkAgACgAAEFwcUHQ1LTCAUYEQEJ+IQUgAUEISQ0EIAAoAAQiBEF3Sw0EIARBCGoiAiABSw0EIARBgX9JDQEMBAsgAyAAIAFBABAbIQJCfiADKQMAQgAgAygCFEEBRxsgAhsiBUJ9Vg0DIAUgBnwiBiAFVCECQn4hBSACDQMgACABQQAQHiICQYh/Sw0DCyABIAJrIQEgACACaiEADAELC0J+IAYgARshBQsgA0EwaiQAIAUL4gEBAn8jAEFAaiIDJAACQAJAIAFBCEkgAnINACAAKAAAQXBxQdDUtMIBRw0AQXJBuH8gACgABCIAQQhqIgIgASACSRsgAEF3SxshAgwBCyADQRBqIAAgASACEBsiAkGIf0sNAAJAIAINACABIAMoAigiAmshASAAIAJqIQQDQCAEIAEgA0EEahAfIgJBiH9LDQIgASACQQNqIgJJDQEgASACayEBIAIgBGohBCADKAIIRQ0ACyADKAIwBH8gAUEESQ0BIARBBGoFIAQLIABrIQIMAQtBuH8hAgsgA0FAayQAIAILZAEBf0G4fyEDAkAgAUEDSQ0AIAAtAAIhASACIAAvAAAiAEEBcTYCBCACIABBAXZBA3EiAzYCACACIAAgAUEQdHJBA3YiADYCCAJAAkAgA0EBaw4DAgEAAQtBbA8LIAAhAwsgAwtNAQF/AkAgAkUNACABIAAoAqzpASICRg0AIAAgAjYCuOkBIAAgATYCrOkBIAAoArDpASEDIAAgATYCsOkBIAAgASADIAJrajYCtOkBCwsyAAJAAkACQCAAKAKo6wFBAWoOAwIAAQALIAAQGkEADwsgAEEANgKo6wELIAAoApzrAQv4CgIXfwF+IwBBgAFrIgkkAAJ/IAVFBEBBAAwBCyAFKAIIIQ0gBSgCBAsiD0EARyANQQBHcSEXIABBrNABaiEYIABBoDBqIRkgAEG40AFqIRAgAEGYIGohGiANQQhrIRsgAEGo0ABqIRwgD0EIaiERIA0gD2ohDiAAQRBqIRIgAEGQ6gFqIRMgASEMAkACQAJAA0BBAUEFIAAoAuzqASIKGyELAkADQCAEIAtJDQECQCAEQQRJIApyDQAgAygAAEFwcUHQ1LTCAUcNAEG4fyEIIARBCEkNBiADKAAEIgdBd0sEQEFyIQgMBwsgBCAHQQhqIgZJDQYgB0GAf0sEQCAGIQgMBwsgBCAGayEEIAMgBmohAwwBCwsCQCAFBEAgACAFECMMAQsgABAkIBdFDQAgDyEHAkAgDUEISQ0AIAcoAABBt8jC4X5HDQAgACAHKAAENgKg6wFBYiEIIA1BCEYNBiAcIBEgGyASEA4iBkGIf0sNBiAJQR82AnwgCSAJQfwAaiIVIAlB+ABqIhYgBiARaiIGIA4gBmsQBiIHQYh/Sw0GIAkoAnwiCkEfSw0GIAkoAngiC0EJTw0GIBogCSAKQYAKQYALIAsgEBAlIAlBNDYCfCAJIBUgFiAGIAdqIgYgDiAGaxAGIgdBiH9LDQYgCSgCfCIKQTRLDQYgCSgCeCILQQpPDQYgGSAJIApBoAtBgA0gCyAQECUgCUEjNgJ8IAkgFSAWIAYgB2oiBiAOIAZrEAYiB0GIf0sNBiAJKAJ8IgpBI0sNBiAJKAJ4IgtBCk8NBiASIAkgCkHADUHQDiALIBAQJSAGIAdqIgZBDGoiByAOSw0GIA4gB2shCkEAIQcDQCAHQQNHBEAgBigAACILQQFrIApPDQggGCAHQQJ0aiALNgIAIAdBAWohByAGQQRqIQYMAQsLIAYgD2siBkGIf0sNBiAAQoGAgIAQNwOI6gEgBiAPaiEHCyAAIAAoAqzpASIGNgK46QEgACgCsOkBIQggACAHNgKw6QEgACAONgKs6QEgACAHIAggBmtqNgK06QELIAAgDCACECBBuH8hCCAEQQVBCSAAKALs6gEiBhtJDQQgA0EBQQUgBhsgBhAcIgdBiH9LBEAgByEGDAQLIAQgB0EDakkNBCAAIAMgBxAmIgZBiH9LDQMgACgCuOsBIgYEQCAAIAAoAtDpASIIIAYgBiAISxs2AtDpAQsgAiAMaiEKIAQgB2shBCADIAdqIQMgDCEHA0AgAyAEIAkQHyIIQYh/SwRAIAghBgwFCyAIIARBA2siC0sEQEG4fyEGDAULIANBA2oiAyAKIAMgCkkbIAogAyAHTxshBEFsIQYCQAJAAkACQAJAAkACQAJAIAkoAgAOAwECAAwLIAAgByAEIAdrIAMgCEEAECchBgwECyAIIAogB2tLDQkgB0UEQCAIDQIMBQsgCCIGRQ0FIAcgAyAG/AoAAAwFCyAJKAIIIgYgBCAHa0sNCCAHDQEgBkUNAwtBtn8hBgwICyAGRQ0AIAcgAy0AACAG/AsACyAGQYh/Sw0GDAELQQAhBgsgACgC9OoBBEAgEyAHIAYQKAsgCyAIayEEIAMgCGohAyAGIAdqIQcgCSgCBEUNAAsgACkDwOkBIh1Cf1EgHSAHIAxrrFFyRQRAQWwhCAwFCyAAKALg6QEEQEFqIQggBEEESQ0FIAAoAvDqAUUEQCADKAAAIBMQKadHDQYLIARBBGshBCADQQRqIQMLIAcgDGsiBkGJf08NAyACIAZrIQIgBiAMaiEMQQEhFAwBCwsgBARAQbh/IQgMAwsgDCABayEIDAILQbp/IQYLQbh/IAYgBkF2RhsgBiAUGyEICyAJQYABaiQAIAgL4gEBAX8gAQRAIAAgACgCuOkBIAEoAgQgASgCCGpHNgKk6wEgABAkIAAgASgCqNUBNgKg6wEgACABKAIEIgI2ArTpASAAIAI2ArDpASAAIAIgASgCCGoiAjYCrOkBIAAgAjYCuOkBIAEoAqzVAQRAIABCgYCAgBA3A4jqASAAIAFBpNAAajYCDCAAIAFBlCBqNgIIIAAgAUGcMGo2AgQgACABQQxqNgIAIAAgASgCqNABNgKs0AEgACABKAKs0AE2ArDQASAAIAEoArDQATYCtNABDwsgAEIANwOI6gEPCyAAECQLuAEAIABCADcCrOkBIABCADcD8OkBIABBjICA4AA2AqhQIABBADYCoOsBIABCADcDiOoBIABBATYClOsBIABCAzcDgOoBIABBtOkBakIANwIAIABB+OkBakIANwMAIABB9A4pAgA3AqzQASAAQbTQAWpB/A4oAgA2AgAgACAAQRBqNgIAIAAgAEGgMGo2AgQgACAAQZggajYCCCAAIABBqNAAajYCDCAAQQFBBSAAKALs6gEbNgK86QELnAUCCX8BfiAAQQxqIQ8gAkEBaiENQYCAAiAFdEEQdiEMQQAhAkEBIQdBASAFdCIKQQFrIg4hCQNAIAIgDUZFBEACQCABIAJBAXQiC2ovAQAiCEH//wNGBEAgDyAJQQN0aiACNgIAIAlBAWshCUEBIQgMAQsgB0EAIAwgCMFKGyEHCyAGIAtqIAg7AQAgAkEBaiECDAELCyAAIAU2AgQgACAHNgIAAkAgCSAORgRAIAZB6gBqIQxBACEJQQAhBwNAIAkgDUYEQCAKQQN2IApBAXZqQQNqIgFBAXQhCUEAIQhBACEHA0AgByAKTw0EIAcgDGohDUEAIQIDQCACQQJGRQRAIA8gASACbCAIaiAOcUEDdGogAiANai0AADYCACACQQFqIQIMAQsLIAdBAmohByAIIAlqIA5xIQgMAAsABSABIAlBAXRqLgEAIQggByAMaiILIBA3AABBCCECA0AgAiAITkUEQCACIAtqIBA3AAAgAkEIaiECDAELCyAQQoGChIiQoMCAAXwhECAJQQFqIQkgByAIaiEHDAELAAsACyAKQQN2IApBAXZqQQNqIQxBACEHQQAhCANAIAcgDUYNAUEAIQIgASAHQQF0ai4BACILQQAgC0EAShshCwNAIAIgC0ZFBEAgDyAIQQN0aiAHNgIAA0AgCCAMaiAOcSIIIAlLDQALIAJBAWohAgwBCwsgB0EBaiEHDAALAAsgAEEIaiEHIAVBH2shBUEAIQgDQCAIIApGRQRAIAYgByAIQQN0aiIAKAIEIgFBAXRqIgIgAi8BACICQQFqOwEAIAAgBSACZ2oiCToAAyAAIAIgCXQgCms7AQAgACABIARqLQAAOgACIAAgAyABQQJ0aigCADYCBCAIQQFqIQgMAQsLC+sBACAAQcDpAWogASACIAAoAuzqARAbIgFBiH9NBH8gAQRAQbh/DwsCQCAAKAKw6wFBAUcNACAAKAKs6wFFDQAgABAqCwJAIAAoAtzpASIBRQ0AIAAoAqDrASABRg0AQWAPCwJAIAAoAuDpAQRAIAAgACgC8OoBIgFFNgL06gEgAQ0BIABBkOoBakEAQdgA/AsAIABC+erQ0OfJoeThADcDsOoBIABCz9bTvtLHq9lCNwOg6gEgAELW64Lu6v2J9eAANwOY6gEMAQsgAEEANgL06gELIAAgACkD8OkBIAKtfDcD8OkBQQAFIAELC8WoAQIofwF+IwBB0AJrIgYkAAJAAkAgACgClOsBIgcEfyAAKALQ6QEFQYCACAsgBEkNAAJAIARBAkkNACADLQAAIg5BA3EhESAHBH8gACgC0OkBBUGAgAgLIQwCQAJAAkACQAJAAkACQAJAAkACQCARQQFrDgMDAQACCyAAKAKI6gENAEFiIQgMCwsgBEEFSQ0IQQMhByADKAAAIQgCfwJ/AkACQAJAIA5BAnZBA3EiDkECaw4CAQIACyAIQQ52Qf8HcSEKIAhBBHZB/wdxIQkgDkEARwwDCyAIQRJ2IQogCEEEdkH//wBxIQlBBAwBCyADLQAEQQp0IAhBFnZyIQogCEEEdkH//w9xIQlBBQshB0EBCyELQbp/IQggAUEBIAkbRQ0KIAkgDEsNCCAJQQZJIAtxBEBBaCEIDAsLIAcgCmoiDyAESw0IIAwgAiACIAxLGyIOIAlJDQogACABIAIgCSAFIA5BABArAkAgACgCpOsBRSAJQYEGSXINAEEAIQgDQCAIQYOAAUsNASAIQUBrIQgMAAsACyARQQNGBEAgAyAHaiEOIAAoAgwiBS0AAUEIdCEHIAAoAvzrASEIIAtFBEAgBwRAIAZB4AFqIA4gChAIIgxBiH9LDQkgBUEEaiEOIAggCWohDSAFLwECIRIgCUEETwRAIA1BA2shFkEAIBJrQR9xIRMgBigC6AEhBSAGKALsASEHIAYoAvABIRAgBigC4AEhCyAGKALkASEMA0AgDEEgSwRAQbAaIQUMCgsCQCAFIBBPBEAgDEEHcSEKIAxBA3YhC0EBIQwMAQsgBSAHRg0KIAwgDEEDdiIKIAUgB2sgBSAKayAHTyIMGyILQQN0ayEKCyAFIAtrIgUoAAAhCyAMRSAIIBZPcg0IIAggDiALIAp0IBN2QQJ0aiIMLwEAOwAAIAggDC0AA2oiCCAOIAsgCiAMLQACaiIMdCATdkECdGoiCi8BADsAACAIIAotAANqIQggDCAKLQACaiEMDAALAAsgBigC5AEiDEEhTwRAIAZBsBo2AugBDAkLIAYoAugBIgcgBigC8AFPBEAgBiAMQQdxIgU2AuQBIAYgByAMQQN2ayIHNgLoASAGIAcoAAA2AuABIAUhDAwJCyAHIAYoAuwBIgVGDQggBiAMIAcgBWsgDEEDdiIKIAcgCmsgBUkbIgVBA3RrIgw2AuQBIAYgByAFayIFNgLoASAGIAUoAAA2AuABDAgLIAggCSAOIAogBRARIQwMCAsgBwRAIAggCSAOIAogBRASIQwMCAsgCCAJIA4gCiAFEBQhDAwHCyAAQazVAWohDiADIAdqIQUgAEGo0ABqIQggACgC/OsBIQcgC0UEQCAIIAUgCiAOEA0iDEGIf0sNByAKIAxNDQMgByAJIAUgDGogCiAMayAIEBEhDAwHCyAJRQRAQbp/IQwMBwsgCkUEQEFsIQwMBwtBDyELIAlBCHYiDCAJIApLBH8gCkEEdCAJbgVBDwtBBHQiDUGMCGooAgBsIA1BiAhqKAIAaiILQQV2IAtqIA1BgAhqKAIAIA1BhAhqKAIAIAxsakkEQCAIIAUgCiAOEA4iDEGIf0sNByAKIAxNDQMgByAJIAUgDGogCiAMayAIEBIhDAwHCyAIIAUgCiAOEA0iDEGIf0sNBiAKIAxNDQIgByAJIAUgDGogCiAMayAIEBQhDAwGC0ECIQkCfwJAAkACQCAOQQJ2QQNxQQFrDgMBAAIAC0EBIQkgDkEDdgwCCyADLwAAQQR2DAELIARBAkYNCEEDIQkgAy8AACADLQACQRB0ckEEdgshEEG6fyEIIAFBASAQG0UNCSAMIBBJDQcgAiAQSQ0JIAAgASACIBAgBSAMIAIgAiAMSxtBARArIAQgCSAQaiIPQSBqSQRAIAQgD0kNCCADIAlqIQUgACgC/OsBIQgCQCAAKAKE7AFBAkYEQCAQQYCABGsiDgRAIAggBSAO/AoAAAsgAEGI7AFqIAUgDmpBgIAE/AoAAAwBCyAQRQ0AIAggBSAQ/AoAAAsgACAQNgKI6wEgACAAKAL86wE2AvjqAQwHCyAAQQA2AoTsASAAIBA2AojrASAAIAMgCWoiBTYC+OoBIAAgBSAQajYCgOwBDAYLAn8CQAJAAkAgDkECdkEDcUEBaw4DAQACAAsgDkEDdiEQQQEMAgsgBEECRg0IIAMvAABBBHYhEEECDAELIARBBEkNByADLwAAIAMtAAJBEHRyQQR2IRBBAwshCUG6fyEIIAFBASAQG0UNCCAMIBBJDQYgAiAQSQ0IIAAgASACIBAgBSAMIAIgAiAMSxtBARArIAMgCWoiDi0AACEFIAAoAvzrASEIAkAgACgChOwBQQJGBEAgEEGAgARrIgcEQCAIIAUgB/wLAAsgAEGI7AFqIA4tAABBgIAE/AsADAELIBBFDQAgCCAFIBD8CwALIAAgEDYCiOsBIAAgACgC/OsBNgL46gEgCUEBaiEPDAULQbh/IQwMAwsgCiEMCyAGIAw2AuQBIAYgBTYC6AEgBiALNgLgAQsCQCANIAhrQQJJDQAgDUECayEHQQAgEmtBH3EhCgNAAkAgDEEhTwRAIAZBsBo2AugBDAELIAYCfyAGKALoASIFIAYoAvABTwRAIAYgBSAMQQN2ayIFNgLoAUEBIRkgDEEHcQwBCyAFIAYoAuwBIgtGDQEgBiAFIAxBA3YiEyAFIAtrIAUgE2sgC08iGRsiC2siBTYC6AEgDCALQQN0awsiDDYC5AEgBiAFKAAAIgU2AuABIBlFIAcgCElyDQAgCCAOIAUgDHQgCnZBAnRqIgUvAQA7AAAgBiAGKALkASAFLQACaiIMNgLkASAIIAUtAANqIQgMAQsLA0AgByAISQ0BIAggDiAGKALgASAMdCAKdkECdGoiBS8BADsAACAGIAYoAuQBIAUtAAJqIgw2AuQBIAggBS0AA2ohCAwACwALAkAgCCANTw0AIAggDiAGKALgASAMdEEAIBJrdkECdGoiBS0AADoAACAFLQADQQFGBEAgBigC5AEgBS0AAmohDAwBCyAGKALkASIMQR9LDQBBICAMIAUtAAJqIgUgBUEgTxshDAtBbEFsIAkgDEEgRxsgBigC6AEgBigC7AFHGyEMCyAAKAKE7AFBAkYEQCAAQYjsAWogACgCgOwBQYCABGtBgIAE/AoAACAJQYCABGsiBQRAIAAoAvzrASIIQeD/A2ogCCAF/AoAAAsgACAAKAL86wFB4P8DajYC/OsBIAAgACgCgOwBQSBrNgKA7AELIAxBiH9LDQEgACAJNgKI6wEgAEEBNgKI6gEgACAAKAL86wE2AvjqASARQQJGBEAgACAAQajQAGo2AgwLIA8iCEGIf0sNAwsgACgClOsBBH8gACgC0OkBBUGAgAgLIQUgBCAPRg0BIAQgD2shDiAAKAK06QEhCyADIARqIQkgACgCpOsBIQcCfwJAAn8gAyAPaiIELQAAIgzAIgNBAE4EQCAEQQFqDAELIANBf0YEQCAOQQNJDQUgBEEDaiEDIAQvAAFBgP4BaiEMDAILIA5BAUYNBCAELQABIAxBCHRyQYCAAmshDCAEQQJqCyEDIAwNAEFsIQggAyAJRw0EQQAhDCAODAELQbh/IQggA0EBaiIKIAlLDQMgAy0AACIDQQNxDQEgAEEQaiAAIANBBnZBI0EJIAogCSAKa0HADUHQDkGADyAAKAKM6gEgByAMIABBrNUBaiINECwiCEGIf0sNASAAQZggaiAAQQhqIANBBHZBA3FBH0EIIAggCmoiCiAJIAprQYAKQYALQZATIAAoAozqASAAKAKk6wEgDCANECwiEUGIf0sNAUFsIQggAEGgMGogAEEEaiADQQJ2QQNxQTRBCSAKIBFqIgMgCSADa0GgC0GADUGgFSAAKAKM6gEgACgCpOsBIAwgDRAsIglBiH9LDQMgAyAJaiAEawsiCEGIf0sNAgJAIAFBAEcgAkEAR3FFIAxBAEpxDQACQAJAIAEgAiAFIAIgBUkbIgNBACADQQBKG2ogC2siA0H8//8fTQRAIAcgA0GBgIAISXIgDEEJSHINAiAGQeABaiAAKAIIIAwQLQwBCyAGQeABaiAAKAIIIAwQLSAGKALkAUEZSyEbIAcNAQsgBigC4AFBE0shBwsgDiAIayEDIAQgCGohBSAAQQA2AqTrASAAKAKE7AEhBAJAIAcEQAJ/IARBAUYEQCAAKAL86wEMAQsgASACQQAgAkEAShtqCyEVIAYgACgC+OoBIgg2AswCIAAoAoDsASESIAxFBEAgASECDAILIAAoArjpASEUIAAoArTpASEXIAAoArDpASEOIABBATYCjOoBIABBrNABaiEkIAZB1AFqIRxBACEEA0AgBEEDRkUEQCAcIARBAnQiAmogAiAkaigCADYCACAEQQFqIQQMAQsLQWwhCCAGQagBaiICIAUgAxAIQYh/Sw0FIAZBvAFqIAIgACgCABAuIAZBxAFqIAIgACgCCBAuIAZBzAFqIAIgACgCBBAuQQggDCAMQQhOGyIlQQAgJUEAShshGSAMQQFrISYgASAOayEdIAYoArABIQQgBigC2AEhByAGKALUASEPIAYoAqwBIQMgBigCtAEhCyAGKAK4ASEYIAYoAsgBIScgBigC0AEhKCAGKALAASEpIAYoAqgBIQIgBigCxAEhEyAGKALMASEWIAYoArwBIR8gG0UhKkEAIRADQCAPIREgECAZRgRAIAYgFjYCzAEgBiAfNgK8ASAGIAQ2ArABIAYgEzYCxAEgBiACNgKoASAAQZjsAWohEyAAQYjsBWohFiAAQYjsAWohGCAVQSBrIRogG0UhHyABIQIDQCAMIBlHBEAgBigCwAEgBigCvAFBA3RqIgMtAAIhCiAGKALQASAGKALMAUEDdGoiBC0AAiERIAYoAsgBIAYoAsQBQQN0aiIFLQADIQ8gBC0AAyEbIAMtAAMhHiAFLwEAISEgBC8BACEiIAMvAQAhIyAFKAIEIQ0gAygCBCEQIAQoAgQhCQJAIAUtAAIiA0ECTwRAAkAgHyADQRlJckUEQCANIAYoAqgBIg0gBigCrAEiBHRBBSADa3ZBBXRqIQsCQCADIARqQQVrIgRBIU8EQCAGQbAaNgKwAQwBCyAGKAKwASIFIAYoArgBTwRAIAYgBEEHcSIDNgKsASAGIAUgBEEDdmsiBDYCsAEgBiAEKAAAIg02AqgBIAMhBAwBCyAFIAYoArQBIgNGDQAgBiAEIAUgA2sgBEEDdiIEIAUgBGsgA0kbIgNBA3RrIgQ2AqwBIAYgBSADayIDNgKwASAGIAMoAAAiDTYCqAELIAYgBEEFaiIHNgKsASALIA0gBHRBG3ZqIQsMAQsgBiAGKAKsASIEIANqIgc2AqwBIAYoAqgBIAR0QQAgA2t2IA1qIQsgB0EhTwRAIAZBsBo2ArABDAELIAYoArABIgQgBigCuAFPBEAgBiAHQQdxIgM2AqwBIAYgBCAHQQN2ayIENgKwASAGIAQoAAA2AqgBIAMhBwwBCyAEIAYoArQBIgNGDQAgBiAHIAQgA2sgB0EDdiIFIAQgBWsgA0kbIgNBA3RrIgc2AqwBIAYgBCADayIDNgKwASAGIAMoAAA2AqgBCyAGKQLUASEuIAYgCzYC1AEgBiAuNwLYAQwBCyAQRSEEIANFBEAgHCAQQQBHQQJ0aigCACEDIAYgHCAEQQJ0aigCACILNgLUASAGIAM2AtgBIAYoAqwBIQcMAQsgBiAGKAKsASIDQQFqIgc2AqwBAkACQCAEIA1qIAYoAqgBIAN0QR92aiIDQQNGBEAgBigC1AFBAWsiA0F/IAMbIQsMAQsgHCADQQJ0aigCACIEQX8gBBshCyADQQFGDQELIAYgBigC2AE2AtwBCyAGIAYoAtQBNgLYASAGIAs2AtQBCyAKIBFqIQMCQCARRQRAIAchBAwBCyAGIAcgEWoiBDYCrAEgBigCqAEgB3RBACARa3YgCWohCQsCQCADQRRJDQAgBEEhTwRAIAZBsBo2ArABDAELIAYoArABIgUgBigCuAFPBEAgBiAEQQdxIgM2AqwBIAYgBSAEQQN2ayIENgKwASAGIAQoAAA2AqgBIAMhBAwBCyAFIAYoArQBIgNGDQAgBiAEIAUgA2sgBEEDdiIEIAUgBGsgA0kbIgNBA3RrIgQ2AqwBIAYgBSADayIDNgKwASAGIAMoAAA2AqgBCwJAIApFBEAgBCEDDAELIAYgBCAKaiIDNgKsASAGKAKoASAEdEEAIAprdiAQaiEQCwJAIANBIU8EQEGwGiEEIAZBsBo2ArABDAELIAYoArABIgQgBigCuAFPBEAgBiADQQdxIgU2AqwBIAYgBCADQQN2ayIENgKwASAGIAQoAAA2AqgBIAUhAwwBCyAEIAYoArQBIgVGDQAgBiAEIAQgBWsgA0EDdiIHIAQgB2sgBUkbIgVrIgQ2ArABIAYgAyAFQQN0ayIDNgKsASAGIAQoAAA2AqgBCwJAIBkgJkYNACAGIB5BAnRBsBlqKAIAIAYoAqgBIgVBACADIB5qIgNrdnEgI2o2ArwBIAYgG0ECdEGwGWooAgAgBUEAIAMgG2oiA2t2cSAiajYCzAECQCADQSFPBEBBsBohBCAGQbAaNgKwAQwBCyAGKAK4ASAETQRAIAYgA0EHcSIHNgKsASAGIAQgA0EDdmsiBDYCsAEgBiAEKAAAIgU2AqgBIAchAwwBCyAEIAYoArQBIgdGDQAgBiAEIAQgB2sgA0EDdiIFIAQgBWsgB0kbIgVrIgQ2ArABIAYgAyAFQQN0ayIDNgKsASAGIAQoAAAiBTYCqAELIAYgAyAPaiIDNgKsASAGIA9BAnRBsBlqKAIAIAVBACADa3ZxICFqNgLEASADQSFPBEAgBkGwGjYCsAEMAQsgBigCuAEgBE0EQCAGIANBB3E2AqwBIAYgBCADQQN2ayIDNgKwASAGIAMoAAA2AqgBDAELIAQgBigCtAEiBUYNACAGIAMgBCAFayADQQN2IgMgBCADayAFSRsiA0EDdGs2AqwBIAYgBCADayIDNgKwASAGIAMoAAA2AqgBCwJAAkAgACgChOwBQQJGBEAgBigCzAIiBSAGQeABaiAZQQdxQQxsaiIKKAIAIgRqIg0gACgCgOwBIgNLBEAgAyAFRwRAIAMgBWsiAyAVIAJrSw0LIAIgBSADEC8gCiAEIANrIgQ2AgAgAiADaiECCyAGIBg2AswCIABBADYChOwBAkACQAJAIARBgIAESg0AIAIgCigCBCIPIARqIgdqIBpLDQAgB0EgaiAVIAJrTQ0BCyAGIAooAgg2AoABIAYgCikCADcDeCACIBUgBkH4AGogBkHMAmogFiAOIBcgFBAwIQcMAQsgBCAYaiERIAIgBGohAyAKKAIIIQUgGCkAACEuIAIgGCkACDcACCACIC43AAACQCAEQRFJDQAgEykAACEuIAIgEykACDcAGCACIC43ABAgBEEQa0ERSA0AIAJBIGohBCATIQ0DQCANKQAQIS4gBCANKQAYNwAIIAQgLjcAACANKQAgIS4gBCANKQAoNwAYIAQgLjcAECANQSBqIQ0gBEEgaiIEIANJDQALCyADIAVrIQQgBiARNgLMAiADIA5rIAVJBEAgBSADIBdrSw0PIBQgFCAEIA5rIgRqIg0gD2pPBEAgD0UNAiADIA0gD/wKAAAMAgtBACAEayIRBEAgAyANIBH8CgAACyAEIA9qIQ8gAyAEayEDIA4hBAsgBUEQTwRAIAQpAAAhLiADIAQpAAg3AAggAyAuNwAAIA9BEUgNASADIA9qIQUgA0EQaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAFSQ0ACwwBCwJAIAVBB00EQCADIAQtAAA6AAAgAyAELQABOgABIAMgBC0AAjoAAiADIAQtAAM6AAMgAyAEIAVBAnQiBUHgGmooAgBqIgQoAAA2AAQgBCAFQYAbaigCAGshBAwBCyADIAQpAAA3AAALIA9BCUkNACADIA9qIQ0gA0EIaiIFIARBCGoiBGtBD0wEQANAIAUgBCkAADcAACAEQQhqIQQgBUEIaiIFIA1JDQAMAgsACyAEKQAAIS4gBSAEKQAINwAIIAUgLjcAACAPQRlIDQAgA0EYaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyANSQ0ACwsgB0GIf0sEQCAHIQgMDgsgCiALNgIIIAogCTYCBCAKIBA2AgAgECAdaiEEIBYhEgwDCyANQSBrIQMCQAJAIA0gEksNACACIAooAgQiESAEaiIHaiADSw0AIAdBIGogFSACa00NAQsgBiAKKAIINgKQASAGIAopAgA3A4gBIAIgFSADIAZBiAFqIAZBzAJqIBIgDiAXIBQQMSEHDAILIAIgBGohAyAKKAIIIQogBSkAACEuIAIgBSkACDcACCACIC43AAACQCAEQRFJDQAgBSkAECEuIAIgBSkAGDcAGCACIC43ABAgBEEQa0ERSA0AIAVBEGohBCACQSBqIQUDQCAEKQAQIS4gBSAEKQAYNwAIIAUgLjcAACAEKQAgIS4gBSAEKQAoNwAYIAUgLjcAECAEQSBqIQQgBUEgaiIFIANJDQALCyADIAprIQQgBiANNgLMAiADIA5rIApJBEAgCiADIBdrSw0NIBQgFCAEIA5rIgRqIgUgEWpPBEAgEUUNAyADIAUgEfwKAAAMAwtBACAEayINBEAgAyAFIA38CgAACyAEIBFqIREgAyAEayEDIA4hBAsgCkEQTwRAIAQpAAAhLiADIAQpAAg3AAggAyAuNwAAIBFBEUgNAiADIBFqIQUgA0EQaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAFSQ0ACwwCCwJAIApBB00EQCADIAQtAAA6AAAgAyAELQABOgABIAMgBC0AAjoAAiADIAQtAAM6AAMgAyAEIApBAnQiBUHgGmooAgBqIgQoAAA2AAQgBCAFQYAbaigCAGshBAwBCyADIAQpAAA3AAALIBFBCUkNASADIBFqIQogA0EIaiIFIARBCGoiBGtBD0wEQANAIAUgBCkAADcAACAEQQhqIQQgBUEIaiIFIApJDQAMAwsACyAEKQAAIS4gBSAEKQAINwAIIAUgLjcAACARQRlIDQEgA0EYaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAKSQ0ACwwBCwJAAkAgBigCzAIiBCAGQeABaiAZQQdxQQxsaiIFKAIAIg1qIhEgEksNACACIAUoAgQiCiANaiIHaiAaSw0AIAdBIGogFSACa00NAQsgBiAFKAIINgKgASAGIAUpAgA3A5gBIAIgFSAGQZgBaiAGQcwCaiASIA4gFyAUEDAhBwwBCyACIA1qIQMgBSgCCCEFIAQpAAAhLiACIAQpAAg3AAggAiAuNwAAAkAgDUERSQ0AIAQpABAhLiACIAQpABg3ABggAiAuNwAQIA1BEGtBEUgNACAEQRBqIQQgAkEgaiEPA0AgBCkAECEuIA8gBCkAGDcACCAPIC43AAAgBCkAICEuIA8gBCkAKDcAGCAPIC43ABAgBEEgaiEEIA9BIGoiDyADSQ0ACwsgAyAFayEEIAYgETYCzAIgAyAOayAFSQRAIAUgAyAXa0sNDCAUIBQgBCAOayIEaiINIApqTwRAIApFDQIgAyANIAr8CgAADAILQQAgBGsiEQRAIAMgDSAR/AoAAAsgBCAKaiEKIAMgBGshAyAOIQQLIAVBEE8EQCAEKQAAIS4gAyAEKQAINwAIIAMgLjcAACAKQRFIDQEgAyAKaiEFIANBEGohAwNAIAQpABAhLiADIAQpABg3AAggAyAuNwAAIAQpACAhLiADIAQpACg3ABggAyAuNwAQIARBIGohBCADQSBqIgMgBUkNAAsMAQsCQCAFQQdNBEAgAyAELQAAOgAAIAMgBC0AAToAASADIAQtAAI6AAIgAyAELQADOgADIAMgBCAFQQJ0IgVB4BpqKAIAaiIEKAAANgAEIAQgBUGAG2ooAgBrIQQMAQsgAyAEKQAANwAACyAKQQlJDQAgAyAKaiENIANBCGoiBSAEQQhqIgRrQQ9MBEADQCAFIAQpAAA3AAAgBEEIaiEEIAVBCGoiBSANSQ0ADAILAAsgBCkAACEuIAUgBCkACDcACCAFIC43AAAgCkEZSA0AIANBGGohAwNAIAQpABAhLiADIAQpABg3AAggAyAuNwAAIAQpACAhLiADIAQpACg3ABggAyAuNwAQIARBIGohBCADQSBqIgMgDUkNAAsLIAdBiH9LBEAgByEIDAsLIAZB4AFqIBlBB3FBDGxqIgMgCzYCCCADIAk2AgQgAyAQNgIAIBAgHWohBAsgAiAHaiECIBlBAWohGSAEIAlqIR0MAQsLIAYoArABIAYoArQBRw0HIAYoAqwBQSBHDQcgDCAlayEQA0ACQCAMIBBMBEBBACEEA0AgBEEDRg0CICQgBEECdCIDaiADIBxqKAIANgIAIARBAWohBAwACwALIAZB4AFqIBBBB3FBDGxqIQQCfwJAIAAoAoTsAUECRgRAIAYoAswCIgUgBCgCACIDaiINIAAoAoDsASIHSwRAIAUgB0cEQCAHIAVrIgcgFSACa0sNCyACIAUgBxAvIAQgAyAHayIDNgIAIAIgB2ohAgsgBiAYNgLMAiAAQQA2AoTsAQJAAkACQCADQYCABEoNACACIAQoAgQiCyADaiIHaiAaSw0AIAdBIGogFSACa00NAQsgBiAEKAIINgJQIAYgBCkCADcDSCACIBUgBkHIAGogBkHMAmogFiAOIBcgFBAwIQcMAQsgAyAYaiEKIAIgA2ohCSAEKAIIIQUgGCkAACEuIAIgGCkACDcACCACIC43AAACQCADQRFJDQAgEykAACEuIAIgEykACDcAGCACIC43ABAgA0EQa0ERSA0AIAJBIGohBCATIQMDQCADKQAQIS4gBCADKQAYNwAIIAQgLjcAACADKQAgIS4gBCADKQAoNwAYIAQgLjcAECADQSBqIQMgBEEgaiIEIAlJDQALCyAJIAVrIQQgBiAKNgLMAiAJIA5rIAVJBEAgBSAJIBdrSw0PIBQgFCAEIA5rIgNqIgQgC2pPBEAgC0UNAiAJIAQgC/wKAAAMAgtBACADayIKBEAgCSAEIAr8CgAACyADIAtqIQsgCSADayEJIA4hBAsgBUEQTwRAIAQpAAAhLiAJIAQpAAg3AAggCSAuNwAAIAtBEUgNASAJIAtqIQUgCUEQaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAFSQ0ACwwBCwJAIAVBB00EQCAJIAQtAAA6AAAgCSAELQABOgABIAkgBC0AAjoAAiAJIAQtAAM6AAMgCSAEIAVBAnQiA0HgGmooAgBqIgQoAAA2AAQgBCADQYAbaigCAGshBAwBCyAJIAQpAAA3AAALIAtBCUkNACAJIAtqIQUgCUEIaiIDIARBCGoiBGtBD0wEQANAIAMgBCkAADcAACAEQQhqIQQgA0EIaiIDIAVJDQAMAgsACyAEKQAAIS4gAyAEKQAINwAIIAMgLjcAACALQRlIDQAgCUEYaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAFSQ0ACwsgB0GJf08EQCAHIQgMDgsgFiESIAIgB2oMAwsgDUEgayEHAkACQCANIBJLDQAgAiAEKAIEIg8gA2oiCWogB0sNACAJQSBqIBUgAmtNDQELIAYgBCgCCDYCYCAGIAQpAgA3A1ggAiAVIAcgBkHYAGogBkHMAmogEiAOIBcgFBAxIQkMAgsgAiADaiEHIAQoAgghCiAFKQAAIS4gAiAFKQAINwAIIAIgLjcAAAJAIANBEUkNACAFKQAQIS4gAiAFKQAYNwAYIAIgLjcAECADQRBrQRFIDQAgBUEQaiEEIAJBIGohAwNAIAQpABAhLiADIAQpABg3AAggAyAuNwAAIAQpACAhLiADIAQpACg3ABggAyAuNwAQIARBIGohBCADQSBqIgMgB0kNAAsLIAcgCmshBCAGIA02AswCIAcgDmsgCkkEQCAKIAcgF2tLDQ0gFCAUIAQgDmsiA2oiBCAPak8EQCAPRQ0DIAcgBCAP/AoAAAwDC0EAIANrIgUEQCAHIAQgBfwKAAALIAMgD2ohDyAHIANrIQcgDiEECyAKQRBPBEAgBCkAACEuIAcgBCkACDcACCAHIC43AAAgD0ERSA0CIAcgD2ohBSAHQRBqIQMDQCAEKQAQIS4gAyAEKQAYNwAIIAMgLjcAACAEKQAgIS4gAyAEKQAoNwAYIAMgLjcAECAEQSBqIQQgA0EgaiIDIAVJDQALDAILAkAgCkEHTQRAIAcgBC0AADoAACAHIAQtAAE6AAEgByAELQACOgACIAcgBC0AAzoAAyAHIAQgCkECdCIDQeAaaigCAGoiBCgAADYABCAEIANBgBtqKAIAayEEDAELIAcgBCkAADcAAAsgD0EJSQ0BIAcgD2ohBSAHQQhqIgMgBEEIaiIEa0EPTARAA0AgAyAEKQAANwAAIARBCGohBCADQQhqIgMgBUkNAAwDCwALIAQpAAAhLiADIAQpAAg3AAggAyAuNwAAIA9BGUgNASAHQRhqIQMDQCAEKQAQIS4gAyAEKQAYNwAIIAMgLjcAACAEKQAgIS4gAyAEKQAoNwAYIAMgLjcAECAEQSBqIQQgA0EgaiIDIAVJDQALDAELAkACQCAGKALMAiIHIAQoAgAiCmoiDSASSw0AIAIgBCgCBCILIApqIglqIBpLDQAgCUEgaiAVIAJrTQ0BCyAGIAQoAgg2AnAgBiAEKQIANwNoIAIgFSAGQegAaiAGQcwCaiASIA4gFyAUEDAhCQwBCyACIApqIQMgBCgCCCEFIAcpAAAhLiACIAcpAAg3AAggAiAuNwAAAkAgCkERSQ0AIAcpABAhLiACIAcpABg3ABggAiAuNwAQIApBEGtBEUgNACAHQRBqIQQgAkEgaiEHA0AgBCkAECEuIAcgBCkAGDcACCAHIC43AAAgBCkAICEuIAcgBCkAKDcAGCAHIC43ABAgBEEgaiEEIAdBIGoiByADSQ0ACwsgAyAFayEEIAYgDTYCzAIgAyAOayAFSQRAIAUgAyAXa0sNDCAUIBQgBCAOayIEaiIHIAtqTwRAIAtFDQIgAyAHIAv8CgAADAILQQAgBGsiCgRAIAMgByAK/AoAAAsgBCALaiELIAMgBGshAyAOIQQLIAVBEE8EQCAEKQAAIS4gAyAEKQAINwAIIAMgLjcAACALQRFIDQEgAyALaiEFIANBEGohAwNAIAQpABAhLiADIAQpABg3AAggAyAuNwAAIAQpACAhLiADIAQpACg3ABggAyAuNwAQIARBIGohBCADQSBqIgMgBUkNAAsMAQsCQCAFQQdNBEAgAyAELQAAOgAAIAMgBC0AAToAASADIAQtAAI6AAIgAyAELQADOgADIAMgBCAFQQJ0IgVB4BpqKAIAaiIEKAAANgAEIAQgBUGAG2ooAgBrIQQMAQsgAyAEKQAANwAACyALQQlJDQAgAyALaiEHIANBCGoiBSAEQQhqIgRrQQ9MBEADQCAFIAQpAAA3AAAgBEEIaiEEIAVBCGoiBSAHSQ0ADAILAAsgBCkAACEuIAUgBCkACDcACCAFIC43AAAgC0EZSA0AIANBGGohAwNAIAQpABAhLiADIAQpABg3AAggAyAuNwAAIAQpACAhLiADIAQpACg3ABggAyAuNwAQIARBIGohBCADQSBqIgMgB0kNAAsLIAlBiH9LBEAgCSEIDAsLIAIgCWoLIQIgEEEBaiEQDAELCyAAKAKE7AEhBCAGKALMAiEIDAMFICkgH0EDdGoiBS0AAiEaICggFkEDdGoiCS0AAiEeICcgE0EDdGoiDS0AAyEhIAktAAMhIiAFLQADISMgDS8BACErIAkvAQAhLCAFLwEAIS0gDSgCBCEPIAUoAgQhBSAJKAIEIQoCQAJAIA0tAAIiCUECTwRAIAIgA3QhICAqIAlBGUlyRQRAICBBBSAJa3ZBBXQgD2ohDwJAIAMgCWpBBWsiA0EgSwRAQbAaIQQMAQsgBCAYTwRAIAYgA0EHcSIJNgKsASAEIANBA3ZrIgQoAAAhAiAJIQMMAQsgBCALRg0AIAYgAyAEIAtrIANBA3YiAiAEIAJrIAtJGyICQQN0ayIDNgKsASAEIAJrIgQoAAAhAgsgBiADQQVqIg02AqwBIA8gAiADdEEbdmohDwwCCyAGIAMgCWoiDTYCrAEgIEEAIAlrdiAPaiEPIA1BIEsEQEGwGiEEDAILIAQgGE8EQCAGIA1BB3EiAzYCrAEgBCANQQN2ayIEKAAAIQIgAyENDAILIAQgC0YNASAGIA0gBCALayANQQN2IgIgBCACayALSRsiAkEDdGsiDTYCrAEgBCACayIEKAAAIQIMAQsgBUUhICAJRQRAIBwgIEECdGooAgAhDyAcIAVBAEdBAnRqKAIAIREgAyENDAILIAYgA0EBaiINNgKsASAPIAIgA3RBH3ZqICBqIgNBA0YEQCARQQFrIgNBfyADGyEPDAELIBwgA0ECdGooAgAiCUF/IAkbIQ8gA0EBRg0BCyAGIAc2AtwBCyAaIB5qIQMgBiAPNgLUASAGIBE2AtgBAkAgHkUEQCANIQkMAQsgBiANIB5qIgk2AqwBIAIgDXRBACAea3YgCmohCgsCQCADQRRJDQAgCUEgSwRAQbAaIQQMAQsgBCAYTwRAIAYgCUEHcSIDNgKsASAEIAlBA3ZrIgQoAAAhAiADIQkMAQsgBCALRg0AIAYgCSAEIAtrIAlBA3YiAiAEIAJrIAtJGyICQQN0ayIJNgKsASAEIAJrIgQoAAAhAgsCQCAaRQRAIAkhAwwBCyAGIAkgGmoiAzYCrAEgAiAJdEEAIBprdiAFaiEFCwJAIANBIEsEQEGwGiEEDAELIAQgGE8EQCAGIANBB3EiBzYCrAEgBCADQQN2ayIEKAAAIQIgByEDDAELIAQgC0YNACAGIAMgBCALayADQQN2IgIgBCACayALSRsiAkEDdGsiAzYCrAEgBCACayIEKAAAIQILAkAgECAmRg0AICNBAnRBsBlqKAIAIAJBACADICNqIgNrdnEhByAiQQJ0QbAZaigCACACQQAgAyAiaiIDa3ZxIQ0CQAJ/AkACQCADQSBLBEBBsBohBAwBCyAEIBhPBEAgBiADQQdxIgk2AqwBIAQgA0EDdmsMAwsgBCALRw0BCyADIQkMAgsgBiADIAQgC2sgA0EDdiICIAQgAmsgC0kbIgJBA3RrIgk2AqwBIAQgAmsLIgQoAAAhAgsgByAtaiEfIA0gLGohFiAGIAkgIWoiBzYCrAEgIUECdEGwGWooAgAgAkEAIAdrdnEgK2ohEwJ/AkACQCAHQSBLBEBBsBohBAwBCyAEIBhPBEAgBiAHQQdxIgM2AqwBIAQgB0EDdmsMAwsgBCALRw0BCyAHIQMMAgsgBiAHIAQgC2sgB0EDdiICIAQgAmsgC0kbIgJBA3RrIgM2AqwBIAQgAmsLIgQoAAAhAgsgBkHgAWogEEEMbGoiByAPNgIIIAcgCjYCBCAHIAU2AgAgEEEBaiEQIAUgHWogCmohHSARIQcMAQsACwALAn8CQAJAAkAgBA4DAQIAAgsgBiAAKAL46gEiCDYCzAJBACEEIAEgAkEAIAJBAEobaiENIAAoAoDsASERAn8CQCAMRQRAIAEhBQwBCyAAKAK46QEhDyAAKAK06QEhECAAKAKw6QEhDiAAQQE2AozqASAAQazQAWohFSAGQYwCaiESA0AgBEEDRkUEQCASIARBAnQiAmogAiAVaigCADYCACAEQQFqIQQMAQsLIAZB4AFqIgIgBSADEAhBiH9LDQcgBkH0AWogAiAAKAIAEC4gBkH8AWogAiAAKAIIEC4gBkGEAmogAiAAKAIEEC4gG0UhHCABIQUCQANAIAxFDQEgBigC+AEgBigC9AFBA3RqIgItAAIhCSAGKAKIAiAGKAKEAkEDdGoiBC0AAiEWIAYoAoACIAYoAvwBQQN0aiIILQADIRQgBC0AAyEXIAItAAMhGSAILwEAIRggBC8BACEdIAIvAQAhGiAIKAIEIQcgAigCBCEDIAQoAgQhAgJAIAgtAAIiBEECTwRAAkAgHCAEQRlJckUEQCAGKALgASITIAYoAuQBIgh0QQUgBGt2QQV0IAdqIQsCQCAEIAhqQQVrIgRBIU8EQCAGQbAaNgLoAQwBCyAGKALoASIHIAYoAvABTwRAIAYgBEEHcSIINgLkASAGIAcgBEEDdmsiBDYC6AEgBiAEKAAAIhM2AuABIAghBAwBCyAHIAYoAuwBIghGDQAgBiAEIAcgCGsgBEEDdiIEIAcgBGsgCEkbIghBA3RrIgQ2AuQBIAYgByAIayIINgLoASAGIAgoAAAiEzYC4AELIAYgBEEFaiIKNgLkASALIBMgBHRBG3ZqIQsMAQsgBiAGKALkASIIIARqIgo2AuQBIAYoAuABIAh0QQAgBGt2IAdqIQsgCkEhTwRAIAZBsBo2AugBDAELIAYoAugBIgggBigC8AFPBEAgBiAKQQdxIgQ2AuQBIAYgCCAKQQN2ayIINgLoASAGIAgoAAA2AuABIAQhCgwBCyAIIAYoAuwBIgRGDQAgBiAKIAggBGsgCkEDdiIHIAggB2sgBEkbIgRBA3RrIgo2AuQBIAYgCCAEayIENgLoASAGIAQoAAA2AuABCyAGKQKMAiEuIAYgCzYCjAIgBiAuNwKQAgwBCyADRSEIIARFBEAgEiADQQBHQQJ0aigCACEEIAYgEiAIQQJ0aigCACILNgKMAiAGIAQ2ApACIAYoAuQBIQoMAQsgBiAGKALkASIEQQFqIgo2AuQBAkACQCAHIAhqIAYoAuABIAR0QR92aiIEQQNGBEAgBigCjAJBAWsiBEF/IAQbIQsMAQsgEiAEQQJ0aigCACIIQX8gCBshCyAEQQFGDQELIAYgBigCkAI2ApQCCyAGIAYoAowCNgKQAiAGIAs2AowCCyAJIBZqIQgCQCAWRQRAIAohBAwBCyAGIAogFmoiBDYC5AEgBigC4AEgCnRBACAWa3YgAmohAgsCQCAIQRRJDQAgBEEhTwRAIAZBsBo2AugBDAELIAYoAugBIgcgBigC8AFPBEAgBiAEQQdxIgg2AuQBIAYgByAEQQN2ayIENgLoASAGIAQoAAA2AuABIAghBAwBCyAHIAYoAuwBIghGDQAgBiAEIAcgCGsgBEEDdiIEIAcgBGsgCEkbIghBA3RrIgQ2AuQBIAYgByAIayIINgLoASAGIAgoAAA2AuABCwJAIAlFBEAgBCEIDAELIAYgBCAJaiIINgLkASAGKALgASAEdEEAIAlrdiADaiEDCwJAIAhBIU8EQEGwGiEEIAZBsBo2AugBDAELIAYoAugBIgQgBigC8AFPBEAgBiAIQQdxIgc2AuQBIAYgBCAIQQN2ayIENgLoASAGIAQoAAA2AuABIAchCAwBCyAEIAYoAuwBIgdGDQAgBiAEIAQgB2sgCEEDdiIJIAQgCWsgB0kbIgdrIgQ2AugBIAYgCCAHQQN0ayIINgLkASAGIAQoAAA2AuABCwJAIAxBAUYNACAGIBlBAnRBsBlqKAIAIAYoAuABIgdBACAIIBlqIghrdnEgGmo2AvQBIAYgF0ECdEGwGWooAgAgB0EAIAggF2oiCGt2cSAdajYChAICQCAIQSFPBEBBsBohBCAGQbAaNgLoAQwBCyAGKALwASAETQRAIAYgCEEHcSIJNgLkASAGIAQgCEEDdmsiBDYC6AEgBiAEKAAAIgc2AuABIAkhCAwBCyAEIAYoAuwBIglGDQAgBiAEIAQgCWsgCEEDdiIHIAQgB2sgCUkbIgdrIgQ2AugBIAYgCCAHQQN0ayIINgLkASAGIAQoAAAiBzYC4AELIAYgCCAUaiIINgLkASAGIBRBAnRBsBlqKAIAIAdBACAIa3ZxIBhqNgL8ASAIQSFPBEAgBkGwGjYC6AEMAQsgBigC8AEgBE0EQCAGIAhBB3E2AuQBIAYgBCAIQQN2ayIENgLoASAGIAQoAAA2AuABDAELIAQgBigC7AEiB0YNACAGIAggBCAHayAIQQN2IgggBCAIayAHSRsiCEEDdGs2AuQBIAYgBCAIayIENgLoASAGIAQoAAA2AuABCyAGKALMAiIEIANqIgkgACgCgOwBIgdNBEAgCUEgayEHIAYgAzYCqAEgBiACNgKsASAGIAs2ArABAkACQAJAIAkgEUsNACAFIAIgA2oiCGogB0sNACAIQSBqIA0gBWtNDQELIAZBQGsgBigCsAE2AgAgBiAGKQOoATcDOCAFIA0gByAGQThqIAZBzAJqIBEgDiAQIA8QMSEIDAELIAMgBWohByAEKQAAIS4gBSAEKQAINwAIIAUgLjcAAAJAIANBEUkNACAEKQAQIS4gBSAEKQAYNwAYIAUgLjcAECADQRBrQRFIDQAgBEEQaiEEIAVBIGohAwNAIAQpABAhLiADIAQpABg3AAggAyAuNwAAIAQpACAhLiADIAQpACg3ABggAyAuNwAQIARBIGohBCADQSBqIgMgB0kNAAsLIAcgC2shBCAGIAk2AswCIAcgDmsgC0kEQCALIAcgEGtLDQwgDyAPIAQgDmsiA2oiBCACak8EQCACRQ0CIAcgBCAC/AoAAAwCC0EAIANrIgkEQCAHIAQgCfwKAAALIAYgAiADaiICNgKsASAHIANrIQcgDiEECyALQRBPBEAgBCkAACEuIAcgBCkACDcACCAHIC43AAAgAkERSA0BIAIgB2ohAiAHQRBqIQMDQCAEKQAQIS4gAyAEKQAYNwAIIAMgLjcAACAEKQAgIS4gAyAEKQAoNwAYIAMgLjcAECAEQSBqIQQgA0EgaiIDIAJJDQALDAELAkAgC0EHTQRAIAcgBC0AADoAACAHIAQtAAE6AAEgByAELQACOgACIAcgBC0AAzoAAyAHIAQgC0ECdCIDQeAaaigCAGoiBCgAADYABCAEIANBgBtqKAIAayEEDAELIAcgBCkAADcAAAsgAkEJSQ0AIAIgB2ohCSAHQQhqIgMgBEEIaiIEa0EPTARAA0AgAyAEKQAANwAAIARBCGohBCADQQhqIgMgCUkNAAwCCwALIAQpAAAhLiADIAQpAAg3AAggAyAuNwAAIAJBGUgNACAHQRhqIQMDQCAEKQAQIS4gAyAEKQAYNwAIIAMgLjcAACAEKQAgIS4gAyAEKQAoNwAYIAMgLjcAECAEQSBqIQQgA0EgaiIDIAlJDQALCyAIQYh/Sw0MIAxBAWshDCAFIAhqIQUMAQsLIAxBAEwNCCAEIAdHBEBBun8hCCAHIARrIgcgDSAFa0sNCyAFIAQgBxAvIAUgB2ohBSADIAdrIQMLIAYgAEGI7AFqIgQ2AswCIABBADYChOwBIABBiOwFaiERIAYgAzYCqAEgBiACNgKsASAGIAs2ArABAkACQAJAIANBgIAESg0AIAUgAiADaiIIaiANQSBrSw0AIAhBIGogDSAFa00NAQsgBiAGKAKwATYCMCAGIAYpA6gBNwMoIAUgDSAGQShqIAZBzAJqIBEgDiAQIA8QMCEIDAELIAMgBGohCSADIAVqIQcgBCkAACEuIAUgBCkACDcACCAFIC43AAACQCADQRFJDQAgACkAmOwBIS4gBSAAQaDsAWopAAA3ABggBSAuNwAQIANBEGtBEUgNACAAQZjsAWohBCAFQSBqIQMDQCAEKQAQIS4gAyAEKQAYNwAIIAMgLjcAACAEKQAgIS4gAyAEKQAoNwAYIAMgLjcAECAEQSBqIQQgA0EgaiIDIAdJDQALCyAHIAtrIQQgBiAJNgLMAiAHIA5rIAtJBEAgCyAHIBBrSw0KIA8gDyAEIA5rIgNqIgQgAmpPBEAgAkUNAiAHIAQgAvwKAAAMAgtBACADayIJBEAgByAEIAn8CgAACyAGIAIgA2oiAjYCrAEgByADayEHIA4hBAsgC0EQTwRAIAQpAAAhLiAHIAQpAAg3AAggByAuNwAAIAJBEUgNASACIAdqIQIgB0EQaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyACSQ0ACwwBCwJAIAtBB00EQCAHIAQtAAA6AAAgByAELQABOgABIAcgBC0AAjoAAiAHIAQtAAM6AAMgByAEIAtBAnQiA0HgGmooAgBqIgQoAAA2AAQgBCADQYAbaigCAGshBAwBCyAHIAQpAAA3AAALIAJBCUkNACACIAdqIQkgB0EIaiIDIARBCGoiBGtBD0wEQANAIAMgBCkAADcAACAEQQhqIQQgA0EIaiIDIAlJDQAMAgsACyAEKQAAIS4gAyAEKQAINwAIIAMgLjcAACACQRlIDQAgB0EYaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAJSQ0ACwsgCEGIf0sNCiAFIAhqIQUgDEEBayIKRQ0AIA1BIGshHCAbRSEYA0AgBigC+AEgBigC9AFBA3RqIgItAAIhCSAGKAKIAiAGKAKEAkEDdGoiBC0AAiETIAYoAoACIAYoAvwBQQN0aiIILQADIRQgBC0AAyEXIAItAAMhGSAILwEAIRsgBC8BACEdIAIvAQAhGiAIKAIEIQcgAigCBCEDIAQoAgQhDAJAIAgtAAIiAkECTwRAAkAgGCACQRlJckUEQCAGKALgASIWIAYoAuQBIgR0QQUgAmt2QQV0IAdqIQcCQCACIARqQQVrIgRBIU8EQCAGQbAaNgLoAQwBCyAGKALoASIIIAYoAvABTwRAIAYgBEEHcSICNgLkASAGIAggBEEDdmsiBDYC6AEgBiAEKAAAIhY2AuABIAIhBAwBCyAIIAYoAuwBIgJGDQAgBiAEIAggAmsgBEEDdiIEIAggBGsgAkkbIgJBA3RrIgQ2AuQBIAYgCCACayICNgLoASAGIAIoAAAiFjYC4AELIAYgBEEFaiILNgLkASAHIBYgBHRBG3ZqIQcMAQsgBiAGKALkASIEIAJqIgs2AuQBIAYoAuABIAR0QQAgAmt2IAdqIQcgC0EhTwRAIAZBsBo2AugBDAELIAYoAugBIgQgBigC8AFPBEAgBiALQQdxIgI2AuQBIAYgBCALQQN2ayIENgLoASAGIAQoAAA2AuABIAIhCwwBCyAEIAYoAuwBIgJGDQAgBiALIAQgAmsgC0EDdiIIIAQgCGsgAkkbIgJBA3RrIgs2AuQBIAYgBCACayICNgLoASAGIAIoAAA2AuABCyAGKQKMAiEuIAYgBzYCjAIgBiAuNwKQAgwBCyADRSEEIAJFBEAgEiADQQBHQQJ0aigCACECIAYgEiAEQQJ0aigCACIHNgKMAiAGIAI2ApACIAYoAuQBIQsMAQsgBiAGKALkASICQQFqIgs2AuQBAkACQCAEIAdqIAYoAuABIAJ0QR92aiICQQNGBEAgBigCjAJBAWsiAkF/IAIbIQcMAQsgEiACQQJ0aigCACIEQX8gBBshByACQQFGDQELIAYgBigCkAI2ApQCCyAGIAYoAowCNgKQAiAGIAc2AowCCyAJIBNqIQICQCATRQRAIAshBAwBCyAGIAsgE2oiBDYC5AEgBigC4AEgC3RBACATa3YgDGohDAsCQCACQRRJDQAgBEEhTwRAIAZBsBo2AugBDAELIAYoAugBIgggBigC8AFPBEAgBiAEQQdxIgI2AuQBIAYgCCAEQQN2ayIENgLoASAGIAQoAAA2AuABIAIhBAwBCyAIIAYoAuwBIgJGDQAgBiAEIAggAmsgBEEDdiIEIAggBGsgAkkbIgJBA3RrIgQ2AuQBIAYgCCACayICNgLoASAGIAIoAAA2AuABCwJAIAlFBEAgBCEIDAELIAYgBCAJaiIINgLkASAGKALgASAEdEEAIAlrdiADaiEDCwJAIAhBIU8EQEGwGiEEIAZBsBo2AugBDAELIAYoAugBIgQgBigC8AFPBEAgBiAIQQdxIgI2AuQBIAYgBCAIQQN2ayIENgLoASAGIAQoAAA2AuABIAIhCAwBCyAEIAYoAuwBIgJGDQAgBiAEIAQgAmsgCEEDdiIJIAQgCWsgAkkbIgJrIgQ2AugBIAYgCCACQQN0ayIINgLkASAGIAQoAAA2AuABCwJAIApBAUYNACAGIBlBAnRBsBlqKAIAIAYoAuABIgJBACAIIBlqIghrdnEgGmo2AvQBIAYgF0ECdEGwGWooAgAgAkEAIAggF2oiCGt2cSAdajYChAICQCAIQSFPBEBBsBohBCAGQbAaNgLoAQwBCyAGKALwASAETQRAIAYgCEEHcSIJNgLkASAGIAQgCEEDdmsiBDYC6AEgBiAEKAAAIgI2AuABIAkhCAwBCyAEIAYoAuwBIglGDQAgBiAEIAQgCWsgCEEDdiICIAQgAmsgCUkbIgJrIgQ2AugBIAYgCCACQQN0ayIINgLkASAGIAQoAAAiAjYC4AELIAYgCCAUaiIINgLkASAGIBRBAnRBsBlqKAIAIAJBACAIa3ZxIBtqNgL8ASAIQSFPBEAgBkGwGjYC6AEMAQsgBigC8AEgBE0EQCAGIAhBB3E2AuQBIAYgBCAIQQN2ayICNgLoASAGIAIoAAA2AuABDAELIAQgBigC7AEiAkYNACAGIAggBCACayAIQQN2IgggBCAIayACSRsiAkEDdGs2AuQBIAYgBCACayICNgLoASAGIAIoAAA2AuABCyAGIAM2AqgBIAYgDDYCrAEgBiAHNgKwAQJAAkACQCAGKALMAiIEIANqIgkgEUsNACAFIAMgDGoiCGogHEsNACAIQSBqIA0gBWtNDQELIAYgBigCsAE2AiAgBiAGKQOoATcDGCAFIA0gBkEYaiAGQcwCaiARIA4gECAPEDAhCAwBCyADIAVqIQIgBCkAACEuIAUgBCkACDcACCAFIC43AAACQCADQRFJDQAgBCkAECEuIAUgBCkAGDcAGCAFIC43ABAgA0EQa0ERSA0AIARBEGohBCAFQSBqIQMDQCAEKQAQIS4gAyAEKQAYNwAIIAMgLjcAACAEKQAgIS4gAyAEKQAoNwAYIAMgLjcAECAEQSBqIQQgA0EgaiIDIAJJDQALCyACIAdrIQQgBiAJNgLMAiACIA5rIAdJBEAgByACIBBrSw0LIA8gDyAEIA5rIgNqIgQgDGpPBEAgDEUNAiACIAQgDPwKAAAMAgtBACADayIJBEAgAiAEIAn8CgAACyAGIAMgDGoiDDYCrAEgDiEEIAIgA2shAgsgB0EQTwRAIAQpAAAhLiACIAQpAAg3AAggAiAuNwAAIAxBEUgNASACIAxqIQcgAkEQaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAHSQ0ACwwBCwJAIAdBB00EQCACIAQtAAA6AAAgAiAELQABOgABIAIgBC0AAjoAAiACIAQtAAM6AAMgAiAEIAdBAnQiA0HgGmooAgBqIgQoAAA2AAQgBCADQYAbaigCAGshBAwBCyACIAQpAAA3AAALIAxBCUkNACACIAxqIQcgAkEIaiIDIARBCGoiBGtBD0wEQANAIAMgBCkAADcAACAEQQhqIQQgA0EIaiIDIAdJDQAMAgsACyAEKQAAIS4gAyAEKQAINwAIIAMgLjcAACAMQRlIDQAgAkEYaiEDA0AgBCkAECEuIAMgBCkAGDcACCADIC43AAAgBCkAICEuIAMgBCkAKDcAGCADIC43ABAgBEEgaiEEIANBIGoiAyAHSQ0ACwsgCEGIf0sNCyAFIAhqIQUgCkEBayIKDQALCyAGKALoASAGKALsAUcNB0FsIQggBigC5AFBIEcNCUEAIQQDQCAEQQNGRQRAIBUgBEECdCICaiACIBJqKAIANgIAIARBAWohBAwBCwsgBigCzAIiCCAAKAKE7AFBAkcNARoLIBEgCGsiAiANIAVrSw0FQQAhAyAFBEAgAgRAIAUgCCAC/AoAAAsgAiAFaiEDCyAAQQA2AoTsASAAQYjsBWohESADIQUgAEGI7AFqCyEIIBEgCGsiACANIAVrSw0EIAUEfyAABEAgBSAIIAD8CgAACyAAIAVqBUEACyABayEIDAcLIAEgAkEAIAJBAEobagwBCyAAKAL86wELIQkgBiAAKAL46gEiBDYCzAIgBCAAKAKI6wFqIQ8CQCAMRQRAIAEhAgwBCyAAKAK46QEhEiAAKAK06QEhFiAAKAKw6QEhDiAAQQE2AozqASAAQazQAWohFSAGQYwCaiENQQAhBANAIARBA0ZFBEAgDSAEQQJ0IgJqIAIgFWooAgA2AgAgBEEBaiEEDAELC0FsIQggBkHgAWoiAiAFIAMQCEGIf0sNBSAGQfQBaiACIAAoAgAQLiAGQfwBaiACIAAoAggQLiAGQYQCaiACIAAoAgQQLiAJQSBrIRwgG0UhGCABIQIDQCAMBEAgBigC+AEgBigC9AFBA3RqIgAtAAIhCyAGKAKIAiAGKAKEAkEDdGoiAy0AAiERIAYoAoACIAYoAvwBQQN0aiIFLQADIRQgAy0AAyEXIAAtAAMhGSAFLwEAIRsgAy8BACEdIAAvAQAhGiAFKAIEIQcgACgCBCEEIAMoAgQhAwJAIAUtAAIiAEECTwRAAkAgGCAAQRlJckUEQCAGKALgASITIAYoAuQBIgV0QQUgAGt2QQV0IAdqIRACQCAAIAVqQQVrIgBBIU8EQCAGQbAaNgLoAQwBCyAGKALoASIHIAYoAvABTwRAIAYgAEEHcSIFNgLkASAGIAcgAEEDdmsiADYC6AEgBiAAKAAAIhM2AuABIAUhAAwBCyAHIAYoAuwBIgVGDQAgBiAAIAcgBWsgAEEDdiIAIAcgAGsgBUkbIgVBA3RrIgA2AuQBIAYgByAFayIFNgLoASAGIAUoAAAiEzYC4AELIAYgAEEFaiIKNgLkASAQIBMgAHRBG3ZqIRAMAQsgBiAGKALkASIFIABqIgo2AuQBIAYoAuABIAV0QQAgAGt2IAdqIRAgCkEhTwRAIAZBsBo2AugBDAELIAYoAugBIgUgBigC8AFPBEAgBiAKQQdxIgA2AuQBIAYgBSAKQQN2ayIFNgLoASAGIAUoAAA2AuABIAAhCgwBCyAFIAYoAuwBIgBGDQAgBiAKIAUgAGsgCkEDdiIHIAUgB2sgAEkbIgBBA3RrIgo2AuQBIAYgBSAAayIANgLoASAGIAAoAAA2AuABCyAGKQKMAiEuIAYgEDYCjAIgBiAuNwKQAgwBCyAERSEFIABFBEAgDSAEQQBHQQJ0aigCACEAIAYgDSAFQQJ0aigCACIQNgKMAiAGIAA2ApACIAYoAuQBIQoMAQsgBiAGKALkASIAQQFqIgo2AuQBAkACQCAFIAdqIAYoAuABIAB0QR92aiIAQQNGBEAgBigCjAJBAWsiAEF/IAAbIRAMAQsgDSAAQQJ0aigCACIFQX8gBRshECAAQQFGDQELIAYgBigCkAI2ApQCCyAGIAYoAowCNgKQAiAGIBA2AowCCyALIBFqIQUCQCARRQRAIAohAAwBCyAGIAogEWoiADYC5AEgBigC4AEgCnRBACARa3YgA2ohAwsCQCAFQRRJDQAgAEEhTwRAIAZBsBo2AugBDAELIAYoAugBIgcgBigC8AFPBEAgBiAAQQdxIgU2AuQBIAYgByAAQQN2ayIANgLoASAGIAAoAAA2AuABIAUhAAwBCyAHIAYoAuwBIgVGDQAgBiAAIAcgBWsgAEEDdiIAIAcgAGsgBUkbIgVBA3RrIgA2AuQBIAYgByAFayIFNgLoASAGIAUoAAA2AuABCwJAIAtFBEAgACEFDAELIAYgACALaiIFNgLkASAGKALgASAAdEEAIAtrdiAEaiEECwJAIAVBIU8EQEGwGiEAIAZBsBo2AugBDAELIAYoAugBIgAgBigC8AFPBEAgBiAFQQdxIgc2AuQBIAYgACAFQQN2ayIANgLoASAGIAAoAAA2AuABIAchBQwBCyAAIAYoAuwBIgdGDQAgBiAAIAAgB2sgBUEDdiIKIAAgCmsgB0kbIgdrIgA2AugBIAYgBSAHQQN0ayIFNgLkASAGIAAoAAA2AuABCwJAIAxBAUYNACAGIBlBAnRBsBlqKAIAIAYoAuABIgtBACAFIBlqIgVrdnEgGmo2AvQBIAYgF0ECdEGwGWooAgAgC0EAIAUgF2oiBWt2cSAdajYChAICQCAFQSFPBEBBsBohACAGQbAaNgLoAQwBCyAGKALwASAATQRAIAYgBUEHcSIHNgLkASAGIAAgBUEDdmsiADYC6AEgBiAAKAAAIgs2AuABIAchBQwBCyAAIAYoAuwBIgdGDQAgBiAAIAAgB2sgBUEDdiIKIAAgCmsgB0kbIgdrIgA2AugBIAYgBSAHQQN0ayIFNgLkASAGIAAoAAAiCzYC4AELIAYgBSAUaiIFNgLkASAGIBRBAnRBsBlqKAIAIAtBACAFa3ZxIBtqNgL8ASAFQSFPBEAgBkGwGjYC6AEMAQsgBigC8AEgAE0EQCAGIAVBB3E2AuQBIAYgACAFQQN2ayIANgLoASAGIAAoAAA2AuABDAELIAAgBigC7AEiB0YNACAGIAUgACAHayAFQQN2IgUgACAFayAHSRsiBUEDdGs2AuQBIAYgACAFayIANgLoASAGIAAoAAA2AuABCyAGIAQ2AqgBIAYgAzYCrAEgBiAQNgKwAQJAAkACQCAGKALMAiIAIARqIgcgD0sNACACIAMgBGoiC2ogHEsNACALQSBqIAkgAmtNDQELIAYgBigCsAE2AhAgBiAGKQOoATcDCCACIAkgBkEIaiAGQcwCaiAPIA4gFiASEDAhCwwBCyACIARqIQUgACkAACEuIAIgACkACDcACCACIC43AAACQCAEQRFJDQAgACkAECEuIAIgACkAGDcAGCACIC43ABAgBEEQa0ERSA0AIABBEGohACACQSBqIQQDQCAAKQAQIS4gBCAAKQAYNwAIIAQgLjcAACAAKQAgIS4gBCAAKQAoNwAYIAQgLjcAECAAQSBqIQAgBEEgaiIEIAVJDQALCyAFIBBrIQAgBiAHNgLMAiAFIA5rIBBJBEAgECAFIBZrSw0JIBIgEiAAIA5rIgBqIgQgA2pPBEAgA0UNAiAFIAQgA/wKAAAMAgtBACAAayIHBEAgBSAEIAf8CgAACyAGIAAgA2oiAzYCrAEgBSAAayEFIA4hAAsgEEEQTwRAIAApAAAhLiAFIAApAAg3AAggBSAuNwAAIANBEUgNASADIAVqIQMgBUEQaiEEA0AgACkAECEuIAQgACkAGDcACCAEIC43AAAgACkAICEuIAQgACkAKDcAGCAEIC43ABAgAEEgaiEAIARBIGoiBCADSQ0ACwwBCwJAIBBBB00EQCAFIAAtAAA6AAAgBSAALQABOgABIAUgAC0AAjoAAiAFIAAtAAM6AAMgBSAAIBBBAnQiBEHgGmooAgBqIgAoAAA2AAQgACAEQYAbaigCAGshAAwBCyAFIAApAAA3AAALIANBCUkNACADIAVqIQcgBUEIaiIEIABBCGoiAGtBD0wEQANAIAQgACkAADcAACAAQQhqIQAgBEEIaiIEIAdJDQAMAgsACyAAKQAAIS4gBCAAKQAINwAIIAQgLjcAACADQRlIDQAgBUEYaiEEA0AgACkAECEuIAQgACkAGDcACCAEIC43AAAgACkAICEuIAQgACkAKDcAGCAEIC43ABAgAEEgaiEAIARBIGoiBCAHSQ0ACwsgC0GIf0sEQCALIQgMCAUgDEEBayEMIAIgC2ohAgwCCwALCyAGKALoASAGKALsAUcNBSAGKALkAUEgRw0FQQAhAANAIABBA0ZFBEAgFSAAQQJ0IgNqIAMgDWooAgA2AgAgAEEBaiEADAELCyAGKALMAiEEC0G6fyEIIA8gBGsiACAJIAJrSw0EIAIEfyAABEAgAiAEIAD8CgAACyAAIAJqBUEACyABayEIDAQLIARBAkYEQCASIAhrIgMgFSACa0sNASACBH8gAwRAIAIgCCAD/AoAAAsgAiADagVBAAshAiAAQYjsBWohEiAAQYjsAWohCAsgEiAIayIAIBUgAmtLDQAgAgR/IAAEQCACIAggAPwKAAALIAAgAmoFQQALIAFrIQgMAwtBun8hCAwCC0FsIQgMAQtBuH8hCAsgBkHQAmokACAIC7sEAgJ/BH4CQCABRQ0AIAAgACkDACACrXw3AwAgACgCSCIDIAJqQR9NBEAgAgRAIAAgA2pBKGogASAC/AoAAAsgACAAKAJIIAJqNgJIDwsgASACaiECIAMEQEEgIANrIgQEQCAAQShqIANqIAEgBPwKAAALIAAoAkghAyAAQQA2AkggACAAKQMIIAApAChCz9bTvtLHq9lCfnxCH4lCh5Wvr5i23puef343AwggACAAKQMQIAApADBCz9bTvtLHq9lCfnxCH4lCh5Wvr5i23puef343AxAgACAAKQMYIAApADhCz9bTvtLHq9lCfnxCH4lCh5Wvr5i23puef343AxggACAAKQMgIAApAEBCz9bTvtLHq9lCfnxCH4lCh5Wvr5i23puef343AyAgASADa0EgaiEBCyACIAFBIGpPBEAgAkEgayEDIAApAyAhBSAAKQMYIQYgACkDECEHIAApAwghCANAIAAgASkAAELP1tO+0ser2UJ+IAh8Qh+JQoeVr6+Ytt6bnn9+Igg3AwggACABKQAIQs/W077Sx6vZQn4gB3xCH4lCh5Wvr5i23puef34iBzcDECAAIAEpABBCz9bTvtLHq9lCfiAGfEIfiUKHla+vmLbem55/fiIGNwMYIAAgASkAGELP1tO+0ser2UJ+IAV8Qh+JQoeVr6+Ytt6bnn9+IgU3AyAgAUEgaiIBIANNDQALCyABIAJPDQAgAiABayICBEAgAEEoaiABIAL8CgAACyAAIAI2AkgLC7YCAQV+An4gACkDACICQiBaBEAgACkDECIBQgeJIAApAwgiA0IBiXwgACkDGCIEQgyJfCAAKQMgIgVCEol8IANCz9bTvtLHq9lCfkIfiUKHla+vmLbem55/foVCh5Wvr5i23puef35CnaO16oOxjYr6AH0gAULP1tO+0ser2UJ+Qh+JQoeVr6+Ytt6bnn9+hUKHla+vmLbem55/fkKdo7Xqg7GNivoAfSAEQs/W077Sx6vZQn5CH4lCh5Wvr5i23puef36FQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9IAVCz9bTvtLHq9lCfkIfiUKHla+vmLbem55/foVCh5Wvr5i23puef35CnaO16oOxjYr6AH0MAQsgACkDGELFz9my8eW66id8CyEBIAEgAnwgAEEoaiACpxAyC74BAQd/IwBBEGsiAyQAAkAgACgCnOsBRQ0AIAAoAqzrASIBKAIEIQIgAyAAKALc6QEiBDYCDCACQQFrIgVCyc/ZsvHluuonIANBDGpBBBAyp3EhAiABKAIAIQYDQCAEIAYgAkECdGooAgAiAQR/IAEoAqjVAQVBAAsiB0cEQCACIAVxQQFqIQIgBw0BCwsgAUUNACAAEBogAEF/NgKo6wEgACABNgKc6wEgACAAKALc6QE2AqDrAQsgA0EQaiQAC7IBAQF/IAACfyAEIAIgACgClOsBBH8gACgC0OkBBUGAgAgLIgcgA2pBQGtNckUEQCAAIAEgB2pBIGoiATYC/OsBIAEgA2ohA0EBDAELIANBgIAETQRAIAAgAEGI7AFqIgE2AvzrASABIANqIQNBAAwBCyAAIAEgBWoiASADayICQeD/A2oiBCACIAYbNgL86wEgAyAEakGAgARrIAEgBhshA0ECCzYChOwBIAAgAzYCgOwBC68CAQF/IwBBgAFrIg4kACAOIAM2AnwCQAJAAkACQAJAAkAgAkEBaw4DAAMCAQsgBkUEQEG4fyEKDAULIAMgBS0AACICSQ0DIAIgCGotAAAhAyAHIAJBAnRqKAIAIQIgAEEAOgALIABCADcCACAAIAI2AgwgACADOgAKIABBADsBCCABIAA2AgBBASEKDAQLIAEgCTYCAEEAIQoMAwsgCkUNAUEAIQogC0UgDEEZSXINAkEIIAR0QQhyIQBBACEDA0AgACADTQ0DIANBQGshAwwACwALQWwhCiAOIA5B/ABqIA5B+ABqIAUgBhAGIgJBiH9LDQEgDigCeCIDIARLDQEgACAOIA4oAnwgByAIIAMgDRAlIAEgADYCACACIQoMAQtBbCEKCyAOQYABaiQAIAoLcAEEfyAAQgA3AgAgAgRAIAFBCmohBiABKAIEIQRBACECQQAhAQNAIAEgBHZFBEAgAiAGIAFBA3RqLQAAIgUgAiAFSxshAiABQQFqIQEgAyAFQRZLaiEDDAELCyAAIAI2AgQgACADQQggBGt0NgIACwuuAQEEfyABIAIoAgQiAyABKAIEaiIENgIEIAAgA0ECdEGwGWooAgAgASgCAEEAIARrdnE2AgACQCAEQSFPBEAgAUGwGjYCCAwBCyABKAIIIgMgASgCEE8EQCABEAwMAQsgAyABKAIMIgVGDQAgASADIAMgBWsgBEEDdiIGIAMgBmsgBUkbIgNrIgU2AgggASAEIANBA3RrNgIEIAEgBSgAADYCAAsgACACQQhqNgIEC40CAgN/AX4gACACaiEEAkACQCACQQhOBEAgACABayICQXlIDQELA0AgACAETw0CIAAgAS0AADoAACAAQQFqIQAgAUEBaiEBDAALAAsCQAJAIAJBb0sNACAAIARBIGsiAksNACABKQAAIQYgACABKQAINwAIIAAgBjcAACACIABrIgVBEU4EQCAAQRBqIQAgASEDA0AgAykAECEGIAAgAykAGDcACCAAIAY3AAAgAykAICEGIAAgAykAKDcAGCAAIAY3ABAgA0EgaiEDIABBIGoiACACSQ0ACwsgASAFaiEBDAELIAAhAgsDQCACIARPDQEgAiABLQAAOgAAIAJBAWohAiABQQFqIQEMAAsACwvfAQEGf0G6fyEKAkAgAigCBCIIIAIoAgAiCWoiDSABIABrSw0AQWwhCiAJIAQgAygCACILa0sNACAAIAlqIgQgAigCCCIMayECIAAgAUEgayIBIAsgCUEAEDMgAyAJIAtqNgIAAkACQCAEIAVrIAxPBEAgAiEFDAELIAwgBCAGa0sNAiAHIAcgAiAFayIDaiICIAhqTwRAIAhFDQIgBCACIAj8CgAADAILQQAgA2siAARAIAQgAiAA/AoAAAsgAyAIaiEIIAQgA2shBAsgBCABIAUgCEEBEDMLIA0hCgsgCgvrAQEGf0G6fyELAkAgAygCBCIJIAMoAgAiCmoiDSABIABrSw0AIAUgBCgCACIFayAKSQRAQWwPCyADKAIIIQwgACAFSyAFIApqIg4gAEtxDQAgACAKaiIDIAxrIQEgACAFIAoQLyAEIA42AgACQAJAIAMgBmsgDE8EQCABIQYMAQtBbCELIAwgAyAHa0sNAiAIIAggASAGayIAaiIBIAlqTwRAIAlFDQIgAyABIAn8CgAADAILQQAgAGsiBARAIAMgASAE/AoAAAsgACAJaiEJIAMgAGshAwsgAyACIAYgCUEBEDMLIA0hCwsgCwurAgECfyACQR9xIQMgASEEA0AgA0EISUUEQCADQQhrIQMgBCkAAELP1tO+0ser2UJ+Qh+JQoeVr6+Ytt6bnn9+IACFQhuJQoeVr6+Ytt6bnn9+Qp2jteqDsY2K+gB9IQAgBEEIaiEEDAELCyABIAJBGHFqIQEgAkEHcSIDQQRJBH8gAQUgA0EEayEDIAE1AABCh5Wvr5i23puef34gAIVCF4lCz9bTvtLHq9lCfkL5893xmfaZqxZ8IQAgAUEEagshBANAIAMEQCADQQFrIQMgBDEAAELFz9my8eW66id+IACFQguJQoeVr6+Ytt6bnn9+IQAgBEEBaiEEDAELCyAAQiGIIACFQs/W077Sx6vZQn4iAEIdiCAAhUL5893xmfaZqxZ+IgBCIIggAIUL4QQCAX4CfyAAIANqIQcCQCADQQdMBEADQCAAIAdPDQIgACACLQAAOgAAIABBAWohACACQQFqIQIMAAsACyAEBEACQCAAIAJrIgZBB00EQCAAIAItAAA6AAAgACACLQABOgABIAAgAi0AAjoAAiAAIAItAAM6AAMgACACIAZBAnQiBkHgGmooAgBqIgIoAAA2AAQgAiAGQYAbaigCAGshAgwBCyAAIAIpAAA3AAALIANBCGshAyACQQhqIQIgAEEIaiEACyABIAdPBEAgACADaiEBIARFIAAgAmtBD0pyRQRAA0AgACACKQAANwAAIAJBCGohAiAAQQhqIgAgAUkNAAwDCwALIAIpAAAhBSAAIAIpAAg3AAggACAFNwAAIANBEUkNASAAQRBqIQADQCACKQAQIQUgACACKQAYNwAIIAAgBTcAACACKQAgIQUgACACKQAoNwAYIAAgBTcAECACQSBqIQIgAEEgaiIAIAFJDQALDAELAkAgACABSwRAIAAhAQwBCyABIABrIQYCQCAERSAAIAJrQQ9KckUEQCACIQMDQCAAIAMpAAA3AAAgA0EIaiEDIABBCGoiACABSQ0ACwwBCyACKQAAIQUgACACKQAINwAIIAAgBTcAACAGQRFIDQAgAEEQaiEAIAIhAwNAIAMpABAhBSAAIAMpABg3AAggACAFNwAAIAMpACAhBSAAIAMpACg3ABggACAFNwAQIANBIGohAyAAQSBqIgAgAUkNAAsLIAIgBmohAgsDQCABIAdPDQEgASACLQAAOgAAIAFBAWohASACQQFqIQIMAAsACwtOAQJ/IwBBEGsiBCQAIARBADYCCCAEQgA3AwACQCAEEBciBUUEQEFAIQMMAQsgBSAAIAEgAiADIAUQIRAiIQMgBRAZGgsgBEEQaiQAIAMLrwgCAn8BfiMAQRBrIgYkAAJAIAAgBBA2IARHBEBBuH8hBQwBCyAAIAEgAhAgIAAgACkD8OkBIAStfDcD8OkBQX8hBQJAAkACQAJAAkACQAJAAkAgACgChOoBDggAAQIDAwQFBggLAkAgACgC7OoBIgUNAEEAIQUgAygAAEFwcUHQ1LTCAUcNACAEBEAgAEGo7AVqIAMgBPwKAAALIABBBjYChOoBIABBCCAEazYCvOkBDAgLIAAgAyAEIAUQHCIFNgLo6gEgBUGIf0sNByAEBEAgAEGo7AVqIAMgBPwKAAALIABBATYChOoBIAAgBSAEazYCvOkBQQAhBQwHCyAAQajsBWohASAAKALo6gEhAiAEBEAgASACIARraiADIAT8CgAACyAAIAEgAhAmIgVBiH9LDQYgAEECNgKE6gEgAEEDNgK86QFBACEFDAYLIANBAyAGQQRqEB8iAUGIf0sEQCABIQUMBgtBbCEFIAEgACgC0OkBSw0FIAAgATYCvOkBIAAgBigCBDYCgOoBIAAgBigCDDYCjOsBIAYoAgghAiAAAn9BBEEDIAIbIAENABogAgRAIAAoAuDpAQRAIABBBDYCvOkBQQUMAgsgAEEANgK86QFBAAwBCyAAQQM2ArzpAUECCzYChOoBQQAhBQwFC0FsIQUCQAJAAkACQAJAAkACQCAAKAKA6gEOAwABAgsLIAIgBEkEQEG6fyEFDAsLAkAgAUUEQCAERQ0BQbZ/IQUMDAsgBARAIAEgAyAE/AoAAAsgBEGIf00NACAEIQUMCwsgACAAKAK86QEgBGsiAjYCvOkBIAQhBQwDCwJAIAIgACgCjOsBIgVJBH9Bun8FIAENASAFRQ0FQbZ/CyEFIABBADYCvOkBDAoLIAVFDQEgASADLQAAIAX8CwAMAQsgACABIAIgAyAEQQEQJyEFC0EAIQIgAEEANgK86QEgBUGIf0sNBwsgBSAAKALQ6QFNDQFBbCEFDAYLQQAhAiAAQQA2ArzpAUEAIQULIAAgACkD+OkBIAUiA618NwP46QEgACgC9OoBBEAgAEGQ6gFqIAEgAxAoIAAoArzpASECCyAAIAEgA2o2AqzpASACDQMgACgChOoBQQRGBEAgACkDwOkBIgdCf1IEQEFsIQUgACkD+OkBIAdSDQYLIAAoAuDpAQRAIABBBTYChOoBIABBBDYCvOkBDAULIABBADYChOoBIABBADYCvOkBDAQLIABBAzYCvOkBIABBAjYChOoBDAMLIAAoAvTqAUUNASADKAAAIABBkOoBahApp0YNAUFqIQUMAwsgBARAIAAgBGtBsOwFaiADIAT8CgAACyAAQQc2AoTqASAAIAAoAKzsBTYCvOkBQQAhBQwCC0EAIQUgAEEANgKE6gEgAEEANgK86QEMAQsgAyEFCyAGQRBqJAAgBQtGAQF/IAAoAoTqAUEDa0ECTwRAIAAoArzpAQ8LIAAoArzpASECIAAoAoDqAQR/IAIFQQEgASACIAEgAkkbIgAgAEEBTRsLCwYAQYOACAsGAEGAgAgLxBACGH8CfiMAQRBrIggkACACKAIIIQ4gAigCBCEPIAIoAgAhBCABKAIEIRAgCCABKAIAIgYgASgCCCITaiIYNgIMAkAgDiAPSwRAQbh/IQMMAQsCQCAQIBNJDQACQCAAKALs6wFBAUcNACAAKAK86wFFDQBBmH8hAyAAKALw6wEgBkcNAiAAKAL46wEgE0cNAiAAKAL06wEgEEcNAgsgBiAQaiEMIAQgD2ohCSAAQfDrAWohESAPIA5rIRUgAEGo7AVqIQogAEHA6QFqIQ0gAEHY6wFqIRQgAEGE6gFqIRYgAEGE6wFqIRcgAEGA6wFqIRkgBCAOaiISIQQDQAJAIAQhBgJ/AkAgBUEBcUUEQEF/IQMCQAJAAkAgDSAKAn8CQAJAIAAoArzrAQ4FAQADBAUMCyAAKALg6wEMAQsgAEEANgLI6wEgAEEBNgK86wEgFEIANwMIIBRCADcDACARIAEoAgg2AgggESABKQIANwIAQQALIAAoAuzqARAbIQQCQCAAKAKw6wFFDQAgACgCrOsBRQ0AIAAQKgsgBEGIf0sEQCAEIQMMCgsgBARAIAQgACgC4OsBIgNrIgUgCSAGayIHSwRAIAYgCUcEQCAHBEAgAyAKaiAGIAf8CgAACyAAIAMgB2oiAzYC4OsBCyACIAIoAgQ2AgggDSAKIAMgACgC7OoBEBsiA0GIf0sNC0ECQQYgACgC7OoBGyIBIAQgASAESxsgACgC4OsBa0EDaiEDDAsLIAUEQCADIApqIAYgBfwKAAALIAAgBDYC4OsBIAUgBmohBEEAIQUMCAsCQCANKQMAIhtCf1ENACAAKALU6QFBAUYNACAbIAwgCCgCDCIEayIDrVYNACASIBUgACgC7OoBEB4iBSAVSw0AIAAgBCADIBIgBSAAECEQIiIDQYh/Sw0KIAggAyAEakEAIAQbNgIMIABBADYCvOsBIABBADYCvOkBIAUgEmohBEEBIQUMCAsCQCAAKALs6wFBAUcNACAAKALU6QFBAUYNACANKQMAIhtCf1ENACAbIAwgCCgCDGutVg0JCyAAIAAQIRAjAn8CQCAAKALs6gENACAKKAAAQXBxQdDUtMIBRw0AIAAoAKzsBSEFQQcMAQsgACAKIAAoAuDrARAmIgNBiH9LDQpBAyEFQQILIQQgACAFNgK86QEgFiAENgIAIABCgAggACkDyOkBIhsgG0KACFgbIhs3A8jpASAANQLM6wEgG1QEQEFwIQMMCgsgACgC0OkBIQUgACgCuOsBIgQEQCAAIAUgBCAEIAVLGyIFNgLQ6QELQQAhB0EAIQMgACgC7OsBRQRAQXAgDSkDACIcIBsgBUKAgAggGyAbQoCACFobpyIEIAQgBUsbQQF0rXxCQH0iGyAbIBxWGyIbpyAbQoCAgIAQWhshAwsgACgC1OsBIgsgACgCxOsBIhpqQQQgBSAFQQRNGyIEIANqIgVBA2xPBEAgACgCvOwFQQFqIQcLIAAgBzYCvOwFIAQgGksgAyALS3JFIAdBgAFJcUUEQAJAAkAgACgCkOsBIgcEQCAFIAdBwOwFa00NAQwKCyAAKALA6wEgGSgCACAXKAIAEBUgAEEANgLU6wEgAEEANgLE6wEgACAFIAAoAvzqASAXKAIAEBgiBTYCwOsBIAVFDQkMAQsgACgCwOsBIQULIAAgAzYC1OsBIAAgBDYCxOsBIAAgBCAFajYC0OsBCyAAQQI2ArzrAQsgACAJIAZrIgQQNiIDRQRAIABBADYCvOsBQQEhBSAGIQQMBwsgAyAETQRAIAMgBmohBEEAIQUgACAIQQxqIAwgBiADEDoiA0GJf0kNBwwJC0EBIQUgBiAJIgRGDQYgAEEDNgK86wELIAAoArzpASILIAAoAsjrASIFayEDAkAgFigCAEEHRwRAIAAoAsTrASAFayADSQRAQWwhAwwKCyADIAkgBmsiBCADIARJGyIHRQ0EIAcEQCAAKALA6wEgBWogBiAH/AoAAAsgACgCyOsBIQUMAQsgAyAJIAZrIgQgAyAESRsiB0UNAwsgACAFIAdqNgLI6wEgBiAHagwDCyAMIAgoAgwiA2siByAAKALc6wEgACgC2OsBIgVrIgsgByALSRsiBARAIAQEQCADIAAoAtDrASAFaiAE/AoAAAsgACgC2OsBIQULIAggAyAEakEAIAMbNgIMIBQgBCAFaiIDNgIAQQEhBSAGIQQgByALSQ0EIABBAjYCvOsBQQAhBSAAKQPA6QEgACgC1OsBIgatWA0EIAAoAtDpASADaiAGTQ0EIABCADcD2OsBDAQLIAIgBiACKAIAazYCCCABIAgoAgwiBCABKAIAayIDNgIIIBEgAzYCCCARIAEpAgA3AgACQCAGIBJHIAQgGEdyRQRAIAAgACgC6OsBIgFBAWo2AujrASABQQ9IDQEgECATRgRAQbB/IQMMCAsgDiAPRw0BQa5/IQMMBwsgAEEANgLo6wELIAAoArzpASIBRQRAIAAoAuTrASEBAkACQCAAKALc6wEgACgC2OsBRgRAQQAhAyABRQ0JIAIoAggiASACKAIETwRAIABBAjYCvOsBDAILIAIgAUEBajYCCAwJCyABRQ0BC0EBIQMMBwsgAiACKAIIQQFrNgIIQQEhAyAAQQE2AuTrAQwGCyABIAAoAsjrAWtBA0EAIABBhOoBaigCAEEDRhtqIQMMBQtBACEHIAYLIQRBASEFIAMgB0sNAUEAIQUgAEEANgLI6wEgACAIQQxqIAwgACgCwOsBIAsQOiIDQYl/SQ0BDAMLC0FAIQMMAQtBun8hAwsgCEEQaiQAIAMLxwEBAn8gACgChOoBIgVBB0YhBgJAIAACfwJAIAAoAuzrAUUEQAJ/IAVBB0YEQCAAKALY6wEhAUEADAELIAAoAtTrASAAKALY6wEiAWsLIQIgACAAKALQ6wEgAWogAiADIAQQNSIEQYh/Sw0DIAQgBnJFDQEgACAAKALY6wEgBGo2AtzrAUEEDAILIAAgASgCACIFQQAgAiAFayAGGyADIAQQNSIEQYh/Sw0CIAEgASgCACAEajYCAAtBAgs2ArzrAUEAIQQLIAQLCgAgAARAEDwACwsDAAALC80SCgBBiAgLBQEAAAABAEGYCAvbBAEAAAABAAAAlgAAANgAAAB9AQAAdwAAAKoAAADNAAAAAgIAAHAAAACxAAAAxwAAABsCAABuAAAAxQAAAMIAAACEAgAAawAAAN0AAADAAAAA3wIAAGsAAAAAAQAAvQAAAHEDAABqAAAAZwEAALwAAACPBAAAbQAAAEYCAAC7AAAAIgYAAHIAAACwAgAAuwAAALAGAAB6AAAAOQMAALoAAACtBwAAiAAAANADAAC5AAAAUwgAAJYAAACcBAAAugAAABYIAACvAAAAYQUAALkAAADDBgAAygAAAIQFAAC5AAAAnwYAAMoAAAAAAAAAAQAAAAEAAAAFAAAADQAAAB0AAAA9AAAAfQAAAP0AAAD9AQAA/QMAAP0HAAD9DwAA/R8AAP0/AAD9fwAA/f8AAP3/AQD9/wMA/f8HAP3/DwD9/x8A/f8/AP3/fwD9//8A/f//Af3//wP9//8H/f//D/3//x/9//8//f//fwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAwAAAAQAAAAFAAAABgAAAAcAAAAIAAAACQAAAAoAAAALAAAADAAAAA0AAAAOAAAADwAAABAAAAARAAAAEgAAABMAAAAUAAAAFQAAABYAAAAXAAAAGAAAABkAAAAaAAAAGwAAABwAAAAdAAAAHgAAAB8AAAAgAAAAIQAAACIAAAAjAAAAJQAAACcAAAApAAAAKwAAAC8AAAAzAAAAOwAAAEMAAABTAAAAYwAAAIMAAAADAQAAAwIAAAMEAAADCAAAAxAAAAMgAAADQAAAA4AAAAMAAQBBoA0LFQEBAQECAgMDBAQFBwgJCgsMDQ4PEABBxA0LiwEBAAAAAgAAAAMAAAAEAAAABQAAAAYAAAAHAAAACAAAAAkAAAAKAAAACwAAAAwAAAANAAAADgAAAA8AAAAQAAAAEgAAABQAAAAWAAAAGAAAABwAAAAgAAAAKAAAADAAAABAAAAAgAAAAAABAAAAAgAAAAQAAAAIAAAAEAAAACAAAABAAAAAgAAAAAABAEHgDgumBAEBAQECAgMDBAYHCAkKCwwNDg8QAQAAAAQAAAAIAAAAAQABAQYAAAAAAAAEAAAAABAAAAQAAAAAIAAABQEAAAAAAAAFAwAAAAAAAAUEAAAAAAAABQYAAAAAAAAFBwAAAAAAAAUJAAAAAAAABQoAAAAAAAAFDAAAAAAAAAYOAAAAAAABBRAAAAAAAAEFFAAAAAAAAQUWAAAAAAACBRwAAAAAAAMFIAAAAAAABAUwAAAAIAAGBUAAAAAAAAcFgAAAAAAACAYAAQAAAAAKBgAEAAAAAAwGABAAACAAAAQAAAAAAAAABAEAAAAAAAAFAgAAACAAAAUEAAAAAAAABQUAAAAgAAAFBwAAAAAAAAUIAAAAIAAABQoAAAAAAAAFCwAAAAAAAAYNAAAAIAABBRAAAAAAAAEFEgAAACAAAQUWAAAAAAACBRgAAAAgAAMFIAAAAAAAAwUoAAAAAAAGBEAAAAAQAAYEQAAAACAABwWAAAAAAAAJBgACAAAAAAsGAAgAADAAAAQAAAAAEAAABAEAAAAgAAAFAgAAACAAAAUDAAAAIAAABQUAAAAgAAAFBgAAACAAAAUIAAAAIAAABQkAAAAgAAAFCwAAACAAAAUMAAAAAAAABg8AAAAgAAEFEgAAACAAAQUUAAAAIAACBRgAAAAgAAIFHAAAACAAAwUoAAAAIAAEBTAAAAAAABAGAAABAAAADwYAgAAAAAAOBgBAAAAAAA0GACAAQZATC4cCAQABAQUAAAAAAAAFAAAAAAAABgQ9AAAAAAAJBf0BAAAAAA8F/X8AAAAAFQX9/x8AAAADBQUAAAAAAAcEfQAAAAAADAX9DwAAAAASBf3/AwAAABcF/f9/AAAABQUdAAAAAAAIBP0AAAAAAA4F/T8AAAAAFAX9/w8AAAACBQEAAAAQAAcEfQAAAAAACwX9BwAAAAARBf3/AQAAABYF/f8/AAAABAUNAAAAEAAIBP0AAAAAAA0F/R8AAAAAEwX9/wcAAAABBQEAAAAQAAYEPQAAAAAACgX9AwAAAAAQBf3/AAAAABwF/f//DwAAGwX9//8HAAAaBf3//wMAABkF/f//AQAAGAX9//8AQaAVC4YEAQABAQYAAAAAAAAGAwAAAAAAAAQEAAAAIAAABQUAAAAAAAAFBgAAAAAAAAUIAAAAAAAABQkAAAAAAAAFCwAAAAAAAAYNAAAAAAAABhAAAAAAAAAGEwAAAAAAAAYWAAAAAAAABhkAAAAAAAAGHAAAAAAAAAYfAAAAAAAABiIAAAAAAAEGJQAAAAAAAQYpAAAAAAACBi8AAAAAAAMGOwAAAAAABAZTAAAAAAAHBoMAAAAAAAkGAwIAABAAAAQEAAAAAAAABAUAAAAgAAAFBgAAAAAAAAUHAAAAIAAABQkAAAAAAAAFCgAAAAAAAAYMAAAAAAAABg8AAAAAAAAGEgAAAAAAAAYVAAAAAAAABhgAAAAAAAAGGwAAAAAAAAYeAAAAAAAABiEAAAAAAAEGIwAAAAAAAQYnAAAAAAACBisAAAAAAAMGMwAAAAAABAZDAAAAAAAFBmMAAAAAAAgGAwEAACAAAAQEAAAAMAAABAQAAAAQAAAEBQAAACAAAAUHAAAAIAAABQgAAAAgAAAFCgAAACAAAAULAAAAAAAABg4AAAAAAAAGEQAAAAAAAAYUAAAAAAAABhcAAAAAAAAGGgAAAAAAAAYdAAAAAAAABiAAAAAAABAGAwABAAAADwYDgAAAAAAOBgNAAAAAAA0GAyAAAAAADAYDEAAAAAALBgMIAAAAAAoGAwQAQbQZC3wBAAAAAwAAAAcAAAAPAAAAHwAAAD8AAAB/AAAA/wAAAP8BAAD/AwAA/wcAAP8PAAD/HwAA/z8AAP9/AAD//wAA//8BAP//AwD//wcA//8PAP//HwD//z8A//9/AP///wD///8B////A////wf///8P////H////z////9/AEHEGgtZAQAAAAIAAAAEAAAAAAAAAAIAAAAEAAAACAAAAAAAAAABAAAAAgAAAAEAAAAEAAAABAAAAAQAAAAEAAAACAAAAAgAAAAIAAAABwAAAAgAAAAJAAAACgAAAAsAQaAbCwOgDwE=";
//#endregion


;// CONCATENATED MODULE: ./build/kernel/payload/zstd-wasm.js


/** Bytes handed to the engine, and taken from it, at a time. */
const zstd_wasm_CHUNK = 1 << 20;
/** Size of `ZSTD_inBuffer` and `ZSTD_outBuffer`: `{ void *ptr; size_t size; size_t pos; }`. */
const BUFFER_STRUCT = 12;
/** `ZSTD_isError`: an error is a `size_t` below zero by its number, of which there are under 120. */
const MAX_ERROR = 120;
/** ZSTD_ErrorCode (zstd_errors.h): those that tell more than that the frame is bad. */
const CHECKSUM_WRONG = 22;
const MEMORY_ALLOCATION = 64;
/**
 * libzstd as WebAssembly, for a Node without one. zstddec carries the module, but its own loop
 * ignores errors and then turns for ever, so libzstd is called directly. Each run has an instance
 * of its own: memory that it grew to hold a window goes with it, however the consumer leaves.
 *
 * @throws {PayloadError} of the fault `corrupt`, or `truncated` where `frame` is no whole frame.
 */
async function* wasmZstd(frame) {
    const { exports: zstd } = await WebAssembly.instantiate(await libzstd(), {
        env: { emscripten_notify_memory_growth: () => { } },
    });
    const dctx = zstd.ZSTD_createDCtx();
    const inBuffer = zstd.malloc(BUFFER_STRUCT);
    const outBuffer = zstd.malloc(BUFFER_STRUCT);
    const inBytes = zstd.malloc(zstd_wasm_CHUNK);
    const outBytes = zstd.malloc(zstd_wasm_CHUNK);
    let wanted = 1;
    for (let offset = 0; wanted !== 0;) {
        const chunk = frame.read(offset, zstd_wasm_CHUNK);
        if (chunk.length === 0) {
            throw new PayloadError('zstd', 'truncated', offset, 'the stream ends inside the frame');
        }
        new Uint8Array(zstd.memory.buffer).set(chunk, inBytes);
        setBuffer(zstd, inBuffer, inBytes, chunk.length);
        let count;
        do {
            setBuffer(zstd, outBuffer, outBytes, zstd_wasm_CHUNK);
            wanted = zstd.ZSTD_decompressStream(dctx, outBuffer, inBuffer);
            if (wanted < 0 && wanted > -MAX_ERROR) {
                throw asError(-wanted, offset + position(zstd, inBuffer));
            }
            count = position(zstd, outBuffer);
            if (count > 0)
                yield new Uint8Array(zstd.memory.buffer, outBytes, count);
            // A full output buffer may mean that there is more to come without further input.
        } while (wanted !== 0 && count === zstd_wasm_CHUNK);
        offset += chunk.length;
    }
}
let compiled;
/** The compiled module, made when it is first needed; zstddec hands it to its `_init`. */
function libzstd() {
    compiled ??= new Promise((resolve, reject) => {
        const carrier = new ZSTDDecoder();
        carrier._init = ({ module }) => resolve(module);
        carrier.init().catch(reject);
    });
    return compiled;
}
function setBuffer(zstd, struct, pointer, size) {
    const memory = new DataView(zstd.memory.buffer);
    memory.setUint32(struct, pointer, true);
    memory.setUint32(struct + 4, size, true);
    memory.setUint32(struct + 8, 0, true);
}
function position(zstd, struct) {
    return new DataView(zstd.memory.buffer).getUint32(struct + 8, true);
}
function asError(code, offset) {
    // This machine's fault, not the frame's.
    if (code === MEMORY_ALLOCATION)
        return new RangeError('not enough memory for the zstd window');
    const detail = code === CHECKSUM_WRONG
        ? 'the checksum of the contents does not match'
        : `the frame cannot be decoded (libzstd error ${code})`;
    return new PayloadError('zstd', 'corrupt', offset, detail);
}

;// CONCATENATED MODULE: ./build/kernel/payload/zstd.js





/**
 * One zstd frame (RFC 8878), with node:zlib where this Node can (from 22.15), with the same
 * library as WebAssembly where it cannot.
 *
 * A window of more than 128 MiB is refused even where `maxDictionary` allows it: without being
 * told otherwise libzstd does, and so do the decompressors in Linux and in Xen.
 *
 * @see Decompress for what it yields, returns and throws
 */
const decompressZstd = zstdDecoder(nodeZstd ?? wasmZstd);
/** {@link decompressZstd} with a chosen engine. */
function zstdDecoder(engine) {
    return async function* decompress(input, { maxDictionary }) {
        const maxWindow = Math.min(maxDictionary, DEFAULT_MAX_DICTIONARY);
        const { length, contentSize } = measureZstdFrame(input, maxWindow);
        let size = 0;
        for await (const chunk of engine(sliceSource(input, 0, length))) {
            size += chunk.length;
            yield chunk;
        }
        if (contentSize !== null && size !== contentSize) {
            throw new PayloadError('zstd', 'corrupt', length, 'the size of the contents does not match');
        }
        return length;
    };
}

;// CONCATENATED MODULE: ./build/kernel/payload/codecs.js








const CODECS = {
    gzip: { magic: [0x1f, 0x8b], decompress: decompressGzip },
    bzip2: { magic: [0x42, 0x5a, 0x68], decompress: decompressBzip2 },
    lzma: { magic: [0x5d, 0x00], decompress: decompressLzma, dictionary: lzmaDictionary },
    xz: {
        magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
        decompress: decompressXz,
        dictionary: xzDictionary,
    },
    lzo: { magic: [0x89, 0x4c, 0x5a, 0x4f], decompress: decompressLzo },
    lz4: { magic: [0x02, 0x21], decompress: decompressLz4, endsAtSizeTrailer: true },
    zstd: { magic: [0x28, 0xb5, 0x2f, 0xfd], decompress: decompressZstd, dictionary: zstdWindow },
};
const codecs_ELF_MAGIC = [0x7f, 0x45, 0x4c, 0x46];
/**
 * Names the compression of a payload by its first bytes (8 are enough): `'none'` for an ELF file,
 * `null` for anything else.
 */
function codecOf(magic) {
    const startsWith = (bytes) => bytes.every((byte, i) => magic[i] === byte);
    if (startsWith(codecs_ELF_MAGIC))
        return 'none';
    for (const codec of Object.keys(CODECS)) {
        if (startsWith(CODECS[codec].magic))
            return codec;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/kernel/payload/decode.js

const MiB = 1 << 20;
/**
 * Decompresses a stream and hands every chunk to `take`, with its position in the output. The
 * chunk is the decoder's: `take` copies what it keeps.
 *
 * @param limit bytes of output; one more, and the decompression stops with the fault `too-large`
 */
async function decode_decode(stream, limit, take) {
    const { decompress, input, maxDictionary } = stream;
    const chunks = decompress(input, { maxDictionary });
    let size = 0;
    try {
        for (;;) {
            const step = await chunks.next();
            if (step.done)
                return { fault: null, size, consumed: step.value };
            if (size + step.value.length > limit)
                return { fault: tooLarge(limit), size };
            take(step.value, size);
            size += step.value.length;
        }
    }
    catch (error) {
        if (!(error instanceof PayloadError))
            throw error;
        return { fault: { kind: error.fault, offset: error.offset, detail: error.message }, size };
    }
    finally {
        await chunks.return(0);
    }
}
/** The fault of a stream that unpacks to more than `limit` bytes. */
function tooLarge(limit) {
    return { kind: 'too-large', offset: 0, detail: `it unpacks to more than ${limit / MiB} MiB` };
}

;// CONCATENATED MODULE: ./build/kernel/payload/header-plan.js

/** Of a part that is longer than this, in bytes, only the start is planned. */
const MAX_PART = 1 << 20;
/** Kernels have about 5 program and 50 section headers; more than these are left to page faults. */
const MAX_ENTRIES = 4096;
/**
 * Which parts of an ELF file a reader of its notes will want, as far as the parts that are held
 * tell: the headers and both tables, the notes of either table, and the names of the sections.
 * The more important come first. Call it again when more is held.
 */
function planHeaders(peek) {
    const bytes = peek({ offset: 0, length: ELF_HEADER_SIZE });
    const header = bytes && readElfHeader(bytes);
    if (!header)
        return [];
    const { programHeaders, sectionHeaders, sectionNames } = header;
    const parts = (kind, table) => {
        const length = elfPartSize(header, kind);
        const found = [];
        for (let i = 0; i < Math.min(table.count, MAX_ENTRIES); i++) {
            const entry = peek({ offset: table.offset + i * table.entrySize, length });
            if (!entry || entry.length < length)
                break;
            found.push(readElfPart(header, kind, entry));
        }
        return found;
    };
    const segments = parts('segment', programHeaders);
    const sections = parts('section', sectionHeaders);
    const names = sections[sectionNames];
    return [
        tableRange(programHeaders),
        tableRange(sectionHeaders),
        ...segments.filter((part) => part.type === PT_NOTE),
        ...(names ? [names] : []),
        ...sections.filter((part) => part.type === SHT_NOTE),
    ].map(({ offset, length }) => ({ offset, length: Math.min(length, MAX_PART) }));
}
function tableRange({ offset, entrySize, count }) {
    return { offset, length: entrySize * count };
}

;// CONCATENATED MODULE: ./build/kernel/payload/held-pages.js
/** Parts of a payload are held in pages of this many bytes. */
const held_pages_PAGE_SIZE = 64 * 1024;
/** Most memory that the held pages of one payload take, in bytes. */
const MAX_HELD = 64 * 1024 * 1024;
/** Thrown by `HeldPages.source` where a page that is read is not held; `examine` catches it. */
class PageFault extends Error {
    name = 'PageFault';
    /** Sees to it that what was read is held. */
    fetch;
    constructor(fetch) {
        super('a payload was read outside of Kernel.examine');
        this.fetch = fetch;
    }
}
const held_pages_EMPTY = new Uint8Array(0);
/**
 * Keeps chosen pages of a stream that is too long to hold. First say what is wanted, then offer the
 * chunks of the stream in their order, as often as wanted, then read what was kept.
 */
class HeldPages {
    #pages = new Map();
    /** Length of the stream; unknown until its end was seen. */
    #size = Number.POSITIVE_INFINITY;
    /** Sets the length of the stream and forgets pages that it did not fill. */
    finish(size) {
        this.#size = size;
        for (const [index, page] of this.#pages) {
            if (!this.#isComplete(index, page))
                this.#pages.delete(index);
        }
    }
    /**
     * Marks the pages under `range`, from its start, as many as fit.
     *
     * @param limit bytes that all marked pages may take
     * @returns whether all of them fitted
     */
    want(range, limit = MAX_HELD) {
        for (const index of pagesUnder(range, this.#size)) {
            if (this.#pages.has(index))
                continue;
            if ((this.#pages.size + 1) * held_pages_PAGE_SIZE > limit)
                return false;
            this.#pages.set(index, { bytes: null, filled: 0 });
        }
        return true;
    }
    /**
     * Copies what is wanted and still missing of a chunk.
     *
     * @returns whether that completed a page
     */
    offer(chunk, position) {
        let completed = false;
        for (const index of pagesUnder({ offset: position, length: chunk.length }, this.#size)) {
            const page = this.#pages.get(index);
            if (page && !this.#isComplete(index, page)) {
                fill(page, index * held_pages_PAGE_SIZE, chunk, position);
                completed ||= this.#isComplete(index, page);
            }
        }
        return completed;
    }
    /** Whether every page under `range` is there. */
    holds(range) {
        for (const index of pagesUnder(range, this.#size)) {
            const page = this.#pages.get(index);
            if (!page || !this.#isComplete(index, page))
                return false;
        }
        return true;
    }
    /** The bytes of a range, fewer where the stream ends; `null` where a page under it is not held. */
    peek(range) {
        const { offset } = range;
        const length = Math.max(Math.min(range.length, this.#size - offset), 0);
        if (length === 0)
            return held_pages_EMPTY;
        const start = offset % held_pages_PAGE_SIZE;
        if (start + length <= held_pages_PAGE_SIZE) {
            // Nearly every read is of a few bytes: this way is most of what it costs to parse a kernel.
            const index = (offset - start) / held_pages_PAGE_SIZE;
            const page = this.#pages.get(index);
            return page?.bytes && this.#isComplete(index, page)
                ? page.bytes.subarray(start, start + length)
                : null;
        }
        if (!this.holds(range))
            return null;
        const bytes = new Uint8Array(length);
        for (const index of pagesUnder({ offset, length }, this.#size)) {
            const at = index * held_pages_PAGE_SIZE - offset;
            const part = this.#pages.get(index)?.bytes?.subarray(Math.max(-at, 0), length - at);
            if (part)
                bytes.set(part, Math.max(at, 0));
        }
        return bytes;
    }
    /**
     * The stream as a source.
     *
     * @param fetch sees to it that the pages under a range are held
     * @throws {PageFault} from `read`, where a page under it is not held
     */
    source(fetch) {
        const size = this.#size;
        return {
            size,
            read: (offset, length) => {
                if (offset < 0 || offset >= size || length <= 0)
                    return held_pages_EMPTY;
                const range = { offset, length: Math.min(length, size - offset) };
                const bytes = this.peek(range);
                if (!bytes)
                    throw new PageFault(() => fetch(range));
                return bytes;
            },
        };
    }
    #isComplete(index, page) {
        return page.filled >= Math.min(held_pages_PAGE_SIZE, this.#size - index * held_pages_PAGE_SIZE);
    }
}
/** Indices of the pages under the part of `range` that lies before `end`, in order. */
function* pagesUnder({ offset, length }, end) {
    const stop = Math.min(offset + length, end);
    for (let index = Math.floor(offset / held_pages_PAGE_SIZE); index * held_pages_PAGE_SIZE < stop; index++)
        yield index;
}
/** Appends to a page (that starts at `start`) what follows its filled part in the chunk. */
function fill(page, start, chunk, position) {
    const from = start + page.filled - position;
    if (from < 0 || from >= chunk.length)
        return;
    const part = chunk.subarray(from, from + held_pages_PAGE_SIZE - page.filled);
    page.bytes ??= new Uint8Array(held_pages_PAGE_SIZE);
    page.bytes.set(part, page.filled);
    page.filled += part.length;
}

;// CONCATENATED MODULE: ./build/kernel/payload/unpack.js




/** `XC_DOM_DECOMPRESS_MAX` of Xen's toolstack: it unpacks no more than this, in bytes. */
const MAX_UNPACKED = 1024 * 1024 * 1024;
/** Always held, in bytes: all of the setup code of a bzImage, and the headers of any kernel. */
const HEAD = 256 * 512;
/** What is planned may take half of the room; the other half is for what only a run shows. */
const MAX_PLANNED = MAX_HELD / 2;
/** How often one stream is decompressed, the first time counted. */
const MAX_PASSES = 16;
/**
 * Decompresses a stream to its end once, which verifies its checksums and tells its size, and holds
 * its first 128 KiB and the parts of an ELF file that kernels need.
 */
async function unpack(stream) {
    const pages = new HeldPages();
    pages.want({ offset: 0, length: HEAD });
    const decoded = await decode_decode(stream, MAX_UNPACKED, (chunk, position) => {
        // What a chunk shows to be wanted may lie in the same chunk: offer it until that ends.
        while (pages.offer(chunk, position))
            wantPlanned(pages);
    });
    const { fault, size } = decoded;
    pages.finish(size);
    const content = pages.source(fetcher(stream, pages, size));
    return fault
        ? { size: null, consumed: null, fault, content }
        : { size, consumed: decoded.consumed, fault, content };
}
/** {@link Kernel.examine} */
async function examine(run) {
    for (;;) {
        try {
            return run();
        }
        catch (error) {
            if (!(error instanceof PageFault))
                throw error;
            await error.fetch();
        }
    }
}
/** Marks what the held part of an ELF file shows to be needed. */
function wantPlanned(pages) {
    for (const range of planHeaders((part) => pages.peek(part))) {
        // No output lies beyond, and a 64-bit number from a file may.
        if (range.offset < MAX_UNPACKED)
            pages.want(range, MAX_PLANNED);
    }
}
/** Brings the parts of a stream that are asked for, each time with one more pass over it. */
function fetcher(stream, pages, size) {
    let passes = 1;
    return async (range) => {
        passes++;
        if (passes > MAX_PASSES) {
            throw new UnreadableError(`The payload refers to parts of itself that lie too far apart: ${MAX_PASSES} passes did not read them all.`);
        }
        if (!pages.want(range)) {
            throw new UnreadableError(`The payload refers to more than ${MAX_HELD >> 20} MiB of itself, more than is held in memory.`);
        }
        wantPlanned(pages);
        // Each pass reads further ahead than the one before: a walk over all that may be held ends well
        // within the passes.
        const ahead = held_pages_PAGE_SIZE * 2 ** passes;
        pages.want({ offset: range.offset, length: range.length + ahead });
        const decoded = await decode_decode(stream, MAX_UNPACKED, (chunk, position) => {
            pages.offer(chunk, position);
        });
        if (decoded.size !== size || !pages.holds(range)) {
            throw new UnreadableError('The file changed while it was read.');
        }
    };
}

;// CONCATENATED MODULE: ./build/kernel/payload/payload.js



/** Enough of a stream for every dictionary reader: an xz block header ends within 1036 bytes. */
const payload_HEAD = 2048;
/** The kernel's build appends the size of what it compressed, as 32 bits; gzip ends with it. */
const SIZE_TRAILER = 4;
/** Decompresses what stands at `offset` of a file, `length` bytes of it if there are as many. */
async function openPayload(file, offset, length, maxDictionary) {
    const input = sliceSource(file, offset, length);
    const magic = input.read(0, 8).slice();
    const codec = codecOf(magic);
    const cut = offset + length > file.size;
    const declaredSize = cut ? null : sizeTrailer(input);
    const facts = { offset, length, cut, magic, codec, declaredSize };
    if (codec === null || codec === 'none') {
        const contents = codec === null ? NOTHING : plain(input, length);
        return { ...facts, dictionary: null, ...contents, withoutTrailer: contents };
    }
    const { decompress, endsAtSizeTrailer, ...traits } = CODECS[codec];
    const dictionary = traits.dictionary?.(input.read(0, payload_HEAD)) ?? null;
    const decoder = { decompress, maxDictionary };
    const shorter = sliceSource(input, 0, length - SIZE_TRAILER);
    const contents = await unpack({ ...decoder, input: endsAtSizeTrailer ? shorter : input });
    const withoutTrailer = endsAtSizeTrailer || isDecidedWithin(contents, shorter.size)
        ? contents
        : await unpack({ ...decoder, input: shorter });
    return { ...facts, dictionary, ...contents, withoutTrailer };
}
const NOTHING = { size: null, consumed: null, fault: null, content: null };
function plain(content, size) {
    return { size, consumed: size, fault: null, content };
}
/** Whether a decoder comes to the same end when it is given no more than the first `bytes`. */
function isDecidedWithin({ fault, consumed }, bytes) {
    if (fault)
        return fault.kind !== 'truncated' && fault.offset <= bytes;
    return consumed !== null && consumed <= bytes;
}
/** The last four bytes, little endian; `null` where there are not as many. */
function sizeTrailer(input) {
    const bytes = input.read(input.size - SIZE_TRAILER, SIZE_TRAILER);
    if (bytes.length < SIZE_TRAILER)
        return null;
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
}

;// CONCATENATED MODULE: ./build/kernel/open.js








/** A bzImage that lies in gzip is unpacked into memory, if it is no larger than this, in bytes. */
const MAX_BZIMAGE = 256 * 1024 * 1024;
/**
 * Opens a kernel: an ELF file, a bzImage, a compressed ELF file, or gzip around a bzImage. Whatever
 * is wrong with the file is told in the result. What is compressed is decompressed to its end, in
 * constant memory.
 *
 * Errors of `file` itself pass through, and nothing else is thrown.
 */
async function openKernel(file, options = {}) {
    const { maxDictionary = DEFAULT_MAX_DICTIONARY } = options;
    const codec = codecOf(file.read(0, 8));
    // Before ELF, because Xen's Linux loaders take a file with this header for a bzImage, whatever
    // its first bytes are; but the toolstack undoes gzip before it looks for one.
    const bzimage = codec === 'gzip' ? null : readBzImage(file);
    if (bzimage)
        return { file, wrapper: null, ...(await openBzImage(file, bzimage, maxDictionary)) };
    if (isElf(file))
        return { ...NOT_A_KERNEL, file, format: 'elf', elf: file };
    if (codec === null || codec === 'none')
        return { ...NOT_A_KERNEL, file };
    const wrapper = await openPayload(file, 0, file.size, maxDictionary);
    const { content, fault } = wrapper;
    if (!content || fault)
        return { ...NOT_A_KERNEL, file, wrapper };
    const inner = codec === 'gzip' ? readBzImage(content) : null;
    if (inner)
        return openInGzip(file, wrapper, inner, maxDictionary);
    if (!isElf(content))
        return { ...NOT_A_KERNEL, file, wrapper };
    return { ...NOT_A_KERNEL, file, wrapper, format: 'elf', elf: content };
}
const NOT_A_KERNEL = {
    format: null,
    wrapper: null,
    bzimage: null,
    payload: null,
    elf: null,
    examine: examine,
};
async function openBzImage(image, bzimage, maxDictionary) {
    const { protocol, codeOffset, payloadOffset, payloadLength } = bzimage;
    const start = codeOffset + payloadOffset;
    const isThere = protocol >= PAYLOAD_PROTOCOL && start < image.size;
    const payload = isThere ? await openPayload(image, start, payloadLength, maxDictionary) : null;
    const { content, fault } = payload ?? { content: null, fault: null };
    const elf = content && !fault && isElf(content) ? content : null;
    return { format: 'bzimage', bzimage, payload, elf, examine: examine };
}
/** A payload may lie anywhere in the bzImage: for once, all of what was unpacked is held. */
async function openInGzip(file, wrapper, bzimage, maxDictionary) {
    const failed = (fault) => {
        return { ...NOT_A_KERNEL, file, wrapper: { ...wrapper, size: null, consumed: null, fault } };
    };
    const size = wrapper.size ?? 0;
    if (size > MAX_BZIMAGE)
        return failed(tooLarge(MAX_BZIMAGE));
    const stream = { decompress: CODECS.gzip.decompress, input: file, maxDictionary };
    const image = new Uint8Array(size);
    const { fault } = await decode_decode(stream, size, (chunk, at) => image.set(chunk, at));
    if (fault)
        return failed(fault);
    const content = bytesSource(image);
    const opened = await openBzImage(content, bzimage, maxDictionary);
    return { file, wrapper: { ...wrapper, content }, ...opened };
}

;// CONCATENATED MODULE: ./build/rules/prose.js
/** Text from paragraphs, each a list of sentences, so that a change of one is a diff of one line. */
function paragraphs(...blocks) {
    return blocks.map((sentences) => sentences.join(' ')).join('\n\n');
}
/** @param sha all 40 digits: short ones stop being unique */
function xenCommit(sha) {
    return `https://github.com/xen-project/xen/commit/${sha}`;
}
/** @param sha all 40 digits */
function linuxCommit(sha) {
    return `https://github.com/torvalds/linux/commit/${sha}`;
}
/** A file of Xen 4.22.0, where a specification is a header or the code itself. */
function xenFile(path) {
    return `https://github.com/xen-project/xen/blob/RELEASE-4.22.0/${path}`;
}
const LINUX_BOOT_PROTOCOL = 'https://docs.kernel.org/arch/x86/boot.html';
/** What reaches the user of the toolstack when libelf refuses a kernel for its notes. */
const TOOLSTACK_AFTER_NOTES = "The toolstack passes libelf's line on up to 4.6; since 4.7.0 (ad787bafcd2a) it prints only `xc_dom_find_loader: no loader found`, or, for a bare 64-bit ELF file in a PVH guest, `xc_dom_parse_hvm_kernel: ELF image is not 32bit`.";
/** What the console shows last when the hypervisor gives up on dom0, whatever the reason. */
const PANIC_WITHOUT_DOM0 = 'The panic that follows says only `Could not set up DOM0 guest OS` (`Could not construct domain 0` since 4.14.0, `Could not construct d0` since 4.21.0).';

;// CONCATENATED MODULE: ./build/rules/bad-bin-image.js

const badBinImage = {
    id: 'bad-bin-image',
    title: 'The xen_bin_image_table of the file contradicts the file',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'Before it looks for a bzImage or an ELF file, the toolstack looks for a `xen_bin_image_table` in the first 8 KiB: the word 0x336ec578, and behind it flags, a checksum and addresses.',
        'A file of any kind that has one is loaded by it, in all releases.',
        'It is the header of old binary kernels, after the manner of multiboot.',
    ], [
        'Flag 0x10000 (the addresses are valid) must be set and no other but 0x1 and the two bits of PAE; the header must lie inside the image, the image inside the file, and its memory must not end before it.',
        'Where that does not hold, no other loader is asked.',
    ], [
        'The toolstack says `xc_dom_parse_bin_kernel:` and then what is wrong.',
        'The hypervisor does not know the table: a dom0 is not touched by it.',
    ]),
    fix: 'Remove the table from a kernel that is an ELF file or a bzImage, or mend its flags and addresses. If the file has it by chance, move the data behind the first 8 KiB.',
    askXen: 'Nothing: all releases read the table alike.',
    references: [xenFile('tools/libs/guest/xg_dom_binloader.c')],
};

;// CONCATENATED MODULE: ./build/rules/bad-segment.js

const badSegment = {
    id: 'bad-segment',
    title: 'A segment of the kernel cannot be copied to its place',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'The dom0 builder copies each loadable segment of the ELF file to the address that the kernel wants it at, and clears what is left of its size in memory.',
        'Neither number is checked before: where `p_filesz` is larger than `p_memsz`, the rest to clear is negative, which Xen takes for nearly all of the address space, and the copy fails.',
        'It fails too where a PV kernel asks for addresses that a processor does not have, from 0x800000000000 up to 0xffff800000000000.',
    ], [
        'Since 4.2.0 (079ff2d32c3d) a PV dom0 gets `Failed to load the kernel binary`; before, Xen itself faults.',
        'A PVH dom0 gets `Failed to load kernel: -1`.',
        PANIC_WITHOUT_DOM0,
    ]),
    fix: 'Give every loadable segment a `p_memsz` of at least its `p_filesz`, as every linker does by itself; look for a tool that rewrites the program headers after the link. Link a PV kernel to the top 2 GiB of the address space.',
    askXen: 'Nothing: no release can load such a segment.',
    references: [
        xenCommit('079ff2d32c3db5a45cdbc8fb05be279544bdc111'),
        xenFile('xen/common/libelf/libelf-loader.c'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/bin-image-in-pvh.js

const binImageInPvh = {
    id: 'bin-image-in-pvh',
    title: 'A binary PV image is loaded into a PVH domain',
    level: 'error',
    stage: 'start',
    explanation: paragraphs([
        'The file has a `xen_bin_image_table`, by which the toolstack loads it before it looks at anything else.',
        'That loader is for PV kernels and does not ask whether the domain is one.',
    ], [
        'For a PVH domain it finds a place for the image and goes on; the kernel is then entered as no PVH kernel is, without `PHYS32_ENTRY`.',
        'Xen does not complain.',
    ]),
    fix: 'For PVH, ship an ELF file or a bzImage with a `PHYS32_ENTRY` note and without the table.',
    askXen: 'Nothing: all releases read the table alike.',
    references: [xenFile('tools/libs/guest/xg_dom_binloader.c')],
};

;// CONCATENATED MODULE: ./build/rules/boot-protocol-too-old.js

const bootProtocolTooOld = {
    id: 'boot-protocol-too-old',
    title: 'The bzImage header is older than boot protocol 2.08',
    level: 'error',
    stage: 'container',
    explanation: paragraphs([
        'Xen does not run the decompressor inside a bzImage: it takes the payload out and unpacks it itself.',
        'It finds the payload by `payload_offset` and `payload_length`, two fields that the header has since boot protocol 2.08 (Linux 2.6.26).',
        'This file declares an older protocol.',
    ], [
        'Every release from 4.0.0 on refuses it.',
        'The hypervisor prints `Cannot load bzImage v2.07 at least v2.08 is required`, the toolstack `xc_dom_probe_bzimage_kernel: boot protocol too old (0207)`.',
    ], ['A newer kernel that fails here had its header overwritten after the build.']),
    fix: 'Build Linux 2.6.26 or later. If it is later already, find the step that rewrites the header at offset 0x1f1 after the build, or ship `vmlinux`, which has no such header.',
    askXen: 'Nothing: no release reads a bzImage without the payload fields.',
    references: [
        xenCommit('f3bf1dc1689aea30d3026d533a3e2130b51d439b'),
        xenCommit('e2b1ebf4de503eef701bf122362355ec11af34f3'),
        LINUX_BOOT_PROTOCOL,
    ],
};

;// CONCATENATED MODULE: ./build/rules/codec-unsupported.js

const codecUnsupported = {
    id: 'codec-unsupported',
    title: "This Xen cannot unpack the payload's compression",
    level: 'error',
    stage: 'payload',
    explanation: paragraphs([
        'Xen unpacks a bzImage itself: the hypervisor for dom0, the toolstack for a guest.',
        'Both learned each compression in the same releases: gzip, bzip2 and lzma are in all of them, lzo came in 4.1.0, xz in 4.2.0 and 4.1.5, lz4 in 4.4.0, zstd in 4.15.0.',
        'No 4.14 release has zstd.',
    ], [
        'The toolstack prints `xc_dom_probe_bzimage_kernel: unknown compression format`, then `xc_dom_find_loader: no loader found`.',
        'The hypervisor takes the payload for a kernel and prints `ELF: not an ELF binary` (`elf_init: not an ELF binary` before 4.8.0).',
    ], [
        "The toolstack uses the host's libraries, and can be built without them; bzip2, lzma and xz, lzo, zstd and (since 4.22.0) lz4 are optional.",
        'Such a build prints `xc_try_bzip2_decode: BZIP2 decompress support unavailable`, or the same with the name of another.',
    ]),
    fix: 'Set `CONFIG_KERNEL_GZIP=y`, which every release reads, or `CONFIG_KERNEL_XZ=y` for 4.1.5, 4.2.0 and later (mind its dictionary), in place of the present compression. Shipping the unpacked `vmlinux` works too.',
    askXen: 'Xen 4.15.0 or later for zstd, 4.13.0, 4.12.2 or 4.11.4 or later for lz4, and a toolstack that was built with the library in question.',
    references: [
        xenCommit('d6627cf1b63ce57a6a7e2c1800dbc50eed742c32'),
        xenCommit('8169f82049efb5b2044b33aa482ba3a136b7804d'),
        xenCommit('e850049bbc831bfe40b87eaea673675d8a829e74'),
        xenCommit('84f04d8f0dbfc24a48ee888011ca7410b7bbafc5'),
        xenCommit('a1630abae53f89e366eea574d650400347ab5f59'),
        xenCommit('4afea3d65321c40bb8afec833c860f92176bfb42'),
        xenCommit('d371fcc85bac2de69b34a0d28293202a3b33cdef'),
        xenCommit('c2c4e65d960453d6d764c837015e817c06c8dcea'),
        xenCommit('38492dc098a19e851a916a9e441008083538bc69'),
        'https://github.com/QubesOS/qubes-issues/issues/5980',
        'https://github.com/NixOS/nixpkgs/issues/249357',
    ],
};

;// CONCATENATED MODULE: ./build/rules/corrupt-payload.js

const corruptPayload = {
    id: 'corrupt-payload',
    title: 'The payload is damaged',
    level: 'error',
    stage: 'payload',
    explanation: paragraphs([
        'The compressed kernel is not a whole, sound stream: it ends too early, a checksum does not match, its bytes contradict the format, or it asks for something that no kernel build uses.',
        'Xen has to unpack it before it can do anything else, so it does not boot.',
    ], [
        'What that looks like differs.',
        'The toolstack prints `unable to XZ decompress kernel`, or the same with the name of another compression, then `xc_dom_find_loader: no loader found`.',
        "The hypervisor prints its decoder's complaint, such as `XZ-compressed data is corrupt` or `Decoding failed`; for gzip it panics with one, such as `crc error`.",
        'Where the damage leads a decoder astray, a hang or a fault early in the boot is possible as well.',
    ], [
        'There is one exception: since 4.16.0 the toolstack stops when as many bytes are out as the last four bytes declare (d3d9889467ca), and does not miss the end of an xz, lzma or bzip2 stream that is cut behind them.',
    ], [
        'Payloads in lz4 carry no checksum: a damaged one may unpack and fail later, as a broken ELF file or a kernel that crashes.',
    ]),
    fix: 'Build or copy the image again and compare its checksum with that of the build. If it is damaged there already, look for a full disk, or for a step that signs, strips or patches the file.',
    askXen: 'Nothing: what is damaged stays so.',
    references: [
        xenCommit('d3d9889467ca4a0ddc5dc9222d353c37a3e8dc6a'),
        xenFile('xen/common/decompress.c'),
        xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
        LINUX_BOOT_PROTOCOL,
    ],
};

;// CONCATENATED MODULE: ./build/rules/cut-file.js

const cutFile = {
    id: 'cut-file',
    title: 'The ELF file is cut short',
    level: 'error',
    stage: 'elf',
    explanation: paragraphs([
        'The ELF header says where the tables of program headers and of section headers lie, and one of them ends beyond the end of the file.',
        'Linkers write the section headers last, so a file that lost its tail is noticed here.',
        'Inside a bzImage it also happens when the declared size of the payload is too small.',
    ], [
        'Every release from 4.0.0 on refuses such a file.',
        'The hypervisor prints `ELF: phdr overflow` or `ELF: shdr overflow` with the two numbers (`elf_init:` in place of `ELF:` before 4.8.0).',
        'The toolstack prints `xc_dom_parse_elf_kernel: corrupted ELF image` up to 4.6, and since 4.7.0 (ad787bafcd2a) only `xc_dom_find_loader: no loader found`.',
    ]),
    fix: 'Copy the file again and compare its size and checksum with those of the build. To make it smaller use `strip` or `objcopy`, which rewrite the header along with the tables.',
    askXen: 'Nothing: no release loads it.',
    references: [
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
        xenFile('xen/common/libelf/libelf-loader.c'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/dictionary-too-large.js

const dictionaryTooLarge = {
    id: 'dictionary-too-large',
    title: "The payload's dictionary exceeds the toolstack's memory limit",
    level: 'error',
    stage: 'payload',
    explanation: paragraphs([
        'The toolstack unpacks xz and lzma with liblzma and sets it a limit on memory: 128 MiB up to 4.17, where it is unchanged in the newest point release, and 256 MiB since 4.20.0, 4.19.2 and 4.18.5 (e6472d46680c).',
        'The limit holds for the dictionary and the decoder around it together, so a dictionary of 128 MiB is refused; one of 64 MiB fits.',
        'Xen 4.0 allows lzma a third of the memory of dom0.',
    ], [
        'Linux 6.12 and later ask xz for a dictionary of 128 MiB, where earlier ones asked for 32 MiB: with the same configuration as before, the kernel stopped booting.',
    ], [
        'The toolstack prints `xc_dom_probe_bzimage_kernel unable to XZ decompress kernel`, then `xc_dom_find_loader: no loader found`.',
        'The reason, `XZ decompression error: Memory usage limit reached`, is only in its debug log.',
        'The hypervisor has no such limit, so the same kernel boots as dom0.',
    ]),
    fix: 'Lower `dict=128MiB` in `scripts/xz_wrap.sh` of the kernel to `dict=32MiB`, or set `CONFIG_KERNEL_GZIP=y`, or `CONFIG_KERNEL_ZSTD=y` where every host has Xen 4.15.0 or later.',
    askXen: 'Xen 4.18.5, 4.19.2, 4.20.0 or later, or a backport of e6472d46680c, which is one line.',
    references: [
        xenCommit('e6472d46680ccd2b804ad73c19042a5811d036f0'),
        xenCommit('0a14438052e65507041cf205c517ab0b4c786813'),
        xenCommit('d7f45ead66a3fc6b7e2150bf10d34f1665488b3d'),
        linuxCommit('8653c909922743bceb4800e5cc26087208c9e0e6'),
        'https://github.com/QubesOS/qubes-issues/issues/9631',
    ],
};

;// CONCATENATED MODULE: ./build/rules/dom0-unsupported.js

const dom0Unsupported = {
    id: 'dom0-unsupported',
    title: 'The kernel says that it cannot be dom0',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'Bit 11 of the `SUPPORTED_FEATURES` note, or the name `dom0` in `FEATURES`, says that a kernel can run as dom0.',
        'This kernel has the first note and neither the bit nor the name.',
        'A kernel without the note is not asked.',
    ], [
        'A PV dom0 is refused for it since 4.2.0 (ec029aaa9a79).',
        'A PVH dom0 never was, until a change of 2026 that also went into point releases: 4.20.4, 4.21.2 and 4.22.0 refuse it (44429b693199), so a small update of Xen can end a boot that used to work.',
    ], [
        'Linux sets the bit with `CONFIG_XEN_DOM0=y` since 6.5, and always before, whatever its configuration.',
        'Kernels for clouds are often built without it, as those of Debian are.',
    ], ['Xen prints `Kernel does not support Dom0 operation`.', PANIC_WITHOUT_DOM0]),
    fix: 'Set `CONFIG_XEN_DOM0=y`. A kernel other than Linux that can run as dom0 sets bit 11 (0x800) in `SUPPORTED_FEATURES` (note type 17). A kernel for guests only needs no change: do not require dom0 of it.',
    askXen: 'Nothing: the check is right, and releases that lack it start a kernel that cannot manage the host.',
    references: [
        xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
        xenCommit('44429b69319975f25d3762629b40fecdd4e3e554'),
        xenCommit('b2352be9415987e1d20281d8a9a8577600b417a4'),
        xenCommit('1f067a8e6a80cbb6102b4d5acd83fdb1c298aae2'),
        linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/domu-unsupported.js

const domuUnsupported = {
    id: 'domu-unsupported',
    title: 'The kernel asks to be dom0 and nothing else',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'The `FEATURES` note has `!dom0` in it: the kernel requires the privileges of dom0, which a guest never has.',
        'Without the `!` the name only says that the kernel can be dom0, and does no harm in a guest.',
    ], [
        'The toolstack refuses such a kernel for PV and for PVH since 4.2.0 (ec029aaa9a79).',
        '4.0 and 4.1 refuse it too, because they do not know the name.',
    ], [
        'The toolstack prints `xc_dom_parse_elf_kernel: Kernel does not support unprivileged (DomU) operation`.',
    ]),
    fix: 'Drop the `!`, or the name: bit 11 of `SUPPORTED_FEATURES` (note type 17) says as well that the kernel can be dom0. A kernel for dom0 only needs no change: do not require the guest boot paths of it.',
    askXen: 'Nothing: the kernel itself asks for it.',
    references: [
        xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
        xenFile('xen/include/public/features.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/entry-out-of-bounds.js

const entryOutOfBounds = {
    id: 'entry-out-of-bounds',
    title: 'The entry point lies outside the image',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'Xen adds `VIRT_BASE` minus `PADDR_OFFSET` to the physical addresses of the loadable segments and gets the range of the image in virtual memory.',
        'The entry point must lie in it, and `VIRT_BASE` not above its start.',
        'The entry point is the `ENTRY` note, or the entry address of the ELF header where there is none.',
    ], [
        'Up to 4.15 a PVH kernel was held to the same, though it starts at a physical address.',
        'One with `VIRT_BASE` but no `ENTRY` fails there: Linux up to 6.4 with `CONFIG_XEN_PVH=y` and without `CONFIG_XEN_PV`.',
        'Since 4.16.0 (632cbaf1243e) all is physical for PVH and the entry point is `PHYS32_ENTRY`, which no release before compared with anything: a wrong one went unnoticed until the guest died.',
    ], ['Xen prints `ERROR: ELF start or entries are out of bounds`.', TOOLSTACK_AFTER_NOTES]),
    fix: 'For PVH with Linux before 6.5: set `CONFIG_XEN_PV=y` too, or take a newer Linux. With a linker script of your own: `ENTRY` is a virtual address, `PHYS32_ENTRY` a physical one, and both lie inside the loadable segments.',
    askXen: 'For a PVH kernel whose `PHYS32_ENTRY` is right: Xen 4.16.0 or later, or a backport of 632cbaf1243e. Nothing for PV.',
    references: [
        xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
        xenCommit('a1b2d39f071f1e85d0adb2e041f4a8a9aa9a88a8'),
        linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
        xenFile('docs/misc/pvh.pandoc'),
        xenFile('xen/common/libelf/libelf-dominfo.c'),
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/guest-type-unsupported.js

const guestTypeUnsupported = {
    id: 'guest-type-unsupported',
    title: 'The hypervisor does not run guests of this type',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'The toolstack tells the type of a PV guest from the machine in the ELF header, and for i386 from the `PAE_MODE` note.',
        'A 64-bit hypervisor runs `xen-3.0-x86_64` and, if built for it, `xen-3.0-x86_32p`, which is 32-bit with PAE.',
        'An i386 kernel whose note is not `yes` or `bimodal` is `xen-3.0-x86_32`, without PAE, and no release runs that; a kernel for another machine has no type at all.',
    ], [
        'For `xen-3.0-x86_32` up to 4.2, and again since 4.16.0 (1787cc167906), the toolstack prints `xc_dom_compat_check: guest type xen-3.0-x86_32 not supported by xen kernel, sorry`.',
        'From 4.3.0 (60ee4fbc385f) to 4.15 it is `xc_dom_set_arch_hooks: not found (type xen-3.0-x86_32)`, with `xc_dom_find_arch_hooks` for the first word up to 4.6.',
    ], [
        'For another machine it prints `xc_dom_guest_type: unknown image type`, with the number of the machine (`unkown` in 4.11), and up to 4.10 `not found (type xen-3.0-unknown)` in the form above.',
    ]),
    fix: 'Build the kernel for x86-64. If it must be 32-bit, build it with PAE (`CONFIG_X86_PAE=y` on Linux) and give it a `PAE_MODE` note (type 9) with the string `yes`, NUL terminated.',
    askXen: 'Nothing: no release runs such a guest. As an HVM guest a 32-bit kernel without PAE can boot.',
    references: [
        xenFile('tools/libs/guest/xg_dom_elfloader.c'),
        xenCommit('1787cc167906f3fef547affb443a64762392c464'),
        xenCommit('60ee4fbc385f386dc46ba5e61c9fe280424ed368'),
        xenCommit('37f1a96888f6022872213428cdc24060700aa9ba'),
        xenFile('xen/include/public/elfnote.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/hypercall-page-outside-image.js

const hypercallPageOutsideImage = {
    id: 'hypercall-page-outside-image',
    title: 'HYPERCALL_PAGE lies outside the image',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'With `HYPERCALL_PAGE` (note type 2) a PV kernel names a page of its own that Xen fills with the code of its calls.',
        'The value is a virtual address, and must lie in what is mapped at the start, from `VIRT_BASE` to the end of the first page tables behind the kernel.',
        'Here it does not; a physical address, or an offset, is the likely reason.',
    ], [
        'All releases check it for dom0, after the kernel was copied to its place.',
        '`Invalid HYPERCALL_PAGE field in ELF notes.` is what Xen prints.',
        PANIC_WITHOUT_DOM0,
    ]),
    fix: 'Give `HYPERCALL_PAGE` the virtual address of a page inside the image. A kernel that makes its calls without the page, as Linux does since the fix of XSA-466, leaves the note out.',
    askXen: 'Nothing: all releases check it alike, and none needs the note.',
    references: [
        xenFile('xen/include/public/elfnote.h'),
        xenFile('xen/arch/x86/pv/dom0_build.c'),
        'https://xenbits.xen.org/xsa/advisory-466.html',
    ],
};

;// CONCATENATED MODULE: ./build/rules/hypervisor-start-too-high.js

const hypervisorStartTooHigh = {
    id: 'hypervisor-start-too-high',
    title: 'HV_START_LOW leaves Xen too little room',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'A 32-bit PV kernel shares its 4 GiB of addresses with Xen, which keeps a table of the memory of the machine at their top.',
        'The more memory there is, the lower the table begins, and `HV_START_LOW` (note type 12) is the lowest address that the kernel allows.',
    ], [
        'As dom0 the kernel must allow 0xf5800000, where the table begins at its largest.',
        'Xen rounds the value up to 2 MiB, and refuses the kernel if it is higher, however little memory this machine has.',
        'All releases check it, for 32-bit kernels only.',
    ], [
        'Up to 4.14 Xen panics with `Domain 0 expects too high a hypervisor start address`.',
        'Since 4.15.0 (16dcc135e896) it prints `Dom0 expects too high a hypervisor start address`, and the panic that follows says only `Could not construct domain 0` (`Could not construct d0` since 4.21.0).',
    ]),
    fix: 'Give `HV_START_LOW` the value 0xf5800000, as 32-bit Linux does, or leave the note out. A 64-bit kernel is never asked for it.',
    askXen: 'Nothing: the limit is the same in all releases.',
    references: [
        xenFile('xen/include/public/elfnote.h'),
        xenFile('xen/arch/x86/pv/dom0_build.c'),
        xenCommit('16dcc135e89663628ee2eaf2d02991fc9ce954bf'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/kernel-mismatch.js

const kernelMismatch = {
    id: 'kernel-mismatch',
    title: 'The hypervisor does not run kernels of this kind as PV dom0',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'As PV dom0 a 64-bit Xen takes a 64-bit ELF file for x86-64, or a 32-bit one for i386 that uses PAE: its `PAE_MODE` note must be `yes` or hold the word `bimodal`.',
        'A note `yes[extended-cr3]` does not count, because that form is understood only in the old `__xen_guest` string.',
    ], [
        'All releases check it; that the file is little endian is checked since 4.15.0 (347384331ee0), and before that a big-endian one was let through to die at its start.',
        'Since 4.14.3, 4.15.1 and 4.16.0 a hypervisor is by default built without 32-bit PV and refuses all 32-bit kernels here: see `pv32-off`.',
    ], [
        'Xen prints what it found, such as `Dom0 kernel: 32-bit, lsb, paddr …`, then `Mismatch between Xen and DOM0 kernel`.',
        PANIC_WITHOUT_DOM0,
    ]),
    fix: 'Build the kernel for x86-64. If it must be 32-bit, build it with PAE (`CONFIG_X86_PAE=y` on Linux) and give it a `PAE_MODE` note (type 9) with the string `yes`, NUL terminated.',
    askXen: 'Nothing: no release runs another kind of kernel as PV dom0.',
    references: [
        xenFile('xen/arch/x86/pv/dom0_build.c'),
        xenCommit('347384331ee0eee22a4dc10f805847e658e523ac'),
        xenFile('xen/include/public/elfnote.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/load-address-taken.js

const loadAddressTaken = {
    id: 'load-address-taken',
    title: 'There is no RAM where the kernel must be loaded',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'A PVH dom0 has the memory map of the machine, and its kernel goes to the physical addresses in its ELF headers: for Linux 16 MiB and up, unless `CONFIG_PHYSICAL_START` says otherwise.',
        'Some firmware reserves memory there.',
        'On the memory map in question that range is not all RAM, and the kernel cannot be moved to another, or none fits.',
    ], [
        'Since 4.19.0 (dfc9fab00378) Xen moves a kernel that has `PHYS32_RELOC`, a note with the alignment and the lowest and highest address that it can do with.',
        'Without the note Xen prints `d0 kernel: Address conflict and not relocatable`, and where no RAM fits the note `d0 kernel: Failed find a load address`.',
        'Earlier releases move no kernel, and print `Failed to load kernel: -1` and `Xen dom0 kernel broken ELF: <NULL>`.',
    ], ['In all of them `Failed to load Dom0 kernel` follows.', PANIC_WITHOUT_DOM0]),
    fix: 'Take Linux 6.12 or later for x86-64, which has `PHYS32_RELOC`. For releases before 4.19.0 set `CONFIG_PHYSICAL_START` to an address that is RAM on the machine.',
    askXen: 'Xen 4.19.0 or later for a kernel with `PHYS32_RELOC`. With `dom0=pv` the address does not matter.',
    references: [
        xenCommit('dfc9fab003785fc533e1e3190e19ddc3101da442'),
        linuxCommit('47ffe0578aee45fed3a06d5dcff76cdebb303163'),
        'https://gitlab.com/xen-project/xen/-/issues/180',
        xenFile('xen/include/public/elfnote.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/lz4-decoder-broken.js

const lz4DecoderBroken = {
    id: 'lz4-decoder-broken',
    title: "This Xen's lz4 decoder rejects sound kernels",
    level: 'error',
    stage: 'payload',
    explanation: paragraphs([
        'Xen 4.4.1 to 4.11.3, 4.12.0 and 4.12.1 have an lz4 decoder that takes valid data for an attack.',
        'The fix for CVE-2014-4611 (9143a6c55ef7, in 4.5.0 and 4.4.1) refused copies that are valid on 64-bit machines, and a second fix (fcc17f96c277, in 4.6.0, 4.5.1 and 4.4.3) added another test that is too strict.',
        'Both were mended in 4.13.0, 4.12.2 and 4.11.4; no release of 4.10 or before was, and 4.4.0 is older than the mistake.',
    ], [
        'Whether it strikes depends on the data, but every kernel that was tried on these releases failed in its first block.',
        'The hypervisor and the toolstack share the decoder, so dom0 and guests fail alike.',
    ], [
        'The hypervisor prints `Decoding failed`, the toolstack `xc_dom_probe_bzimage_kernel unable to LZ4 decompress kernel`, then `xc_dom_find_loader: no loader found`.',
    ]),
    fix: 'Set `CONFIG_KERNEL_XZ=y` or `CONFIG_KERNEL_GZIP=y` in place of `CONFIG_KERNEL_LZ4=y`, or ship the unpacked `vmlinux`.',
    askXen: 'Xen 4.11.4, 4.12.2, 4.13.0 or later, or a backport of both 2d7572cdfa4d and 5d90ff79542a.',
    references: [
        xenCommit('9143a6c55ef7e8f630857cb08c03844d372c2345'),
        xenCommit('4328fdf3873f0a6f77c1ecb61873b103ceb6d8cb'),
        xenCommit('fcc17f96c2776eb220e3dee79fd0ad6a624ffcd9'),
        xenCommit('2d7572cdfa4d481c1ca246aa1ce5239ccae7eb59'),
        xenCommit('5d90ff79542ab9c6eebe5c315c68c196bcf353b9'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/malformed-notes.js

const malformedNotes = {
    id: 'malformed-notes',
    title: 'Reading the notes leads this Xen out of the file',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'A length in the notes leads outside the file, or a string does not end in it.',
        'Before 4.3.0, 4.2.3 and 4.1.6 libelf checked none of that (XSA-55): it reads on in other memory, and the toolstack or the hypervisor crashes, loops, or goes on with what it found there by luck.',
        'No 4.0 release has the fix.',
    ], [
        'Later releases skip what they cannot read and go on with the notes that they have.',
        'The hypervisor prints `broken ELF: out of range access` for a PV dom0 and the toolstack has it in its debug log, but they refuse the kernel only if what is left is not enough, by another rule.',
    ], [
        'The usual cause is alignment.',
        'Xen rounds the two lengths of a note up to 4, whatever the segment says.',
        'A `.note.gnu.property` note, aligned to 8, that the linker put among others leaves four bytes of padding that Xen takes for the start of the next note, and from there on it reads nonsense.',
    ]),
    fix: 'Keep `.note.gnu.property` away from the other notes: discard it in the linker script, or assemble with `-Wa,-mx86-used-note=no`. Align the Xen notes to 4 and end their strings with NUL.',
    askXen: 'Xen 4.3.0, 4.2.3, 4.1.6 or later: the fix is a security fix.',
    references: [
        xenCommit('65808a8ed41cc7c044f588bd6cab5af0fdc0e029'),
        xenCommit('04877847ade4ac9216e9f408fd544ade8f90cf9a'),
        xenCommit('39bf7b9d0ae534491745e54df5232127c0bddaf1'),
        'https://xenbits.xen.org/xsa/advisory-55.html',
        'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/3222',
        xenFile('xen/common/libelf/libelf-tools.c'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/needs-supervisor-mode.js

const needsSupervisorMode = {
    id: 'needs-supervisor-mode',
    title: 'FEATURES requires supervisor mode, which no PV dom0 has',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'The `FEATURES` note has `!supervisor_mode_kernel` in it: the kernel wants to run in ring 0.',
        'A PV kernel does not, because ring 0 is for the hypervisor; only 32-bit hypervisors, which ended with 4.2, could be built to let dom0 in.',
        'PVH kernels do run in ring 0, but need not ask for it, and Xen does not look at this for PVH.',
    ], [
        'All releases check it for a PV dom0, last of all, when the kernel is already loaded (444c98e4a741).',
        'Xen panics with `Dom0 requires supervisor-mode execution`.',
    ]),
    fix: 'Drop the `!` before `supervisor_mode_kernel` in the `FEATURES` note (type 10), which makes the feature optional, or drop the name.',
    askXen: 'Nothing: no 64-bit hypervisor runs a PV dom0 in ring 0. As a PVH dom0 the kernel may boot.',
    references: [
        xenCommit('444c98e4a7412604d82a308c81b91961e32dbf59'),
        xenFile('xen/arch/x86/pv/dom0_build.c'),
        xenFile('xen/include/public/features.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/no-boot-path.js

const noBootPath = {
    id: 'no-boot-path',
    title: 'The kernel claims no way to boot on Xen',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'With `--boot auto` a kernel is judged on the boot paths that its own notes claim: PV by an entry point for it, PVH by `PHYS32_ENTRY`.',
        'This one claims neither, so there is nothing to judge, and a gate that passed it would have checked nothing.',
    ], [
        'Xen itself may say nothing.',
        'A kernel with `LOADER` and `XEN_VERSION` but no entry point passes libelf for PV in every release: Xen assumes an image at address 0 that starts at the entry address of the ELF header, and the domain dies at once, without a message.',
        'That is a Linux 6.5 or later without `CONFIG_XEN_PV` and `CONFIG_PVH`.',
    ]),
    fix: 'Set `CONFIG_XEN_PVH=y` for PVH, `CONFIG_XEN_PV=y` for PV, and `CONFIG_XEN_DOM0=y` as well for a dom0. If the kernel is not meant for Xen, leave it out of the check; to judge it on one path all the same, name the path with `--boot`.',
    askXen: 'Nothing. An HVM guest, which boots through firmware, needs no notes.',
    references: [
        xenFile('docs/misc/pvh.pandoc'),
        xenFile('xen/include/public/elfnote.h'),
        linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
        'https://github.com/QubesOS/qubes-issues/issues/3474',
    ],
};

;// CONCATENATED MODULE: ./build/rules/no-phys32-entry.js

const noPhys32Entry = {
    id: 'no-phys32-entry',
    title: 'No PHYS32_ENTRY, so no way to start as PVH',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'A PVH domain starts in 32-bit mode with paging off, at the physical address in the note `PHYS32_ENTRY` (type 18).',
        'This kernel has no such note; its other notes make it a PV kernel.',
    ], [
        'For dom0 Xen prints `Unable to find XEN_ELFNOTE_PHYS32_ENTRY address` and `Failed to load Dom0 kernel`.',
        PANIC_WITHOUT_DOM0,
        'The toolstack prints `xc_dom_guest_type: image not capable of booting inside a HVM container`, in all releases that have PVH guests (96edb111dde9).',
    ], [
        'Since 4.16.0 (632cbaf1243e) libelf compares what it has instead, the entry address of the ELF header, with the physical range of the image.',
        'Where that address is a virtual one, dom0 already fails with `ERROR: ELF start or entries are out of bounds`.',
        'The toolstack then prints `xc_dom_parse_hvm_kernel: ELF image is not 32bit` for a bare 64-bit ELF file and `xc_dom_find_loader: no loader found` for a bzImage; a bare 32-bit file is `taken-for-firmware`.',
    ]),
    fix: 'Set `CONFIG_XEN_PVH=y` (Linux 4.11 or later). Other kernels emit `PHYS32_ENTRY` with the physical address of a 32-bit entry point that follows the PVH boot protocol.',
    askXen: 'Nothing: no release starts a PVH domain without the note. As a PV domain the kernel may boot.',
    references: [
        xenFile('docs/misc/pvh.pandoc'),
        xenCommit('96edb111dde9ad7698a6fc2eaf2e49db507b0ed4'),
        xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
        xenFile('xen/arch/x86/hvm/dom0_build.c'),
        'https://github.com/QubesOS/qubes-issues/issues/3474',
    ],
};

;// CONCATENATED MODULE: ./build/rules/no-section-names.js

const noSectionNames = {
    id: 'no-section-names',
    title: 'No table of section names, which this toolstack wants',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'Section headers are of no use to a loader, and some tools remove them to save space.',
        'The toolstack of 4.0.0 to 4.12.4 insists on one all the same: the table with the names of the sections, to which `e_shstrndx` in the ELF header points.',
        'It was needed to find `__xen_guest`, the old form of the notes, and was checked even for kernels that have notes.',
    ], [
        'The check was dropped in 4.13.0 (582a298b2150), and no older series got that change.',
        'The hypervisor never had it, so the same kernel boots as dom0.',
    ], ['The toolstack prints `xc_dom_parse_elf_kernel: ELF image has no shstrtab`.']),
    fix: 'Strip symbols, not section headers: leave out `--strip-sections` (LLVM), `--strip-section-headers` (GNU) and `sstrip`. A linker script of your own must not discard `.shstrtab`.',
    askXen: 'Xen 4.13.0 or later, or a backport of 582a298b2150, which removes nine lines.',
    references: [
        xenCommit('582a298b215088acb042793da91f0baa8ce34425'),
        'https://llvm.org/docs/CommandGuide/llvm-objcopy.html',
    ],
};

;// CONCATENATED MODULE: ./build/rules/no-xen-notes.js

const noXenNotes = {
    id: 'no-xen-notes',
    title: 'No Xen notes in the kernel',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'Xen learns how to start a kernel from ELF notes with the name `Xen`.',
        'It looks for them in the `PT_NOTE` segments, then in the `SHT_NOTE` sections, then for the older section `__xen_guest`, the last for PV alone since 4.16.0 (dec25a2cd1c8).',
        'This kernel has none of them where Xen looks.',
    ], [
        "`ERROR: Not a Xen-ELF image: No ELF notes or '__xen_guest' section found` is printed only where the file has no notes at all.",
        'Where it has notes of others, and a GNU build id is enough, Xen goes one check further and prints `Will only load images built for the generic loader or Linux images`.',
    ], [TOOLSTACK_AFTER_NOTES], [
        'Either the kernel was built without Xen support, or a linker script, `strip` or `objcopy` threw the notes away.',
    ]),
    fix: 'Build Linux with `CONFIG_XEN=y` and `CONFIG_XEN_PV=y`, `CONFIG_XEN_PVH=y` or both. With a linker script of your own, keep `.note.Xen` and put it into a `PT_NOTE` segment.',
    askXen: 'Nothing: no release starts a kernel without notes as PV or PVH. As an HVM guest, behind firmware, it needs none.',
    references: [
        xenFile('xen/include/public/elfnote.h'),
        xenFile('xen/common/libelf/libelf-dominfo.c'),
        xenCommit('dec25a2cd1c8089a39900ed978c8e7ab62d2a4d4'),
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/not-a-kernel.js

const notAKernel = {
    id: 'not-a-kernel',
    title: 'Not a kernel that Xen can read',
    level: 'error',
    stage: 'container',
    explanation: paragraphs([
        'Xen loads an ELF file, or a Linux bzImage (the letters `HdrS` at offset 0x202) that has one as its payload.',
        'Either may have gzip around it for a guest; for dom0, the hypervisor undoes a compression around a bare ELF file since 4.2.0.',
        'This file is neither: it may be empty, a unified kernel image, an EFI zboot image, an initramfs, or a package that still has to be opened.',
    ], [
        'No release takes it.',
        'The hypervisor prints `ELF: not an ELF binary` (`elf_init: not an ELF binary` before 4.8.0), the toolstack `xc_dom_find_loader: no loader found`.',
    ]),
    fix: 'Ship `arch/x86/boot/bzImage` or the `vmlinux` ELF file that the kernel build leaves, and not a unified kernel image, an EFI zboot image or a package around it.',
    askXen: 'Nothing: no release reads this file. A unified kernel image can boot in an HVM guest through UEFI firmware, where Xen does not load the kernel.',
    references: [
        xenCommit('3a2aa7c24835359f3b3e04364ecabed5a1df2127'),
        xenCommit('e2b1ebf4de503eef701bf122362355ec11af34f3'),
        xenCommit('f3bf1dc1689aea30d3026d533a3e2130b51d439b'),
        LINUX_BOOT_PROTOCOL,
    ],
};

;// CONCATENATED MODULE: ./build/rules/not-relocatable.js

const notRelocatable = {
    id: 'not-relocatable',
    title: 'A PVH dom0 that boots only where its load address is free',
    level: 'warning',
    stage: 'start',
    explanation: paragraphs([
        'A PVH dom0 has the memory map of the machine, and a kernel without `PHYS32_RELOC` (note type 19) can be loaded only at the physical addresses in its ELF headers: for Linux 16 MiB and up, unless `CONFIG_PHYSICAL_START` says otherwise.',
        'Most machines have RAM there; some firmware, such as certain builds of coreboot, reserves a part of it.',
    ], [
        'This kernel boots on the first kind of machine and not on the second, and which one it will meet is not written in the file.',
        'With a memory map at hand the answer is `load-address-taken` or none.',
    ], [
        'Xen can move a kernel that has the note since 4.19.0 (dfc9fab00378), and no older series can.',
        'On a machine of the second kind Xen prints `d0 kernel: Address conflict and not relocatable` since then, and `Failed to load kernel: -1` before.',
    ], [
        'For 4.11 to 4.18 there is no such warning, though they meet the same machines: they do not know the note, so that no kernel is any safer than another, and a warning about all of them would say nothing about this one.',
        'There only the load address helps.',
    ]),
    fix: 'Take Linux 6.12 or later for x86-64, which has `PHYS32_RELOC`. For other kernels, set the load address (`CONFIG_PHYSICAL_START` on Linux) to one that is RAM on your machines.',
    askXen: 'Xen 4.19.0 or later, which moves kernels that have `PHYS32_RELOC`. With `dom0=pv` the address does not matter.',
    references: [
        xenCommit('dfc9fab003785fc533e1e3190e19ddc3101da442'),
        linuxCommit('47ffe0578aee45fed3a06d5dcff76cdebb303163'),
        'https://gitlab.com/xen-project/xen/-/issues/180',
        xenFile('xen/include/public/elfnote.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/notes-lost.js

const notesLost = {
    id: 'notes-lost',
    title: 'Xen does not see all of the Xen notes',
    level: 'warning',
    stage: 'notes',
    explanation: paragraphs([
        'Xen goes from note to note by rounding the two lengths in each up to 4, whatever alignment the segment or section declares.',
        'Where notes are padded to 8 the two ways of counting part, and Xen reads the padding as the start of a note.',
        'The Xen notes behind that place are lost, though `readelf -n`, which follows the alignment, lists them.',
    ], [
        'The usual cause is a `.note.gnu.property` note, which is aligned to 8, between notes that are aligned to 4; tools that add notes of their own, such as annobin, can do the same.',
    ], [
        'All releases walk this way, and none says that notes were lost.',
        'What follows depends on which: without `PHYS32_ENTRY` there is no PVH, without `ENTRY` a PV kernel is started at the entry address of the ELF header, without `LOADER` or `XEN_VERSION` it is refused.',
        'Before 4.3.0, 4.2.3 and 4.1.6 the walk may leave the file as well, which is `malformed-notes`.',
    ]),
    fix: 'Keep `.note.gnu.property` away from the Xen notes: discard it in the linker script, or assemble with `-Wa,-mx86-used-note=no`. Align the Xen notes to 4, in a segment of their own if need be.',
    askXen: 'Nothing: every release reads notes in steps of 4 bytes.',
    references: [
        xenFile('xen/common/libelf/libelf-tools.c'),
        xenCommit('65808a8ed41cc7c044f588bd6cab5af0fdc0e029'),
        'https://github.com/cloud-hypervisor/cloud-hypervisor/issues/3222',
        'https://github.com/cloudius-systems/osv/issues/1113',
    ],
};

;// CONCATENATED MODULE: ./build/rules/overlaps-xen.js

const overlapsXen = {
    id: 'overlaps-xen',
    title: 'The kernel is linked to addresses that Xen keeps for itself',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'A PV kernel has Xen in its address space: for 64-bit kernels from 0xffff800000000000 up to, not including, 0xffff880000000000, for 32-bit ones from 0xf5800000 up (higher where `HV_START_LOW` allows it and the machine has little memory).',
    ], [
        'What a dom0 gets mapped at its start runs from `VIRT_BASE` over the kernel, the ramdisk, the page map and the page tables, and is rounded up to 4 MiB.',
        'It must not touch that range.',
        'All releases check it.',
    ], ['`DOM0 image overlaps with Xen private area.` is what Xen prints.', PANIC_WITHOUT_DOM0]),
    fix: 'Link the kernel to other addresses, such as the top 2 GiB, 0xffffffff80000000, where Linux and the BSDs are, and give `VIRT_BASE` (note type 3) to match.',
    askXen: 'Nothing: the range is part of the PV interface, the same in all releases.',
    references: [
        xenFile('xen/arch/x86/pv/dom0_build.c'),
        xenFile('xen/include/public/arch-x86/xen-x86_64.h'),
        xenFile('xen/include/public/arch-x86/xen-x86_32.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/p2m-inside-image.js

const p2mInsideImage = {
    id: 'p2m-inside-image',
    title: 'INIT_P2M points into the image',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'A PV kernel may name, with `INIT_P2M`, the virtual address where it wants the map from its own page numbers to those of the machine.',
        'Here that address lies inside the image itself, where the map would overwrite the kernel.',
    ], [
        'All releases refuse a PV kernel for it.',
        'PVH kernels have no such map, but were held to the rule up to 4.15; since 4.16.0 (632cbaf1243e) the image counts as physical for PVH, and a usual value of `INIT_P2M` is far above it.',
    ], ['Xen prints `ERROR: P->M table base is out of bounds`.', TOOLSTACK_AFTER_NOTES]),
    fix: 'Give `INIT_P2M` (note type 15) an address that nothing else uses, as Linux does with `0x8000000000`, or leave the note out: Xen then puts the map behind the image.',
    askXen: 'For PVH: Xen 4.16.0 or later. Nothing for PV.',
    references: [
        xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
        xenFile('xen/include/public/elfnote.h'),
        xenFile('xen/common/libelf/libelf-dominfo.c'),
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/p2m-overlaps-image.js

const p2mOverlapsImage = {
    id: 'p2m-overlaps-image',
    title: 'The map at INIT_P2M runs into the kernel',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'With `INIT_P2M` (note type 15) a 64-bit PV kernel names the virtual address of the map from its own page numbers to those of the machine.',
        'The map takes 8 bytes for every page of dom0, 2 MiB for each GiB of its memory, and must stay clear of what is mapped at the start, which runs from `VIRT_BASE` to the end of the first page tables.',
    ], [
        'So the same kernel may boot with little memory and fail with more, where the address is too close below the kernel.',
        'All releases check it for dom0 (c6d8d541e907); an address inside the kernel itself is found earlier, as `p2m-inside-image`.',
        'For a 32-bit kernel Xen ignores the note.',
    ], ['Xen panics with `DOM0 P->M table overlaps initial mapping`.']),
    fix: 'Give `INIT_P2M` an address far from all else, as Linux does with `0x8000000000`, or leave the note out: Xen then puts the map behind the kernel.',
    askXen: 'A lower `dom0_mem` makes the map smaller. The check itself is the same in all releases.',
    references: [
        xenCommit('c6d8d541e9073453eb94d5450a4bac9826559b74'),
        xenFile('xen/arch/x86/pv/dom0_build.c'),
        xenFile('xen/include/public/elfnote.h'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/paddr-offset-without-virt-base.js

const paddrOffsetWithoutVirtBase = {
    id: 'paddr-offset-without-virt-base',
    title: 'PADDR_OFFSET without VIRT_BASE',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'A PV kernel runs at virtual addresses from its first instruction.',
        'Xen computes them from the physical ones in the ELF headers, as `VIRT_BASE` minus `PADDR_OFFSET` further up, so the second note makes no sense without the first.',
    ], [
        'All releases refuse a PV kernel for it.',
        'A PVH kernel starts with paging off and needs neither note, but was refused as well until 4.18.0 (b77ed96fce9f).',
    ], ['Xen prints `ERROR: ELF_PADDR_OFFSET set, VIRT_BASE unset`.', TOOLSTACK_AFTER_NOTES]),
    fix: 'Emit `VIRT_BASE` (note type 3) next to `PADDR_OFFSET` (type 4), or neither. A kernel for PVH alone needs only `PHYS32_ENTRY`.',
    askXen: 'For PVH: Xen 4.18.0 or later, or a backport of b77ed96fce9f. Nothing for PV.',
    references: [
        xenCommit('b77ed96fce9fbc7577d68d563ac72d57bc230cdc'),
        xenFile('xen/include/public/elfnote.h'),
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/payload-outside-file.js

const payloadOutsideFile = {
    id: 'payload-outside-file',
    title: 'The bzImage payload lies outside the file',
    level: 'error',
    stage: 'container',
    explanation: paragraphs([
        'The header says where the compressed kernel starts (`payload_offset`) and how long it is (`payload_length`), and that place is not, or not wholly, in the file.',
        'Most often the file was cut: a copy that ran out of disk, an upload that stopped.',
    ], [
        'The toolstack prints `payload offset overflow` or `payload length overflow` since 4.2.0, 4.1.1 and 4.0.2, which fix CVE-2011-1583; 4.0.0, 4.0.1 and 4.1.0 read beyond the file and may crash.',
    ], [
        'The hypervisor checks neither field in any release.',
        'It reads whatever follows the file in memory, and stops early in the boot with a page fault or a decompression error.',
    ]),
    fix: 'Copy the image again and compare its size and checksum with those of the build. If they match, the step that wrote the header got the two fields wrong.',
    askXen: 'No release loads the file. On 4.0.0, 4.0.1 and 4.1.0 ask for the fix of CVE-2011-1583 all the same: such a file can crash the toolstack.',
    references: [
        xenCommit('778d29bc95d42445a0ebcca1dda7adf6f95dba6f'),
        xenCommit('0416d74e9e31b6e8b5b2ef4d4b840bfe8ab2e72e'),
        xenCommit('95b7af4f967a64bfe46e007fef1d15076290961a'),
        LINUX_BOOT_PROTOCOL,
    ],
};

;// CONCATENATED MODULE: ./build/rules/payload-too-large.js

const payloadTooLarge = {
    id: 'payload-too-large',
    title: 'The payload unpacks to more than 1 GiB',
    level: 'error',
    stage: 'payload',
    explanation: paragraphs([
        'A small file can unpack to a huge one and take all of the memory of the host with it, so the toolstack refuses a kernel of more than 1 GiB since 4.3.0, 4.2.1 and 4.1.4 (XSA-25, CVE-2012-4544).',
        'It prints `kernel image too large`, then `xc_dom_find_loader: no loader found`.',
    ], [
        'The size that it compares is the one that the last four bytes of the payload declare.',
        'Where these are not a size at all, because a hand-made payload lacks them, the number is random and the message is the same.',
    ], [
        'The hypervisor has no such limit for dom0, but needs that much memory below 4 GiB, or panics with `Not enough memory to relocate the dom0 kernel image`.',
    ]),
    fix: 'Look at the last four bytes of the payload first: they must be the unpacked size, little endian. If the kernel is that large, take the built-in initramfs (`CONFIG_INITRAMFS_SOURCE`) out and load it as a ramdisk.',
    askXen: 'Nothing: the limit is a security fix, and has been 1 GiB ever since.',
    references: [
        xenCommit('127c78b8b7615b2e895a879792f4b0b825a02a81'),
        xenCommit('fdd0127ae221c1d7da709a7a5b2321fd7c239652'),
        xenCommit('7ce4c765975097bddffaa2fc482d5c16355687af'),
        'https://xenbits.xen.org/xsa/advisory-25.html',
    ],
};

;// CONCATENATED MODULE: ./build/rules/phys32-entry-without-pvh.js

const phys32EntryWithoutPvh = {
    id: 'phys32-entry-without-pvh',
    title: 'A PVH entry point without the code for Xen behind it',
    level: 'error',
    stage: 'start',
    explanation: paragraphs([
        'Linux emits `PHYS32_ENTRY` with `CONFIG_PVH=y`, which is meant for KVM too, but only `CONFIG_XEN_PVH=y` adds what must happen there under Xen.',
        'Several distributions set the first without the second.',
    ], [
        'Xen accepts such a kernel, because the note is all that it asks for.',
        'The kernel finds out that it is on Xen, tries to print `Missing xen PVH initialization`, and dies with a triple fault.',
        'That message goes to the debug console of Xen at best; most users see a domain that starts and is gone.',
    ], [
        'Two things show it: a `SUPPORTED_FEATURES` note without bit 15, which Linux sets with `CONFIG_XEN_PVH=y` since 6.5, or a Linux with no other Xen note, because `CONFIG_XEN` is off.',
        'Before 6.5 Linux sets that bit always, so an older kernel of this kind goes unnoticed.',
    ]),
    fix: 'Set `CONFIG_XEN_PVH=y`, which needs `CONFIG_XEN=y` and `CONFIG_XEN_PVHVM=y`. If the kernel is not meant for Xen, leave it out of the check.',
    askXen: 'Nothing: the note promises what the kernel does not have. As an HVM guest it may boot.',
    references: [
        'https://lkml.iu.edu/hypermail/linux/kernel/2602.3/00966.html',
        linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
        'https://github.com/torvalds/linux/blob/v6.12/arch/x86/platform/pvh/enlighten.c',
        xenFile('xen/include/public/features.h'),
        xenFile('docs/misc/pvh.pandoc'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/pv32-off.js

const pv32Off = {
    id: 'pv32-off',
    title: 'This Xen is by default built without 32-bit PV',
    level: 'warning',
    stage: 'start',
    explanation: paragraphs([
        'A 32-bit PV kernel needs a hypervisor that was built with `CONFIG_PV32`, an option since 4.14.0 (68d757df8dd2).',
        'Its default is off since 4.16.0, 4.15.1 and 4.14.3 (1a0f2fe2297d), except in a hypervisor that can be a PV shim, because such guests have no security support since XSA-370.',
        'Whether a given Xen has it is the choice of whoever built it: that of Debian 12 has not.',
    ], [
        'Even with the option, `pv=no-32` on the command line, or a processor whose shadow stacks Xen uses, turns it off.',
    ], [
        'For dom0 Xen prints `Found 32-bit PV kernel, but CONFIG_PV32 missing` since 4.16.0 (2e5512d1ffd2), and `Mismatch between Xen and DOM0 kernel` before.',
        "For a guest the toolstack prints `xc_dom_compat_check: guest type xen-3.0-x86_32p not supported by xen kernel, sorry` since 4.16.0 (1787cc167906), and a misleading `xc_dom_boot_mem_init: can't allocate low memory for domain` before.",
    ]),
    fix: 'Build the kernel for x86-64: Linux itself has no 32-bit PV since 5.9. A 32-bit kernel can still boot as PVH, with `CONFIG_XEN_PVH=y`, or as an HVM guest.',
    askXen: 'A hypervisor with `CONFIG_PV32=y`, and `xen-3.0-x86_32p` among the `xen_caps` of `xl info`; or the PV shim, which runs such a guest inside a PVH one.',
    references: [
        xenCommit('68d757df8dd23b88bebfb6a56c9f51df59de969f'),
        xenCommit('1a0f2fe2297d122a08fee2b26de5de995fdeca13'),
        xenCommit('77069ea825c883c4be98386367fbf466abd99128'),
        xenCommit('c6ee6d4ec3c87d67e8fee58e28459c22c44b384b'),
        xenCommit('2e5512d1ffd2e720f25c376df12db8a914117589'),
        xenCommit('1787cc167906f3fef547affb443a64762392c464'),
        'https://xenbits.xen.org/xsa/advisory-370.html',
        xenFile('SUPPORT.md'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/pvh-only-kernel.js

const pvhOnlyKernel = {
    id: 'pvh-only-kernel',
    title: 'A kernel for PVH alone is started as PV',
    level: 'error',
    stage: 'start',
    explanation: paragraphs([
        'The kernel has `PHYS32_ENTRY`, the entry point for PVH, and neither `ENTRY` nor `VIRT_BASE`, which PV is about.',
        'No release sees that it is not made for PV.',
        'Xen takes 0 for `VIRT_BASE` and the entry address of the ELF header for `ENTRY`, builds a PV domain, and starts it in code that was written for the bare machine.',
    ], [
        'Linux is such a kernel since 6.5 if it has `CONFIG_XEN_PVH=y` without `CONFIG_XEN_PV=y`.',
        'A kernel with no other Xen note than `PHYS32_ENTRY` gets as far from 4.10.1 to 4.15.7; other releases refuse it as `wrong-loader` (632cbaf1243e).',
    ], [
        'The loader is content and prints nothing.',
        'The domain crashes at its first instructions: for dom0 the console shows `Hardware Dom0 crashed` (`Domain 0 crashed` up to 4.5), a guest is gone right after its start.',
    ], [
        'PV is easily asked for by mistake: it is the default for dom0, and for a guest whose configuration has no `type`.',
    ]),
    fix: 'Set `CONFIG_XEN_PV=y` as well, or ship the kernel for PVH alone and do not require the PV boot paths of it.',
    askXen: 'Boot it as PVH: `dom0=pvh` on the command line of Xen, `type="pvh"` in the configuration of a guest.',
    references: [
        xenFile('xen/common/libelf/libelf-dominfo.c'),
        xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
        xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
        linuxCommit('1cfd4ccb3014922c8516557d857b6bc83e7db980'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/size-mismatch.js

const sizeMismatch = {
    id: 'size-mismatch',
    title: 'The payload declares another size than it unpacks to',
    level: 'error',
    stage: 'payload',
    explanation: paragraphs([
        "A kernel build ends the payload with the size of the unpacked kernel: four bytes, little endian, after the compressed stream, or gzip's own trailer, which is the same.",
        'Xen takes the last four bytes of the payload for that size, and here the stream unpacks to another.',
    ], [
        'The toolstack insists on it for gzip, lz4 and zstd in every release that knows them, and for bzip2, lzma, xz and lzo since 4.16.0 (d3d9889467ca).',
        'Of gzip it takes up to 16 bytes more than are declared, and since 4.16.0 it cuts bzip2, lzma and xz off where the declared size ends.',
        'It prints `unable to XZ decompress kernel`, or the same with the name of another compression; the two sizes are only in its debug log.',
    ], [
        'The hypervisor panics with `length error` for gzip and prints `Decoding failed` for lz4.',
        'For the others it minds only a size that is too small, because it unpacks in place: the output then runs over the input that is still to be read, or the ELF file comes out cut, and what follows is undefined.',
    ]),
    fix: "Let the kernel's own build compress the payload. If you recompress it, append the unpacked size (four bytes, little endian) after every format but gzip, and leave nothing behind it.",
    askXen: 'Nothing. Releases before 4.16.0 are less strict with some compressions, but the image stays wrong.',
    references: [
        xenCommit('d3d9889467ca4a0ddc5dc9222d353c37a3e8dc6a'),
        xenFile('xen/arch/x86/bzimage.c'),
        xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/taken-for-firmware.js

const takenForFirmware = {
    id: 'taken-for-firmware',
    title: 'The toolstack takes the kernel for firmware',
    level: 'error',
    stage: 'start',
    explanation: paragraphs([
        'Besides PVH kernels, the toolstack loads firmware for HVM guests, and tells it by what it lacks: a bare 32-bit ELF file whose notes libelf refuses counts as firmware (ad787bafcd2a).',
        'It is loaded at its physical addresses and entered, in 32-bit mode with paging off, at the entry address of its ELF header, which expects nothing of the kind.',
    ], [
        'That happens to a PVH guest with a 32-bit kernel that has no Xen notes, or broken ones.',
        'Since 4.16.0 (632cbaf1243e) it happens to a PV kernel too, if the entry address of its ELF header is a virtual one: without `PHYS32_ENTRY` libelf takes it for a physical one and finds it outside the image.',
        'In 4.10.0 a kernel with `PHYS32_ENTRY` as its only Xen note goes this way as well, and boots if both addresses are the same.',
    ], [
        'The toolstack prints nothing, and reports that the guest was created.',
        'The guest dies at its first instructions.',
    ]),
    fix: 'Set `CONFIG_XEN_PVH=y`, or emit `PHYS32_ENTRY` (note type 18) with the physical address of a 32-bit entry point that lies inside the image. If the kernel has the note, look for what the command `notes` says about it.',
    askXen: 'Nothing: no release can tell such a kernel from firmware. For a 32-bit PV kernel ask for a PV guest.',
    references: [
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
        xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
        xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
        xenFile('tools/libs/guest/xg_dom_hvmloader.c'),
        xenFile('docs/misc/pvh.pandoc'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/too-large-for-memory.js

const tooLargeForMemory = {
    id: 'too-large-for-memory',
    title: 'The kernel does not fit into the memory that it gets',
    level: 'error',
    stage: 'loader',
    explanation: paragraphs([
        'A PV dom0 starts with one block of memory for its kernel, its page tables and, unless `INIT_P2M` names another place, a map of all of its pages.',
        'Xen rounds the block up to a power of two and adds the ramdisk; the sum must fit into what `dom0_mem` allows.',
        'All releases check it, and panic with `Domain 0 allocation is too small for kernel image`.',
    ], [
        'Before that, for a compressed kernel of PV or PVH, Xen needs room below 4 GiB for the unpacked image next to the packed one.',
        'Without it all releases stop with `Not enough memory to relocate the dom0 kernel image`.',
    ], [
        'For a guest the toolstack prints `xc_dom_chk_alloc_pages: segment kernel too large`, with three numbers of pages (`xc_dom_alloc_segment` for the first word up to 4.6).',
    ], [
        'An image can also be large on paper only: the range runs from the lowest to the highest loadable segment, with whatever gap is between them.',
    ]),
    fix: 'Look at the loadable segments with `readelf -l` for one that lies far from the others. If the image is that large, load the initramfs as a ramdisk in place of `CONFIG_INITRAMFS_SOURCE`, or give the domain more memory.',
    askXen: 'More memory: `dom0_mem` on the command line of Xen for dom0, `memory` in the configuration of a guest.',
    references: [
        xenFile('xen/arch/x86/pv/dom0_build.c'),
        xenFile('xen/arch/x86/setup.c'),
        xenFile('tools/libs/guest/xg_dom_core.c'),
        xenFile('docs/misc/xen-command-line.pandoc'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/unknown-codec.js

const unknownCodec = {
    id: 'unknown-codec',
    title: 'The payload is in a compression that no Xen knows',
    level: 'error',
    stage: 'payload',
    explanation: paragraphs([
        'Xen tells the compression of a bzImage payload by its first bytes, and knows those of gzip, bzip2, lzma, xz, lzo, lz4 and zstd.',
        'This payload starts with none of them, and is no ELF file either.',
        'Two likely reasons: lz4 in its frame format (`04 22 4d 18`), where kernels and Xen use the older legacy format (`02 21 4c 18`), or a payload damaged after the build.',
    ], [
        'The toolstack prints `xc_dom_probe_bzimage_kernel: unknown compression format`, then `xc_dom_find_loader: no loader found`.',
        'The hypervisor has no message for it: it takes the payload for a kernel and prints `ELF: not an ELF binary` (`elf_init: not an ELF binary` before 4.8.0).',
    ]),
    fix: "Let the kernel's build compress the payload, with one of its own settings: `CONFIG_KERNEL_GZIP=y` is read by every Xen release.",
    askXen: 'Nothing: no release up to 4.22 knows another compression.',
    references: [
        xenFile('xen/common/decompress.c'),
        xenFile('tools/libs/guest/xg_dom_bzimageloader.c'),
        xenCommit('e850049bbc831bfe40b87eaea673675d8a829e74'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/unknown-feature.js

const unknownFeature = {
    id: 'unknown-feature',
    title: 'FEATURES names a feature that this Xen does not know',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'The `FEATURES` note lists, by name, the features of Xen that the kernel can use, with a `!` before those that it must have.',
        'Xen 4.0 and 4.1 refuse the kernel for any name that they do not know, even for an optional one; since 4.2.0 (ec029aaa9a79) unknown optional names are skipped.',
        'No 4.0 or 4.1 release has that change.',
    ], [
        'They know `writable_page_tables`, `writable_descriptor_tables`, `auto_translated_physmap`, `supervisor_mode_kernel` and `pae_pgdir_above_4gb`.',
        '`dom0` came in 4.2.0, `hvm_callback_vector` in 4.4.0 (30832c06a8d1): these two are the usual cause.',
    ], [
        'Xen does not say why.',
        'The hypervisor panics with `Could not set up DOM0 guest OS`, and the toolstack fails to build the guest; libelf prints nothing about the name.',
    ], [
        'In the old `__xen_guest` string an unknown name is no refusal: Xen stops reading there, and the fields behind it are lost.',
    ]),
    fix: 'Keep in `FEATURES` only the five names that Xen 4.0 knows, and announce newer features as bits of `SUPPORTED_FEATURES` (note type 17), which 4.1 and older skip. Linux does so since 3.14.',
    askXen: 'Xen 4.2.0 or later, or a backport of what ec029aaa9a79 does to `elf_xen_parse_features`.',
    references: [
        xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
        xenCommit('30832c06a8d1f9caff0987654ef9e24d59469d9a'),
        linuxCommit('4e903a20da51ed2329c1b9c182dba74f47ac2ca8'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/unknown-required-feature.js

const unknownRequiredFeature = {
    id: 'unknown-required-feature',
    title: 'FEATURES requires a feature that this Xen does not know',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'A name with `!` before it in the `FEATURES` note is required: the kernel asks not to be started without it.',
        'Every release takes it at its word and refuses the kernel where it does not know the name.',
    ], [
        'Known are `writable_page_tables`, `writable_descriptor_tables`, `auto_translated_physmap`, `supervisor_mode_kernel` and `pae_pgdir_above_4gb` everywhere, `dom0` since 4.2.0, `hvm_callback_vector` since 4.4.0.',
        'Other features of `features.h`, such as `mmu_pt_update_preserve_ad` or `hvm_safe_pvclock`, have a number but no name that any release understands here.',
        'A name is cut after 63 bytes, the `!` included, and the rest is read as one more name.',
    ], [
        'Xen does not say why.',
        'The hypervisor stops with `Could not set up DOM0 guest OS` (`Could not construct domain 0` since 4.14.0, `Could not construct d0` since 4.21.0), and a PVH dom0 also with `Unable to parse kernel for ELFNOTES`.',
        'Since 4.7.0 the toolstack prints `xc_dom_find_loader: no loader found`.',
    ]),
    fix: 'Drop the `!`, which makes the feature optional, or drop the name. What has only a number can be announced as a bit of `SUPPORTED_FEATURES` (note type 17), but not be required.',
    askXen: 'Xen 4.4.0 or later for `hvm_callback_vector`, 4.2.0 or later for `dom0`. No release knows any other name.',
    references: [
        xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
        xenCommit('30832c06a8d1f9caff0987654ef9e24d59469d9a'),
        xenFile('xen/include/public/features.h'),
        xenFile('xen/common/libelf/libelf-dominfo.c'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/wrong-loader.js

const wrongLoader = {
    id: 'wrong-loader',
    title: 'Neither the generic loader nor Linux',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'Xen starts a kernel only if its `LOADER` note begins with `generic` or its `GUEST_OS` note with `linux`, in lower case.',
        'All releases check it.',
        'A kernel with `PHYS32_ENTRY` is excused as PVH since 4.11.0 and 4.10.1 (2dd3e2294946); from 4.10.1 to 4.15.7 it was excused as PV too, which was a mistake that 4.16.0 mended (632cbaf1243e).',
    ], [
        'Xen prints `ERROR: Will only load images built for the generic loader or Linux images`, followed since 4.4.0 by the two values that it found, and since 4.10.1 by `or with PHYS32_ENTRY set`.',
        TOOLSTACK_AFTER_NOTES,
    ], [
        'Two empty values mean that Xen saw neither note.',
        'It then may have seen none at all: a file with nothing but a GNU build id ends here, and so does one whose notes are aligned in a way that Xen does not follow.',
    ]),
    fix: 'Emit a `LOADER` note (type 8) with the string `generic`, NUL terminated. On Linux all Xen notes come with `CONFIG_XEN=y`; if it is set, look for what moved or dropped them at link time.',
    askXen: 'For a PVH kernel with `PHYS32_ENTRY` and nothing else: Xen 4.10.1 or later. Nothing for PV.',
    references: [
        xenCommit('2dd3e229494649fcf3309f8e2ccecece2a2d1685'),
        xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
        xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
        xenCommit('e6564c634863680f6541e07ce2f77f17d45ce52e'),
        xenFile('xen/include/public/elfnote.h'),
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/wrong-xen-version.js

const wrongXenVersion = {
    id: 'wrong-xen-version',
    title: 'XEN_VERSION is not xen-3.0',
    level: 'error',
    stage: 'notes',
    explanation: paragraphs([
        'The `XEN_VERSION` note names the interface that the kernel was built for, and not a release: it must begin with `xen-3.0`, for Xen 4.22 as for 4.0.',
        'A missing note is as wrong as `xen-4.0`.',
    ], [
        'All releases check it.',
        'A kernel with `PHYS32_ENTRY` is excused as PVH since 4.11.0 and 4.10.1 (2dd3e2294946); from 4.10.1 to 4.15.7 it was excused as PV too, until 4.16.0 (632cbaf1243e).',
    ], [
        'Xen prints `ERROR: Xen will only load images built for Xen v3.0`, since 4.4.0 with the value that it found.',
        TOOLSTACK_AFTER_NOTES,
    ]),
    fix: 'Emit a `XEN_VERSION` note (type 5) with the string `xen-3.0`, NUL terminated, whatever release is the target.',
    askXen: 'For a PVH kernel with `PHYS32_ENTRY` and nothing else: Xen 4.10.1 or later. Nothing for PV.',
    references: [
        xenCommit('2dd3e229494649fcf3309f8e2ccecece2a2d1685'),
        xenCommit('4621c10f489de827742f95c31ac0f43fc3bcde88'),
        xenCommit('632cbaf1243e4b867caf321cfef81517f5cc27ad'),
        xenFile('xen/include/public/elfnote.h'),
        xenCommit('ad787bafcd2a3058f0f37f2fe84931bd5136bde9'),
    ],
};

;// CONCATENATED MODULE: ./build/rules/index.js











































/** Every rule by its id, in the order in which a boot meets them. */
const RULES = {
    'not-a-kernel': notAKernel,
    'boot-protocol-too-old': bootProtocolTooOld,
    'payload-outside-file': payloadOutsideFile,
    'unknown-codec': unknownCodec,
    'codec-unsupported': codecUnsupported,
    'lz4-decoder-broken': lz4DecoderBroken,
    'dictionary-too-large': dictionaryTooLarge,
    'corrupt-payload': corruptPayload,
    'size-mismatch': sizeMismatch,
    'payload-too-large': payloadTooLarge,
    'cut-file': cutFile,
    'no-xen-notes': noXenNotes,
    'unknown-feature': unknownFeature,
    'unknown-required-feature': unknownRequiredFeature,
    'wrong-loader': wrongLoader,
    'wrong-xen-version': wrongXenVersion,
    'paddr-offset-without-virt-base': paddrOffsetWithoutVirtBase,
    'entry-out-of-bounds': entryOutOfBounds,
    'p2m-inside-image': p2mInsideImage,
    'malformed-notes': malformedNotes,
    'notes-lost': notesLost,
    'bad-bin-image': badBinImage,
    'no-section-names': noSectionNames,
    'kernel-mismatch': kernelMismatch,
    'guest-type-unsupported': guestTypeUnsupported,
    'dom0-unsupported': dom0Unsupported,
    'domu-unsupported': domuUnsupported,
    'no-phys32-entry': noPhys32Entry,
    'hypervisor-start-too-high': hypervisorStartTooHigh,
    'too-large-for-memory': tooLargeForMemory,
    'overlaps-xen': overlapsXen,
    'bad-segment': badSegment,
    'hypercall-page-outside-image': hypercallPageOutsideImage,
    'p2m-overlaps-image': p2mOverlapsImage,
    'needs-supervisor-mode': needsSupervisorMode,
    'load-address-taken': loadAddressTaken,
    'pvh-only-kernel': pvhOnlyKernel,
    'phys32-entry-without-pvh': phys32EntryWithoutPvh,
    'pv32-off': pv32Off,
    'not-relocatable': notRelocatable,
    'taken-for-firmware': takenForFirmware,
    'bin-image-in-pvh': binImageInPvh,
    'no-boot-path': noBootPath,
};
/** The ids of all rules, in the same order. */
const ruleIds = Object.values(RULES).map((rule) => rule.id);

;// CONCATENATED MODULE: ./build/xen/boot-path.js
/**
 * Who loads the kernel, and how: the hypervisor builds dom0, the toolstack builds the others;
 * paravirtualised (PV) or with hardware virtualisation and without firmware (PVH).
 */
const BOOT_PATHS = ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'];

;// CONCATENATED MODULE: ./build/xen/libelf/features.js
/** `XENFEAT_dom0`: the bit of a kernel that can be dom0. */
const XENFEAT_DOM0 = 11;
const FEATURES = [
    { name: 'writable_page_tables', bit: 0 },
    { name: 'writable_descriptor_tables', bit: 1 },
    { name: 'auto_translated_physmap', bit: 2 },
    { name: 'supervisor_mode_kernel', bit: 3 },
    { name: 'pae_pgdir_above_4gb', bit: 4 },
    { name: 'hvm_callback_vector', bit: 8, behaviour: 'feature-hvm-callback-vector' },
    { name: 'dom0', bit: XENFEAT_DOM0, behaviour: 'feature-dom0' },
];
/** `feature[64]` in `elf_xen_parse_features`: a longer name is cut, and its rest is the next name. */
const MAX_TOKEN = 63;
/**
 * Cuts a FEATURES string into names: at each `|`, and after 63 bytes whatever stands there. A `|`
 * right after such a cut makes an empty name, and so do two in a row.
 */
function featureTokens(features) {
    const tokens = [];
    for (let at = 0; at < features.length;) {
        const bar = features.indexOf('|', at);
        const end = Math.min(bar < 0 ? features.length : bar, at + MAX_TOKEN);
        const token = features.slice(at, end);
        tokens.push(token.startsWith('!')
            ? { name: token.slice(1), required: true }
            : { name: token, required: false });
        at = end === bar && end - at < MAX_TOKEN ? end + 1 : end;
    }
    return tokens;
}
function knownFeature(name, has) {
    return FEATURES.find((feature) => feature.name === name && (!feature.behaviour || has(feature.behaviour)));
}
/** `elf_xen_parse_features` (xen/common/libelf/libelf-dominfo.c): the bits that a string sets. */
function parseFeatures(features, has) {
    let supported = 0;
    let required = 0;
    for (const token of featureTokens(features)) {
        const feature = knownFeature(token.name, has);
        if (feature) {
            supported |= 1 << feature.bit;
            if (token.required)
                required |= 1 << feature.bit;
        }
        else if (token.required || !has('tolerates-unknown-features')) {
            return { supported, required, refused: token };
        }
    }
    return { supported, required, refused: null };
}

;// CONCATENATED MODULE: ./build/xen/libelf/elf-binary.js

/**
 * The parse cannot be followed: a release that checks nothing leaves the image, where anything may
 * follow, or the notes are of a number that no kernel has. The message is what the parser does.
 */
class UndefinedBehaviour extends Error {
    name = 'UndefinedBehaviour';
}
/** `ELF_MAX_STRING_LENGTH`, in bytes without the final NUL. */
const MAX_STRING_LENGTH = 4096;
/** Where a release that checks no length is followed to, in bytes. */
const MAX_UNCHECKED_STRING = 1 << 20;
/** What is read of a string at first, in bytes. */
const STRING_WINDOW = 256;
/** A place that no image reaches; what libelf reads there is out of range. */
const NOWHERE = Number.MAX_SAFE_INTEGER;
/**
 * Where the image lies in memory. Xen adds offsets from the file to it, so only how far it is from
 * 2^64 could ever show: here it is as far as in a process of the toolstack.
 */
const IMAGE_BASE = 0x7f0000000000n;
/**
 * An ELF image as libelf reads it (xen/common/libelf/libelf-tools.c): every access goes through one
 * check. Since XSA-55 an access outside the image reads as 0 and marks the image broken, which does
 * not fail the parse; releases before would read whatever lies there.
 *
 * Places are offsets into the image, in bytes.
 */
class ElfBinary {
    size;
    /** `EI_CLASS` is 64 bits; anything else is read as 32 bits. */
    class;
    /** Why the image is broken, in libelf's words; it keeps the first reason. */
    broken = null;
    /** Start of the section names (`sec_strtab`), if there are any. */
    sectionNames = null;
    /** Header of the symbol table (`sym_tab`). */
    symbolTable = null;
    /** Lowest and highest physical address of the loadable segments (`pstart`, `pend`). */
    physicalStart = 0n;
    physicalEnd = 0n;
    /** The largest `p_align` of the loadable segments (`palign`). */
    largestAlignment = 0n;
    /** First byte after the BSD symbol table that Xen would add (`bsd_symtab_pend`); 0 for none. */
    bsdSymbolsEnd = 0n;
    /** `EI_CLASS` is 32 bits indeed (`elf_32bit`). */
    isClass32;
    /** `EI_DATA` says most significant byte first (`elf_msb`). */
    bigEndian;
    #source;
    #littleEndian;
    #checked;
    #header = new Map();
    constructor(source, has) {
        this.#source = source;
        this.#checked = has('checked-elf-accesses');
        this.size = source.size;
        const ident = source.read(0, 6);
        this.class = ident[4] === 2 ? 64 : 32;
        this.isClass32 = ident[4] === 1;
        this.#littleEndian = ident[5] === 1;
        this.bigEndian = ident[5] === 2;
    }
    /** Whether libelf of this release checks its accesses. */
    get checked() {
        return this.#checked;
    }
    markBroken(reason) {
        this.broken ??= reason;
    }
    /** `elf_access_ok`: may `size` bytes at `at` be read? Marks the image broken where not. */
    accessOk(at, size) {
        if (at >= 0 && at + size <= this.size)
            return true;
        if (!this.#checked)
            throw new UndefinedBehaviour('checks nothing and reads outside the image');
        this.markBroken('out of range access');
        return false;
    }
    /** `elf_access_unsigned` for up to four bytes. */
    uint(at, size) {
        if (!this.accessOk(at, size))
            return 0;
        const bytes = this.#source.read(at, size);
        let value = 0;
        for (let i = 0; i < size; i++) {
            value = value * 256 + (bytes[this.#littleEndian ? size - 1 - i : i] ?? 0);
        }
        return value;
    }
    /** `elf_access_unsigned` for eight bytes. */
    uint64(at) {
        if (!this.accessOk(at, 8))
            return 0n;
        const [low, high] = this.#littleEndian ? [at, at + 4] : [at + 4, at];
        return (BigInt(this.uint(high, 4)) << 32n) | BigInt(this.uint(low, 4));
    }
    /** Read once: loops over the headers ask for the same fields again and again. */
    ehdr(field) {
        const known = this.#header.get(field);
        if (known !== undefined)
            return known;
        const value = this.#field(0, EHDR[this.class][field]);
        this.#header.set(field, value);
        return value;
    }
    phdr(at, field) {
        return this.#field(at, PHDR[this.class][field]);
    }
    shdr(at, field) {
        return this.#field(at, SHDR[this.class][field]);
    }
    #field(at, [offset, size]) {
        return size === 8 ? this.uint64(at + offset) : BigInt(this.uint(at + offset, size));
    }
    /** `e_machine`. */
    get machine() {
        return Number(this.ehdr('e_machine'));
    }
    /** `elf_phdr_count`. */
    phdrCount() {
        return Number(this.ehdr('e_phnum'));
    }
    /** `elf_shdr_count`: never more headers than could fit, once that is checked. */
    shdrCount() {
        const count = Number(this.ehdr('e_shnum'));
        const most = Math.floor(this.size / SIZES[32].shdr);
        if (!this.#checked || count <= most)
            return count;
        this.markBroken('far too many section headers');
        return most;
    }
    /** `elf_phdr_by_index`; the caller keeps `index` below the count. */
    phdrAt(index) {
        return this.place(this.ehdr('e_phoff') + this.ehdr('e_phentsize') * BigInt(index));
    }
    /** `elf_shdr_by_index`: `null` for an index that is out of range. */
    shdrAt(index) {
        if (index >= this.shdrCount())
            return null;
        return this.place(this.ehdr('e_shoff') + this.ehdr('e_shentsize') * BigInt(index));
    }
    /**
     * `elf_strval`: the bytes up to a NUL, or `null` where the string leaves the image or is longer
     * than 4096 bytes. Releases that check nothing read on to the next NUL; so far as 1 MiB that is
     * followed here.
     */
    string(at) {
        if (!this.accessOk(at, 1))
            return null;
        const most = this.#checked ? MAX_STRING_LENGTH : MAX_UNCHECKED_STRING;
        // Nearly every string is short: to ask for more would unpack parts of a payload for nothing.
        for (let window = STRING_WINDOW;; window *= 2) {
            const bytes = this.#source.read(at, Math.min(window, most + 1));
            const end = bytes.indexOf(0);
            if (end >= 0)
                return bytes.subarray(0, end);
            if (bytes.length > most)
                return this.#tooLong();
            if (at + bytes.length >= this.size) {
                this.accessOk(this.size, 1);
                return null;
            }
        }
    }
    #tooLong() {
        if (!this.#checked)
            throw new UndefinedBehaviour('reads a string of more than 1 MiB');
        this.markBroken('excessively long string');
        return null;
    }
    /**
     * The offset that `image_base + offset` comes to, in arithmetic modulo 2^64; far outside the image
     * where it is not in it.
     */
    place(offset) {
        const relative = this.#address(offset) - IMAGE_BASE;
        return relative < 0n || relative > BigInt(this.size) ? NOWHERE : Number(relative);
    }
    /**
     * A stretch `[offset, offset + length)` of the image as its start and end. An end past the image
     * stays past it; one that wraps around 2^64 ends up before the start, so that nothing is read.
     */
    stretch(offset, length) {
        const start = this.#address(offset);
        const end = this.#address(offset + length);
        if (end <= start)
            return { start: this.place(offset), end: -1 };
        const relative = end - IMAGE_BASE;
        return {
            start: this.place(offset),
            end: relative > BigInt(this.size) ? Number.POSITIVE_INFINITY : Number(relative),
        };
    }
    #address(offset) {
        return BigInt.asUintN(64, IMAGE_BASE + offset);
    }
    /** `elf_round_up`: to the word of the class. */
    roundUp(address) {
        const mask = this.class === 64 ? 7n : 3n;
        return BigInt.asUintN(64, address + mask) & ~mask;
    }
}

;// CONCATENATED MODULE: ./build/xen/libelf/init.js


/**
 * `elf_init` and `elf_parse_binary` (xen/common/libelf/libelf-loader.c): is it an ELF file, do its
 * two header tables lie inside it, and which memory do its segments want?
 *
 * `error` is the line that Xen prints.
 */
function initialise(source, has) {
    const prefix = has('plain-libelf-messages') ? 'ELF' : 'elf_init';
    const magic = source.read(0, ELF_MAGIC.length);
    const tooShort = has('checked-elf-accesses') && source.size < SIZES[32].ehdr;
    if (tooShort || !ELF_MAGIC.every((byte, i) => magic[i] === byte)) {
        return {
            kind: 'not-a-kernel',
            error: `${prefix}: not an ELF binary`,
            detail: tooShort ? `it has ${source.size} bytes` : 'it does not start with the ELF magic',
        };
    }
    const elf = new ElfBinary(source, has);
    for (const table of ['phdr', 'shdr']) {
        const end = endOfTable(elf, table);
        if (end > BigInt(elf.size)) {
            return {
                kind: 'cut-file',
                error: `${prefix}: ${table} overflow (off ${end.toString(16)} > size ${elf.size.toString(16)})`,
                detail: `its ${table === 'phdr' ? 'program' : 'section'} header table ends at byte ${end} of ${elf.size}`,
            };
        }
    }
    const names = elf.shdrAt(Number(elf.ehdr('e_shstrndx')));
    if (names !== null)
        elf.sectionNames = elf.place(elf.shdr(names, 'sh_offset'));
    elf.symbolTable = findSymbolTable(elf, has);
    measureSegments(elf);
    return { elf };
}
function endOfTable(elf, table) {
    const end = table === 'phdr'
        ? elf.ehdr('e_phoff') + elf.ehdr('e_phentsize') * BigInt(elf.phdrCount())
        : elf.ehdr('e_shoff') + elf.ehdr('e_shentsize') * BigInt(elf.shdrCount());
    return BigInt.asUintN(64, end);
}
/** The first SHT_SYMTAB section whose `sh_link` names a section. */
function findSymbolTable(elf, has) {
    const count = elf.shdrCount();
    for (const section of sections(elf, firstSection(has))) {
        if (elf.shdr(section, 'sh_type') !== BigInt(SHT_SYMTAB))
            continue;
        const link = Number(elf.shdr(section, 'sh_link'));
        if (has('bsd-symtab-of-three-sections') && (link === 0 || link >= count))
            return null;
        if (link < count)
            return section;
    }
    return null;
}
/** The first section that libelf looks at. */
function firstSection(has) {
    return has('skips-section-zero') ? 1 : 0;
}
/** The section headers from `first` on, until one lies outside the image. */
function* sections(elf, first) {
    const count = elf.shdrCount();
    for (let i = first; i < count; i++) {
        const section = elf.shdrAt(i);
        if (section === null || !elf.accessOk(section, 1))
            return;
        yield section;
    }
}
/** The program headers, until one lies outside the image. */
function* segments(elf) {
    const count = elf.phdrCount();
    for (let i = 0; i < count; i++) {
        const segment = elf.phdrAt(i);
        if (!elf.accessOk(segment, 1))
            return;
        yield segment;
    }
}
const ANY_PERMISSION = 7n;
/** The segments that are loaded (`elf_phdr_is_loadable`): PT_LOAD with any permission. */
function* loadableSegments(elf) {
    for (const segment of segments(elf)) {
        if (elf.phdr(segment, 'p_type') !== BigInt(PT_LOAD))
            continue;
        if ((elf.phdr(segment, 'p_flags') & ANY_PERMISSION) !== 0n)
            yield segment;
    }
}
function measureSegments(elf) {
    let low = BigInt.asUintN(64, -1n);
    let high = 0n;
    for (const segment of loadableSegments(elf)) {
        const start = elf.phdr(segment, 'p_paddr');
        const end = BigInt.asUintN(64, start + elf.phdr(segment, 'p_memsz'));
        if (start < low)
            low = start;
        if (end > high)
            high = end;
        const alignment = elf.phdr(segment, 'p_align');
        if (alignment > elf.largestAlignment)
            elf.largestAlignment = alignment;
    }
    elf.physicalStart = low;
    elf.physicalEnd = high;
}

;// CONCATENATED MODULE: ./build/xen/libelf/notes.js


/** `ELF_MAX_TOTAL_NOTE_COUNT`: over all segments and sections together. */
const MAX_NOTES = 65536;
/**
 * `elf_xen_parse_notes` (xen/common/libelf/libelf-dominfo.c): the Xen notes between two places.
 *
 * Names and descriptors are taken to be padded to 4 bytes whatever the segment's alignment says,
 * and the name is read up to its NUL whatever `namesz` says. A stretch that is laid out otherwise is
 * walked all the same: notes after the first surprise are lost, or others appear.
 */
function* walkNotes(elf, stretch, budget) {
    for (let note = stretch.start; note < stretch.end;) {
        if (budget.met >= MAX_NOTES) {
            if (!elf.checked)
                throw new UndefinedBehaviour(`meets more than ${MAX_NOTES} notes`);
            elf.markBroken('too many ELF notes');
            return;
        }
        budget.met++;
        const isXen = ownerIsXen(elf, note + NHDR_SIZE);
        const [nameSize, descSize] = [notes_padded(elf, note), notes_padded(elf, note + 4)];
        if (isXen) {
            yield {
                type: elf.uint(note + 8, 4),
                offset: note,
                descOffset: note + NHDR_SIZE + nameSize,
                descSize: elf.uint(note + 4, 4),
            };
        }
        const next = note + NHDR_SIZE + nameSize + descSize;
        // The test is on this note, not on the next one: Xen looks where it stands, not where it goes.
        if (next <= note || !elf.accessOk(note, 1)) {
            if (!elf.checked)
                throw new UndefinedBehaviour('walks backwards, since it takes their sizes for negative');
            return;
        }
        note = next;
    }
}
/** `(size + 3) & ~3` in 32 bits: unsigned since XSA-55, signed before. */
function notes_padded(elf, at) {
    const bits = (elf.uint(at, 4) + 3) & ~3;
    return elf.checked ? bits >>> 0 : bits;
}
const XEN = [0x58, 0x65, 0x6e, 0];
function ownerIsXen(elf, at) {
    // strcmp stops at the first difference; the check of the whole string came with XSA-55.
    if (!elf.checked)
        return XEN.every((byte, i) => elf.uint(at + i, 1) === byte);
    const owner = elf.string(at);
    return owner !== null && owner.length === 3 && owner.every((byte, i) => byte === XEN[i]);
}
/** `elf_note_numeric`: a descriptor of 1, 2, 4 or 8 bytes; 0 for every other size. */
function noteNumber(elf, note) {
    switch (note.descSize) {
        case 1:
        case 2:
        case 4:
            return BigInt(elf.uint(note.descOffset, note.descSize));
        case 8:
            return elf.uint64(note.descOffset);
        default:
            return 0n;
    }
}
/** `elf_note_numeric_array` of words: 0 where the note has no such word, or is no array of words. */
function noteWord(elf, note, index) {
    if (note.descSize % 4 !== 0 || index >= note.descSize / 4)
        return 0;
    return elf.uint(note.descOffset + index * 4, 4);
}
/** A string descriptor, one character a byte; `null` where it does not end inside the image. */
function noteString(elf, note) {
    const bytes = elf.string(note.descOffset);
    return bytes === null ? null : latin1(bytes);
}
/** Bytes as text, one character each: what a C program would compare. */
function latin1(bytes) {
    let text = '';
    for (const byte of bytes)
        text += String.fromCharCode(byte);
    return text;
}

;// CONCATENATED MODULE: ./build/xen/libelf/find-notes.js



function stretch(elf, offset, size, alignment) {
    return { ...elf.stretch(offset, size), alignment: alignment === 8n ? 8 : 4 };
}
/** The PT_NOTE segments, where `elf_xen_parse` looks first. */
function* noteSegments(elf) {
    for (const segment of segments(elf)) {
        if (elf.phdr(segment, 'p_type') !== BigInt(elf_layout_PT_NOTE))
            continue;
        const offset = elf.phdr(segment, 'p_offset');
        // Some binutils left p_offset at 0 for note segments.
        if (offset === 0n)
            continue;
        yield stretch(elf, offset, elf.phdr(segment, 'p_filesz'), elf.phdr(segment, 'p_align'));
    }
}
/** The SHT_NOTE sections, where it looks when the segments had no Xen note. */
function* noteSections(elf, has) {
    for (const section of sections(elf, firstSection(has))) {
        if (elf.shdr(section, 'sh_type') !== BigInt(elf_layout_SHT_NOTE))
            continue;
        const [offset, size] = [elf.shdr(section, 'sh_offset'), elf.shdr(section, 'sh_size')];
        yield stretch(elf, offset, size, elf.shdr(section, 'sh_addralign'));
    }
}
const GUEST_SECTION = '__xen_guest';
/** Where the `__xen_guest` section starts, the last place where it looks. */
function guestInfoStart(elf, has) {
    // `elf_section_name` answers "unknown" where there are no names.
    if (elf.sectionNames === null)
        return null;
    for (const section of sections(elf, firstSection(has))) {
        const name = elf.string(elf.sectionNames + Number(elf.shdr(section, 'sh_name')));
        // Names may be long and many: only one of the right length is worth reading.
        if (name?.length !== GUEST_SECTION.length || latin1(name) !== GUEST_SECTION)
            continue;
        return elf.place(elf.shdr(section, 'sh_offset'));
    }
    return null;
}

;// CONCATENATED MODULE: ./build/xen/libelf/note-types.js
const NOTE = {
    ENTRY: 1,
    HYPERCALL_PAGE: 2,
    VIRT_BASE: 3,
    PADDR_OFFSET: 4,
    XEN_VERSION: 5,
    GUEST_OS: 6,
    LOADER: 8,
    PAE_MODE: 9,
    FEATURES: 10,
    BSD_SYMTAB: 11,
    HV_START_LOW: 12,
    INIT_P2M: 15,
    SUPPORTED_FEATURES: 17,
    PHYS32_ENTRY: 18,
    PHYS32_RELOC: 19,
};
/** The notes of xen/include/public/elfnote.h that a kernel carries, by type. */
const NOTE_TYPES = {
    0: { name: 'INFO', kind: 'words' },
    1: { name: 'ENTRY', kind: 'integer' },
    2: { name: 'HYPERCALL_PAGE', kind: 'integer' },
    3: { name: 'VIRT_BASE', kind: 'integer' },
    4: { name: 'PADDR_OFFSET', kind: 'integer' },
    5: { name: 'XEN_VERSION', kind: 'string' },
    6: { name: 'GUEST_OS', kind: 'string' },
    7: { name: 'GUEST_VERSION', kind: 'string' },
    8: { name: 'LOADER', kind: 'string' },
    9: { name: 'PAE_MODE', kind: 'string' },
    10: { name: 'FEATURES', kind: 'string' },
    11: { name: 'BSD_SYMTAB', kind: 'string' },
    12: { name: 'HV_START_LOW', kind: 'integer' },
    13: { name: 'L1_MFN_VALID', kind: 'words' },
    14: { name: 'SUSPEND_CANCEL', kind: 'integer' },
    15: { name: 'INIT_P2M', kind: 'integer' },
    16: { name: 'MOD_START_PFN', kind: 'integer' },
    17: { name: 'SUPPORTED_FEATURES', kind: 'integer', behaviour: 'note-supported-features' },
    18: { name: 'PHYS32_ENTRY', kind: 'integer', behaviour: 'note-phys32-entry' },
    19: { name: 'PHYS32_RELOC', kind: 'words', behaviour: 'note-phys32-reloc' },
};

;// CONCATENATED MODULE: ./build/xen/libelf/list-notes.js




/** The name under which the string of an old `__xen_guest` section is listed. */
const XEN_GUEST = '__xen_guest';
/** Kernels have about twenty notes; a file with more than this is not listed to its end. */
const MOST_NOTES = 256;
const MOST_WORDS = 16;
/** How much is shown of a string that Xen passes over, in bytes. */
const START_OF_UNREAD = 64;
/**
 * The notes that libelf finds, in the order in which it meets them, or the string of the
 * `__xen_guest` section in their place. Nothing is judged: also those behind a fatal one are listed.
 */
function listNotes(source, has) {
    const init = initialise(source, has);
    if (!('elf' in init))
        return [];
    const { elf } = init;
    const listed = [];
    const budget = { met: 0 };
    for (const stretches of [noteSegments(elf), noteSections(elf, has)]) {
        for (const stretch of stretches) {
            for (const note of walkNotes(elf, stretch, budget)) {
                if (listed.length === MOST_NOTES)
                    return listed;
                listed.push(list_notes_decode(source, elf, note));
            }
        }
        if (listed.length > 0)
            return listed;
    }
    const start = guestInfoStart(elf, has);
    const text = start === null ? null : elf.string(start);
    return start === null || text === null
        ? []
        : [{ type: 0, name: XEN_GUEST, value: latin1(text), offset: start }];
}
function list_notes_decode(source, elf, note) {
    const known = NOTE_TYPES[note.type];
    const { type, offset } = note;
    if (!known)
        return { type, name: `type ${type}`, value: words(elf, note), offset };
    const listed = { type, name: known.name, offset };
    switch (known.kind) {
        case 'string': {
            const value = noteString(elf, note);
            return value === null
                ? { ...listed, value: '', unread: startOf(source, note) }
                : { ...listed, value };
        }
        case 'integer':
            return { ...listed, value: `0x${noteNumber(elf, note).toString(16)}` };
        case 'words':
            return { ...listed, value: words(elf, note) };
    }
}
function startOf(source, { descOffset, descSize }) {
    const start = latin1(source.read(descOffset, Math.min(descSize, START_OF_UNREAD)));
    return { start, length: descSize };
}
function words(elf, note) {
    const count = Math.min(Math.floor(note.descSize / 4), MOST_WORDS);
    return Array.from({ length: count }, (_, i) => `0x${noteWord(elf, note, i).toString(16)}`).join(' ');
}

;// CONCATENATED MODULE: ./build/xen/claims.js




const DOM0_BIT = 1n << BigInt(XENFEAT_DOM0);
/** Notes that only a kernel for PV needs, where it has nothing for PVH. */
const PV_TRACES = [
    NOTE.HYPERCALL_PAGE,
    NOTE.VIRT_BASE,
    NOTE.XEN_VERSION,
    NOTE.GUEST_OS,
    NOTE.LOADER,
];
/**
 * The boot paths for which a kernel says that it was built.
 *
 * PV is claimed by ENTRY, by a `__xen_guest` section, or, in a kernel without PHYS32_ENTRY, by any
 * note that serves PV alone; PVH is claimed by PHYS32_ENTRY. Every kernel is taken for a dom0 but
 * one that lists its features in SUPPORTED_FEATURES and leaves `dom0` out there and in FEATURES.
 */
function claimedPaths(notes) {
    const legacy = notes.find(({ name }) => name === XEN_GUEST);
    const elfNotes = notes.filter((note) => note !== legacy);
    const has = (type) => elfNotes.some((note) => note.type === type);
    const pvh = has(NOTE.PHYS32_ENTRY);
    const pv = has(NOTE.ENTRY) || legacy !== undefined || (!pvh && PV_TRACES.some(has));
    const dom0 = claimsDom0(elfNotes);
    const claims = {
        'pv-dom0': pv && dom0,
        'pvh-dom0': pvh && dom0,
        'pv-domu': pv,
        'pvh-domu': pvh,
    };
    return BOOT_PATHS.filter((path) => claims[path]);
}
function claimsDom0(notes) {
    const supported = notes.find(({ type }) => type === NOTE.SUPPORTED_FEATURES);
    if (supported === undefined)
        return true;
    const features = notes.find(({ type }) => type === NOTE.FEATURES)?.value ?? '';
    if (featureTokens(features).some(({ name }) => name === 'dom0'))
        return true;
    const bits = /^0x[0-9a-f]+/.exec(supported.value)?.[0] ?? '0x0';
    return (BigInt(bits) & DOM0_BIT) !== 0n;
}

;// CONCATENATED MODULE: ./build/xen/facts/hypervisor.js
/** How the hypervisor unpacks and builds dom0: xen/arch/x86/bzimage.c, xen/common/decompress.c, the dom0 builders. */
const HYPERVISOR = {
    'dom0-gzip': {
        since: '4.0.0',
        commit: 'e2b1ebf4de503eef701bf122362355ec11af34f3',
        what: 'the hypervisor unpacks gzip',
    },
    'dom0-bzip2': {
        since: '4.0.0',
        commit: 'ab77e81f6521e97ac2fe2218013d5871a893db0f',
        what: 'the hypervisor unpacks bzip2',
    },
    'dom0-lzma': {
        since: '4.0.0',
        commit: 'ab77e81f6521e97ac2fe2218013d5871a893db0f',
        what: 'the hypervisor unpacks lzma',
    },
    'dom0-lzo': {
        since: '4.1.0',
        commit: 'd371fcc85bac2de69b34a0d28293202a3b33cdef',
        what: 'the hypervisor unpacks lzo',
    },
    'dom0-xz': {
        since: '4.2.0',
        commit: 'a1630abae53f89e366eea574d650400347ab5f59',
        backports: [{ since: '4.1.5', commit: 'c6a50d43cfe07a5637ad8f5ade8c63c3e855ea0e' }],
        what: 'the hypervisor unpacks xz',
    },
    'dom0-lz4': {
        since: '4.4.0',
        commit: 'e850049bbc831bfe40b87eaea673675d8a829e74',
        what: 'the hypervisor unpacks lz4',
    },
    'dom0-zstd': {
        since: '4.15.0',
        commit: 'd6627cf1b63ce57a6a7e2c1800dbc50eed742c32',
        what: 'the hypervisor unpacks zstd',
    },
    'dom0-bare-compressed-elf': {
        since: '4.2.0',
        commit: '3a2aa7c24835359f3b3e04364ecabed5a1df2127',
        what: 'the hypervisor unpacks a compressed ELF file that is not in a bzImage',
    },
    'pv-dom0-asks-dom0-feature': {
        since: '4.2.0',
        commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
        what: 'a PV dom0 kernel that lists its features must list dom0',
    },
    'pvh-dom0-asks-dom0-feature': {
        since: '4.22.0',
        commit: '44429b69319975f25d3762629b40fecdd4e3e554',
        backports: [
            { since: '4.21.2', commit: 'b2352be9415987e1d20281d8a9a8577600b417a4' },
            { since: '4.20.4', commit: '1f067a8e6a80cbb6102b4d5acd83fdb1c298aae2' },
        ],
        what: 'a PVH dom0 kernel that lists its features must list dom0',
    },
    'headroom-is-long': {
        since: '4.2.0',
        commit: '3a2aa7c24835359f3b3e04364ecabed5a1df2127',
        what: 'the room that a payload needs is counted in 64 bits; before, 2 GiB and more were negative',
    },
    'no-memory-without-full-stop': {
        since: '4.12.0',
        commit: '25eb5eec796f5a965fda37c2968b3b7dd738eb72',
        what: 'the panic about too little memory to relocate the kernel ends without a full stop',
    },
    pv32: {
        since: '4.0.0',
        commit: 'cee87f9f44074302242968b88abe0a229b434986',
        what: 'a 64-bit hypervisor runs 32-bit PV kernels (CONFIG_PV32, which can be off since 4.14)',
    },
    'pv32-off-by-default': {
        since: '4.16.0',
        commit: '1a0f2fe2297d122a08fee2b26de5de995fdeca13',
        backports: [
            { since: '4.15.1', commit: '77069ea825c883c4be98386367fbf466abd99128' },
            { since: '4.14.3', commit: 'c6ee6d4ec3c87d67e8fee58e28459c22c44b384b' },
        ],
        what: 'CONFIG_PV32 follows PV_SHIM, which is off unless it is asked for (XSA-370)',
    },
    'says-that-pv32-is-off': {
        since: '4.16.0',
        commit: '2e5512d1ffd2e720f25c376df12db8a914117589',
        what: 'a 32-bit PV dom0 kernel without CONFIG_PV32 gets an error of its own',
    },
    'dom0-load-can-fail': {
        since: '4.2.0',
        commit: '079ff2d32c3db5a45cdbc8fb05be279544bdc111',
        what: 'a kernel that cannot be copied to its place is refused; before, Xen would fault',
    },
    'dom0-refuses-big-endian': {
        since: '4.15.0',
        commit: '347384331ee0eee22a4dc10f805847e658e523ac',
        what: 'a big-endian PV dom0 kernel is refused',
    },
    'panics-without-full-stop': {
        since: '4.4.0',
        commit: '51ad90aea21c7f5edff71620fe5d2b6543c42cba',
        what: 'the messages of panics end without a full stop',
    },
    'dom0-start-too-high-is-no-panic': {
        since: '4.15.0',
        commit: '16dcc135e89663628ee2eaf2d02991fc9ce954bf',
        what: 'HV_START_LOW too high is an error and no panic',
    },
    'pvh-dom0': {
        since: '4.11.0',
        commit: 'd6281be9d01456a5989daa4eb2eccd718d73857d',
        what: 'a PVH dom0 is built to its end; before, Xen panics that it is not yet supported',
    },
};

;// CONCATENATED MODULE: ./build/xen/facts/libelf.js
/** The ELF-note parser, xen/common/libelf: one code for the hypervisor and the toolstack. */
const LIBELF = {
    'checked-elf-accesses': {
        since: '4.3.0',
        commit: '65808a8ed41cc7c044f588bd6cab5af0fdc0e029',
        backports: [
            { since: '4.2.3', commit: 'cc8761371aac432318530c2ddfe2c8234bc0621f' },
            { since: '4.1.6', commit: '39923542bb43e67776c4e8292d4a5a1adef2bd3b' },
        ],
        what: 'libelf checks every access and bounds its loops (XSA-55)',
    },
    'tolerates-unknown-features': {
        since: '4.2.0',
        commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
        what: 'an unknown name in FEATURES is an error only when it is required',
    },
    'feature-dom0': {
        since: '4.2.0',
        commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
        what: 'the feature name dom0 is known',
    },
    'note-supported-features': {
        since: '4.2.0',
        commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
        what: 'the note SUPPORTED_FEATURES is read',
    },
    'ignores-notes-on-arm': {
        since: '4.2.0',
        commit: 'a03bc285bdbc88042f150dd732fc4a124be36627',
        what: 'the notes of an ARM image are not checked',
    },
    'feature-hvm-callback-vector': {
        since: '4.4.0',
        commit: '30832c06a8d1f9caff0987654ef9e24d59469d9a',
        what: 'the feature name hvm_callback_vector is known',
    },
    'names-what-it-refuses': {
        since: '4.4.0',
        commit: 'e6564c634863680f6541e07ce2f77f17d45ce52e',
        what: 'the errors about LOADER, GUEST_OS and XEN_VERSION quote what they found',
    },
    'bsd-symtab-follows-image': {
        since: '4.6.0',
        commit: '90b18f1666a89e7829912456ee32099c7669cb10',
        backports: [
            { since: '4.5.1', commit: '5b2f480b1d804833949cfaec157191ea3d4a4870' },
            { since: '4.4.3', commit: '472bdfefadabcd12ec61bc0c3aa378b961bd1035' },
        ],
        what: 'the BSD symbol table is placed after the physical end of the image, not the virtual one',
    },
    'note-phys32-entry': {
        since: '4.7.0',
        commit: 'a1b2d39f071f1e85d0adb2e041f4a8a9aa9a88a8',
        what: 'the note PHYS32_ENTRY is read',
    },
    'bsd-symtab-of-three-sections': {
        since: '4.7.0',
        commit: 'ed04ca95981f539fec7b9d242d0ca0176e92cc23',
        what: 'only the symbol table and its string table are loaded, and their link is checked',
    },
    'bsd-symtab-header-of-fixed-size': {
        since: '4.8.0',
        commit: 'e5745b86e6e114f0e5b15bf67ed8d37a3d019f66',
        what: 'the header before the BSD symbol table no longer depends on e_ehsize and e_shentsize',
    },
    'plain-libelf-messages': {
        since: '4.8.0',
        commit: 'b2405fed195ae7020fc876fc688b0ec85405146c',
        what: 'libelf no longer prints the name of its function before an error',
    },
    'skips-section-zero': {
        since: '4.9.0',
        commit: '41fe9cabf29ea15c1f8edee49326dfde705013d3',
        backports: [
            { since: '4.8.1', commit: '6933092cbd6a338e0675b667bc4ed862ffdb8722' },
            { since: '4.7.2', commit: 'fd869a6ec721323a134ede06a3f34555b7110de2' },
            { since: '4.6.5', commit: '23fc18bf2d679d839f62d81984a44ae7b98f783c' },
        ],
        what: 'section 0 is never looked at',
    },
    'phys32-entry-suffices': {
        since: '4.11.0',
        commit: '2dd3e229494649fcf3309f8e2ccecece2a2d1685',
        backports: [{ since: '4.10.1', commit: '4621c10f489de827742f95c31ac0f43fc3bcde88' }],
        what: 'with PHYS32_ENTRY no other note is needed',
    },
    'adds-virt-base-last': {
        since: '4.11.0',
        commit: 'f2613bd7f203a79abde270d9fa54b4add8dd911b',
        what: 'in __xen_guest, HYPERCALL_PAGE may come before VIRT_BASE',
    },
    'parses-for-pvh': {
        since: '4.16.0',
        commit: '632cbaf1243e4b867caf321cfef81517f5cc27ad',
        what: 'libelf is told whether it parses for PVH; there VIRT_BASE, PADDR_OFFSET, ENTRY and __xen_guest do not count, and for PV PHYS32_ENTRY no longer stands in for the other notes',
    },
    'pvh-ignores-paddr-offset': {
        since: '4.18.0',
        commit: 'b77ed96fce9fbc7577d68d563ac72d57bc230cdc',
        what: 'for PVH, PADDR_OFFSET without VIRT_BASE is no error',
    },
    'note-phys32-reloc': {
        since: '4.19.0',
        commit: 'dfc9fab003785fc533e1e3190e19ddc3101da442',
        what: 'the note PHYS32_RELOC is read',
    },
};

;// CONCATENATED MODULE: ./build/xen/facts/lz4.js
/** The lz4 decoder, xen/common/lz4: one code for the hypervisor and, until 4.21, the toolstack. */
const LZ4 = {
    'lz4-underrun-check': {
        since: '4.5.0',
        commit: '9143a6c55ef7e8f630857cb08c03844d372c2345',
        backports: [{ since: '4.4.1', commit: '4328fdf3873f0a6f77c1ecb61873b103ceb6d8cb' }],
        what: 'the fix of CVE-2014-4611 refuses sound lz4 data: no kernel unpacks',
    },
    'lz4-underrun-check-mended': {
        since: '4.14.0',
        commit: '2d7572cdfa4d481c1ca246aa1ce5239ccae7eb59',
        backports: [
            { since: '4.13.0', commit: 'c1299c1d5d0cf1f184ba5d34891ff7d192423e7c' },
            { since: '4.12.2', commit: 'cc396626ee7ddd35184800381b19fb135530e451' },
            { since: '4.11.4', commit: '6561994b87af3e9cd28ee99c42e8b2697621687d' },
        ],
        what: 'that check is right on 64 bits, and lz4 works again',
    },
};

;// CONCATENATED MODULE: ./build/xen/facts/toolstack.js
/** How the toolstack unpacks and builds a domU: xc_dom_*.c in tools/libxc, xg_dom_*.c in tools/libs/guest since 4.15. */
const TOOLSTACK = {
    'domu-gzip': {
        since: '4.0.0',
        commit: 'f3bf1dc1689aea30d3026d533a3e2130b51d439b',
        what: 'the toolstack unpacks gzip',
    },
    'domu-bzip2': {
        since: '4.0.0',
        commit: 'd7c9674faa1683c9008c9897ea6d6b1519d9af7f',
        what: 'the toolstack unpacks bzip2, where it was built with libbz2',
    },
    'domu-lzma': {
        since: '4.0.0',
        commit: 'd7c9674faa1683c9008c9897ea6d6b1519d9af7f',
        what: 'the toolstack unpacks lzma, where it was built with liblzma',
    },
    'domu-lzo': {
        since: '4.1.0',
        commit: 'c2c4e65d960453d6d764c837015e817c06c8dcea',
        what: 'the toolstack unpacks lzo',
    },
    'domu-xz': {
        since: '4.2.0',
        commit: '4afea3d65321c40bb8afec833c860f92176bfb42',
        backports: [{ since: '4.1.5', commit: '5e73e3548ce70e433a03843ac4fc21a49277baad' }],
        what: 'the toolstack unpacks xz',
    },
    'domu-lz4': {
        since: '4.4.0',
        commit: '84f04d8f0dbfc24a48ee888011ca7410b7bbafc5',
        what: 'the toolstack unpacks lz4',
    },
    'domu-zstd': {
        since: '4.15.0',
        commit: '8169f82049efb5b2044b33aa482ba3a136b7804d',
        what: 'the toolstack unpacks zstd',
    },
    'domu-lzma-memory-128-mib': {
        since: '4.1.0',
        commit: 'a14b0eb5844cda6752aa98ab5509e565b92b17d4',
        what: 'liblzma may take 128 MiB; in 4.0 it was a third of the memory of the host',
    },
    'domu-lzma-memory-256-mib': {
        since: '4.20.0',
        commit: 'e6472d46680ccd2b804ad73c19042a5811d036f0',
        backports: [
            { since: '4.19.2', commit: '0a14438052e65507041cf205c517ab0b4c786813' },
            { since: '4.18.5', commit: 'd7f45ead66a3fc6b7e2150bf10d34f1665488b3d' },
        ],
        what: 'liblzma may take 256 MiB',
    },
    'domu-checks-payload-bounds': {
        since: '4.2.0',
        commit: '778d29bc95d42445a0ebcca1dda7adf6f95dba6f',
        backports: [
            { since: '4.1.1', commit: '0416d74e9e31b6e8b5b2ef4d4b840bfe8ab2e72e' },
            { since: '4.0.2', commit: '95b7af4f967a64bfe46e007fef1d15076290961a' },
        ],
        what: 'a payload that lies outside the file is refused (CVE-2011-1583); before, it was read',
    },
    'domu-limits-size': {
        since: '4.3.0',
        commit: '127c78b8b7615b2e895a879792f4b0b825a02a81',
        backports: [
            { since: '4.2.1', commit: 'fdd0127ae221c1d7da709a7a5b2321fd7c239652' },
            { since: '4.1.4', commit: '7ce4c765975097bddffaa2fc482d5c16355687af' },
        ],
        what: 'a kernel of more than 1 GiB is refused (XSA-25)',
    },
    'domu-parses-notes-in-probe': {
        since: '4.7.0',
        commit: 'ad787bafcd2a3058f0f37f2fe84931bd5136bde9',
        what: 'the notes are parsed while a loader is looked for, with nobody to print what is wrong',
    },
    'domu-trusts-size-trailer': {
        since: '4.16.0',
        commit: 'd3d9889467ca4a0ddc5dc9222d353c37a3e8dc6a',
        what: 'the payload of every codec must end with its decompressed size',
    },
    'domu-tells-no-bzimage-softly': {
        since: '4.2.0',
        commit: '1dedb82654ef936f189813e5002af825d81e9b1c',
        what: 'that a file is no bzImage is no error message any more',
    },
    'domu-needs-no-section-names': {
        since: '4.13.0',
        commit: '582a298b215088acb042793da91f0baa8ce34425',
        what: 'an ELF file without a table of section names is taken',
    },
    'domu-refuses-dom0-only': {
        since: '4.2.0',
        commit: 'ec029aaa9a79965f83476808e32b8573891aa79c',
        what: 'a kernel that requires dom0 is refused',
    },
    'domu-has-no-plain-i386': {
        since: '4.3.0',
        commit: '60ee4fbc385f386dc46ba5e61c9fe280424ed368',
        what: 'the toolstack cannot build a 32-bit PV domain without PAE any more',
    },
    'domu-sets-arch-hooks': {
        since: '4.7.0',
        commit: 'f3627f009a7b58c1b98da3221302c01abe8e7786',
        what: 'the function that misses the builder of a guest type is xc_dom_set_arch_hooks',
    },
    'domu-fails-without-guest-type': {
        since: '4.11.0',
        commit: '37f1a96888f6022872213428cdc24060700aa9ba',
        what: 'an image that is of no guest type fails where that shows, and not later',
    },
    'domu-spells-unknown': {
        since: '4.12.0',
        commit: '95836e720277359c2d2e221261841714c84adbb6',
        what: 'that error says "unknown" and no longer "unkown"',
    },
    'domu-checks-guest-type-early': {
        since: '4.16.0',
        commit: '1787cc167906f3fef547affb443a64762392c464',
        what: 'the guest type is compared with those that the hypervisor offers before anything is built',
    },
    'pvh-domu': {
        since: '4.10.0',
        commit: '70ca3439f3df6460436c7ca6330f85f27fdb07f2',
        what: 'a domain of type "pvh" can be asked for',
    },
};

;// CONCATENATED MODULE: ./build/xen/behaviours.js





/**
 * Every fact that the code asks for, found in the history of xen.git and checked against each
 * release tag. A loader's `has(…)` is answered from here, and nothing else compares release numbers.
 */
const BEHAVIOURS = { ...LIBELF, ...LZ4, ...HYPERVISOR, ...TOOLSTACK };
/**
 * What a difference may be called: a behaviour by its own name, and one that teaches the note parser
 * a feature by the name of that feature, too.
 */
const DIFFERENCE_NAMES = new Map([
    ...Object.keys(BEHAVIOURS).map((id) => [id, id]),
    ...FEATURES.flatMap(({ name, behaviour }) => (behaviour ? [[name, behaviour]] : [])),
]);
/** Before the name of a behaviour that was left out of a build. */
const NO = 'no-';
/**
 * A difference by its name, `domu-zstd` or `hvm_callback_vector` for a backport of what is called so,
 * and with `no-` before it for what was left out of a build; `null` for a name that means nothing.
 */
function differenceOf(name) {
    const added = DIFFERENCE_NAMES.get(name);
    if (added)
        return { behaviour: added, present: true };
    const without = name.startsWith(NO) ? DIFFERENCE_NAMES.get(name.slice(NO.length)) : undefined;
    return without ? { behaviour: without, present: false } : null;
}
/** Stands between a release and each difference from it: `4.1.6.1+hvm_callback_vector`. */
const PLUS = '+';
/** Answers for a release number, `4.17.3`, or one with differences, `4.17.7+no-domu-lzo`. */
function behavioursOf(version) {
    const [release = '', ...names] = version.split(PLUS);
    if (names.length === 0)
        return (id) => upstreamHas(release, id);
    const differences = new Map(names.flatMap((name) => {
        const difference = differenceOf(name);
        return difference ? [[difference.behaviour, difference.present]] : [];
    }));
    return (id) => differences.get(id) ?? upstreamHas(release, id);
}
function upstreamHas(version, id) {
    const behaviour = BEHAVIOURS[id];
    const number = releaseNumber(version);
    return (number >= releaseNumber(behaviour.since) ||
        (behaviour.backports ?? []).some(({ since }) => sameSeries(number, releaseNumber(since)) && number >= releaseNumber(since)));
}
/** Each part of a release number has this much room. */
const PART = 1000;
const NUMBERS = new Map();
/** `4.1.6.1` as 4 001 006 001, which orders; remembered, since all is asked of all releases. */
function releaseNumber(version) {
    const known = NUMBERS.get(version);
    if (known !== undefined)
        return known;
    const [a = 0, b = 0, c = 0, d = 0] = version.split('.').map(Number);
    const number = ((a * PART + b) * PART + c) * PART + d;
    NUMBERS.set(version, number);
    return number;
}
function sameSeries(a, b) {
    return Math.floor(a / PART ** 2) === Math.floor(b / PART ** 2);
}
/**
 * Orders release numbers: negative where `a` is the older one. `4.1.6` is older than `4.1.6.1`, and
 * a release stands before the same one with differences.
 */
function compareVersions(a, b) {
    if (!a.includes(PLUS) && !b.includes(PLUS))
        return releaseNumber(a) - releaseNumber(b);
    const [[x = '', ...more], [y = '', ...others]] = [a.split(PLUS), b.split(PLUS)];
    return (releaseNumber(x) - releaseNumber(y) || more.length - others.length || a.localeCompare(b, 'en'));
}

;// CONCATENATED MODULE: ./build/xen/distinct.js

/**
 * Makes `play` run only once for releases that cannot differ: it is watched which behaviours it asks
 * for, and a release that gives the same answers to the same questions would take the same way
 * through it. `play` must be pure, so that the answers so far decide the next question.
 */
function oncePerBehaviour(play) {
    let first = null;
    return (has) => {
        let step = first;
        let last = null;
        while (step && 'id' in step) {
            last = step;
            step = has(step.id) ? step.yes : step.no;
        }
        if (step)
            return step.result;
        const lead = (next) => {
            if (last === null)
                first = next;
            else if (has(last.id))
                last.yes = next;
            else
                last.no = next;
        };
        const asked = new Set(questionsBefore(first, has));
        const result = play((id) => {
            if (!asked.has(id)) {
                asked.add(id);
                const question = { id, yes: null, no: null };
                lead(question);
                last = question;
            }
            return has(id);
        });
        lead({ result });
        return result;
    };
}
/** The questions on the way that is known already. */
function* questionsBefore(first, has) {
    for (let step = first; step && 'id' in step; step = has(step.id) ? step.yes : step.no) {
        yield step.id;
    }
}
/** Runs `play` as every release, once per distinct behaviour, and groups those that share a result. */
function playReleases(releases, play) {
    const answer = oncePerBehaviour(play);
    const groups = new Map();
    for (const release of releases) {
        const result = answer(behavioursOf(release.version));
        const group = groups.get(result);
        if (group)
            group.push(release);
        else
            groups.set(result, [release]);
    }
    return [...groups].map(([result, alike]) => ({ releases: alike, result }));
}

;// CONCATENATED MODULE: ./build/xen/libelf/bsd-symbols.js


/** `ELF_BSDSYM_SECTIONS`: the undefined section, the symbol table and its strings. */
const SECTIONS = 3n;
/**
 * `elf_parse_bsdsyms` (xen/common/libelf/libelf-loader.c): how much memory the symbol table takes
 * that Xen puts after a BSD kernel. Sets `elf.bsdSymbolsEnd`, which moves the end of the image.
 */
function placeBsdSymbols(elf, imageEnd, has) {
    if (elf.symbolTable === null) {
        if (has('bsd-symtab-of-three-sections')) {
            elf.markBroken('invalid ELF handle for symtab section');
        }
        return;
    }
    const size = has('bsd-symtab-of-three-sections')
        ? sizeOfTables(elf, elf.symbolTable, headerSize(elf, has))
        : sizeOfAllTables(elf);
    if (size !== null)
        elf.bsdSymbolsEnd = BigInt.asUintN(64, elf.roundUp(imageEnd) + size);
}
/** The word with the total, the ELF header and three section headers. */
function headerSize(elf, has) {
    return has('bsd-symtab-header-of-fixed-size')
        ? 4n + 4n + BigInt(SIZES[64].ehdr) + SECTIONS * BigInt(SIZES[elf.class].shdr)
        : 4n + elf.ehdr('e_ehsize') + SECTIONS * elf.ehdr('e_shentsize');
}
function sizeOfTables(elf, symbolTable, header) {
    const symbols = elf.roundUp(elf.roundUp(header) + elf.shdr(symbolTable, 'sh_size'));
    const strings = elf.shdrAt(Number(elf.shdr(symbolTable, 'sh_link')));
    if (strings === null || !elf.accessOk(strings, 1)) {
        elf.markBroken('out of range access');
        return null;
    }
    if (elf.shdr(strings, 'sh_type') !== BigInt(SHT_STRTAB))
        return null;
    return elf.roundUp(symbols + elf.shdr(strings, 'sh_size'));
}
function sizeOfAllTables(elf) {
    const headers = BigInt(elf.shdrCount()) * elf.ehdr('e_shentsize');
    let size = elf.roundUp(4n + elf.ehdr('e_ehsize') + headers);
    for (const section of sections(elf, 0)) {
        const type = Number(elf.shdr(section, 'sh_type'));
        if (type === SHT_STRTAB || type === SHT_SYMTAB) {
            size = elf.roundUp(size + elf.shdr(section, 'sh_size'));
        }
    }
    return size;
}

;// CONCATENATED MODULE: ./build/xen/libelf/checks.js


/**
 * `elf_xen_note_check` (xen/common/libelf/libelf-dominfo.c): is there anything for Xen, and is it
 * for this Xen?
 */
function checkNotes(context) {
    const { elf, parameters, has, hvm } = context;
    const { machine } = elf;
    const say = speaker('elf_xen_note_check', has);
    if (!context.notesSeen && !context.guestInfoSeen) {
        if (machine !== EM_386 && machine !== EM_X86_64)
            return null;
        return {
            kind: 'no-xen-notes',
            error: say("Not a Xen-ELF image: No ELF notes or '__xen_guest' section found", '.'),
            message: 'The ELF file has no note segment, no note section and no __xen_guest section.',
        };
    }
    if (machine === EM_ARM && has('ignores-notes-on-arm'))
        return null;
    if (parameters.phys32Entry !== null && has('phys32-entry-suffices')) {
        if (hvm || !has('parses-for-pvh'))
            return null;
    }
    const { loader, guestOs, xenVersion } = parameters;
    if (!loader.startsWith('generic') && !guestOs.startsWith('linux')) {
        return {
            kind: 'wrong-loader',
            error: checks_wrongLoader(say, parameters, has),
            message: `LOADER is ${quoted(loader)} and GUEST_OS is ${quoted(guestOs)}: Xen wants a LOADER that starts with "generic" or a GUEST_OS that starts with "linux".`,
        };
    }
    if (!xenVersion.startsWith('xen-3.0')) {
        const found = has('names-what-it-refuses') ? ` (Not '${xenVersion}')` : '';
        return {
            kind: 'wrong-xen-version',
            error: say(`Xen will only load images built for Xen v3.0${found}`),
            message: `XEN_VERSION is ${quoted(xenVersion)}: Xen wants one that starts with "xen-3.0".`,
        };
    }
    return null;
}
function checks_wrongLoader(say, { loader, guestOs }, has) {
    const found = has('names-what-it-refuses') ? ` (Not '${loader}' and '${guestOs}')` : '';
    const other = has('phys32-entry-suffices') ? ' or with PHYS32_ENTRY set' : '';
    return say(`Will only load images built for the generic loader or Linux images${found}${other}`);
}
/**
 * `elf_xen_addr_calc_check` (xen/common/libelf/libelf-dominfo.c): where the image, its entry and its
 * P2M table come to lie. All in arithmetic modulo 2^64, as Xen does it.
 */
function checkAddresses(context) {
    const { elf, parameters, has, hvm, notesSeen } = context;
    const say = speaker('elf_xen_addr_calc_check', has);
    if (parameters.paddrOffset !== null &&
        parameters.virtBase === null &&
        !(hvm && has('pvh-ignores-paddr-offset'))) {
        return {
            kind: 'paddr-offset-without-virt-base',
            error: say('ELF_PADDR_OFFSET set, VIRT_BASE unset'),
            message: `PADDR_OFFSET is ${hex(parameters.paddrOffset)} but there is no VIRT_BASE.`,
        };
    }
    const virtBase = hvm ? 0n : (parameters.virtBase ?? 0n);
    const paddrOffset = hvm ? 0n : (parameters.paddrOffset ?? (notesSeen ? 0n : virtBase));
    const offset = virtBase - paddrOffset;
    const start = BigInt.asUintN(64, elf.physicalStart + offset);
    let end = BigInt.asUintN(64, elf.physicalEnd + offset);
    if (parameters.bsdSymtab) {
        placeBsdSymbols(elf, has('bsd-symtab-follows-image') ? elf.physicalEnd : end, has);
        if (elf.bsdSymbolsEnd !== 0n)
            end = BigInt.asUintN(64, elf.bsdSymbolsEnd + offset);
    }
    const [entry, entryName] = entryPoint(context);
    Object.assign(parameters, { virtBase, paddrOffset, entry, kernelStart: start, kernelEnd: end });
    if (start > end || entry < start || entry > end || virtBase > start) {
        return {
            kind: 'entry-out-of-bounds',
            error: say('ELF start or entries are out of bounds', '.'),
            message: outOfBounds(start, end, entry, entryName, virtBase),
        };
    }
    const p2m = parameters.initP2m;
    if (p2m !== null && p2m >= start && p2m < end) {
        return {
            kind: 'p2m-inside-image',
            error: say('P->M table base is out of bounds', '.'),
            message: `INIT_P2M is ${hex(p2m)}, inside the image, which takes ${hex(start)} to ${hex(end)}.`,
        };
    }
    return null;
}
function entryPoint({ elf, parameters, hvm }) {
    if (hvm) {
        return parameters.phys32Entry === null
            ? [elf.ehdr('e_entry'), 'e_entry (there is no PHYS32_ENTRY)']
            : [BigInt(parameters.phys32Entry), 'PHYS32_ENTRY'];
    }
    return parameters.entry === null
        ? [elf.ehdr('e_entry'), 'e_entry (there is no ENTRY)']
        : [parameters.entry, 'ENTRY'];
}
function outOfBounds(start, end, entry, entryName, virtBase) {
    if (start > end) {
        return 'The ELF file has no loadable segment, or its segments wrap around the address space.';
    }
    const image = `the image, which takes ${hex(start)} to ${hex(end)}`;
    return virtBase > start
        ? `VIRT_BASE is ${hex(virtBase)}, above the start of ${image}.`
        : `${entryName} is ${hex(entry)}, outside ${image}.`;
}
function hex(value) {
    return `0x${value.toString(16)}`;
}
function quoted(text) {
    return text === '' ? 'not set' : `"${text}"`;
}
/** How libelf words an error: with its function's name, and here and there a full stop, before 4.8. */
function speaker(functionName, has) {
    return has('plain-libelf-messages')
        ? (text) => `ERROR: ${text}`
        : (text, oldEnd = '') => `${functionName}: ERROR: ${text}${oldEnd}`;
}

;// CONCATENATED MODULE: ./build/xen/loaders/loader.js
/** Runs a builder's checks of an image in their order until one fails. */
function build(image, checks) {
    for (const check of checks) {
        const refused = check();
        if (refused)
            return { refusal: refused };
    }
    return { image };
}
/** A refusal by a builder's own check. */
function refusal(kind, message, xenSays) {
    return { kind, stage: 'loader', message, xenSays };
}

;// CONCATENATED MODULE: ./build/xen/loaders/dom0-feature.js


const DOM0 = 1 << XENFEAT_DOM0;
/**
 * `initdom_check_parms` (xen/arch/x86/dom0_build.c): a kernel that lists its features must list
 * `dom0`, in SUPPORTED_FEATURES or by name in FEATURES. One that lists none may be anything.
 */
function checkDom0Feature({ parameters }) {
    if (!parameters.listsFeatures || parameters.supportedFeatures & DOM0)
        return null;
    const bits = `0x${parameters.supportedFeatures.toString(16)}`;
    return refusal('dom0-unsupported', `SUPPORTED_FEATURES lists ${bits}, without the bit of dom0 (0x${DOM0.toString(16)}).`, 'Kernel does not support Dom0 operation');
}

;// CONCATENATED MODULE: ./build/xen/loaders/resized.js
const RESIZED = new WeakMap();
/** The source as Xen takes it after unpacking: as long as was declared, with zeros behind its end. */
function resized(source, size) {
    if (source.size === size)
        return source;
    const known = RESIZED.get(source) ?? new Map();
    RESIZED.set(source, known);
    const made = known.get(size) ?? resize(source, size);
    known.set(size, made);
    return made;
}
function resize(source, size) {
    return {
        size,
        read(offset, length) {
            const wanted = Math.max(0, Math.min(length, size - offset));
            const bytes = source.read(offset, wanted);
            if (bytes.length === wanted)
                return bytes;
            const padded = new Uint8Array(wanted);
            padded.set(bytes);
            return padded;
        },
    };
}

;// CONCATENATED MODULE: ./build/xen/loaders/unpacked.js
function refuse(kind, stage, message, xenSays) {
    return { refusal: { kind, stage, message, xenSays } };
}
/** The first boot protocol whose header says where the payload is: 2.08. */
const FIRST_PROTOCOL_WITH_PAYLOAD = 0x0208;
const PROTOCOL_TOO_OLD = (protocol) => `The bzImage has boot protocol ${protocol >> 8}.${String(protocol & 0xff).padStart(2, '0')}, and its payload can be found from 2.08 on only.`;
/** Says where the payload of a bzImage was meant to be. */
function payloadOutside(bzimage) {
    const start = bzimage.codeOffset + bzimage.payloadOffset;
    const end = start + bzimage.payloadLength;
    return `The bzImage says that its payload takes bytes ${start} to ${end}, and the file ends at ${bzimage.fileSize}.`;
}
function unpacked_unknownCodec({ offset, magic }) {
    const bytes = [...magic.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0'));
    return `The payload at byte ${offset} starts with ${bytes.join(' ')}, which is no compression that a kernel is built with.`;
}
const CODEC_UNSUPPORTED = (codec, who) => `The payload is compressed with ${codec}, and ${who} of this release cannot unpack that.`;
/** The hypervisor and the toolstack are built from the same lz4 decoder. */
const isLz4Broken = (codec, has) => codec === 'lz4' && has('lz4-underrun-check') && !has('lz4-underrun-check-mended');
const LZ4_BROKEN = 'The payload is compressed with lz4, and the lz4 decoder of this release refuses sound data.';
/** What is wrong with a compressed stream, which starts at byte `base` of the file. */
function describeFault(codec, { kind, offset, detail }, base) {
    switch (kind) {
        case 'too-large':
            return `The ${codec} stream at byte ${base} unpacks to more than 1 GiB.`;
        case 'dictionary-too-large':
            return `The ${codec} stream at byte ${base} cannot be looked into: ${detail}.`;
        case 'unsupported':
            return `The ${codec} stream at byte ${base} has a feature that no kernel build uses: ${detail}.`;
        case 'truncated':
            return `The ${codec} stream at byte ${base} is cut short after ${offset} bytes: ${detail}.`;
        case 'corrupt':
            return `The ${codec} stream at byte ${base} is corrupt at byte ${offset} of it: ${detail}.`;
    }
}
/** The rule that a fault falls under. */
function faultKind({ kind }) {
    if (kind === 'too-large')
        return 'payload-too-large';
    return kind === 'dictionary-too-large' ? 'dictionary-too-large' : 'corrupt-payload';
}
function wrongSize({ declaredSize, size }) {
    return `The payload unpacks to ${size} bytes, but its last four bytes, which Xen takes for that size, say ${declaredSize}.`;
}

;// CONCATENATED MODULE: ./build/xen/loaders/hypervisor.js





/**
 * `bzimage_parse` (xen/arch/x86/bzimage.c): how the hypervisor gets at the ELF image of a dom0
 * kernel. Nothing is checked against the file's size; a payload outside it is a page fault in early
 * boot, without a word.
 */
function unpackForDom0(kernel, has) {
    const { file, wrapper, bzimage, payload } = kernel;
    if (wrapper)
        return unpackBare(kernel, wrapper, has);
    if (!bzimage) {
        if (isElf(file))
            return { elf: file };
        return refuse('not-a-kernel', 'container', hypervisor_NOT_A_KERNEL, notAnElf(has));
    }
    if (bzimage.protocol < FIRST_PROTOCOL_WITH_PAYLOAD) {
        const [major, minor] = [bzimage.protocol >> 8, bzimage.protocol & 0xff];
        const version = `v${major}.${String(minor).padStart(2, '0')}`;
        return refuse('boot-protocol-too-old', 'container', PROTOCOL_TOO_OLD(bzimage.protocol), `Cannot load bzImage ${version} at least v2.08 is required`);
    }
    if (!payload || payload.cut) {
        return refuse('payload-outside-file', 'container', payloadOutside(bzimage), null);
    }
    const unknown = refuse('unknown-codec', 'payload', unpacked_unknownCodec(payload), notAnElf(has));
    return unpackPayload(payload, unknown, has);
}
const hypervisor_NOT_A_KERNEL = 'The file is neither a bzImage nor an ELF file.';
/** Only a compressed ELF file may stand for itself; a bzImage inside is not looked for. */
function unpackBare({ format }, wrapper, has) {
    if (!has('dom0-bare-compressed-elf')) {
        const message = 'The file is compressed as a whole, and this hypervisor unpacks bzImages only.';
        return refuse('codec-unsupported', 'container', message, notAnElf(has));
    }
    const message = format === 'bzimage'
        ? 'The file is a bzImage inside a gzip: the hypervisor undoes the gzip and expects an ELF file.'
        : hypervisor_NOT_A_KERNEL;
    const noKernel = refuse('not-a-kernel', 'container', message, notAnElf(has));
    return unpackPayload(wrapper, noKernel, has);
}
/** @param otherwise why a payload that holds no ELF file is refused */
function unpackPayload(payload, otherwise, has) {
    const refused = refuseHeadroom(payload, has) ?? refusePayload(payload, has);
    if (refused)
        return refused;
    const { codec, content, declaredSize } = payload;
    if (!content || !isElf(content))
        return otherwise;
    return { elf: codec === 'none' ? content : resized(content, declaredSize ?? 0) };
}
const PAGE = 4096;
/** RAM below 4 GiB of the machine that is played, a PC with 4 GiB, in bytes. */
const LOW_MEMORY = 3 * 2 ** 30;
/**
 * `bzimage_headroom` and its caller (xen/arch/x86/setup.c): before anything is looked at, the image
 * is moved to where it can be unpacked in place, with as much room as the declared size asks for.
 */
function refuseHeadroom({ codec, declaredSize, length }, has) {
    const unpacked = declaredSize ?? 0;
    if (codec === 'none' && has('headroom-is-long'))
        return null;
    const bytes = codec === 'gzip' ? unpacked + Math.floor(unpacked / 4096) + 32768 + 18 : unpacked + length;
    const headroom = Math.ceil(bytes / PAGE) * PAGE;
    const fits = has('headroom-is-long')
        ? headroom <= LOW_MEMORY
        : (headroom | 0) >= 0 && (headroom | 0) <= LOW_MEMORY;
    if (fits)
        return null;
    const stop = has('no-memory-without-full-stop') ? '' : '.';
    return refuse('too-large-for-memory', 'payload', `The last four bytes of the payload say that it unpacks to ${unpacked} bytes, and a machine with 4 GiB has no room for that.`, `Not enough memory to relocate the dom0 kernel image${stop}`);
}
function refusePayload(payload, has) {
    const { codec } = payload;
    if (codec === null || codec === 'none')
        return null;
    if (!has(`dom0-${codec}`)) {
        return refuse('codec-unsupported', 'payload', CODEC_UNSUPPORTED(codec, 'the hypervisor'), notAnElf(has));
    }
    if (isLz4Broken(codec, has)) {
        return refuse('lz4-decoder-broken', 'payload', LZ4_BROKEN, 'Decoding failed');
    }
    const check = codec === 'xz' ? xzCheck(payload) : null;
    if (check !== null && check > XZ_CHECK_CRC32) {
        const message = `The xz stream has a check of type ${check}: the hypervisor knows none (0) and CRC32 (1).`;
        return refuse('codec-unsupported', 'payload', message, XZ_UNSUPPORTED);
    }
    if (payload.fault) {
        const message = describeFault(codec, payload.fault, payload.offset);
        return refuse(faultKind(payload.fault), 'payload', message, complaint(codec, payload.fault));
    }
    return refuseSize(codec, payload, has);
}
/** Behind it stands the number of the error, which only Xen's own inflate knows. */
const GZIP_INVALID = 'invalid compressed format (err=';
const GZIP_TRAILER = new Map([
    [GZIP_WRONG_CRC, 'crc error'],
    [GZIP_WRONG_SIZE, 'length error'],
]);
const XZ_CHECK_CRC32 = 1;
const XZ_UNSUPPORTED = 'Input was encoded with settings that are not supported by this XZ decoder';
/** The check type in the stream flags (.xz file format, section 2.1.1.2). */
function xzCheck({ magic }) {
    const flags = magic[7];
    return flags === undefined ? null : flags & 0x0f;
}
/**
 * What the decompressors say (xen/common). Which of their messages it is depends on where they
 * stumble; this is the usual one for each.
 */
function complaint(codec, { kind, detail }) {
    if (kind === 'unsupported' && codec === 'xz')
        return XZ_UNSUPPORTED;
    if (kind !== 'corrupt' && kind !== 'truncated')
        return null;
    return {
        gzip: GZIP_TRAILER.get(detail) ?? GZIP_INVALID,
        bzip2: 'Data integrity error when decompressing.',
        lzma: kind === 'truncated' ? 'unexpected EOF' : 'LZMA data is corrupt',
        xz: 'XZ-compressed data is corrupt',
        lzo: 'Compressed data violation',
        lz4: 'Decoding failed',
        zstd: 'ZSTD-compressed data is corrupt',
    }[codec];
}
/**
 * The decompressors write as much as there is; the declared size decides where to, and how much of
 * it counts. A smaller one runs over input that is still to be read. Only lz4 compares the two.
 */
function refuseSize(codec, payload, has) {
    const [declared, size] = [payload.declaredSize ?? 0, payload.size ?? 0];
    if (declared === size || (declared > size && codec !== 'lz4'))
        return null;
    const cut = declared < SIZES[32].ehdr ? notAnElf(has) : null;
    const xenSays = codec === 'lz4' ? 'Decoding failed' : cut;
    return refuse('size-mismatch', 'payload', wrongSize(payload), xenSays);
}
/** What is not understood is handed to `elf_init`, which says this. */
function notAnElf(has) {
    return has('plain-libelf-messages') ? 'ELF: not an ELF binary' : 'elf_init: not an ELF binary';
}

;// CONCATENATED MODULE: ./build/xen/libelf/parameters.js
const UNSET_ADDR = 0xffffffffffffffffn;
const UNSET_ADDR32 = 0xffff_ffff;
function emptyParameters() {
    return {
        guestOs: '',
        xenVersion: '',
        loader: '',
        pae: 0,
        bsdSymtab: false,
        virtBase: null,
        entry: null,
        hypercallPage: null,
        initP2m: null,
        paddrOffset: null,
        hvStartLow: null,
        listsFeatures: false,
        phys32Entry: null,
        supportedFeatures: 0,
        requiredFeatures: 0,
        relocation: null,
        kernelStart: 0n,
        kernelEnd: 0n,
    };
}
/** An address as Xen keeps it: all ones is the same as never set. */
function address(value) {
    const wrapped = BigInt.asUintN(64, value);
    return wrapped === UNSET_ADDR ? null : wrapped;
}
/** The names in `struct elf_dom_parms` are `char[16]`: 15 bytes survive. */
function shortString(text) {
    return text.slice(0, 15);
}

;// CONCATENATED MODULE: ./build/xen/libelf/read-note.js




/**
 * `elf_xen_parse_note` (xen/common/libelf/libelf-dominfo.c): takes one Xen note into `parameters`.
 * Types that the release does not know, and strings that do not end, are passed over in silence.
 *
 * @returns the feature name that makes the release give up, if there is one
 */
function readNote(elf, note, parameters, has) {
    const known = NOTE_TYPES[note.type];
    if (!known || (known.behaviour && !has(known.behaviour)))
        return null;
    if (known.kind === 'string') {
        const text = noteString(elf, note);
        return text === null ? null : readString(note.type, text, parameters, has);
    }
    if (known.kind === 'integer')
        read_note_readInteger(elf, note, parameters);
    if (note.type === NOTE.PHYS32_RELOC)
        readRelocation(elf, note, parameters);
    return null;
}
function readString(type, text, parameters, has) {
    switch (type) {
        case NOTE.LOADER:
            parameters.loader = shortString(text);
            return null;
        case NOTE.GUEST_OS:
            parameters.guestOs = shortString(text);
            return null;
        case NOTE.XEN_VERSION:
            parameters.xenVersion = shortString(text);
            return null;
        case NOTE.PAE_MODE:
            if (text === 'yes')
                parameters.pae = PAE.EXTENDED_CR3;
            if (text.includes('bimodal'))
                parameters.pae = PAE.BIMODAL;
            return null;
        case NOTE.BSD_SYMTAB:
            if (text === 'yes')
                parameters.bsdSymtab = true;
            return null;
        case NOTE.FEATURES:
            return readFeatures(text, parameters, has);
        default:
            return null;
    }
}
/** `enum xen_pae_type`. */
const PAE = { YES: 1, EXTENDED_CR3: 2, BIMODAL: 3 };
/** Adds the features that a string names; returns the one that the release refuses. */
function readFeatures(text, parameters, has) {
    const { supported, required, refused } = parseFeatures(text, has);
    addFeatures(parameters, supported, required);
    return refused;
}
function addFeatures(parameters, supported, required) {
    parameters.supportedFeatures = (parameters.supportedFeatures | supported) >>> 0;
    parameters.requiredFeatures = (parameters.requiredFeatures | required) >>> 0;
}
function read_note_readInteger(elf, note, parameters) {
    const value = noteNumber(elf, note);
    switch (note.type) {
        case NOTE.VIRT_BASE:
            parameters.virtBase = address(value);
            break;
        case NOTE.ENTRY:
            parameters.entry = address(value);
            break;
        case NOTE.INIT_P2M:
            parameters.initP2m = address(value);
            break;
        case NOTE.PADDR_OFFSET:
            parameters.paddrOffset = address(value);
            break;
        case NOTE.HYPERCALL_PAGE:
            parameters.hypercallPage = address(value);
            break;
        case NOTE.HV_START_LOW:
            parameters.hvStartLow = address(value);
            break;
        case NOTE.SUPPORTED_FEATURES:
            parameters.listsFeatures = true;
            addFeatures(parameters, noteWord(elf, note, 0), 0);
            break;
        case NOTE.PHYS32_ENTRY: {
            const entry = Number(BigInt.asUintN(32, value));
            parameters.phys32Entry = entry === UNSET_ADDR32 ? null : entry;
            break;
        }
    }
}
function readRelocation(elf, note, parameters) {
    const before = parameters.relocation;
    const word = (index, fallback) => note.descSize >= 4 * (index + 1) ? noteWord(elf, note, index) : fallback;
    const align = word(0, before?.align ?? null);
    parameters.relocation = {
        align: align === UNSET_ADDR32 ? null : align,
        min: word(1, before?.min ?? 0) ?? 0,
        max: word(2, before?.max ?? LAST_OF_4_GIB) ?? LAST_OF_4_GIB,
    };
}
/** `ARCH_PHYS_MAX_DEFAULT` on x86. */
const LAST_OF_4_GIB = 0xffff_ffff;

;// CONCATENATED MODULE: ./build/xen/libelf/strtoull.js

/**
 * C's `strtoull(text, NULL, 0)` in the toolstack (ISO C11 7.22.1.4): leading white space and a sign
 * are taken, `0x` and `0` choose the base, what follows the digits is ignored, and a number that
 * does not fit becomes all ones.
 */
function strtoull(text) {
    const [, sign, digits = ''] = /^[ \t\n\v\f\r]*([+-]?)(.*)$/s.exec(text) ?? [];
    const [pattern, prefix] = /^0[xX][0-9a-fA-F]/.test(digits)
        ? [/^0[xX][0-9a-fA-F]+/, '']
        : digits.startsWith('0')
            ? [/^[0-7]+/, '0o']
            : [/^[0-9]+/, ''];
    const number = pattern.exec(digits)?.[0];
    if (number === undefined)
        return 0n;
    const value = BigInt(prefix + number);
    if (value > UNSET_ADDR)
        return UNSET_ADDR;
    return sign === '-' ? BigInt.asUintN(64, -value) : value;
}

;// CONCATENATED MODULE: ./build/xen/libelf/guest-info.js




/** `name[32]` and `value[128]` in `elf_xen_parse_guest_info`: what is longer is cut into pairs. */
const MAX_NAME = 31;
const MAX_VALUE = 127;
/** A kernel has about ten; a string without end would keep this program busy, not Xen. */
const MOST_PAIRS = 256;
/**
 * The `NAME=VALUE,NAME=VALUE` string of an old `__xen_guest` section, cut as Xen cuts it. A name
 * that fills its buffer ends there without a value; what follows is the next name.
 *
 * @throws {UndefinedBehaviour} where there are more pairs than any kernel has.
 */
function guestInfoPairs(elf, start) {
    const pairs = [];
    const star = (at) => String.fromCharCode(elf.uint(at, 1));
    const take = (from, most, stops) => {
        let text = '';
        let at = from;
        while (text.length < most && star(at) !== '\0' && !stops.includes(star(at)))
            text += star(at++);
        return { text, at };
    };
    for (let at = start; star(at) !== '\0';) {
        const name = take(at, MAX_NAME, ',=');
        at = name.at;
        let value = '';
        if (name.text.length < MAX_NAME && star(at) === '=') {
            const taken = take(at + 1, MAX_VALUE, ',');
            at = taken.at;
            value = taken.text;
            if (value.length < MAX_VALUE && star(at) === ',')
                at++;
        }
        else if (name.text.length < MAX_NAME && star(at) === ',') {
            at++;
        }
        pairs.push({ name: name.text, value });
        if (pairs.length > MOST_PAIRS) {
            throw new UndefinedBehaviour(`meets more than ${MOST_PAIRS} entries in __xen_guest`);
        }
    }
    return pairs;
}
/**
 * `elf_xen_parse_guest_info` (xen/common/libelf/libelf-dominfo.c): takes such a string into
 * `parameters`. An unknown feature stops the reading there, and nobody looks at that error.
 */
function readGuestInfo(pairs, parameters, has) {
    for (const { name, value } of pairs) {
        if (readPair(name, value, parameters, has) === 'stop')
            break;
    }
    if (has('adds-virt-base-last') &&
        parameters.virtBase !== null &&
        parameters.hypercallPage !== null) {
        parameters.hypercallPage = address(parameters.hypercallPage + parameters.virtBase);
    }
}
function readPair(name, value, parameters, has) {
    switch (name) {
        case 'LOADER':
            parameters.loader = shortString(value);
            break;
        case 'GUEST_OS':
            parameters.guestOs = shortString(value);
            break;
        case 'XEN_VER':
            parameters.xenVersion = shortString(value);
            break;
        case 'PAE':
            if (value === 'yes[extended-cr3]')
                parameters.pae = PAE.EXTENDED_CR3;
            else if (value.startsWith('yes'))
                parameters.pae = PAE.YES;
            break;
        case 'BSD_SYMTAB':
            parameters.bsdSymtab = true;
            break;
        case 'VIRT_BASE':
            parameters.virtBase = address(strtoull(value));
            break;
        case 'VIRT_ENTRY':
            parameters.entry = address(strtoull(value));
            break;
        case 'ELF_PADDR_OFFSET':
            parameters.paddrOffset = address(strtoull(value));
            break;
        case 'HYPERCALL_PAGE': {
            const offset = strtoull(value) << 12n;
            const base = has('adds-virt-base-last') ? 0n : (parameters.virtBase ?? UNSET_ADDR);
            parameters.hypercallPage = address(offset + base);
            break;
        }
        case 'FEATURES':
            if (readFeatures(value, parameters, has))
                return 'stop';
            break;
    }
    return 'go on';
}

;// CONCATENATED MODULE: ./build/xen/libelf/parse.js










/** What was parsed already: both loaders of a container come with the same image. */
const PARSERS = new WeakMap();
/**
 * `elf_init`, `elf_parse_binary` and `elf_xen_parse` (xen/common/libelf), as a release runs them:
 * notes from PT_NOTE segments, else from SHT_NOTE sections, else the `__xen_guest` section.
 */
function parseXenElf(source, container, has) {
    const parsers = PARSERS.get(source) ?? {
        pv: oncePerBehaviour((has) => parseOnce(source, 'pv', has)),
        pvh: oncePerBehaviour((has) => parseOnce(source, 'pvh', has)),
    };
    PARSERS.set(source, parsers);
    return parsers[container](has);
}
function parseOnce(source, container, has) {
    const state = { parameters: emptyParameters(), notes: [], guestInfo: false };
    try {
        return parse(source, container, has, state);
    }
    catch (error) {
        if (!(error instanceof UndefinedBehaviour))
            throw error;
        const message = `The notes cannot be followed: this release's parser ${error.message}.`;
        return { ...state, stage: 'notes', refusal: { kind: 'malformed-notes', error: null, message } };
    }
}
function parse(source, container, has, state) {
    const init = initialise(source, has);
    if (!('elf' in init)) {
        const { kind, error, detail } = init;
        return { ...state, stage: 'elf', refusal: { kind, error, message: sentence(kind, detail) } };
    }
    const { elf } = init;
    const hvm = container === 'pvh' && has('parses-for-pvh');
    const walked = readAllNotes(elf, has, state);
    if (walked.refused)
        return { ...state, stage: 'notes', refusal: parse_unknownFeature(walked.refused) };
    if (state.notes.length === 0 && !hvm)
        readXenGuest(elf, has, state);
    const context = {
        elf,
        parameters: state.parameters,
        has,
        hvm,
        notesSeen: walked.seen && !state.guestInfo,
        guestInfoSeen: state.guestInfo,
    };
    const refusal = checkNotes(context) ?? checkAddresses(context);
    return refusal
        ? { ...state, stage: 'notes', refusal }
        : { ...state, stage: 'notes', refusal: null, elf, broken: elf.broken };
}
/** A kernel has one; strings without end would keep this program busy, not Xen. */
const MOST_FEATURES = 64;
function readAllNotes(elf, has, state) {
    const budget = { met: 0 };
    let seen = false;
    let features = 0;
    for (const stretches of [noteSegments(elf), noteSections(elf, has)]) {
        for (const stretch of stretches) {
            seen = true;
            for (const note of walkNotes(elf, stretch, budget)) {
                state.notes.push(note);
                if (note.type === NOTE.FEATURES && ++features > MOST_FEATURES) {
                    throw new UndefinedBehaviour(`meets more than ${MOST_FEATURES} FEATURES notes`);
                }
                const refused = readNote(elf, note, state.parameters, has);
                if (refused)
                    return { seen, refused: { ...refused, note } };
            }
        }
        if (state.notes.length > 0)
            break;
    }
    return { seen, refused: null };
}
function readXenGuest(elf, has, state) {
    const start = guestInfoStart(elf, has);
    if (start === null)
        return;
    state.guestInfo = true;
    readGuestInfo(guestInfoPairs(elf, start), state.parameters, has);
}
function parse_unknownFeature({ name, required, note }) {
    const where = `The FEATURES note at offset 0x${note.offset.toString(16)}`;
    return required
        ? {
            kind: 'unknown-required-feature',
            error: null,
            message: `${where} requires "${name}", a feature name that this release does not know.`,
        }
        : {
            kind: 'unknown-feature',
            error: null,
            message: `${where} names "${name}", which this release does not know, and it refuses any name that it does not know.`,
        };
}
function sentence(kind, detail) {
    return kind === 'not-a-kernel'
        ? `The file is not an ELF binary: ${detail}.`
        : `The ELF file is cut short: ${detail}.`;
}

;// CONCATENATED MODULE: ./build/xen/loaders/toolstack-says.js
/** No loader's probe took the file. */
const NO_LOADER = 'xc_dom_find_loader: no loader found';
/** What the probe of the bzImage loader says when it fails; no other loader takes the file then. */
const probe = (text) => `xc_dom_probe_bzimage_kernel${text}\n${NO_LOADER}`;

;// CONCATENATED MODULE: ./build/xen/loaders/libelf.js


/** libelf in the hypervisor: what it has to say is printed as it is. */
function parseInHypervisor(source, container, has) {
    const parse = parseXenElf(source, container, has);
    if (!parse.refusal)
        return { elf: parse.elf, parameters: parse.parameters, notes: parse.notes };
    const { stage, refusal } = parse;
    const { kind, message, error } = refusal;
    return { refusal: { kind, stage, message, xenSays: asLine(error) } };
}
/** libelf quotes the kernel's own strings; a line of Xen is one line, whatever is in them. */
function asLine(error) {
    return error?.replaceAll('\n', '\\n') ?? null;
}
/**
 * libelf in the toolstack. Since 4.7 it runs while a loader is looked for, before anyone listens:
 * whatever is wrong, all that is heard is that there is no loader. Before, the header tables were
 * checked while nobody listened.
 */
function parseInToolstack(source, container, has) {
    const parse = parseXenElf(source, container, has);
    if (!parse.refusal)
        return { elf: parse.elf, parameters: parse.parameters, notes: parse.notes };
    const { stage, refusal } = parse;
    const { kind, message, error } = refusal;
    if (has('domu-parses-notes-in-probe') || kind === 'not-a-kernel') {
        return { refusal: { kind, stage, message, xenSays: NO_LOADER } };
    }
    const xenSays = stage === 'elf' ? 'xc_dom_parse_elf_kernel: corrupted ELF image' : asLine(error);
    return { refusal: { kind, stage, message, xenSays } };
}

;// CONCATENATED MODULE: ./build/xen/loaders/pv-layout.js

const pv_layout_PAGE = 4096n;
/** The machine that is played has 4 GiB. */
const MACHINE_PAGES = (4n << 30n) / pv_layout_PAGE;
/** `sizeof(start_info_t)` and what follows it, rounded up to pages: one. */
const START_INFO = pv_layout_PAGE;
/** Page-table levels 2 to 4 map so much by one entry, as a shift. */
const L2 = 21n;
const L3 = 30n;
const L4 = 39n;
/**
 * Lays out what Xen maps before a PV dom0 starts, as `dom0_construct` does
 * (xen/arch/x86/pv/dom0_build.c) without an initrd: kernel, P2M table, start info, page tables,
 * boot stack, and half a megabyte to spare.
 */
function layOut({ elf, parameters }) {
    const compat = elf.class === 32 && elf.machine === EM_386;
    const word = compat ? 4n : 8n;
    const start = parameters.virtBase ?? 0n;
    const p2mBase = compat ? null : parameters.initP2m;
    const available = p2mBase === null ? clipMemory(parameters, start, word) : MACHINE_PAGES;
    const p2mEnd = roundUp(parameters.kernelEnd, pv_layout_PAGE) + (p2mBase === null ? available * word : 0n);
    const tables = roundUp(p2mEnd, pv_layout_PAGE) + START_INFO;
    const end = endOfMapping(start, tables, compat);
    const bytes = wrap(end - start);
    const p2m = p2mBase === null ? null : { start: p2mBase, end: wrap(p2mBase + available * word) };
    return { compat, start, end, pages: powerOfTwo(roundUp(bytes, pv_layout_PAGE) / pv_layout_PAGE), available, p2m };
}
/**
 * `dom0_compute_nr_pages`: a kernel without INIT_P2M keeps its P2M table in the mapping, and room
 * for page tables of the same size behind it; where the address space ends before, it gets less.
 */
function clipMemory({ kernelEnd }, start, word) {
    const kernel = roundUp(kernelEnd, pv_layout_PAGE);
    const once = wrap(kernel + MACHINE_PAGES * word);
    const twice = once > start ? wrap(once + (once - start)) : once;
    const top = 1n << (8n * word);
    if (twice > start && (word === 8n || twice <= top))
        return MACHINE_PAGES;
    return wrap(top - kernel) / (2n * word);
}
function endOfMapping(start, tables, compat) {
    for (let count = 2n;; count++) {
        const stack = tables + (count + 1n) * pv_layout_PAGE;
        let end = roundUp(stack, 1n << 22n);
        if (end - stack < 512n << 10n)
            end += 1n << 22n;
        const needed = compat
            ? 4n + tablesFor(start, end, L4) + tablesFor(start, end, L2)
            : 1n + tablesFor(start, end, L4) + tablesFor(start, end, L3) + tablesFor(start, end, L2);
        // What is larger than the machine is refused for that, however many tables it would need.
        if (needed <= count || end - start > MACHINE_PAGES * pv_layout_PAGE)
            return wrap(end);
    }
}
function tablesFor(start, end, shift) {
    return (roundUp(end, 1n << shift) >> shift) - (start >> shift);
}
function roundUp(value, to) {
    return ((value + to - 1n) / to) * to;
}
function wrap(value) {
    return BigInt.asUintN(64, value);
}
function powerOfTwo(pages) {
    let power = 1n;
    while (power < pages)
        power <<= 1n;
    return power;
}

;// CONCATENATED MODULE: ./build/xen/loaders/segment-fit.js



/**
 * `elf_load_image` (xen/common/libelf/libelf-loader.c) clears `memsz - filesz` bytes behind what it
 * copied, and does not ask whether that is negative.
 */
function checkSegmentSizes({ elf }, xenSays) {
    for (const segment of loadableSegments(elf)) {
        const [inFile, inMemory] = [elf.phdr(segment, 'p_filesz'), elf.phdr(segment, 'p_memsz')];
        if (inFile <= inMemory)
            continue;
        const where = hex(elf.phdr(segment, 'p_paddr'));
        const message = `The segment for ${where} has ${inFile} bytes in the file and ${inMemory} in memory.`;
        return refusal('bad-segment', message, xenSays);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/xen/loaders/pv-dom0.js








/**
 * A paravirtualised dom0: `dom0_construct` (xen/arch/x86/pv/dom0_build.c; `construct_dom0` in
 * xen/arch/x86/domain_build.c before 4.9), on a machine with 4 GiB and with CONFIG_PV32.
 */
const pvDom0 = {
    exists: () => true,
    load(kernel, has) {
        const unpacked = unpackForDom0(kernel, has);
        if ('refusal' in unpacked)
            return unpacked;
        const parsed = parseInHypervisor(unpacked.elf, 'pv', has);
        if ('refusal' in parsed)
            return parsed;
        const layout = layOut(parsed);
        return build(parsed, [
            () => checkMachine(parsed, has),
            () => (has('pv-dom0-asks-dom0-feature') ? checkDom0Feature(parsed) : null),
            () => checkHypervisorStart(parsed, has),
            () => checkMemory(layout, has),
            () => checkPrivateArea(parsed, layout),
            () => checkLoading(parsed, layout, has),
            () => checkHypercallPage(parsed, layout),
            () => checkP2m(layout),
            () => checkSupervisorMode(parsed),
        ]);
    },
};
const WITHOUT_PV32 = 'The kernel is 32-bit, and this Xen was built without CONFIG_PV32.';
/** What the hypervisor says to a 32-bit PV dom0 that it cannot run. */
function withoutPv32(has) {
    return has('says-that-pv32-is-off')
        ? 'Found 32-bit PV kernel, but CONFIG_PV32 missing'
        : 'Dom0 failed to switch to compat: -95';
}
/** A 64-bit kernel for x86-64, or a 32-bit one for i386 with PAE. */
function checkMachine({ elf, parameters }, has) {
    if (elf.isClass32 && !has('pv32')) {
        return refusal('kernel-mismatch', WITHOUT_PV32, withoutPv32(has));
    }
    const fits = elf.class === 64
        ? elf.machine === EM_X86_64
        : elf.isClass32 && elf.machine === EM_386 && parameters.pae !== 0;
    if (fits && !(elf.bigEndian && has('dom0-refuses-big-endian')))
        return null;
    const order = elf.bigEndian ? 'big' : 'little';
    return refusal('kernel-mismatch', `The kernel is ${elf.class}-bit, ${order}-endian, for machine ${elf.machine}, ${parameters.pae ? 'with' : 'without'} PAE: a PV dom0 is 64-bit x86-64, or 32-bit i386 with PAE.`, 'Mismatch between Xen and DOM0 kernel');
}
/** The highest start that Xen can give itself beside a 32-bit kernel (`__HYPERVISOR_COMPAT_VIRT_START`). */
const COMPAT_VIRT_START = 0xf5800000n;
/**
 * Where it starts beside a 32-bit kernel that leaves it the choice by HV_START_LOW (`m2p_compat_vstart`,
 * xen/arch/x86/x86_64/mm.c): its table of machine pages, four bytes each, ends at 0xffe00000, and the
 * memory of a PC with 4 GiB at 5 GiB.
 */
const COMPAT_TABLE_START = 0xff800000n;
const SUPERPAGE = 1n << 21n;
function checkHypervisorStart({ elf, parameters }, has) {
    if (elf.class !== 32 || parameters.hvStartLow === null)
        return null;
    const start = (parameters.hvStartLow + SUPERPAGE - 1n) & ~(SUPERPAGE - 1n);
    if (start <= COMPAT_VIRT_START)
        return null;
    const who = has('dom0-start-too-high-is-no-panic') ? 'Dom0' : 'Domain 0';
    const stop = has('panics-without-full-stop') ? '' : '.';
    return refusal('hypervisor-start-too-high', `HV_START_LOW is ${hex(parameters.hvStartLow)}, and Xen cannot start above ${hex(COMPAT_VIRT_START)}.`, `${who} expects too high a hypervisor start address${stop}`);
}
function checkMemory({ pages, available }, has) {
    if (pages <= available)
        return null;
    const stop = has('panics-without-full-stop') ? '' : '.';
    return refusal('too-large-for-memory', `From VIRT_BASE to its end the kernel needs ${pages} pages, and a dom0 on a machine with 4 GiB has ${available}.`, `Domain 0 allocation is too small for kernel image${stop}`);
}
/** Where Xen itself lies beside a 64-bit kernel (`HYPERVISOR_VIRT_START`, `HYPERVISOR_VIRT_END`). */
const XEN_START = 0xffff800000000000n;
const XEN_END = 0xffff880000000000n;
function checkPrivateArea({ parameters }, { compat, start, end }) {
    const limit = parameters.hvStartLow === null ? COMPAT_VIRT_START : COMPAT_TABLE_START;
    const overlaps = compat ? end > limit : start < XEN_END && end > XEN_START;
    if (!overlaps)
        return null;
    return refusal('overlaps-xen', `The initial mapping takes ${hex(start)} to ${hex(end)}, where Xen itself lies.`, 'DOM0 image overlaps with Xen private area.');
}
/** Addresses that a processor with 48 of them does not have lie between these. */
const CANONICAL_LOW_END = 0x800000000000n;
function checkLoading(image, { compat, start, end }, has) {
    const xenSays = has('dom0-load-can-fail') ? 'Failed to load the kernel binary' : null;
    if (!compat && start < XEN_START && end > CANONICAL_LOW_END) {
        const message = `The initial mapping takes ${hex(start)} to ${hex(end)}, addresses that no processor has.`;
        return refusal('bad-segment', message, xenSays);
    }
    return checkSegmentSizes(image, xenSays);
}
function checkHypercallPage({ parameters }, { start, end }) {
    const page = parameters.hypercallPage;
    if (page === null || (page >= start && page < end))
        return null;
    return refusal('hypercall-page-outside-image', `HYPERCALL_PAGE is ${hex(page)}, outside the initial mapping, which takes ${hex(start)} to ${hex(end)}.`, 'Invalid HYPERCALL_PAGE field in ELF notes.');
}
function checkP2m({ p2m, start, end }) {
    if (p2m === null || start > p2m.end || p2m.start > end)
        return null;
    return refusal('p2m-overlaps-image', `INIT_P2M puts the P2M table at ${hex(p2m.start)} to ${hex(p2m.end)}, into the initial mapping, which takes ${hex(start)} to ${hex(end)}.`, 'DOM0 P->M table overlaps initial mapping');
}
const SUPERVISOR_MODE_KERNEL = 1 << 3;
function checkSupervisorMode({ parameters }) {
    if (!(parameters.requiredFeatures & SUPERVISOR_MODE_KERNEL))
        return null;
    return refusal('needs-supervisor-mode', 'FEATURES requires "supervisor_mode_kernel", and a PV dom0 does not run in ring 0.', 'Dom0 requires supervisor-mode execution');
}

;// CONCATENATED MODULE: ./build/xen/loaders/guest-type.js


/** `xc_dom_guest_type`: by machine and PAE; the class of the ELF file does not count. */
function checkElfGuestType({ elf, parameters }, has) {
    const { machine } = elf;
    if (machine === EM_X86_64)
        return checkGuestType('xen-3.0-x86_64', has);
    if (machine === EM_386) {
        return checkGuestType(parameters.pae === 0 ? 'xen-3.0-x86_32' : 'xen-3.0-x86_32p', has);
    }
    const message = `The ELF machine is ${machine}: a PV domain is x86-64 or i386.`;
    return refusal('guest-type-unsupported', message, unknownMachine(machine, has));
}
/** Whether a 64-bit hypervisor runs PV kernels of a type: 32-bit ones with PAE, and with CONFIG_PV32. */
function checkGuestType(type, has) {
    switch (type) {
        case 'xen-3.0-x86_64':
            return null;
        case 'xen-3.0-x86_32p':
            return has('pv32') ? null : refuseWithoutPv32(has);
        case 'xen-3.0-x86_32':
            return refuseWithoutPae(has);
    }
}
function refuseWithoutPae(has) {
    const early = !has('domu-has-no-plain-i386') || has('domu-checks-guest-type-early');
    return refusal('guest-type-unsupported', 'The kernel is i386 without PAE, which no Xen since 4.0 runs on 64 bits.', early ? notOffered('xen-3.0-x86_32') : archHooksNotFound('xen-3.0-x86_32', has));
}
function refuseWithoutPv32(has) {
    return refusal('guest-type-unsupported', 'The kernel is 32-bit, and this Xen was built without CONFIG_PV32.', has('domu-checks-guest-type-early')
        ? notOffered('xen-3.0-x86_32p')
        : "xc_dom_boot_mem_init: can't allocate low memory for domain");
}
function notOffered(type) {
    return `xc_dom_compat_check: guest type ${type} not supported by xen kernel, sorry`;
}
function unknownMachine(machine, has) {
    if (has('domu-fails-without-guest-type')) {
        const unknown = has('domu-spells-unknown') ? 'unknown' : 'unkown';
        return `xc_dom_guest_type: ${unknown} image type ${machine}`;
    }
    const ia64 = machine === EM_IA_64 && !has('domu-has-no-plain-i386');
    return archHooksNotFound(ia64 ? 'xen-3.0-ia64' : 'xen-3.0-unknown', has);
}
/** Nothing in the toolstack builds a domain of this type. */
function archHooksNotFound(type, has) {
    const name = has('domu-sets-arch-hooks') ? 'xc_dom_set_arch_hooks' : 'xc_dom_find_arch_hooks';
    return `${name}: not found (type ${type})\nxc_dom_mem_init: arch hooks not set: Internal error`;
}

;// CONCATENATED MODULE: ./build/xen/loaders/bin-image.js


/** `struct xen_bin_image_table`: magic, flags, checksum and five addresses, in words. */
const TABLE_SIZE = 32;
const bin_image_MAGIC = 0x336ec578;
/** The table is looked for at every word of so many bytes. */
const PROBED = 8192;
const ADDRESSES_VALID = 0x0001_0000;
/** Flags that may be set or not: page alignment, and the kind of PAE. */
const FREE_FLAGS = 0x0000_c001;
const PAE_SHIFT = 14;
/** By the two bits of PAE; the last is found out at run time, where it is PAE. */
const GUEST_TYPES = [
    'xen-3.0-x86_32',
    'xen-3.0-x86_32p',
    'xen-3.0-x86_64',
    'xen-3.0-x86_32p',
];
/**
 * `find_table` (tools/libs/guest/xg_dom_binloader.c): the toolstack's first loader takes a file of
 * any kind that has this table near its start, before it asks whether it is a kernel.
 */
function findBinImage(blob) {
    const { size } = blob;
    const head = padTo(blob.read(0, PROBED + TABLE_SIZE), PROBED + TABLE_SIZE);
    if (size < TABLE_SIZE)
        return null;
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const end = Math.min(size > PROBED + TABLE_SIZE ? PROBED : size - TABLE_SIZE, head.length);
    for (let offset = 0; offset < end; offset += 4) {
        const word = (index) => view.getUint32(offset + 4 * index, true);
        if (word(0) !== bin_image_MAGIC || (word(0) + word(1) + word(2)) >>> 0 !== 0)
            continue;
        return {
            offset,
            flags: word(1),
            headerAddress: word(3),
            loadAddress: word(4),
            loadEnd: word(5),
            bssEnd: word(6),
        };
    }
    return null;
}
function padTo(bytes, length) {
    const padded = new Uint8Array(length);
    padded.set(bytes.subarray(0, length));
    return padded;
}
/** `xc_dom_parse_bin_kernel`: the table's own checks; all addresses are 32 bits and wrap. */
function checkBinImage(image, { size }, has) {
    const { offset, flags, headerAddress, loadAddress } = image;
    const found = (flags & ~FREE_FLAGS) >>> 0;
    if (found !== ADDRESSES_VALID) {
        return bin_image_refuse(`its flags are 0x${found.toString(16)}`, `xen_bin_image_table flags required 0x00010000 found 0x${found.toString(16).padStart(8, '0')}`);
    }
    if (headerAddress < loadAddress || offset < headerAddress - loadAddress) {
        return bin_image_refuse('its header lies before the image', 'Invalid header_addr.');
    }
    const start = (headerAddress - offset) >>> 0;
    const end = image.loadEnd || (start + size) >>> 0;
    if (start + size < end) {
        return bin_image_refuse('the image ends behind the file', 'Invalid load_end_addr.');
    }
    if ((image.bssEnd || end) < end) {
        return bin_image_refuse('its memory ends before the image', 'Invalid bss_end_addr.');
    }
    return checkGuestType(GUEST_TYPES[(flags >>> PAE_SHIFT) & 3] ?? 'xen-3.0-x86_32', has);
}
function bin_image_refuse(what, says) {
    const message = `The file has a xen_bin_image_table, which the toolstack goes by, and ${what}.`;
    return refusal('bad-bin-image', message, `xc_dom_parse_bin_kernel: ${says}`);
}

;// CONCATENATED MODULE: ./build/xen/loaders/bzimage-probe.js

/**
 * What comes of the ELF loader, with what the toolstack's bzImage loader, which is asked before it,
 * has said by then (`xc_dom_probe_bzimage_kernel`): not what is wrong, but it is read all the same.
 */
function afterBzImageProbe(outcome, kernel, blob, has) {
    if (!('refusal' in outcome) || outcome.refusal.kind === 'payload-outside-file')
        return outcome;
    const complaint = complaintOf(kernel, blob, has);
    if (complaint === null)
        return outcome;
    const { refusal } = outcome;
    const lines = [`xc_dom_probe_bzimage_kernel: ${complaint}`, refusal.xenSays];
    return { refusal: { ...refusal, xenSays: lines.filter((line) => line !== null).join('\n') } };
}
/** Of every ELF file before 4.2; of an ELF file that lies in a bzImage as it is, in every release. */
function complaintOf({ bzimage, payload }, blob, has) {
    if (bzimage)
        return payload?.codec === 'none' ? 'unknown compression format' : null;
    if (has('domu-tells-no-bzimage-softly'))
        return null;
    return blob.size < BZIMAGE_HEADER_SIZE ? 'kernel image too small' : 'kernel is not a bzImage';
}

;// CONCATENATED MODULE: ./build/xen/loaders/domu-checks.js



/** Until 4.13, `xc_dom_parse_elf_kernel` wanted section names, which it has no use for. */
function checkSectionNames({ elf }, has) {
    if (elf.sectionNames !== null || has('domu-needs-no-section-names'))
        return null;
    return refusal('no-section-names', 'The ELF file has no table of section names (e_shstrndx names no section).', 'xc_dom_parse_elf_kernel: ELF image has no shstrtab');
}
const domu_checks_DOM0 = 1 << XENFEAT_DOM0;
function checkDomUFeature({ parameters }, has) {
    if (!(parameters.requiredFeatures & domu_checks_DOM0) || !has('domu-refuses-dom0-only'))
        return null;
    return refusal('domu-unsupported', 'FEATURES requires "dom0": the kernel says that it runs as dom0 only.', 'xc_dom_parse_elf_kernel: Kernel does not support unprivileged (DomU) operation');
}
/** The toolstack enters a PVH domain at PHYS32_ENTRY and nowhere else. */
function checkPvhGuestType({ parameters }, has) {
    if (parameters.phys32Entry !== null)
        return null;
    const says = 'xc_dom_guest_type: image not capable of booting inside a HVM container';
    return refusal('no-phys32-entry', 'There is no PHYS32_ENTRY note: the kernel does not say where a PVH domain enters it.', has('domu-fails-without-guest-type')
        ? says
        : `${says}\n${archHooksNotFound('xen-3.0-unknown', has)}`);
}

;// CONCATENATED MODULE: ./build/xen/loaders/toolstack-gzip.js
/** `XC_DOM_DECOMPRESS_MAX`, in bytes. */
const MAX_SIZE = 1024 * 1024 * 1024;
/** `xc_dom_check_gzip` adds this to the declared size, in bytes. */
const GZIP_SLACK = 16;
/** Whether gzip is undone, into as much memory as is declared and a little: inflate wants room for all. */
function fitsGzip(declared, size) {
    return declared <= MAX_SIZE && declared + GZIP_SLACK >= size;
}
/** `Z_DATA_ERROR`, or `Z_BUF_ERROR` where the input or the output is too short. */
function inflateFailed(fault) {
    return `xc_dom_do_gunzip: inflate failed (rc=${fault?.kind === 'corrupt' ? -3 : -5})`;
}

;// CONCATENATED MODULE: ./build/xen/loaders/toolstack-payload.js





const MIB = 1 << 20;
const cannotDecompress = (codec) => codec === 'gzip'
    ? probe(': unable to gzip decompress kernel')
    : probe(` unable to ${codec.toUpperCase()} decompress kernel`);
const toolstack_payload_TOO_LARGE = 'kernel image too large';
/** Why a release does not take a payload that is compressed; `null` where it does. */
function toolstack_payload_refusePayload(codec, payload, has) {
    if (!has(`domu-${codec}`)) {
        const message = CODEC_UNSUPPORTED(codec, 'the toolstack');
        return refuse('codec-unsupported', 'payload', message, withoutCodec(codec, has));
    }
    if (isLz4Broken(codec, has)) {
        return refuse('lz4-decoder-broken', 'payload', LZ4_BROKEN, cannotDecompress('lz4'));
    }
    return refuseDictionary(codec, payload, has) ?? refuseContents(codec, payload, has);
}
/**
 * What a toolstack says to a codec that it cannot unpack. One that was built without its library
 * still knows its name. The hypervisor learnt each codec in the same releases and has no such
 * libraries: one that it has and the toolstack lacks was left out.
 */
function withoutCodec(codec, has) {
    if (!has(`dom0-${codec}`))
        return probe(': unknown compression format');
    const [name, library] = codec === 'lzo' ? ['lzo1x', 'LZO1x'] : [codec, codec.toUpperCase()];
    return `xc_try_${name}_decode: ${library} decompress support unavailable\n${cannotDecompress(codec)}`;
}
/**
 * liblzma is told how much memory it may take, and takes a little more than the dictionary: a limit
 * of 128 MiB is too little for a dictionary of 128 MiB.
 */
function refuseDictionary(codec, { dictionary }, has) {
    if ((codec !== 'xz' && codec !== 'lzma') || dictionary === null)
        return null;
    if (!has('domu-lzma-memory-128-mib'))
        return null;
    const limit = has('domu-lzma-memory-256-mib') ? 256 * MIB : 128 * MIB;
    if (dictionary + DECODER_MEMORY <= limit)
        return null;
    return refuse('dictionary-too-large', 'payload', `The ${codec} stream asks for a dictionary of ${dictionary / MIB} MiB, and the toolstack of this release gives ${codec} ${limit / MIB} MiB of memory in all.`, cannotDecompress(codec));
}
/** What liblzma needs beside the dictionary (`lzma_lzma_decoder_memusage` and the stream's own), in bytes. */
const DECODER_MEMORY = 64 * 1024;
function refuseContents(codec, payload, has) {
    const contents = contentsOf(codec, payload, has);
    const declared = payload.declaredSize ?? 0;
    if (fits(codec, declared, contents, has))
        return null;
    // A sound stream lacks its end where it is not followed by its size.
    const fault = payload.fault ?? (declared === payload.size ? contents.fault : null);
    const tooLarge = has('domu-limits-size') ? `${toolstack_payload_TOO_LARGE}\n${cannotDecompress(codec)}` : null;
    if (fault) {
        const message = describeFault(codec, fault, payload.offset);
        return refuse(faultKind(fault), 'payload', message, saidOf(fault));
    }
    return refuse('size-mismatch', 'payload', wrongSize(payload), complaint());
    function saidOf({ kind }) {
        // This program's own limit, which Xen does not have.
        if (kind === 'dictionary-too-large')
            return null;
        return kind === 'too-large' ? tooLarge : complaint();
    }
    function complaint() {
        if (codec !== 'gzip')
            return declared <= MAX_SIZE ? cannotDecompress(codec) : tooLarge;
        // What looks insane is left as it is here as well.
        return declared > MAX_SIZE ? NO_LOADER : `${inflateFailed(fault)}\n${cannotDecompress(codec)}`;
    }
}
/** What a decoder makes of the payload; since 4.16 it is not given the size that follows the stream. */
function contentsOf(codec, payload, has) {
    const keepsTrailer = codec !== 'gzip' && has('domu-trusts-size-trailer');
    return keepsTrailer ? payload.withoutTrailer : payload;
}
/** Whether a release takes a payload: the stream as it is, and the size that is declared for it. */
function fits(codec, declared, contents, has) {
    if (stopsWhenFull(codec, has))
        return fills(declared, contents);
    if (contents.fault)
        return false;
    const size = contents.size ?? 0;
    if (codec === 'gzip')
        return fitsGzip(declared, size);
    if (declared === size)
        return true;
    return codec !== 'lz4' && codec !== 'zstd' && !has('domu-trusts-size-trailer');
}
/** liblzma and libbz2 are content when the output is full, and since 4.16 so is their caller. */
function stopsWhenFull(codec, has) {
    return ((codec === 'xz' || codec === 'lzma' || codec === 'bzip2') && has('domu-trusts-size-trailer'));
}
/** Whether an output of `declared` bytes is full before anything wrong is met; an end is not awaited. */
function fills(declared, { fault, content }) {
    const size = content?.size ?? 0;
    return fault === null || fault.kind === 'truncated' ? declared <= size : declared < size;
}
/** The payload's contents in memory, as long as the toolstack takes them to be. */
function decompress(codec, payload, has) {
    const declared = payload.declaredSize ?? 0;
    const content = contentsOf(codec, payload, has).content ?? toolstack_payload_EMPTY;
    if (codec === 'gzip')
        return resized(content, declared + GZIP_SLACK);
    return stopsWhenFull(codec, has) ? resized(content, declared) : content;
}
const toolstack_payload_EMPTY = bytesSource(new Uint8Array(0));

;// CONCATENATED MODULE: ./build/xen/loaders/toolstack.js






/**
 * `xc_dom_kernel_file` (tools/libs/guest/xg_dom_core.c): gzip around a file of any kind is undone,
 * into as much memory as the file's last four bytes declare, and a little.
 */
function readKernelFile({ file, wrapper }) {
    if (wrapper?.codec !== 'gzip')
        return { blob: file };
    const { fault, size, content } = wrapper;
    const declared = wrapper.declaredSize ?? 0;
    if (content && !fault && fitsGzip(declared, size ?? 0)) {
        return { blob: resized(content, declared + GZIP_SLACK) };
    }
    // What looks insane is left as it is, and then no loader knows it.
    const xenSays = declared > MAX_SIZE ? NO_LOADER : inflateFailed(fault);
    if (fault)
        return refuse(faultKind(fault), 'container', describeFault('gzip', fault, 0), xenSays);
    const message = `The gzip around the kernel unpacks to ${size} bytes, but the last four bytes of the file, which Xen takes for that size, say ${declared}.`;
    return refuse('size-mismatch', 'container', message, xenSays);
}
/**
 * The probes of the toolstack's loaders (xg_dom_bzimageloader.c, xg_dom_elfloader.c): how they get at
 * the ELF image of a domU kernel. The payload of a bzImage may have any codec.
 */
function unpackForDomU(kernel, blob, has) {
    const { bzimage, payload } = kernel;
    if (!bzimage) {
        if (isElf(blob))
            return { elf: blob };
        const message = 'The file is neither a bzImage nor an ELF file.';
        return refuse('not-a-kernel', 'container', message, NO_LOADER);
    }
    const unpacked = probeBzImage(bzimage, payload, has);
    // The probe of the bzImage loader moves on to the payload before it looks into it. When it gives
    // up before, the ELF loader gets the whole file, which may be ELF with a stray `HdrS`.
    const giveUp = ['boot-protocol-too-old', 'payload-outside-file'];
    const untouched = 'refusal' in unpacked && giveUp.includes(unpacked.refusal.kind);
    return untouched && isElf(blob) ? { elf: blob } : unpacked;
}
function probeBzImage(bzimage, payload, has) {
    if (bzimage.protocol < FIRST_PROTOCOL_WITH_PAYLOAD) {
        const version = bzimage.protocol.toString(16).padStart(4, '0');
        return refuse('boot-protocol-too-old', 'container', PROTOCOL_TOO_OLD(bzimage.protocol), probe(`: boot protocol too old (${version})`));
    }
    if (!payload || isOutOfReach(payload, has))
        return refusePlace(bzimage, has);
    const { codec, content } = payload;
    if (codec === null) {
        const xenSays = probe(': unknown compression format');
        return refuse('unknown-codec', 'payload', unpacked_unknownCodec(payload), xenSays);
    }
    if (codec === 'none')
        return content ? { elf: content } : refusePlace(bzimage, has);
    const refused = toolstack_payload_refusePayload(codec, payload, has);
    if (refused)
        return refused;
    const elf = decompress(codec, payload, has);
    return isElf(elf) ? { elf } : refuse('not-a-kernel', 'payload', unpacked_unknownCodec(payload), NO_LOADER);
}
/**
 * Before payloads were held against the file, a stream that says itself where it ends was read to
 * there and not beyond. gzip is not among them: its size is looked up at the end of the payload.
 */
function isOutOfReach({ cut, codec }, has) {
    if (!cut)
        return false;
    const endsByItself = codec === 'bzip2' || codec === 'lzma' || codec === 'lzo';
    return has('domu-checks-payload-bounds') || !endsByItself;
}
function refusePlace(bzimage, has) {
    const beyond = bzimage.codeOffset + bzimage.payloadOffset >= bzimage.fileSize;
    const xenSays = has('domu-checks-payload-bounds')
        ? probe(`: payload ${beyond ? 'offset' : 'length'} overflow`)
        : null;
    return refuse('payload-outside-file', 'container', payloadOutside(bzimage), xenSays);
}

;// CONCATENATED MODULE: ./build/xen/loaders/pv-domu.js







/**
 * A paravirtualised domU: `xc_dom_parse_image` with the loaders "multiboot-binary", "Linux bzImage" and
 * "ELF-generic" (tools/libs/guest/xg_dom_elfloader.c, tools/libxc/xc_dom_elfloader.c before 4.15).
 */
const pvDomU = {
    exists: () => true,
    load(kernel, has) {
        const file = readKernelFile(kernel);
        if ('refusal' in file)
            return file;
        const binImage = findBinImage(file.blob);
        if (binImage) {
            const refused = checkBinImage(binImage, file.blob, has);
            return refused ? { refusal: refused } : { image: null, start: [] };
        }
        return afterBzImageProbe(loadElf(kernel, file.blob, has), kernel, file.blob, has);
    },
};
function loadElf(kernel, blob, has) {
    const unpacked = unpackForDomU(kernel, blob, has);
    if ('refusal' in unpacked)
        return unpacked;
    const parsed = parseInToolstack(unpacked.elf, 'pv', has);
    if ('refusal' in parsed)
        return parsed;
    return build(parsed, [
        () => checkSectionNames(parsed, has),
        () => checkDomUFeature(parsed, has),
        () => checkElfGuestType(parsed, has),
    ]);
}

;// CONCATENATED MODULE: ./build/xen/loaders/pvh-dom0.js







/**
 * A PVH dom0: `pvh_load_kernel` (xen/arch/x86/hvm/dom0_build.c), on a PC with 4 GiB. Neither class
 * nor machine of the ELF file is looked at.
 */
const pvhDom0 = {
    exists: (has) => has('pvh-dom0'),
    load(kernel, has) {
        const unpacked = unpackForDom0(kernel, has);
        if ('refusal' in unpacked)
            return unpacked;
        const parsed = parseInHypervisor(unpacked.elf, 'pvh', has);
        if ('refusal' in parsed)
            return sayMore(parsed.refusal);
        return build(parsed, [
            () => checkEntry(parsed),
            () => (has('pvh-dom0-asks-dom0-feature') ? checkDom0Feature(parsed) : null),
            () => checkLoadAddress(parsed, has),
            () => checkSegmentSizes(parsed, 'Failed to load kernel: -1'),
        ]);
    },
};
/** Where libelf is silent, its caller is not. */
function sayMore(refused) {
    const xenSays = refused.xenSays ?? 'Unable to parse kernel for ELFNOTES';
    return { refusal: { ...refused, xenSays } };
}
function checkEntry({ parameters }) {
    if (parameters.phys32Entry !== null)
        return null;
    return refusal('no-phys32-entry', 'There is no PHYS32_ENTRY note: the kernel does not say where a PVH domain enters it.', 'Unable to find XEN_ELFNOTE_PHYS32_ENTRY address');
}
/** RAM below 4 GiB of a PC with 4 GiB, as firmware reports it: with holes for VGA and devices. */
const RAM = [
    { start: 0n, end: 0x9fc00n },
    { start: 0x100000n, end: 0xc0000000n },
];
const inRam = ({ start, end }) => RAM.some((ram) => start >= ram.start && end <= ram.end);
/**
 * Since 4.19 the whole kernel must lie in RAM, or be relocated there (`check_and_adjust_load_address`);
 * before, it was enough that each segment could be written.
 */
function checkLoadAddress(image, has) {
    const { elf, parameters } = image;
    const base = parameters.virtBase ?? 0n;
    const start = BigInt.asUintN(64, parameters.kernelStart - base);
    const kernel = { start, end: start + (parameters.kernelEnd - parameters.kernelStart) };
    const where = `${hex(kernel.start)} to ${hex(kernel.end)}`;
    if (!has('note-phys32-reloc')) {
        if (loadable(image).every(inRam))
            return null;
        const message = `A segment of the kernel, which takes physical addresses ${where}, lies outside the RAM of a PC.`;
        return refusal('load-address-taken', message, 'Failed to load kernel: -1');
    }
    if (inRam(kernel))
        return null;
    const { relocation } = parameters;
    if (relocation && findMemory(kernel.end - kernel.start, relocation, elf.largestAlignment))
        return null;
    return refusal('load-address-taken', relocation
        ? `The kernel takes physical addresses ${where}, outside the RAM of a PC, and PHYS32_RELOC allows no place that is inside.`
        : `The kernel takes physical addresses ${where}, outside the RAM of a PC, and there is no PHYS32_RELOC to move it.`, relocation
        ? 'd0 kernel: Failed find a load address'
        : 'd0 kernel: Address conflict and not relocatable');
}
/** Where the segments go: the image as a whole is moved to `virt_kstart - virt_base`. */
function loadable({ elf, parameters }) {
    const move = parameters.kernelStart - (parameters.virtBase ?? 0n) - elf.physicalStart;
    return [...loadableSegments(elf)]
        .filter((segment) => elf.phdr(segment, 'p_memsz') > 0n)
        .map((segment) => {
        const start = BigInt.asUintN(64, elf.phdr(segment, 'p_paddr') + move);
        return { start, end: start + elf.phdr(segment, 'p_memsz') };
    });
}
const pvh_dom0_PAGE = 4096n;
const TWO_MIB = 2n << 20n;
/** `find_kernel_memory`: the highest place in RAM that the note allows; 0 is no place. */
function findMemory(size, relocation, largestAlignment) {
    const align = relocation.align !== null
        ? BigInt(relocation.align)
        : largestAlignment >= pvh_dom0_PAGE
            ? largestAlignment
            : TWO_MIB;
    const [min, max] = [BigInt(relocation.min), BigInt(relocation.max)];
    for (const { start, end } of RAM.toReversed()) {
        if (end - start < size || start > max)
            continue;
        const top = end - 1n > max ? max + 1n : end;
        // `align` is an unsigned int in Xen: an alignment of 0 makes the mask all ones, and the place 0.
        const place = BigInt.asUintN(64, top - size) & ~BigInt.asUintN(32, align - 1n);
        if (place < min)
            return false;
        if (place >= start && place + size <= top)
            return place !== 0n;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/xen/refusal.js
/** What is found of a kernel that was loaded. */
function finding(kind, message, xenSays = null) {
    return { kind, stage: 'start', message, xenSays };
}

;// CONCATENATED MODULE: ./build/xen/loaders/pvh-domu.js









/**
 * A PVH domU: `xc_dom_parse_image` with an HVM container. Before the loaders that a PV domain knows,
 * "HVM-generic" is asked (tools/libs/guest/xg_dom_hvmloader.c): it loads firmware, and takes any
 * 32-bit ELF file whose notes libelf refuses.
 */
const pvhDomU = {
    exists: (has) => has('pvh-domu'),
    load(kernel, has) {
        const file = readKernelFile(kernel);
        if ('refusal' in file)
            return file;
        const { blob } = file;
        const binImage = findBinImage(blob);
        if (binImage)
            return startInHvm(checkBinImage(binImage, blob, has));
        const firmware = kernel.bzimage ? beforeBzImage(blob, has) : null;
        if (firmware)
            return firmware;
        return afterBzImageProbe(pvh_domu_loadElf(kernel, blob, has), kernel, blob, has);
    },
};
function pvh_domu_loadElf(kernel, blob, has) {
    const unpacked = unpackForDomU(kernel, blob, has);
    if ('refusal' in unpacked)
        return unpacked;
    const parsed = parseInToolstack(unpacked.elf, 'pvh', has);
    if ('refusal' in parsed)
        return kernel.bzimage ? parsed : asFirmware(parsed, unpacked.elf, has);
    return build(parsed, [
        () => checkSectionNames(parsed, has),
        () => checkDomUFeature(parsed, has),
        () => checkPvhGuestType(parsed, has),
    ]);
}
/** HVM-generic is asked before the bzImage loader, so an ELF file with a stray `HdrS` is firmware first. */
function beforeBzImage(blob, has) {
    if (!isElf(blob))
        return null;
    const parsed = parseInToolstack(blob, 'pvh', has);
    const isFirmware = 'refusal' in parsed && 'elf' in initialise(blob, has);
    return isFirmware ? asFirmware(parsed, blob, has) : null;
}
/** The loader for binary images does not ask for what container the domain has. */
function startInHvm(refused) {
    if (refused)
        return { refusal: refused };
    const message = 'The toolstack loads the file by its xen_bin_image_table, as a PV kernel, into a PVH domain.';
    return { image: null, start: [finding('bin-image-in-pvh', message)] };
}
/** `xc_dom_probe_hvm_kernel` takes what is an ELF file and no Xen kernel; it must be 32-bit. */
function asFirmware({ refusal }, source, has) {
    const init = initialise(source, has);
    if (!('elf' in init))
        return { refusal };
    if (init.elf.isClass32)
        return { image: null, start: [pvh_domu_takenForFirmware(refusal)] };
    return { refusal: { ...refusal, xenSays: 'xc_dom_parse_hvm_kernel: ELF image is not 32bit' } };
}
function pvh_domu_takenForFirmware({ message }) {
    return finding('taken-for-firmware', `The toolstack takes this 32-bit ELF file for firmware and enters it at e_entry, since it is no kernel to it: ${message}`);
}

;// CONCATENATED MODULE: ./build/xen/libelf/lost-notes.js







/** Notes of all owners that are looked at, in all; kernels have about twenty. */
const lost_notes_MOST_NOTES = 4096;
/**
 * The Xen notes that `readelf -n` shows and libelf does not find: behind a note that is padded to 8
 * bytes where libelf steps by 4, or in a section outside the segments that libelf was content with.
 */
function lostNotes(source, has) {
    const find = FOUND.get(source) ?? oncePerBehaviour((has) => compareWalks(source, has));
    FOUND.set(source, find);
    return find(has);
}
/** What was compared already: every boot path asks of the same image. */
const FOUND = new WeakMap();
function compareWalks(source, has) {
    try {
        const init = initialise(source, has);
        if (!('elf' in init))
            return [];
        const { elf } = init;
        const found = xenWalk(elf, has);
        return [...standardWalk(elf, has)].filter(({ offset }) => !found.has(offset));
    }
    catch (error) {
        if (error instanceof UndefinedBehaviour)
            return [];
        throw error;
    }
}
/** Offsets of the notes that libelf takes for Xen's. */
function xenWalk(elf, has) {
    const found = new Set();
    const budget = { met: 0 };
    for (const stretches of [noteSegments(elf), noteSections(elf, has)]) {
        for (const stretch of stretches) {
            for (const { offset } of walkNotes(elf, stretch, budget))
                found.add(offset);
        }
        if (found.size > 0)
            break;
    }
    return found;
}
/** The Xen notes as the gABI lays them out, each once, those of segments first. */
function* standardWalk(elf, has) {
    const seen = new Set();
    const budget = { met: 0 };
    const kinds = [
        ['alignment', noteSegments(elf)],
        ['another-section', noteSections(elf, has)],
    ];
    for (const [why, stretches] of kinds) {
        for (const stretch of stretches) {
            if (budget.met >= lost_notes_MOST_NOTES)
                return;
            for (const note of standardNotes(elf, stretch, budget)) {
                if (seen.has(note.offset))
                    continue;
                seen.add(note.offset);
                yield { ...note, why };
            }
        }
    }
}
function* standardNotes(elf, { start, end, alignment }, budget) {
    const padded = (size) => Math.ceil(size / alignment) * alignment;
    const last = Math.min(end, elf.size) - NHDR_SIZE;
    for (let at = start; at <= last && budget.met < lost_notes_MOST_NOTES; budget.met++) {
        const [nameSize, descSize, type] = [elf.uint(at, 4), elf.uint(at + 4, 4), elf.uint(at + 8, 4)];
        const name = nameSize === 4 ? elf.string(at + NHDR_SIZE) : null;
        if (name !== null && latin1(name) === 'Xen') {
            yield { name: NOTE_TYPES[type]?.name ?? `type ${type}`, offset: at };
        }
        // The gABI pads from the start of the note, so an 8-byte note has its descriptor at 16.
        at += padded(padded(NHDR_SIZE + nameSize) + descSize);
    }
}

;// CONCATENATED MODULE: ./build/xen/note-layout.js

const WHY = {
    alignment: 'Xen steps through notes by 4 bytes, and a note before is padded to 8',
    'another-section': 'they lie in a section outside the note segments, and Xen looks at sections only when the segments have no Xen note',
};
/** Names that are listed one by one. */
const MOST_NAMES = 8;
/** A finding for the notes that are in the file and that Xen does not see; none where it sees all. */
function checkNoteLayout(elf, has) {
    const lost = lostNotes(elf, has);
    const [first] = lost;
    if (!first)
        return [];
    const names = lost
        .slice(0, MOST_NAMES)
        .map(({ name, offset }) => `${name} at offset 0x${offset.toString(16)}`)
        .join(', ');
    const more = lost.length > MOST_NAMES ? `, and ${lost.length - MOST_NAMES} more` : '';
    const message = `Xen does not see these notes, which readelf -n shows: ${names}${more}; ${WHY[first.why]}.`;
    return [{ kind: 'notes-lost', stage: 'notes', message, xenSays: null }];
}

;// CONCATENATED MODULE: ./build/xen/start/start.js




/**
 * What happens to a kernel that every check let pass, as far as its file shows it. Only evidence
 * counts: that a note is missing which some kernels do without is none.
 */
function start(boot, kernel, loaded, has) {
    const { image } = loaded;
    if (!image)
        return [...loaded.start];
    return CHECKS.flatMap((check) => check({ boot, kernel, image, has }) ?? []);
}
const CHECKS = [checkPvEntry, checkPvhCode, check32BitPv, checkRelocatable];
const isPv = (boot) => boot === 'pv-dom0' || boot === 'pv-domu';
const isLinux = ({ parameters }) => parameters.guestOs.startsWith('linux');
const has = ({ notes }, type) => notes.some((note) => note.type === type);
/**
 * Linux writes ENTRY and VIRT_BASE only with CONFIG_XEN_PV; without, and with PHYS32_ENTRY, e_entry
 * is where the kernel is entered without any paging. Kernels of others that have no ENTRY may well
 * mean e_entry, unless PHYS32_ENTRY is all that they say of themselves.
 */
function checkPvEntry({ boot, image }) {
    if (!isPv(boot) || !has(image, NOTE.PHYS32_ENTRY))
        return null;
    if (has(image, NOTE.ENTRY) || has(image, NOTE.VIRT_BASE))
        return null;
    const { loader, guestOs } = image.parameters;
    if (!isLinux(image) && (loader !== '' || guestOs !== ''))
        return null;
    return finding('pvh-only-kernel', 'There is PHYS32_ENTRY but neither ENTRY nor VIRT_BASE: the kernel has an entry for PVH only, and Xen enters it at e_entry as if it were one for PV.');
}
/** `XENFEAT_linux_rsdp_unrestricted`: set by Linux with CONFIG_XEN_PVH, since 6.5 only then. */
const LINUX_RSDP_UNRESTRICTED = 1 << 15;
/**
 * With CONFIG_PVH alone, Linux has the note PHYS32_ENTRY and no code behind it for Xen. Since 6.5
 * SUPPORTED_FEATURES tells; kernels before have HV_START_LOW, and set the bit (4.17 and later) or
 * do not know it (4.11 to 4.16).
 */
function checkPvhCode({ boot, kernel, image }) {
    if (isPv(boot))
        return null;
    const { parameters } = image;
    const since65 = isLinux(image) && !has(image, NOTE.HV_START_LOW) && parameters.listsFeatures;
    if (since65 && !(parameters.supportedFeatures & LINUX_RSDP_UNRESTRICTED)) {
        const bits = `0x${parameters.supportedFeatures.toString(16)}`;
        return finding('phys32-entry-without-pvh', `There is PHYS32_ENTRY, but SUPPORTED_FEATURES is ${bits}, without the bit that Linux sets with CONFIG_XEN_PVH (0x8000).`);
    }
    const onlyEntry = image.notes.every(({ type }) => type === NOTE.PHYS32_ENTRY || type === NOTE.PHYS32_RELOC);
    if (!kernel.bzimage || !onlyEntry)
        return null;
    return finding('phys32-entry-without-pvh', 'This Linux has PHYS32_ENTRY and no other note for Xen: it was built without CONFIG_XEN.');
}
/** Who builds Xen may turn CONFIG_PV32 on; who takes it as it comes has it off. */
function check32BitPv({ boot, image, has: release }) {
    if (!isPv(boot) || image.elf.machine !== EM_386 || !release('pv32-off-by-default'))
        return null;
    return finding('pv32-off', 'The kernel is 32-bit, and a Xen of this release with its default configuration runs no 32-bit PV kernel.', boot === 'pv-dom0' ? withoutPv32(release) : null);
}
function checkRelocatable({ boot, image, has: release }) {
    if (boot !== 'pvh-dom0' || !release('note-phys32-reloc'))
        return null;
    if (image.parameters.relocation)
        return null;
    return finding('not-relocatable', 'There is no PHYS32_RELOC: on a machine with something else where the kernel wants to lie, Xen cannot move it.', 'd0 kernel: Address conflict and not relocatable');
}

;// CONCATENATED MODULE: ./build/xen/judge.js







const LOADERS = {
    'pv-dom0': pvDom0,
    'pvh-dom0': pvhDom0,
    'pv-domu': pvDomU,
    'pvh-domu': pvhDomU,
};
/**
 * Boots `kernel` on `boot` with every one of `releases`; those that go the same way through the
 * loader share a verdict. Pure, but for what it reads of `kernel.elf`: call it inside
 * `kernel.examine`.
 */
function judge(kernel, boot, releases) {
    const { exists, load } = LOADERS[boot];
    return playReleases(releases, (has) => {
        if (!exists(has))
            return { supported: false, loads: false, refusals: [] };
        const outcome = load(kernel, has);
        const loads = !('refusal' in outcome);
        const refusals = loads ? start(boot, kernel, outcome, has) : [outcome.refusal];
        const layout = kernel.elf ? checkNoteLayout(kernel.elf, has) : [];
        return { supported: true, loads, refusals: [...refusals, ...layout] };
    }).map((outcome) => ({ boot, releases: outcome.releases, ...outcome.result }));
}
/** Whether a release offers `boot` to its users. */
function offers(boot, release) {
    return playReleases([release], LOADERS[boot].exists).every(({ result }) => result);
}

;// CONCATENATED MODULE: ./build/xen/releases.js
/**
 * The tags `RELEASE-4.*` of xen.git and their days: when the tag was made, or, for tags that carry
 * no date, when the commit was. There was never a 4.6.2.
 */
const TAGS = [
    ['4.0.0', '2010-04-07'],
    ['4.0.1', '2010-08-25'],
    ['4.0.2', '2011-06-14'],
    ['4.0.3', '2011-10-20'],
    ['4.0.4', '2012-08-09'],
    ['4.1.0', '2011-03-25'],
    ['4.1.1', '2011-06-14'],
    ['4.1.2', '2011-10-20'],
    ['4.1.3', '2012-08-09'],
    ['4.1.4', '2012-12-18'],
    ['4.1.5', '2013-04-24'],
    ['4.1.6', '2013-09-09'],
    ['4.1.6.1', '2013-09-10'],
    ['4.2.0', '2012-09-17'],
    ['4.2.1', '2012-12-17'],
    ['4.2.2', '2013-04-24'],
    ['4.2.3', '2013-09-09'],
    ['4.2.4', '2014-02-14'],
    ['4.2.5', '2014-09-02'],
    ['4.3.0', '2013-07-09'],
    ['4.3.1', '2013-10-30'],
    ['4.3.2', '2014-02-14'],
    ['4.3.3', '2014-09-02'],
    ['4.3.4', '2015-03-19'],
    ['4.4.0', '2014-03-10'],
    ['4.4.1', '2014-09-02'],
    ['4.4.2', '2015-03-19'],
    ['4.4.3', '2015-08-24'],
    ['4.4.4', '2016-01-21'],
    ['4.5.0', '2015-01-15'],
    ['4.5.1', '2015-06-22'],
    ['4.5.2', '2015-11-03'],
    ['4.5.3', '2016-03-23'],
    ['4.5.4', '2016-09-19'],
    ['4.5.5', '2016-09-20'],
    ['4.6.0', '2015-10-07'],
    ['4.6.1', '2016-02-10'],
    ['4.6.3', '2016-06-20'],
    ['4.6.4', '2016-11-04'],
    ['4.6.5', '2017-03-07'],
    ['4.6.6', '2017-07-06'],
    ['4.7.0', '2016-06-20'],
    ['4.7.1', '2016-11-04'],
    ['4.7.2', '2017-03-07'],
    ['4.7.3', '2017-07-06'],
    ['4.7.4', '2017-11-20'],
    ['4.7.5', '2018-03-28'],
    ['4.7.6', '2018-07-09'],
    ['4.8.0', '2016-12-05'],
    ['4.8.1', '2017-04-10'],
    ['4.8.2', '2017-09-06'],
    ['4.8.3', '2018-01-23'],
    ['4.8.4', '2018-07-12'],
    ['4.8.5', '2018-12-10'],
    ['4.9.0', '2017-06-27'],
    ['4.9.1', '2017-11-20'],
    ['4.9.2', '2018-03-28'],
    ['4.9.3', '2018-09-25'],
    ['4.9.4', '2019-02-14'],
    ['4.10.0', '2017-12-13'],
    ['4.10.1', '2018-05-02'],
    ['4.10.2', '2018-09-25'],
    ['4.10.3', '2019-02-14'],
    ['4.10.4', '2019-07-03'],
    ['4.11.0', '2018-07-09'],
    ['4.11.1', '2018-11-29'],
    ['4.11.2', '2019-06-25'],
    ['4.11.3', '2019-11-29'],
    ['4.11.4', '2020-04-20'],
    ['4.12.0', '2019-04-01'],
    ['4.12.1', '2019-08-09'],
    ['4.12.2', '2019-12-20'],
    ['4.12.3', '2020-05-18'],
    ['4.12.4', '2020-11-02'],
    ['4.13.0', '2019-12-17'],
    ['4.13.1', '2020-05-18'],
    ['4.13.2', '2020-10-30'],
    ['4.13.3', '2021-03-22'],
    ['4.13.4', '2021-09-10'],
    ['4.13.5', '2022-12-19'],
    ['4.14.0', '2020-07-23'],
    ['4.14.1', '2020-12-17'],
    ['4.14.2', '2021-04-27'],
    ['4.14.3', '2021-09-10'],
    ['4.14.4', '2022-01-31'],
    ['4.14.5', '2022-04-13'],
    ['4.14.6', '2023-08-08'],
    ['4.15.0', '2021-04-07'],
    ['4.15.1', '2021-09-10'],
    ['4.15.2', '2022-01-31'],
    ['4.15.3', '2022-06-28'],
    ['4.15.4', '2022-11-15'],
    ['4.15.5', '2023-08-08'],
    ['4.15.6', '2024-04-09'],
    ['4.15.7', '2024-05-03'],
    ['4.16.0', '2021-12-01'],
    ['4.16.1', '2022-04-13'],
    ['4.16.2', '2022-08-20'],
    ['4.16.3', '2022-12-19'],
    ['4.16.4', '2023-05-02'],
    ['4.16.5', '2023-08-08'],
    ['4.16.6', '2024-04-09'],
    ['4.16.7', '2024-12-04'],
    ['4.17.0', '2022-12-09'],
    ['4.17.1', '2023-05-02'],
    ['4.17.2', '2023-08-08'],
    ['4.17.3', '2023-12-18'],
    ['4.17.4', '2024-04-09'],
    ['4.17.5', '2024-08-16'],
    ['4.17.6', '2025-12-15'],
    ['4.17.7', '2026-07-29'],
    ['4.18.0', '2023-11-16'],
    ['4.18.1', '2024-03-19'],
    ['4.18.2', '2024-04-09'],
    ['4.18.3', '2024-08-16'],
    ['4.18.4', '2024-12-19'],
    ['4.18.5', '2025-05-16'],
    ['4.18.6', '2026-07-29'],
    ['4.19.0', '2024-07-30'],
    ['4.19.1', '2024-12-04'],
    ['4.19.2', '2025-04-04'],
    ['4.19.3', '2025-08-05'],
    ['4.19.4', '2025-12-04'],
    ['4.19.5', '2026-03-26'],
    ['4.19.6', '2026-07-29'],
    ['4.20.0', '2025-03-04'],
    ['4.20.1', '2025-07-10'],
    ['4.20.2', '2025-11-13'],
    ['4.20.3', '2026-03-26'],
    ['4.20.4', '2026-07-29'],
    ['4.21.0', '2025-11-18'],
    ['4.21.1', '2026-03-26'],
    ['4.21.2', '2026-07-29'],
    ['4.22.0', '2026-07-29'],
];
/** Every upstream release 4.0.0 … 4.22.0, in order of their numbers. */
const RELEASES = TAGS.map(([version, date]) => ({
    version,
    minor: version.split('.').slice(0, 2).join('.'),
    date,
}));

;// CONCATENATED MODULE: ./build/xen/notes-report.js







const NEWEST = RELEASES[RELEASES.length - 1]?.version ?? '';
/** The Xen notes of a kernel, in the order in which Xen meets them. Call it inside `examine`. */
function xenNotes({ elf }) {
    return elf ? listNotes(elf, behavioursOf(NEWEST)) : [];
}
/** Whether there is an ELF file that can be followed to its notes. Call it inside `examine`. */
function hasReadableNotes({ elf }) {
    return elf !== null && 'elf' in initialise(elf, behavioursOf(NEWEST));
}
/** The notes, and what the libelf of each release reads from them. Call it inside `examine`. */
function notesReport(kernel, releases = RELEASES) {
    const parse = ['pv', 'pvh'].flatMap((container) => parseGroups(kernel, container, releases));
    return { notes: xenNotes(kernel), parse };
}
function parseGroups(kernel, container, releases) {
    const outcomes = playReleases(releases, (has) => answer(kernel, container, has));
    const groups = new Map();
    for (const { releases: alike, result } of outcomes) {
        const key = JSON.stringify(result);
        const group = groups.get(key);
        if (group)
            group.releases.push(...alike);
        else
            groups.set(key, { container, ...result, releases: [...alike] });
    }
    return [...groups.values()].map((group) => ({
        ...group,
        releases: releases.filter((release) => group.releases.includes(release)).map(versionOf),
    }));
}
const versionOf = ({ version }) => version;
function answer({ format, elf }, container, has) {
    if (!elf && format !== null) {
        return { accepted: false, stage: 'payload', xenSays: null, parameters: null };
    }
    const { stage, refusal, parameters } = parseXenElf(elf ?? notes_report_NOTHING, container, has);
    return refusal
        ? { accepted: false, stage, xenSays: refusal.error, parameters: null }
        : { accepted: true, stage: null, xenSays: null, parameters: inHex(parameters) };
}
/** What libelf is given of a file that is neither a bzImage nor an ELF file. */
const notes_report_NOTHING = bytesSource(new Uint8Array(0));
function inHex(parameters) {
    const { relocation } = parameters;
    return {
        virtBase: hexOrNull(parameters.virtBase),
        entry: hexOrNull(parameters.entry),
        hypercallPage: hexOrNull(parameters.hypercallPage),
        paddrOffset: hexOrNull(parameters.paddrOffset),
        kernelStart: notes_report_hex(parameters.kernelStart),
        kernelEnd: notes_report_hex(parameters.kernelEnd),
        initP2m: hexOrNull(parameters.initP2m),
        phys32Entry: hexOrNull(parameters.phys32Entry),
        pae: notes_report_hex(parameters.pae),
        bsdSymtab: notes_report_hex(Number(parameters.bsdSymtab)),
        guestOs: parameters.guestOs,
        loader: parameters.loader,
        xenVersion: parameters.xenVersion,
        supportedFeatures: notes_report_hex(parameters.supportedFeatures),
        requiredFeatures: notes_report_hex(parameters.requiredFeatures),
        relocation: relocation && {
            align: hexOrNull(relocation.align),
            min: notes_report_hex(relocation.min),
            max: notes_report_hex(relocation.max),
        },
    };
}
const notes_report_hex = (value) => `0x${value.toString(16)}`;
const hexOrNull = (value) => (value === null ? null : notes_report_hex(value));

;// CONCATENATED MODULE: ./build/kernel-report.js









/** Judges one kernel, wherever its bytes are; `path` is what the report calls it. */
async function judgeSource(source, path, request) {
    const kernel = await openKernel(source, request);
    return {
        path,
        format: kernel.format,
        codec: kernel_report_codecOf(kernel),
        arch: kernel.elf && elfArch(kernel.elf),
        linuxVersion: kernel.bzimage?.kernelVersion ?? null,
        size: source.size,
        sha256: sha256(source),
        ...(await judgeKernel(kernel, request)),
    };
}
function kernel_report_codecOf({ payload, wrapper }) {
    const codec = (payload ?? wrapper)?.codec ?? null;
    return codec === 'none' ? null : codec;
}
/** Build id and notes of an opened kernel, and what each target does with it. */
async function judgeKernel(kernel, { boot, releases }) {
    return kernel.examine(() => {
        const notes = xenNotes(kernel);
        const claimed = boot === 'auto' ? claimedPaths(notes) : boot;
        const paths = claimed.length > 0 ? claimed : BOOT_PATHS;
        // A kernel whose notes cannot be reached fails for that reason; what it claims nobody knows.
        const extra = claimed.length === 0 && hasReadableNotes(kernel) ? [NO_BOOT_PATH] : [];
        return {
            buildId: kernel.elf && buildId(kernel.elf),
            notes: notes.map(({ type, name, value }) => ({ type, name, value })),
            verdicts: paths.flatMap((path) => mergeAlike(judge(kernel, path, releases).map((verdict) => report(verdict, extra)), releases)),
        };
    });
}
const NO_BOOT_PATH = {
    kind: 'no-boot-path',
    stage: RULES['no-boot-path'].stage,
    message: 'None of its notes says that it boots on Xen, as dom0 or as domU, with PV or with PVH.',
    xenSays: null,
};
/** @param extra refusals that are not Xen's: they change the status, not whether it loads. */
function report(verdict, extra) {
    const { boot, supported, refusals } = verdict;
    const findings = supported ? [...refusals, ...extra].map(explain) : [];
    return {
        boot,
        releases: verdict.releases.map(({ version }) => version),
        products: [],
        loads: supported && refusals.every(({ stage }) => stage === 'start'),
        status: supported ? statusOf(findings) : 'unsupported',
        findings,
    };
}
/** Releases that reached the same verdict in different ways share one entry all the same. */
function mergeAlike(verdicts, order) {
    const alike = new Map();
    for (const verdict of verdicts) {
        const { loads, status, findings } = verdict;
        const key = JSON.stringify([loads, status, findings]);
        const entry = alike.get(key) ?? { verdict, releases: new Set() };
        for (const release of verdict.releases)
            entry.releases.add(release);
        alike.set(key, entry);
    }
    return [...alike.values()].map(({ verdict, releases }) => ({
        ...verdict,
        releases: order.map(({ version }) => version).filter((version) => releases.has(version)),
    }));
}
function explain({ kind, stage, message, xenSays }) {
    const { id, level, fix, references } = RULES[kind];
    return { rule: id, level, stage, message, xenSays, fix, references };
}
function statusOf(findings) {
    if (findings.some(({ level }) => level === 'error'))
        return 'fails';
    return findings.length > 0 ? 'warns' : 'boots';
}

;// CONCATENATED MODULE: ./build/report/checked.js
/** False: every release that was asked for lacks every boot path that the kernel was to take. */
function wasChecked(kernel) {
    return kernel.verdicts.some(({ status }) => status !== 'unsupported');
}
/** Why a kernel that no target could take does not pass. */
const UNCHECKED = 'not checked: none of the releases that were asked for has any of its boot paths';

;// CONCATENATED MODULE: ./build/gate.js





/** What makes the gate fail: `never` leaves only inputs that were not judged. */
const FAIL_ON = ['fails', 'warns', 'never'];
/**
 * Judges every file on every target and decides. A file that cannot be judged becomes a problem and
 * does not keep the others from it; this never throws.
 *
 * @param onFile called before each file, with its place among them from 0.
 */
async function runGate(request, onFile = () => { }) {
    const kernels = [];
    const problems = [...request.problems];
    for (const [index, path] of request.files.entries()) {
        onFile(path, index);
        try {
            kernels.push(await judgeFile(path, request));
        }
        catch (error) {
            problems.push({ path, message: describeError(error) });
        }
    }
    return makeReport(kernels, problems, request.failOn);
}
/** A finished report of kernels that were judged. */
function makeReport(kernels, problems, failOn) {
    return {
        schemaVersion: 1,
        tool: { name: 'xen-boot-gate', version: VERSION },
        gate: decide(kernels, problems, failOn),
        kernels,
        problems,
    };
}
async function judgeFile(path, request) {
    const file = openFile(path);
    try {
        return await judgeSource(file, path, request);
    }
    finally {
        file.close();
    }
}
/** Nothing checked is never a pass: not no kernel, not an unread input, not only absent targets. */
function decide(kernels, problems, failOn) {
    const failed = count(kernels, 'fails');
    const warned = count(kernels, 'warns');
    const judged = kernels.length > 0 && problems.length === 0 && kernels.every(wasChecked);
    const tolerated = {
        never: true,
        fails: failed === 0,
        warns: failed === 0 && warned === 0,
    };
    return { passed: judged && tolerated[failOn], failed, warned, waived: 0 };
}
function count(kernels, status) {
    return kernels
        .flatMap(({ verdicts }) => verdicts)
        .filter((verdict) => verdict.status === status)
        .reduce((sum, { releases }) => sum + releases.length, 0);
}

;// CONCATENATED MODULE: ./build/report/causes.js
/**
 * The findings of a report, one for each rule and message: errors first; of these, what ends a boot
 * before what is only found besides; of these, the widest first.
 */
function causesOf(report) {
    const hits = new Map();
    for (const kernel of report.kernels) {
        for (const verdict of kernel.verdicts) {
            for (const [index, finding] of verdict.findings.entries()) {
                const key = causeKey(finding);
                const hit = hits.get(key) ?? { finding, xenSays: new Set(), places: [], leads: false };
                hits.set(key, hit);
                hit.leads ||= index === 0;
                hit.places.push({ kernel, verdict });
                hit.xenSays.add(finding.xenSays);
            }
        }
    }
    return [...hits.values()]
        .map(({ finding, xenSays, places, leads }) => ({
        ...finding,
        xenSays: [...xenSays],
        places,
        boots: places.reduce((sum, { verdict }) => sum + countBoots(verdict), 0),
        leads,
    }))
        .sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error') ||
        Number(b.leads) - Number(a.leads) ||
        b.boots - a.boots);
}
/** What a finding has in common with the others of its cause. */
function causeKey({ level, rule, message, }) {
    return JSON.stringify([level, rule, message]);
}
/** How many releases and products a verdict stands for. */
function countBoots(verdict) {
    return verdict.releases.length + verdict.products.length;
}

;// CONCATENATED MODULE: ./build/report/escape.js
/**
 * The one place where text from strangers is made harmless for where it is printed. A kernel's
 * notes, its version and its file name may hold anything: escape sequences, line ends that start a
 * command for the runner, characters that turn the direction of text around, Markdown and HTML.
 *
 * Every function makes what is not visible visible, as `\u{1b}`, and keeps the rest.
 */
/**
 * Characters that a terminal, a log or a browser acts on instead of showing them: controls (Cc),
 * format characters such as the bidirectional ones (Cf), line and paragraph separators (Zl, Zp),
 * and halves of surrogate pairs (Cs).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const INVISIBLE_BUT_LINE_END = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/**
 * Text for a terminal or a log, on one line. The runner of GitHub Actions takes `::name::` at the
 * start of a line and `##[name]` anywhere in one for a command, so neither is left; wrapping may
 * put any word at the start of a line.
 */
function forTerminal(text) {
    return text
        .replace(INVISIBLE, visible)
        .replaceAll('::', ':\\u{3a}')
        .replaceAll('##[', '#\\u{23}[');
}
/**
 * The message of a workflow command, `::error::` + this. Line ends stay line ends of the message.
 * Not for `core.error()` and the like, which encode by themselves: give them `forTerminal`.
 */
function forWorkflowData(text) {
    return text
        .replace(/\r\n?/g, '\n')
        .replace(INVISIBLE_BUT_LINE_END, visible)
        .replaceAll('##[', '#\\u{23}[')
        .replaceAll('%', '%25')
        .replaceAll('\n', '%0A');
}
/** The value of a property of a workflow command, `::error file=` + this + `::…`. */
function forWorkflowProperty(text) {
    return forWorkflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/**
 * What GitHub's Markdown would act on: characters of its grammar; `_` but inside of a word; the `:`
 * and `.` that make links of `http://` and `www.`; and whatever could make a list or a heading of
 * the line that it starts.
 */
const MARKDOWN = /[&<>|`*[\]\\~$@#]|(?<![0-9a-z])_|_(?![0-9a-z])|:(?=\/)|(?<=www)\.|^\P{L}/giu;
/**
 * Text for a sentence or a table cell of GitHub's Markdown, on one line. Nothing in it is read as
 * Markdown or HTML, mentions a person, refers to an issue, or becomes a link.
 */
function forMarkdown(text) {
    return text.replace(INVISIBLE, visible).replace(MARKDOWN, entity);
}
/**
 * Text as inline code of GitHub's Markdown, on one line, in a sentence or in a table cell. It is
 * HTML, because no number of backticks keeps a `|` inside a cell.
 */
function codeForMarkdown(text) {
    return `<code>${forMarkdown(text)}</code>`;
}
/** Text for HTML, between tags or in a quoted attribute, on one line. Nothing in it is markup. */
function forHtml(text) {
    return text.replace(INVISIBLE, visible).replace(/[&<>"']/g, entity);
}
/**
 * Text for a message of a SARIF log, on one line: none of it is a link (`[text](target)`, §3.11.6)
 * or a placeholder (`{0}`, §3.11.5).
 */
function forSarif(text) {
    return text.replace(INVISIBLE, visible).replaceAll('](', ']\\u{28}').replace(/[{}]/g, '$&$&');
}
function visible(char) {
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
/**
 * A numeric reference is text, whatever it stands for, when Markdown is parsed. GitHub looks for
 * `@name`, `#1`, `$math$` and links in the result, once more: an empty comment keeps those apart.
 */
function entity(char) {
    const reference = `&#${char.codePointAt(0)};`;
    return '@#$:.'.includes(char) ? `${reference}<!-- -->` : reference;
}

;// CONCATENATED MODULE: ./build/report/plural.js
/** `1 boot`, `2 boots` */
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/report/headline.js


/** The decision and its reason in one line, in words of our own only: safe to print anywhere. */
function headline(report) {
    const { passed, failed, warned } = report.gate;
    const boots = report.kernels
        .flatMap(({ verdicts }) => verdicts)
        .filter(({ status }) => status !== 'unsupported')
        .reduce((sum, { releases }) => sum + releases.length, 0);
    const hits = [
        failed > 0 && `${failed} of ${plural(boots, 'boot')} ${failed === 1 ? 'fails' : 'fail'}`,
        warned > 0 && `${warned} of ${plural(boots, 'boot')} ${warned === 1 ? 'warns' : 'warn'}`,
    ].filter((reason) => reason !== false);
    const unchecked = report.kernels.filter((kernel) => !wasChecked(kernel)).length;
    const unjudged = [
        unchecked > 0 && `${plural(unchecked, 'kernel')} not checked`,
        report.problems.length > 0 && `${plural(report.problems.length, 'input')} not judged`,
        report.kernels.length === 0 && report.problems.length === 0 && 'there is no kernel to judge',
    ].filter((reason) => reason !== false);
    const reasons = [...hits, ...unjudged].join(', ');
    if (!passed) {
        const onlyWarns = failed === 0 && unjudged.length === 0;
        return `✗ fails${onlyWarns ? ' because of warnings' : ''}: ${reasons}`;
    }
    // What else passes in spite of failures is a gate that was told not to fail.
    const inSpite = failed > 0 ? ' as a report only' : warned > 0 ? ' with warnings' : '';
    return `✓ passes${inSpite}: ${reasons || allBoot(boots, report.kernels.length)}`;
}
function allBoot(boots, kernels) {
    if (boots === 1)
        return 'the one boot succeeds';
    return `all ${boots} boots of ${plural(kernels, 'kernel')} succeed`;
}

;// CONCATENATED MODULE: ./build/report/html/assets.js
// Made of client/ by scripts/page-assets.js: change it there.
const SCRIPT = "// What the page does where scripts run: folds and filters the map, and shows the reasons where it is\n// clicked. All of it can be read without. This file is put into the page as it is.\n\n/** @typedef {{ cell: HTMLTableCellElement, start: number, span: number }} Spanning */\n\nconst map = /** @type {HTMLTableElement | null} */ (document.querySelector('#map'));\nif (map) bringToLife(map);\n\nfor (const part of document.querySelectorAll('.scripted')) part.removeAttribute('hidden');\nunfoldForPrint();\n\n/** @param {HTMLTableElement} table */\nfunction bringToLife(table) {\n  const kernels = [...table.tBodies];\n  foldKernels(kernels);\n  filterBy(table, kernels);\n  showReasons(table);\n  moveByArrows(table);\n}\n\n/**\n * A kernel shows a row for each boot path, or folded only the worst of them. Where there are many,\n * all are folded at first.\n *\n * @param {HTMLTableSectionElement[]} kernels\n */\nfunction foldKernels(kernels) {\n  const foldable = kernels.filter((kernel) => kernel.querySelector('.worst'));\n  const all = /** @type {HTMLButtonElement | null} */ (document.querySelector('#fold-all'));\n  /** @param {HTMLTableSectionElement} kernel @param {boolean} folded */\n  const fold = (kernel, folded) => {\n    kernel.classList.toggle('folded', folded);\n    kernel.querySelector('button')?.setAttribute('aria-expanded', String(!folded));\n  };\n  for (const kernel of foldable) {\n    const name = kernel.querySelector('.name');\n    const button = document.createElement('button');\n    button.type = 'button';\n    button.className = 'fold';\n    button.textContent = name?.textContent ?? '';\n    button.addEventListener('click', () => fold(kernel, !kernel.classList.contains('folded')));\n    name?.replaceChildren(button);\n    fold(kernel, foldable.length > 3);\n  }\n  if (!all || foldable.length < 2) return;\n  const anyFolded = () => foldable.some((kernel) => kernel.classList.contains('folded'));\n  const label = () => {\n    all.textContent = anyFolded() ? 'Unfold all' : 'Fold all';\n  };\n  all.hidden = false;\n  all.addEventListener('click', () => {\n    const folded = !anyFolded();\n    for (const kernel of foldable) fold(kernel, folded);\n    label();\n  });\n  for (const kernel of foldable) kernel.addEventListener('click', label);\n  label();\n}\n\n/**\n * @param {HTMLTableElement} table\n * @param {HTMLTableSectionElement[]} kernels\n */\nfunction filterBy(table, kernels) {\n  const tools = /** @type {HTMLFormElement | null} */ (document.querySelector('#tools'));\n  if (!tools) return;\n  const columns = columnsOf(table);\n  const apply = () => {\n    const wanted = Object.fromEntries(\n      [...new FormData(tools)].map(([name, value]) => [name, String(value)]),\n    );\n    let shown = 0;\n    for (const kernel of kernels) {\n      for (const row of rowsOf(kernel)) row.hidden = !isWanted(row, wanted.boot ?? '');\n      // A single boot path is its own worst.\n      kernel.classList.toggle('single', wanted.boot !== '');\n      kernel.hidden = !matches(kernel, wanted);\n      if (!kernel.hidden) shown++;\n    }\n    columns.show(wanted.releases ?? '');\n    const output = document.querySelector('#shown');\n    if (output) output.textContent = `${shown} of ${kernels.length} kernels`;\n  };\n  tools.hidden = false;\n  tools.addEventListener('input', apply);\n  tools.addEventListener('submit', (event) => event.preventDefault());\n  apply();\n}\n\n/** @param {HTMLTableSectionElement} kernel */\nfunction rowsOf(kernel) {\n  return [...kernel.rows].filter((row) => row.dataset.boot !== undefined);\n}\n\n/** @param {HTMLTableRowElement} row @param {string} boot */\nfunction isWanted(row, boot) {\n  return boot === '' || row.dataset.boot === boot;\n}\n\n/**\n * @param {HTMLTableSectionElement} kernel\n * @param {Record<string, string>} wanted\n */\nfunction matches(kernel, wanted) {\n  const name = kernel.querySelector('.name')?.textContent ?? '';\n  if (!name.toLowerCase().includes((wanted.kernel ?? '').trim().toLowerCase())) return false;\n  const cells = rowsOf(kernel)\n    .filter((row) => !row.hidden && !row.classList.contains('worst'))\n    .flatMap((row) => [...row.cells]);\n  if (cells.length === 0) return false;\n  const does = (/** @type {string} */ status) =>\n    cells.some((cell) => cell.classList.contains(status));\n  const result = wanted.result ?? '';\n  if (result === 'boots' && (does('fails') || does('warns') || !does('boots'))) return false;\n  if (result !== '' && result !== 'boots' && !does(result)) return false;\n  const rule = wanted.rule ?? '';\n  return rule === '' || cells.some((cell) => rulesOf(cell).includes(rule));\n}\n\n/** @param {HTMLTableCellElement} cell */\nfunction rulesOf(cell) {\n  const why = cell.querySelector('a')?.dataset.why ?? '';\n  return readReferences(why).map(({ article }) => ruleOf(article)?.dataset.rule ?? '');\n}\n\n/** @param {Element | null} article @returns {HTMLElement | null} */\nfunction ruleOf(article) {\n  return article?.closest('.rule') ?? null;\n}\n\n/**\n * The columns of the map, of which some sets can be shown alone. A cell covers several, so it is made\n * as wide as what is left of them.\n *\n * @param {HTMLTableElement} table\n */\nfunction columnsOf(table) {\n  const heads = [...(table.tHead?.rows[1]?.cells ?? [])].slice(1);\n  const widths = [...table.querySelectorAll('col')].slice(1);\n  /** @type {Spanning[]} */\n  const spanning = [];\n  for (const row of [table.tHead?.rows[0], ...[...table.tBodies].flatMap(rowsOf)]) {\n    let start = 0;\n    for (const cell of [...(row?.cells ?? [])].slice(1)) {\n      spanning.push({ cell, start, span: cell.colSpan });\n      start += cell.colSpan;\n    }\n  }\n  const titles = [...table.querySelectorAll('tr.kernel th')];\n  return {\n    /** @param {string} set the name of one; empty for all columns */\n    show(set) {\n      const visible = heads.map((head) => {\n        return set === '' || (head.dataset.sets ?? '').split(' ').includes(set);\n      });\n      for (const [i, isVisible] of visible.entries()) {\n        const [head, width] = [heads[i], widths[i]];\n        if (head) head.hidden = !isVisible;\n        if (width) width.hidden = !isVisible;\n      }\n      for (const { cell, start, span } of spanning) {\n        const left = visible.slice(start, start + span).filter(Boolean).length;\n        cell.hidden = left === 0;\n        cell.colSpan = Math.max(left, 1);\n      }\n      for (const title of titles) {\n        title.setAttribute('colspan', String(visible.filter(Boolean).length + 1));\n      }\n    },\n  };\n}\n\n/**\n * `3:0,1 5:0`: what is told of a cell, as articles of the page, and the wordings of Xen that are its.\n *\n * @param {string} why\n */\nfunction readReferences(why) {\n  return why\n    .split(' ')\n    .filter(Boolean)\n    .map((reference) => {\n      const [cause = '', wordings = ''] = reference.split(':');\n      return { article: document.getElementById(`why-${cause}`), wordings: wordings.split(',') };\n    });\n}\n\n/** @param {HTMLTableElement} table */\nfunction showReasons(table) {\n  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector('#why'));\n  const content = dialog?.querySelector('div');\n  if (!dialog || !content) return;\n  table.addEventListener('click', (event) => {\n    const link = event.target instanceof Element ? event.target.closest('a') : null;\n    if (!link?.dataset.why) return;\n    event.preventDefault();\n    const title = document.createElement('h2');\n    title.id = 'why-title';\n    title.textContent = link.closest('td')?.title ?? '';\n    content.replaceChildren(title, ...tell(readReferences(link.dataset.why)));\n    dialog.showModal();\n    dialog.scrollTop = 0;\n  });\n  // Besides Escape and the button: a click on what lies around it.\n  dialog.addEventListener('click', (event) => {\n    if (event.target === dialog) dialog.close();\n  });\n}\n\n/**\n * What happened, and once for each rule what it is called and how it is mended.\n *\n * @param {ReturnType<typeof readReferences>} references\n */\nfunction tell(references) {\n  const rules = new Set(references.map(({ article }) => ruleOf(article)));\n  return [...rules].flatMap((rule) => {\n    const own = references.filter(({ article }) => ruleOf(article) === rule);\n    const part = (/** @type {string} */ name) => {\n      const found = rule?.querySelector(name);\n      return found ? [copyOf(found)] : [];\n    };\n    return [...part('h3'), ...own.flatMap(tellCase), ...part('.fix'), ...part('.links')];\n  });\n}\n\n/** @param {ReturnType<typeof readReferences>[number]} reference */\nfunction tellCase({ article, wordings }) {\n  if (!article) return [];\n  const told = copyOf(article);\n  for (const item of told.querySelectorAll('[data-wording]')) {\n    if (!wordings.includes(item.getAttribute('data-wording') ?? '')) item.remove();\n  }\n  return [told];\n}\n\n/** @param {Element} element */\nfunction copyOf(element) {\n  const copy = /** @type {Element} */ (element.cloneNode(true));\n  copy.removeAttribute('id');\n  return copy;\n}\n\n/** @param {HTMLTableElement} table */\nfunction moveByArrows(table) {\n  /** @type {Readonly<Record<string, readonly [across: number, down: number]>>} */\n  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };\n  table.addEventListener('keydown', (event) => {\n    const step = steps[event.key];\n    const link = event.target instanceof Element ? event.target.closest('td a') : null;\n    if (!step || !link) return;\n    const [across, down] = step;\n    const next = across === 0 ? linkBelow(table, link, down) : linkBeside(link, across);\n    if (!next) return;\n    event.preventDefault();\n    next.focus();\n  });\n}\n\n/** @param {Element} link @param {number} across */\nfunction linkBeside(link, across) {\n  const links = linksOf(link.closest('tr'));\n  return links[links.indexOf(/** @type {HTMLElement} */ (link)) + across] ?? null;\n}\n\n/**\n * @param {HTMLTableElement} table\n * @param {Element} link\n * @param {number} down\n */\nfunction linkBelow(table, link, down) {\n  const rows = [...table.querySelectorAll('tr')].filter((row) => linksOf(row).length > 0);\n  const row = rows[rows.findIndex((one) => one.contains(link)) + down];\n  const middle = (/** @type {Element} */ one) => {\n    const { left, right } = one.getBoundingClientRect();\n    return (left + right) / 2;\n  };\n  const from = middle(link);\n  const byDistance = linksOf(row ?? null).sort(\n    (a, b) => Math.abs(middle(a) - from) - Math.abs(middle(b) - from),\n  );\n  return byDistance[0] ?? null;\n}\n\n/** Those that can be seen. @param {Element | null} row */\nfunction linksOf(row) {\n  const links = /** @type {NodeListOf<HTMLElement> | undefined} */ (row?.querySelectorAll('td a'));\n  return [...(links ?? [])].filter((link) => link.getClientRects().length > 0);\n}\n\n/** Paper cannot be unfolded. */\nfunction unfoldForPrint() {\n  /** @type {HTMLDetailsElement[]} */\n  let closed = [];\n  addEventListener('beforeprint', () => {\n    closed = [...document.querySelectorAll('details')].filter((details) => !details.open);\n    for (const details of closed) details.open = true;\n  });\n  addEventListener('afterprint', () => {\n    for (const details of closed) details.open = false;\n  });\n}\n";
const STYLE = ":root {\n  color-scheme: light dark;\n  --page: #fbfaf8;\n  --panel: #fff;\n  --ink: #1d2126;\n  --muted: #57606b;\n  --line: #dedad3;\n  --accent: #1f5fae;\n  --boots: #d6eedc;\n  --on-boots: #14532d;\n  --warns: #fdeabb;\n  --on-warns: #6b4300;\n  --fails: #f8d1cb;\n  --on-fails: #8a1410;\n  --unsupported: #efece7;\n  --on-unsupported: #5b626c;\n  --security: #dfe7f1;\n  --bugfix: #b9cbe2;\n}\n\n@media (prefers-color-scheme: dark) {\n  :root {\n    --page: #14171b;\n    --panel: #1b1f24;\n    --ink: #e6e8eb;\n    --muted: #a3abb6;\n    --line: #30363e;\n    --accent: #8ab8f2;\n    --boots: #143a24;\n    --on-boots: #a9e5bd;\n    --warns: #493407;\n    --on-warns: #ffda8e;\n    --fails: #581b18;\n    --on-fails: #ffc0b9;\n    --unsupported: #22272e;\n    --on-unsupported: #a0a8b3;\n    --security: #223044;\n    --bugfix: #35506f;\n  }\n}\n\n* {\n  box-sizing: border-box;\n}\n\nbody {\n  margin: 0 auto;\n  max-width: 90rem;\n  padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem;\n  background: var(--page);\n  color: var(--ink);\n  font:\n    15px / 1.5 system-ui,\n    \"Segoe UI\",\n    sans-serif;\n  overflow-wrap: anywhere;\n}\n\nh1,\nh2,\nh3,\nh4 {\n  line-height: 1.25;\n  text-wrap: balance;\n}\n\nh1 {\n  margin: 0.25rem 0 0.5rem;\n  font-size: clamp(1.4rem, 1rem + 2vw, 2.1rem);\n  letter-spacing: -0.015em;\n}\n\nh2 {\n  margin: 2.75rem 0 0.75rem;\n  font-size: 1.2rem;\n}\n\nh3 {\n  margin: 0 0 0.5rem;\n  font-size: 1.05rem;\n}\n\nh4 {\n  margin: 0.75rem 0 0.25rem;\n  color: var(--muted);\n  font-size: 0.8rem;\n  font-weight: 600;\n}\n\np,\nul {\n  margin: 0.4rem 0;\n}\n\nul {\n  padding-left: 1.2rem;\n}\n\na {\n  color: var(--accent);\n}\n\ncode,\npre {\n  font:\n    0.88em / 1.5 ui-monospace,\n    \"Cascadia Mono\",\n    \"DejaVu Sans Mono\",\n    monospace;\n}\n\npre {\n  margin: 0.1rem 0;\n  white-space: pre-wrap;\n}\n\npre code {\n  display: block;\n  font-size: 1em;\n}\n\nsummary {\n  cursor: pointer;\n}\n\n:focus-visible {\n  outline: 2px solid var(--accent);\n  outline-offset: 2px;\n}\n\n.unseen {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n\n/* The decision */\n\nheader .brand {\n  color: var(--muted);\n  font-size: 0.85rem;\n  font-weight: 600;\n}\n\nheader h1 {\n  padding-left: 0.75rem;\n  border-left: 5px solid;\n}\n\nheader.passed h1 {\n  border-color: #2c8a4b;\n}\n\nheader.failed h1 {\n  border-color: #c6362b;\n}\n\n.scope,\n.hint,\n.facts,\nfooter {\n  color: var(--muted);\n}\n\n.shares {\n  display: block;\n  width: 100%;\n  height: 10px;\n  margin: 1rem 0 0.5rem;\n  border-radius: 5px;\n}\n\nrect.boots {\n  fill: #3f9d5f;\n}\n\nrect.warns {\n  fill: #d99a1c;\n}\n\nrect.fails {\n  fill: #cc4438;\n}\n\n.legend {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.25rem 1.25rem;\n  padding: 0;\n  color: var(--muted);\n  list-style: none;\n}\n\n.mark {\n  display: inline-block;\n  min-width: 1.4em;\n  padding: 0 0.3em;\n  border-radius: 4px;\n  text-align: center;\n}\n\n.problems {\n  padding: 0.5rem 1rem;\n  border-radius: 8px;\n  background: var(--fails);\n  color: var(--on-fails);\n}\n\n.problems h2 {\n  margin: 0.25rem 0;\n}\n\n/* What narrows the map */\n\n#tools:not([hidden]) {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: end;\n  gap: 0.5rem 1rem;\n  margin-bottom: 0.75rem;\n}\n\n#tools label {\n  display: grid;\n  color: var(--muted);\n  font-size: 0.8rem;\n}\n\ninput,\nselect,\nbutton {\n  padding: 0.35rem 0.6rem;\n  border: 1px solid var(--line);\n  border-radius: 6px;\n  background: var(--panel);\n  color: var(--ink);\n  font: inherit;\n  font-size: 0.9rem;\n  max-width: 100%;\n}\n\nbutton {\n  cursor: pointer;\n}\n\n#shown {\n  color: var(--muted);\n  font-size: 0.85rem;\n}\n\n/* Tables of facts */\n\ntable.plain {\n  border-collapse: collapse;\n  font-size: 0.85rem;\n}\n\ntable.plain th,\ntable.plain td {\n  padding: 0.25rem 0.75rem 0.25rem 0;\n  border-top: 1px solid var(--line);\n  text-align: left;\n  vertical-align: top;\n}\n\n/* The map */\n\n.scroll {\n  position: relative;\n  overflow-x: auto;\n  border: 1px solid var(--line);\n  border-radius: 10px;\n  background: var(--panel);\n}\n\n#map {\n  min-width: 100%;\n  border-collapse: separate;\n  border-spacing: 1px 2px;\n  font-size: 0.82rem;\n}\n\ncol.path {\n  width: 6.5rem;\n}\n\ncol.of-1 {\n  width: 6rem;\n}\n\ncol.of-2 {\n  width: 3rem;\n}\n\ncol.of-3 {\n  width: 2.1rem;\n}\n\ncol.of-4 {\n  width: 1.6rem;\n}\n\n#map td,\n#map thead th {\n  max-width: 0;\n  height: 1.75rem;\n  padding: 0;\n  overflow: hidden;\n  text-align: left;\n  white-space: nowrap;\n}\n\n#map .series th {\n  min-width: 2.6rem;\n  padding-left: 0.25rem;\n  border-top: 3px solid transparent;\n}\n\n#map .series th.supported {\n  border-color: var(--accent);\n}\n\n#map .releases th {\n  min-width: 1.3rem;\n  padding-left: 0.25rem;\n  color: var(--muted);\n  font-weight: 400;\n}\n\n#map th[scope=\"row\"],\n#map thead tr > :first-child {\n  position: sticky;\n  left: 0;\n  z-index: 1;\n  min-width: 6.5rem;\n  padding: 0 0.5rem;\n  background: var(--panel);\n  font-weight: 400;\n  text-align: left;\n  white-space: nowrap;\n}\n\n#map th[scope=\"rowgroup\"] {\n  padding: 0.8rem 0.5rem 0.15rem;\n  text-align: left;\n  font-weight: 400;\n}\n\n#map .stay {\n  position: sticky;\n  left: 0.5rem;\n  display: inline-block;\n  max-width: min(80rem, 84vw);\n}\n\n#map .name {\n  display: block;\n  font-weight: 600;\n}\n\nbutton.fold {\n  padding: 0;\n  border: 0;\n  background: none;\n  font-weight: 600;\n  text-align: left;\n}\n\nbutton.fold::before {\n  display: inline-block;\n  width: 1.1em;\n  content: \"▸\";\n}\n\nbutton.fold[aria-expanded=\"true\"]::before {\n  content: \"▾\";\n}\n\n.folded .boot,\n.single .worst,\ntbody:not(.folded) .worst {\n  display: none;\n}\n\n.folded.single .boot:not([hidden]) {\n  display: table-row;\n}\n\ntd > span,\ntd > a {\n  display: flex;\n  align-items: center;\n  gap: 0.4em;\n  height: 100%;\n  padding: 0 0.35rem;\n  overflow: hidden;\n  color: inherit;\n  text-decoration: none;\n}\n\ntd > a:hover {\n  text-decoration: underline;\n}\n\ntd > a:focus-visible {\n  outline-offset: -2px;\n}\n\n.boots {\n  background: var(--boots);\n  color: var(--on-boots);\n}\n\n.warns {\n  background: var(--warns);\n  color: var(--on-warns);\n}\n\n.fails {\n  background: var(--fails);\n  color: var(--on-fails);\n}\n\n.unsupported {\n  background: var(--unsupported);\n  color: var(--on-unsupported);\n}\n\n#map td {\n  border-radius: 3px;\n}\n\n/* Why */\n\n.rule {\n  margin: 1rem 0;\n  padding: 1rem 1.25rem;\n  border: 1px solid var(--line);\n  border-radius: 10px;\n  background: var(--panel);\n}\n\n.stages {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 0.5rem;\n  margin: 0 0 0.75rem;\n  padding: 0;\n  color: var(--muted);\n  font-size: 0.82rem;\n  list-style: none;\n}\n\n.stages li:not(:last-child)::after {\n  margin-left: 0.5rem;\n  content: \"→\" / \"\";\n}\n\n.stages [aria-current] {\n  color: var(--ink);\n  font-weight: 700;\n}\n\n.case {\n  padding: 0.5rem 0;\n}\n\n.case + .case {\n  border-top: 1px solid var(--line);\n}\n\n.case > p {\n  max-width: 80ch;\n}\n\n.says ul {\n  padding: 0;\n  list-style: none;\n}\n\n.says li {\n  margin: 0.2rem 0;\n  padding: 0.25rem 0.6rem;\n  border-left: 3px solid var(--line);\n}\n\n.fix p {\n  max-width: 80ch;\n}\n\n.links {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.2rem 1.25rem;\n  font-size: 0.85rem;\n}\n\ndialog {\n  width: min(46rem, 92vw);\n  max-height: 86vh;\n  padding: 1.25rem 1.5rem;\n  border: 1px solid var(--line);\n  border-radius: 12px;\n  background: var(--panel);\n  color: var(--ink);\n}\n\ndialog::backdrop {\n  background: rgb(0 0 0 / 45%);\n}\n\ndialog form {\n  float: right;\n}\n\n#why-title {\n  margin: 0 3rem 1rem 0;\n}\n\n/* The timeline */\n\nsvg text {\n  fill: var(--muted);\n  font-size: 10.5px;\n}\n\nsvg text.series {\n  fill: var(--ink);\n  text-anchor: end;\n}\n\npath.year {\n  stroke: var(--line);\n}\n\npath.today {\n  stroke: var(--accent);\n  stroke-dasharray: 3 3;\n}\n\nrect.security {\n  fill: var(--security);\n}\n\nrect.bugfix {\n  fill: var(--bugfix);\n}\n\npath.unstated {\n  stroke: var(--line);\n  stroke-width: 2;\n}\n\npath.release {\n  fill: var(--muted);\n  stroke: var(--panel);\n}\n\npath.release.boots {\n  fill: #3f9d5f;\n}\n\npath.release.warns {\n  fill: #d99a1c;\n}\n\npath.release.fails {\n  stroke: #cc4438;\n  stroke-width: 2;\n}\n\npath.release.unsupported {\n  stroke: var(--muted);\n}\n\n/* The kernels, and the end */\n\n.number {\n  font-variant-numeric: tabular-nums;\n}\n\n.about {\n  margin: 0.4rem 0;\n}\n\n.about > :not(summary),\n.more > :not(summary) {\n  margin-left: 1rem;\n}\n\nfooter {\n  margin-top: 3rem;\n  font-size: 0.85rem;\n}\n\n@media print {\n  body {\n    max-width: none;\n    padding: 0;\n    background: none;\n    font-size: 10pt;\n  }\n\n  #tools:not([hidden]),\n  .hint,\n  dialog {\n    display: none;\n  }\n\n  .scroll {\n    overflow: visible;\n    border: 0;\n  }\n\n  #map {\n    font-size: 6pt;\n  }\n\n  #map col {\n    width: auto;\n  }\n\n  .folded .boot {\n    display: table-row;\n  }\n\n  .rule,\n  tbody {\n    break-inside: avoid;\n  }\n\n  * {\n    print-color-adjust: exact;\n  }\n}\n";

;// CONCATENATED MODULE: ./build/xen/support.js
/**
 * From `Initial-Release`, `Supported-Until` and `Security-Support-Until` in SUPPORT.md on each
 * stable branch of xen.git, read on 2026-11-22. The file exists from 4.10; for older series the
 * first day is that of the release tag, and upstream states no others. In 2026 the windows of 4.17
 * and later were made longer, so the last word is the newest point release's.
 */
const WINDOWS = [
    ['4.0', '2010-04-07', null, null],
    ['4.1', '2011-03-25', null, null],
    ['4.2', '2012-09-17', null, null],
    ['4.3', '2013-07-09', null, null],
    ['4.4', '2014-03-10', null, null],
    ['4.5', '2015-01-15', null, null],
    ['4.6', '2015-10-07', null, null],
    ['4.7', '2016-06-20', null, null],
    ['4.8', '2016-12-05', null, null],
    ['4.9', '2017-06-27', null, null],
    ['4.10', '2017-12-13', '2019-06-13', '2020-12-13'],
    ['4.11', '2018-07-10', '2020-01-10', '2021-07-10'],
    ['4.12', '2019-04-02', '2020-10-02', '2022-04-02'],
    ['4.13', '2019-12-18', '2021-06-18', '2022-12-18'],
    ['4.14', '2020-07-24', '2022-01-24', '2023-07-24'],
    ['4.15', '2021-04-08', '2022-10-08', '2024-04-08'],
    ['4.16', '2021-12-02', '2023-06-02', '2024-12-02'],
    ['4.17', '2022-12-12', '2024-06-12', '2027-12-12'],
    ['4.18', '2023-11-16', '2025-05-16', '2028-11-16'],
    ['4.19', '2024-07-29', '2026-01-29', '2029-07-29'],
    ['4.20', '2025-03-05', '2028-03-05', '2030-03-05'],
    ['4.21', '2025-11-19', '2028-11-19', '2030-11-19'],
    ['4.22', '2026-07-30', '2029-07-30', '2031-07-30'],
];
/** Every series 4.0 … 4.22, in order. */
const SUPPORT_WINDOWS = WINDOWS.map(([minor, released, bugfixUntil, securityUntil]) => ({
    minor,
    released,
    bugfixUntil,
    securityUntil,
}));
/** The series with security support on a day (`YYYY-MM-DD`). */
function supportedMinors(day) {
    return SUPPORT_WINDOWS.filter(({ securityUntil }) => securityUntil !== null && day <= securityUntil).map(({ minor }) => minor);
}

;// CONCATENATED MODULE: ./build/report/html/columns.js



const PRODUCTS = 'products';
/**
 * Every release that a kernel was judged for, in order, then the products.
 *
 * @param today `YYYY-MM-DD`
 */
function seriesOf(report, today) {
    const verdicts = report.kernels.flatMap((kernel) => kernel.verdicts).filter(countBoots);
    const releases = [...new Set(verdicts.flatMap((verdict) => verdict.releases))];
    const products = [...new Set(verdicts.flatMap((verdict) => verdict.products))];
    const groups = new Map();
    for (const release of releases.sort(compareVersions)) {
        const minor = minorOf(release);
        groups.set(minor, [...(groups.get(minor) ?? []), release]);
    }
    if (products.length > 0)
        groups.set(PRODUCTS, products);
    const supported = supportedMinors(today);
    return [...groups].map(([name, columns]) => ({
        name,
        columns,
        support: SUPPORT_WINDOWS.find(({ minor }) => minor === name) ?? null,
        supported: supported.includes(name),
    }));
}
/** `4.17` of `4.17.3` */
function minorOf(release) {
    return release.split('.', 2).join('.');
}

;// CONCATENATED MODULE: ./build/report/clip.js
/** A text of at most `most` UTF-16 units: a longer one is cut, ends in `…`, and tears no pair. */
function clip(text, most) {
    if (text.length <= most)
        return text;
    const halfPair = /[\ud800-\udbff]$/;
    return `${text.slice(0, most - 1).replace(halfPair, '')}…`;
}

;// CONCATENATED MODULE: ./build/report/facts.js
/**
 * What a kernel is, in a few words; some of them are a stranger's.
 *
 * @param all the kernels of the report, among which another may be of the same build.
 */
function kernelFacts(kernel, all) {
    if (kernel.format === null)
        return ['not a kernel', formatSize(kernel.size)];
    return [
        kernel.format === 'bzimage' ? 'bzImage' : 'ELF',
        ...(kernel.codec === null ? [] : [kernel.codec]),
        ...(kernel.arch === null ? [] : [kernel.arch]),
        formatSize(kernel.size),
        ...(kernel.linuxVersion === null ? [] : [`Linux ${kernel.linuxVersion}`]),
        ...sameBuild(kernel, all),
    ];
}
/** A `vmlinux` and the bzImage made of it are two files to a loader and one kernel to a reader. */
function sameBuild({ buildId, path }, all) {
    if (buildId === null)
        return [];
    const others = all.filter((other) => other.buildId === buildId && other.path !== path);
    const names = others.slice(0, MOST_NAMED).map((other) => other.path);
    if (names.length === 0)
        return [];
    const more = others.length > MOST_NAMED ? ', …' : '';
    return [`the same kernel as ${names.join(', ')}${more} (build id ${buildId.slice(0, 12)})`];
}
const MOST_NAMED = 3;
/** `12.3 MiB` */
function formatSize(bytes) {
    if (bytes < 1024)
        return `${bytes} B`;
    if (bytes < 1024 * 1024)
        return `${(bytes / 1024).toFixed(1)} KiB`;
    return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

;// CONCATENATED MODULE: ./build/report/html/markup.js

/** A piece of HTML in which every string is escaped: only `html` makes one. */
class Html {
    markup;
    constructor(markup) {
        this.markup = markup;
    }
}
/**
 * HTML from a template. Whatever is put into it becomes text, so that a stranger's string is
 * harmless without anybody thinking of it; attributes have to be quoted.
 */
function html(template, ...parts) {
    return new Html(template.map((piece, i) => piece + render(parts[i] ?? null)).join(''));
}
function render(part) {
    if (part === null)
        return '';
    if (part instanceof Html)
        return part.markup;
    if (typeof part === 'object')
        return part.map(({ markup }) => markup).join('');
    return forHtml(String(part));
}

;// CONCATENATED MODULE: ./build/report/html/prose.js

/** A rule's text: plain, but for code spans between backticks. */
function prose(text) {
    return text.split('`').map((part, i) => (i % 2 ? html `<code>${part}</code>` : html `${part}`));
}
/** `1 kernel`, `2 kernels` */
function prose_count(number, noun) {
    return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/report/html/room.js
/**
 * How much of a stranger's text the page shows, in UTF-16 units: a path, a version or a note may
 * have a megabyte, and the page is to open on a phone.
 */
/** A name, or the facts of a kernel. */
const SHORT = 300;
/** A message, or a line that Xen prints. */
const room_LONG = 2000;
/** All notes of all kernels together. */
const NOTES = 1_000_000;

;// CONCATENATED MODULE: ./build/report/html/kernels.js





/** More notes than these are only counted; a kernel of Linux has some fifteen. */
const kernels_MAX_NOTES = 64;
/** What was judged: each kernel with its facts, the hash of its file, and its Xen notes. */
function renderKernels(kernels) {
    const notes = kernels.reduce((sum, kernel) => sum + Math.min(kernel.notes.length, kernels_MAX_NOTES), 0);
    const room = Math.min(Math.floor(NOTES / Math.max(notes, 1)), room_LONG);
    return html `${kernels.map((kernel, i) => renderKernel(kernel, kernels, i, room))}`;
}
/** @param room for the value of a note, in UTF-16 units. */
function renderKernel(kernel, all, index, room) {
    const { notes } = kernel;
    const rest = notes.length - kernels_MAX_NOTES;
    const rows = notes
        .slice(0, kernels_MAX_NOTES)
        .map(({ type, name, value }) => html `<tr><td class="number">${type}</td><th scope="row">${clip(name, SHORT)}</th><td><code>${clip(value, room)}</code></td></tr>\n`);
    return html `<details id="kernel-${index}" class="about"><summary>${clip(kernel.path, SHORT)}</summary>
<p>${clip(kernelFacts(kernel, all).join(' · '), SHORT)}</p>
<p>SHA-256 <code>${kernel.sha256}</code>${kernel.buildId === null ? null : html `, build id <code>${kernel.buildId}</code>`}</p>
${rows.length === 0
        ? html `<p>It has no Xen notes.</p>`
        : html `<table class="plain"><thead><tr><th scope="col">Type</th><th scope="col">Xen note</th><th scope="col">Value</th></tr></thead><tbody>${rows}</tbody></table>`}${rest > 0 ? html `<p>and ${prose_count(rest, 'more note')}</p>` : null}
</details>
`;
}

;// CONCATENATED MODULE: ./build/report/release-ranges.js


/**
 * Releases in few words: `4.0–4.1, 4.4.1–4.11.3`. A range runs over neighbours among the releases
 * that were asked for, so none is claimed that nobody asked about; and an end stands without its
 * point number only where the whole series is inside.
 *
 * @param own the releases to name, any order.
 * @param asked all that were asked for, oldest first.
 */
function foldReleases(own, asked) {
    const wanted = new Set(own);
    return splitRuns(asked, (release) => wanted.has(release))
        .filter(({ value }) => value)
        .map(({ releases }) => labelRun(releases))
        .join(', ');
}
/** The releases and products of a verdict in few words. */
function describeReleases(kernel, verdict) {
    const releases = foldReleases(verdict.releases, releasesAsked(kernel, verdict.boot));
    return [...(releases === '' ? [] : [releases]), ...verdict.products].join(', ');
}
/** Every release that a kernel was judged for on a boot path, oldest first. */
function releasesAsked(kernel, boot) {
    return kernel.verdicts
        .filter((verdict) => verdict.boot === boot)
        .flatMap(({ releases }) => releases)
        .sort(compareVersions);
}
/** Neighbours with the same value and the same differences from upstream, as runs. */
function splitRuns(releases, pick) {
    const runs = [];
    for (const release of releases) {
        const value = pick(release);
        const last = runs.at(-1);
        const alike = differencesOf(last?.releases[0] ?? '') === differencesOf(release);
        if (last && last.value === value && alike)
            last.releases.push(release);
        else
            runs.push({ value, releases: [release] });
    }
    return runs;
}
/** A run of neighbours as a range, `4.14–4.17` or `4.14–4.17 +no-pv32`; never empty. */
function labelRun(run) {
    const differences = differencesOf(run[0] ?? '');
    const upstream = run.map((release) => release.slice(0, release.length - differences.length));
    const [first = '', last = first] = [upstream[0], upstream.at(-1)];
    const inside = new Set(upstream);
    const [from, to] = [first, last].map((version) => {
        const minor = version.split('.').slice(0, 2).join('.');
        const points = RELEASES.filter((release) => release.minor === minor);
        return points.every((point) => inside.has(point.version)) ? minor : version;
    });
    if (run.length === 1 && differences !== '')
        return `${run[0]}`;
    return [from === to ? from : `${from}–${to}`, differences].join(' ').trimEnd();
}
/** `+no-pv32+no-domu-lzo`; empty for an upstream release. */
function differencesOf(release) {
    return release.includes(PLUS) ? release.slice(release.indexOf(PLUS)) : '';
}

;// CONCATENATED MODULE: ./build/report/matrix.js


/** How each status is shown where there is room for little. */
const SYMBOLS = {
    boots: '✓',
    warns: '!',
    fails: '✗',
    unsupported: 'n/a',
};
/** The verdicts of a kernel, a row for each boot path that it was judged on. */
function matrixOf(kernel) {
    return BOOT_PATHS.filter((boot) => kernel.verdicts.some((verdict) => verdict.boot === boot)).map((boot) => {
        const statuses = new Map(kernel.verdicts
            .filter((verdict) => verdict.boot === boot)
            .flatMap(({ releases, status }) => releases.map((release) => [release, status])));
        const runs = splitRuns(releasesAsked(kernel, boot), (release) => statuses.get(release));
        const cells = runs.flatMap(({ value, releases }) => value === undefined ? [] : [{ releases: labelRun(releases), status: value }]);
        return { boot, cells };
    });
}

;// CONCATENATED MODULE: ./build/report/html/cells.js

/**
 * A row of the map.
 *
 * @param verdicts of one kernel: those of one boot path, or of all for the worst of them.
 * @param columns every release and product, in the order of the columns.
 */
function cellsOf(verdicts, columns) {
    const worst = worstOf(verdicts);
    // What boots, boots: only what does not is told apart by its reasons.
    const outcome = (column) => {
        const found = worst.get(column) ?? [];
        return isHit(found[0]) ? found.map((one) => verdicts.indexOf(one)).join() : found[0]?.status;
    };
    return splitRuns(columns, outcome).map(({ releases }) => {
        const found = worst.get(releases[0] ?? '') ?? [];
        return {
            span: releases.length,
            status: found[0]?.status ?? null,
            releases: labelRun(releases),
            verdicts: found,
        };
    });
}
const SEVERITY = {
    unsupported: 0,
    boots: 1,
    warns: 2,
    fails: 3,
};
/** For each release and product the verdicts with the worst status there is on it; never none. */
function worstOf(verdicts) {
    const worst = new Map();
    for (const verdict of verdicts) {
        for (const target of [...verdict.releases, ...verdict.products]) {
            const found = worst.get(target);
            const more = found?.[0] ? SEVERITY[verdict.status] - SEVERITY[found[0].status] : 1;
            if (more > 0)
                worst.set(target, [verdict]);
            else if (more === 0)
                found?.push(verdict);
        }
    }
    return worst;
}
function isHit(verdict) {
    return verdict?.status === 'fails' || verdict?.status === 'warns';
}

;// CONCATENATED MODULE: ./build/report/html/map.js








/**
 * The map: a table with a column for each release and, for each kernel, a row for each boot path and
 * one for the worst of them, which shows when the kernel is folded. A cell covers all neighbouring
 * releases that do the same, so the table is small whatever the number of releases.
 */
function renderMap(kernels, series, reasons) {
    const columns = series.flatMap((one) => one.columns);
    return html `<table id="map" aria-labelledby="map-title">
<colgroup><col class="path">${series.flatMap(renderWidths)}</colgroup>
<thead>
<tr class="series"><td></td>${series.map(renderSeries)}</tr>
<tr class="releases"><th scope="col">boot path</th>${series.flatMap(renderReleases)}</tr>
</thead>
${kernels.map((kernel, i) => map_renderKernel(kernel, kernels, i, columns, reasons))}
</table>`;
}
/** The fewer releases a series has, the wider their columns: its name has to fit above them. */
function renderWidths({ columns }) {
    const width = `of-${Math.min(columns.length, 4)}`;
    return columns.map(() => html `<col class="${width}">`);
}
function renderSeries({ name, columns, support, supported }) {
    const title = support?.securityUntil ? `security fixes until ${support.securityUntil}` : '';
    return html `<th scope="colgroup" colspan="${columns.length}" class="${supported ? 'supported' : ''}" title="${title}">${name}</th>`;
}
function renderReleases({ columns, supported }) {
    return columns.map((release, i) => {
        const newest = i === columns.length - 1;
        const sets = [newest && 'newest', newest && supported && 'supported'].filter(Boolean).join(' ');
        const [, , ...points] = release.split('.');
        const short = points.length > 0 ? points.join('.') : release;
        return html `<th scope="col" data-sets="${sets}" title="${release}"><span class="unseen">${release}</span><span aria-hidden="true">${short}</span></th>`;
    });
}
function map_renderKernel(kernel, all, index, columns, reasons) {
    const boots = BOOT_PATHS.filter((boot) => kernel.verdicts.some((one) => one.boot === boot));
    const name = clip(kernel.path, SHORT);
    const facts = clip(kernelFacts(kernel, all).join(' · '), SHORT);
    const row = (kind, label, verdicts) => html `<tr class="${kind}" data-boot="${label}"><th scope="row">${label}</th>${cellsOf(verdicts, columns).map((cell) => renderCell(cell, reasons))}</tr>\n`;
    return html `<tbody data-kernel="${index}">
<tr class="kernel"><th scope="rowgroup" colspan="${columns.length + 1}"><span class="stay"><span class="name">${name}</span> <span class="facts">${facts}</span>${wasChecked(kernel) ? null : html ` <strong>${UNCHECKED}</strong>`}</span></th></tr>
${boots.length > 1 ? row('worst', 'worst', kernel.verdicts) : null}${boots.map((boot) => row('boot', boot, kernel.verdicts.filter((one) => one.boot === boot)))}</tbody>
`;
}
function renderCell(cell, reasons) {
    const { span, status, releases, verdicts } = cell;
    if (status === null)
        return html `<td colspan="${span}"></td>`;
    const boots = [...new Set(verdicts.map(({ boot }) => boot))].join(', ');
    const rules = reasons.rules(verdicts);
    const why = rules.length > 0 ? ` (${rules.join(', ')})` : '';
    const words = status === 'unsupported' ? 'no such boot path' : status;
    const text = html `<b aria-hidden="true">${SYMBOLS[status]}</b><span class="unseen">${words} </span><span>${releases}</span>`;
    const refer = reasons.refer(verdicts);
    const content = refer === ''
        ? html `<span>${text}</span>`
        : html `<a href="#why-${Number.parseInt(refer, 10)}" data-why="${refer}">${text}</a>`;
    return html `<td class="${status}" colspan="${span}" title="${boots} on Xen ${releases}: ${words}${why}">${content}</td>`;
}

;// CONCATENATED MODULE: ./build/report/places.js

/** The places of a cause in few words. */
function describePlaces(cause) {
    const hits = new Map();
    for (const { kernel, verdict } of cause.places) {
        const boots = hits.get(kernel) ?? new Map();
        boots.set(verdict.boot, [...(boots.get(verdict.boot) ?? []), ...verdict.releases]);
        hits.set(kernel, boots);
    }
    const groups = new Map();
    for (const [kernel, boots] of hits) {
        const where = describeBoots(kernel, boots);
        groups.set(where, [...(groups.get(where) ?? []), kernel.path]);
    }
    return [...groups].map(([where, kernels]) => ({ kernels, where }));
}
function describeBoots(kernel, hits) {
    const byRange = new Map();
    for (const [boot, releases] of hits) {
        const range = foldReleases(releases, releasesAsked(kernel, boot));
        byRange.set(range, [...(byRange.get(range) ?? []), boot]);
    }
    return [...byRange].map(([range, boots]) => `${boots.join(', ')} on Xen ${range}`).join('; ');
}

;// CONCATENATED MODULE: ./build/report/html/reasons.js






/** In the order in which a boot meets them. */
const STAGES = [
    'container',
    'payload',
    'elf',
    'notes',
    'loader',
    'start',
];
/** More cases of a rule than these are behind a fold. */
const MAX_CASES = 4;
/** More than these are only counted: the map has all of them. */
const MAX_PLACES = 12;
/** Why kernels fail: each rule once, with its fix, and below it every case of it. */
function renderReasons(causes) {
    const rules = new Map();
    for (const [index, cause] of causes.entries()) {
        const key = JSON.stringify([cause.rule, cause.level, cause.fix, cause.references]);
        rules.set(key, [...(rules.get(key) ?? []), [index, cause]]);
    }
    return html `${[...rules.values()].map(renderRule)}`;
}
function renderRule(cases) {
    const [first] = cases;
    if (first === undefined)
        return html ``;
    const { rule, level, stage, fix, references } = first[1];
    const status = level === 'error' ? 'fails' : 'warns';
    const rest = cases.slice(MAX_CASES);
    return html `<section class="rule" data-rule="${rule}">
<h3><b class="mark ${status}" aria-hidden="true">${SYMBOLS[status]}</b> <span class="unseen">${status}: </span>${rule}</h3>
<ol class="stages" aria-label="Stage of the boot">${STAGES.map((one) => one === stage ? html `<li aria-current="step">${one}</li>` : html `<li>${one}</li>`)}</ol>
${cases.slice(0, MAX_CASES).map(renderCase)}
${rest.length > 0
        ? html `<details class="more"><summary>${prose_count(rest.length, 'more case')}</summary>${rest.map(renderCase)}</details>`
        : null}
<div class="fix"><h4>Fix</h4><p>${prose(fix)}</p></div>
<p class="links"><code>xen-boot-gate explain ${rule}</code>${references.map(renderReference)}</p>
</section>
`;
}
function renderCase([index, cause]) {
    const { message, xenSays, boots } = cause;
    const wordings = xenSays.map((wording, i) => html `<li data-wording="${i}">${wording === null
        ? 'nothing'
        : html `<pre>${wording.split('\n').map((line) => html `<code>${clip(line, room_LONG)}</code>`)}</pre>`}</li>`);
    const places = describePlaces(cause);
    const kernels = new Set(places.flatMap((place) => place.kernels)).size;
    const rest = places.length - MAX_PLACES;
    return html `<article id="why-${index}" class="case">
<p>${clip(message, room_LONG)}</p>
<div class="says"><h4>Xen prints</h4><ul>${wordings}</ul></div>
<details class="where"><summary>${prose_count(boots, 'boot')} of ${prose_count(kernels, 'kernel')}</summary><ul>${places
        .slice(0, MAX_PLACES)
        .map(renderPlace)}${rest > 0 ? html `<li>and ${prose_count(rest, 'more group')}</li>` : null}</ul></details>
</article>
`;
}
function renderPlace({ kernels, where }) {
    const names = kernels
        .slice(0, MAX_PLACES)
        .map((name) => html `<code>${clip(name, SHORT)}</code> `);
    const rest = kernels.length - names.length;
    return html `<li>${where}: ${names}${rest > 0 ? html `and ${prose_count(rest, 'more kernel')}` : null}</li>`;
}
/** What could end an attribute, or be no address of a page, stays text. */
function renderReference(address) {
    if (!/^https:\/\/[\w./?=&;,#%~+:-]+$/.test(address)) {
        return html ` <code>${clip(address, SHORT)}</code>`;
    }
    const name = address.replace('https://', '').replace(/[0-9a-f]{40}$/, (sha) => sha.slice(0, 12));
    return html ` <a href="${address}" rel="noreferrer">${name}</a>`;
}

;// CONCATENATED MODULE: ./build/report/html/summary.js







const SHOWN = ['boots', 'warns', 'fails'];
/** The decision, and its measure: how many boots do what. */
function renderSummary(report, series, today) {
    const { kernels, gate, problems } = report;
    const releases = series.flatMap(({ columns }) => columns);
    const range = releases.length > 1 ? `, ${releases[0]} to ${releases.at(-1)}` : ` ${releases.join()}`;
    const verdicts = kernels.flatMap((kernel) => kernel.verdicts);
    const counts = SHOWN.map((status) => ({
        status,
        boots: verdicts
            .filter((verdict) => verdict.status === status)
            .reduce((sum, verdict) => sum + countBoots(verdict), 0),
    }));
    return html `<header class="${gate.passed ? 'passed' : 'failed'}">
<p class="brand">Xen boot gate</p>
<h1>${headline(report)}</h1>
<p class="scope">${prose_count(kernels.length, 'kernel')} on ${prose_count(releases.length, 'release')} of Xen${range}, judged on <time>${today}</time></p>
${renderShares(counts)}
${problems.length === 0
        ? null
        : html `<section class="problems"><h2>Not judged</h2><ul>${problems.map(({ path, message }) => html `<li><code>${clip(path, SHORT)}</code> ${clip(message, room_LONG)}</li>`)}</ul></section>`}
</header>`;
}
function renderShares(shares) {
    const all = shares.reduce((sum, { boots }) => sum + boots, 0);
    if (all === 0)
        return null;
    let at = 0;
    const bars = shares.map(({ status, boots }) => {
        const bar = html `<rect class="${status}" x="${at}" y="0" width="${boots}" height="1"/>`;
        at += boots;
        return bar;
    });
    const legend = shares.map(({ status, boots }) => html `<li><b class="mark ${status}" aria-hidden="true">${SYMBOLS[status]}</b> ${boots.toLocaleString('en')} ${boots === 1 ? `boot ${status}` : status}</li>`);
    return html `<svg class="shares" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="legend">${legend}<li><b class="mark unsupported" aria-hidden="true">${SYMBOLS.unsupported}</b> no such boot path</li></ul>`;
}

;// CONCATENATED MODULE: ./build/report/html/timeline.js




/** In user units of the drawing, which are pixels where it has its natural size. */
const LEFT = 52;
const ROW = 15;
const YEAR = 46;
const timeline_HEAD = 22;
const FIRST_YEAR = 2010;
/**
 * Every release of Xen on its day, marked with what it did to the kernels, and behind it how long its
 * series had or has support: a picture, and the same as a table.
 *
 * @param today `YYYY-MM-DD`
 */
function renderTimeline({ kernels }, today) {
    const worst = worstOf(kernels.flatMap(({ verdicts }) => verdicts));
    const resultOf = ({ version }) => worst.get(version)?.[0]?.status ?? null;
    const days = SUPPORT_WINDOWS.map(({ securityUntil, released }) => securityUntil ?? released);
    const years = Math.max(...[...days, today].map(yearOf)) + 1 - FIRST_YEAR;
    const [width, height] = [LEFT + years * YEAR + 8, timeline_HEAD + SUPPORT_WINDOWS.length * ROW + 4];
    return html `<div class="scroll" role="region" aria-label="Timeline" tabindex="0">
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Xen's releases and support windows over time; the table below says the same.">
${Array.from({ length: years + 1 }, (_, i) => renderYear(FIRST_YEAR + i, height))}
${SUPPORT_WINDOWS.map((window, i) => renderRow(window, timeline_HEAD + i * ROW, resultOf))}
<path class="today" d="M${x(today)} ${timeline_HEAD - 8}V${height}"/><text class="today" x="${x(today) + 4}" y="${height - 6}">${today}</text>
</svg></div>
<details><summary>The timeline as a table</summary>${renderTable(resultOf)}</details>`;
}
function renderYear(year, height) {
    const at = x(`${year}-01-01`);
    return html `<path class="year" d="M${at} ${timeline_HEAD - 8}V${height}"/><text class="year" x="${at + 3}" y="10">${year}</text>`;
}
function renderRow(window, top, resultOf) {
    const { minor, released, bugfixUntil, securityUntil } = window;
    const releases = RELEASES.filter((release) => release.minor === minor);
    const last = releases.at(-1)?.date ?? released;
    const middle = top + ROW / 2;
    const bar = (kind, from, until) => html `<rect class="${kind}" x="${x(from)}" y="${top + 2}" width="${round(x(until) - x(from))}" height="${ROW - 4}"/>`;
    return html `<text class="series" x="${LEFT - 8}" y="${middle + 4}">${minor}</text>${securityUntil === null
        ? html `<path class="unstated" d="M${x(released)} ${middle}H${x(last)}"/>`
        : bar('security', released, securityUntil)}${bugfixUntil === null ? null : bar('bugfix', released, bugfixUntil)}${releases.map((release) => renderRelease(release, middle, resultOf(release)))}
`;
}
/** Not by colour alone: what boots is round, what warns points up, and what fails is crossed out. */
const SHAPES = {
    boots: 'm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
    warns: 'm0 -4.5l4.5 8h-9z',
    fails: 'm-3.5 -3.5l7 7m0 -7l-7 7',
    unsupported: 'm-3 0h6',
    unjudged: 'm-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z',
};
function renderRelease({ version, date }, y, result) {
    const kind = result ?? 'unjudged';
    return html `<path class="release ${kind}" d="M${x(date)} ${y}${SHAPES[kind]}"><title>${version}, ${date}: ${result ?? 'not judged'}</title></path>`;
}
function renderTable(resultOf) {
    const rows = SUPPORT_WINDOWS.map(({ minor, released, bugfixUntil, securityUntil }) => {
        const releases = RELEASES.filter((release) => release.minor === minor);
        const with_ = (status) => releases.filter((release) => resultOf(release) === status).map(({ version }) => version);
        return html `<tr><th scope="row">${minor}</th><td>${released}</td><td>${releases.at(-1)?.version ?? ''}</td><td>${bugfixUntil ?? 'not stated'}</td><td>${securityUntil ?? 'not stated'}</td><td>${with_('fails').join(', ')}</td><td>${with_('warns').join(', ')}</td></tr>\n`;
    });
    return html `<div class="scroll" role="region" aria-label="Timeline as a table" tabindex="0"><table class="plain"><thead><tr><th scope="col">Series</th><th scope="col">First release</th><th scope="col">Newest</th><th scope="col">Bug fixes until</th><th scope="col">Security fixes until</th><th scope="col">A kernel fails on</th><th scope="col">A kernel warns on</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
function yearOf(day) {
    return Number(day.slice(0, 4));
}
const MS_PER_YEAR = 365.25 * 24 * 60 * 60 * 1000;
/** Where a day lies. */
function x(day) {
    const years = (Date.parse(day) - Date.UTC(FIRST_YEAR, 0)) / MS_PER_YEAR;
    return round(LEFT + years * YEAR);
}
function round(number) {
    return Math.round(number * 10) / 10;
}

;// CONCATENATED MODULE: ./build/report/html/toolbar.js


/** What narrows the map. Without scripts it could do nothing, so it shows only where they run. */
function renderToolbar(kernels, series, causes) {
    const boots = BOOT_PATHS.filter((boot) => kernels.some(({ verdicts }) => verdicts.some((verdict) => verdict.boot === boot)));
    const rules = [...new Set(causes.map(({ rule }) => rule))].sort();
    const same = (names) => names.map((name) => [name, name]);
    return html `<form id="tools" role="search" aria-label="Narrow the map" hidden>
<label>Kernel <input type="search" name="kernel" placeholder="any part of a name" autocomplete="off" spellcheck="false"></label>
${toolbar_select('boot', 'Boot path', [['', 'all'], ...same(boots)])}
${toolbar_select('result', 'Result', [
        ['', 'any'],
        ['fails', 'fails somewhere'],
        ['warns', 'warns somewhere'],
        ['boots', 'boots everywhere'],
    ])}
${toolbar_select('rule', 'Reason', [['', 'any'], ...same(rules)])}
${toolbar_select('releases', 'Releases', releaseSets(series))}
<button type="button" id="fold-all" hidden>Unfold all</button>
<output id="shown"></output>
</form>`;
}
function toolbar_select(name, label, options) {
    const list = options.map(([value, text]) => html `<option value="${value}">${text}</option>`);
    return html `<label>${label} <select name="${name}" autocomplete="off">${list}</select></label>`;
}
/** Only sets that leave out something, and not everything. */
function releaseSets(series) {
    const all = series.flatMap(({ columns }) => columns).length;
    const supported = series.filter((one) => one.supported).length;
    return [
        ['', `all ${all}`],
        ...(series.length < all
            ? [['newest', `newest of each series (${series.length})`]]
            : []),
        ...(supported > 0 && supported < all
            ? [['supported', `with security support (${supported})`]]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/report/html/why.js
/** Finds the causes of verdicts again, so that the page has to tell each only once. */
function reasonsOf(causes) {
    const hits = new Map();
    for (const [index, { places }] of causes.entries()) {
        for (const { verdict } of places)
            hits.set(verdict, [...(hits.get(verdict) ?? []), index]);
    }
    const indexesOf = (verdicts) => [
        ...new Set(verdicts.flatMap((verdict) => hits.get(verdict) ?? [])),
    ];
    return {
        rules: (verdicts) => [
            ...new Set(indexesOf(verdicts).map((index) => causes[index]?.rule ?? '')),
        ],
        refer: (verdicts) => indexesOf(verdicts)
            .map((index) => `${index}:${wordingsOf(causes[index], verdicts).join()}`)
            .join(' '),
    };
}
/** Which wordings of a cause are those of these verdicts. */
function wordingsOf(cause, verdicts) {
    const said = new Set(verdicts
        .flatMap(({ findings }) => findings)
        .filter(({ rule, message }) => rule === cause?.rule && message === cause.message)
        .map(({ xenSays }) => xenSays));
    return (cause?.xenSays ?? []).flatMap((wording, i) => (said.has(wording) ? [i] : []));
}

;// CONCATENATED MODULE: ./build/report/html/page.js














/**
 * A report as one page that needs nothing else: no network, no other file. What is in it can be read
 * without scripts; they fold and filter the map, and show the reasons where it is clicked.
 *
 * @param today `YYYY-MM-DD`, the day of the run, for what has support.
 */
function renderHtml(report, today) {
    const { kernels, tool } = report;
    const series = seriesOf(report, today);
    const causes = causesOf(report);
    const map = html `<section aria-labelledby="map-title">
<h2 id="map-title">Kernels and releases</h2>
${renderToolbar(kernels, series, causes)}
<div class="scroll" role="region" aria-label="Map" tabindex="0">
${renderMap(kernels, series, reasonsOf(causes))}
</div>
<p class="hint">A line over a series: it has security support today. <span class="scripted" hidden>Click what fails for the reason; with the keyboard, go there by the arrow keys and press Enter.</span></p>
</section>`;
    const body = html `${renderSummary(report, series, today)}
<main>
${kernels.length > 0 ? map : null}
${causes.length > 0
        ? html `<section aria-labelledby="reasons"><h2 id="reasons">Why</h2>
${renderReasons(causes)}</section>`
        : null}
<section aria-labelledby="timeline"><h2 id="timeline">Xen’s releases and their support</h2>
${renderTimeline(report, today)}</section>
${kernels.length > 0
        ? html `<section aria-labelledby="kernels"><h2 id="kernels">The kernels</h2>
${renderKernels(kernels)}</section>`
        : null}
</main>
<footer><p>${tool.name} ${tool.version}</p></footer>
<dialog id="why" aria-labelledby="why-title"><form method="dialog"><button aria-label="Close">✕</button></form><div></div></dialog>`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${forHtml(headline(report))} · Xen boot gate</title>
<style>${STYLE}</style>
</head>
<body>
${body.markup}
<script type="module">${SCRIPT}</script>
</body>
</html>
`;
}
/** Nothing may be fetched or sent, and only our own style and scripts are run. */
const POLICY = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
].join('; ');
function hashOf(text) {
    return `'sha256-${(0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('base64')}'`;
}

;// CONCATENATED MODULE: ./build/report/json.js
/**
 * Any result as JSON. Characters that a terminal or a log acts on are written as JSON escapes, so
 * that the text is safe to print and parses to the same values.
 */
function renderJson(value) {
    const json = JSON.stringify(value, null, 2)
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => (char === '\n' ? char : escapeUnits(char)))
        .replaceAll('##[', '#\\u0023[');
    return `${json}\n`;
}
function escapeUnits(char) {
    return char
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}

;// CONCATENATED MODULE: ./build/report/wordings.js

/** How many wordings of Xen are shown for one cause. */
const MAX_WORDINGS = 3;
/** The wordings of a cause, as far as there is room for them. */
function wordings_wordingsOf({ xenSays, places }, most = MAX_WORDINGS) {
    const several = [
        new Set(places.map(({ kernel }) => kernel)).size > 1 && 'the kernel',
        new Set(places.map(({ verdict }) => verdict.boot)).size > 1 && 'the boot path',
        new Set(places.flatMap(({ verdict }) => verdict.releases)).size > 1 && 'the release',
    ].filter((reason) => reason !== false);
    const more = xenSays.length - most;
    return {
        depending: xenSays.length > 1 ? `depending on ${several.join(' and ')}` : null,
        shown: xenSays.slice(0, most).map((wording) => wording?.split('\n') ?? []),
        more: more > 0 ? `… and ${plural(more, 'more wording')}` : null,
    };
}
/** A line for each wording; `harmless` escapes what Xen says for where the lines go. */
function describeWordings({ depending, shown, more }, harmless) {
    const texts = shown.map((lines) => lines.map(harmless).join(' / ') || 'nothing');
    if (depending === null)
        return texts.map((text) => `Xen says: ${text}`);
    return [
        `Xen says, ${depending}:`,
        ...[...texts, ...(more ? [more] : [])].map((text) => `- ${text}`),
    ];
}

;// CONCATENATED MODULE: ./build/report/markdown.js










/**
 * A report for a pull request or a job summary, in GitHub's Markdown: the decision, a table of
 * kernels and boot paths, and the causes, each behind a fold.
 */
function renderMarkdown(report) {
    const sections = [
        `**${headline(report)}**`,
        report.kernels.length > 0 && table(report.kernels),
        ...causesOf(report).map(renderCause),
        report.problems.length > 0 &&
            ['Not judged:', '', ...report.problems.map(renderProblem)].join('\n'),
    ];
    return `${sections.filter((section) => section !== false).join('\n\n')}\n`;
}
function table(kernels) {
    const boots = BOOT_PATHS.filter((boot) => kernels.some(({ verdicts }) => verdicts.some((verdict) => verdict.boot === boot)));
    return [
        `| kernel | ${boots.join(' | ')} |`,
        `| --- | ${boots.map(() => '---').join(' | ')} |`,
        ...kernels.map((kernel) => {
            const rows = new Map(matrixOf(kernel).map(({ boot, cells }) => [boot, cells]));
            const cells = boots.map((boot) => (rows.get(boot) ?? [])
                .map(({ releases, status }) => `${releases}&nbsp;${SYMBOLS[status]}`)
                .join('<br>'));
            return `| ${nameCell(kernel, kernels)} | ${cells.join(' | ')} |`;
        }),
    ].join('\n');
}
function nameCell(kernel, all) {
    const name = `${codeForMarkdown(kernel.path)}<br>${forMarkdown(kernelFacts(kernel, all).join(' · '))}`;
    return wasChecked(kernel) ? name : `${name}<br>**${UNCHECKED}**`;
}
function renderCause(cause) {
    const { rule, level, boots } = cause;
    const symbol = SYMBOLS[level === 'error' ? 'fails' : 'warns'];
    return [
        '<details>',
        `<summary>${symbol} <code>${rule}</code> in ${plural(boots, 'boot')}</summary>`,
        '',
        forMarkdown(cause.message),
        '',
        ...describePlaces(cause).map(({ kernels, where }) => `- ${kernels.map(codeForMarkdown).join(', ')}: ${where}`),
        `- ${wordingsForMarkdown(wordings_wordingsOf(cause))}`,
        `- Fix: ${markdown_prose(cause.fix)}`,
        ...cause.references.map((reference) => `- <${reference}>`),
        '',
        '</details>',
    ].join('\n');
}
/** `Xen says, depending on the release: nothing; or <code>…</code>` */
function wordingsForMarkdown({ depending, shown, more }) {
    const texts = shown.map((lines) => lines.map(codeForMarkdown).join(', ') || 'nothing');
    const says = depending === null ? 'Xen says' : `Xen says, ${depending}:`;
    return `${says} ${[texts.join('; or '), ...(more === null ? [] : [more])].join('; ')}`;
}
/** A rule's text: plain, but for code spans between backticks. */
function markdown_prose(text) {
    const parts = text.split('`');
    return parts.map((part, i) => (i % 2 ? codeForMarkdown : forMarkdown)(part)).join('');
}
function renderProblem({ path, message }) {
    return `- ${codeForMarkdown(path)}: ${forMarkdown(message)}`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/report/file-inside.js

/** A path as relative to the workspace, with `/`; `null` for one that lies outside. */
function fileInside(workspace, path) {
    const inside = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, path));
    if (inside === '' || (0,external_node_path_.isAbsolute)(inside) || inside.split(external_node_path_.sep)[0] === '..')
        return null;
    return inside.split(external_node_path_.sep).join('/');
}

;// CONCATENATED MODULE: ./build/rules/page.js
/** What a boot does at each stage, in order: the headings of the index. */
const page_STAGES = {
    container: 'opening the file',
    payload: 'unpacking the kernel',
    elf: 'reading the ELF headers',
    notes: 'reading the notes',
    loader: 'building the domain',
    start: 'the first moments of the guest',
};
/** The page of one rule, in Markdown: what `docs/rules` holds and `explain` prints. */
function rulePage(rule) {
    return `# ${rule.title}

\`${rule.id}\` · ${rule.level} · stage \`${rule.stage}\`

${rule.explanation}

## What to change in the kernel

${rule.fix}

## What to ask of the Xen side

${rule.askXen}

## References

${rule.references.map((url) => `* <${url}>`).join('\n')}
`;
}
/** The table of contents of the pages, in Markdown: a table for each stage that has rules. */
function rulesIndex(rules) {
    const sections = Object.entries(page_STAGES).flatMap(([stage, doing]) => {
        const rows = rules.filter((rule) => rule.stage === stage).map(indexRow);
        return rows.length === 0 ? [] : [`## \`${stage}\`: ${doing}\n\n${TABLE_HEAD}${rows.join('')}`];
    });
    return `# The rules

Each rule is one way in which a kernel fails to boot on Xen. They are grouped by the stage of the
boot that they stop, in the order in which a boot meets them; [how Xen reads
notes](../how-xen-reads-notes.md) tells the story as a whole. The command \`explain RULE\` prints a
page in the terminal.

These pages are generated from \`src/rules\` by \`npm run docs\`.

${sections.join('\n')}`;
}
const TABLE_HEAD = '| rule | level | what is wrong |\n| --- | --- | --- |\n';
function indexRow(rule) {
    return `| [\`${rule.id}\`](${rule.id}.md) | ${rule.level} | ${rule.title} |\n`;
}

;// CONCATENATED MODULE: ./build/report/sarif-rules.js


/**
 * Every rule as a `reportingDescriptor` (SARIF 2.1.0, §3.49), whether it hit or not: GitHub wants
 * the same rules in every log of a tool. It takes 1024 characters of a description.
 *
 * @param pages the URL of the directory of the rules' pages; `null` where that is not known.
 */
function sarifRules(pages) {
    return Object.values(RULES).map((rule) => ({
        id: rule.id,
        shortDescription: { text: `${sarif_rules_plain(rule.title)}.` },
        fullDescription: { text: sarif_rules_plain(rule.explanation.split('\n\n')[0] ?? '') },
        help: { text: helpText(rule), markdown: rulePage(rule) },
        helpUri: pages === null ? rule.references[0] : `${pages}/${rule.id}.md`,
        defaultConfiguration: { level: rule.level },
        properties: {
            tags: ['xen', rule.stage],
            precision: 'very-high',
            'problem.severity': rule.level,
        },
    }));
}
/** The place of a rule in that list; -1 for one of another program. */
function sarifRuleIndex(id) {
    return Object.keys(RULES).indexOf(id);
}
function helpText({ explanation, fix, askXen, references }) {
    return [
        sarif_rules_plain(explanation),
        `What to change in the kernel: ${sarif_rules_plain(fix)}`,
        `What to ask of the Xen side: ${sarif_rules_plain(askXen)}`,
        references.join('\n'),
    ].join('\n\n');
}
/** A rule's text without the marks of its code spans. */
function sarif_rules_plain(text) {
    return text.replaceAll('`', '');
}

;// CONCATENATED MODULE: ./build/report/sarif.js











/** GitHub shows no more results of a run, and refuses a run of more than 25,000. */
const MAX_RESULTS = 5_000;
/** What a message may have, in characters: all of them together stay far below GitHub's 10 MB. */
const MAX_MESSAGE = 2_048;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/**
 * A report as SARIF 2.1.0, the static analysis format of OASIS, as GitHub's code scanning takes it:
 * one run, and in it one result for each cause and kernel, the severest first.
 */
function renderSarif(report, options) {
    return renderJson({ $schema: SCHEMA, version: '2.1.0', runs: [runOf(report, options)] });
}
function runOf(report, options) {
    const { name, version } = report.tool;
    const uri = uriMaker(options.workspace);
    const all = hitsOf(report);
    const results = resultsOf(all.slice(0, MAX_RESULTS), uri, options.locate ?? (() => null));
    const notes = notifications(report, all.length - results.length);
    return {
        tool: {
            driver: {
                name,
                version,
                semanticVersion: version,
                rules: sarifRules(options.pages ?? null),
            },
        },
        // What follows the last slash would be the run, which GitHub does not use.
        automationDetails: { id: `${options.category}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
            { executionSuccessful: report.problems.length === 0, toolExecutionNotifications: notes },
        ],
        artifacts: report.kernels.map(({ path, size, sha256 }) => ({
            location: { uri: uri(path) },
            length: size,
            hashes: { 'sha-256': sha256 },
            roles: ['analysisTarget'],
        })),
        results,
    };
}
function hitsOf(report) {
    return causesOf(report).flatMap((cause) => {
        const byKernel = new Map();
        for (const place of cause.places) {
            byKernel.set(place.kernel, [...(byKernel.get(place.kernel) ?? []), place]);
        }
        return [...byKernel].map(([kernel, places]) => ({ cause: { ...cause, places }, kernel }));
    });
}
function resultsOf(hits, uri, locate) {
    const fingerprint = fingerprinter();
    return hits.map(({ cause, kernel }) => {
        const target = uri(kernel.path);
        const index = sarifRuleIndex(cause.rule);
        return {
            ruleId: cause.rule,
            ...(index >= 0 && { ruleIndex: index }),
            level: cause.level,
            message: { text: messageOf(cause) },
            analysisTarget: { uri: target },
            locations: [{ physicalLocation: locationOf(target, locate(cause)) }],
            partialFingerprints: { primaryLocationLineHash: fingerprint(cause, target) },
        };
    });
}
/** GitHub shows the first sentence where there is little room. */
function messageOf(cause) {
    const lines = [
        forSarif(cause.message),
        ...describePlaces(cause).map(({ where }) => `Where: ${where}.`),
        ...describeWordings(wordings_wordingsOf(cause), forSarif),
        `Fix: ${forSarif(cause.fix)}`,
    ];
    return clip(lines.join('\n'), MAX_MESSAGE);
}
/** A binary has no lines, but GitHub wants one of everything: the first stands for the file. */
function locationOf(target, region) {
    return {
        artifactLocation: { uri: region ? uriOf(region.file) : target },
        region: {
            startLine: region?.line ?? 1,
            startColumn: region?.column ?? 1,
            endLine: region?.endLine ?? 1,
            endColumn: region?.endColumn ?? 2,
        },
    };
}
/**
 * What GitHub knows an alert by from one commit to the next. It depends on neither the line, which
 * moves, nor on the offsets and sizes in the message, which every build has others of.
 */
function fingerprinter() {
    const met = new Map();
    return ({ rule, message }, target) => {
        const lasting = message.replace(/\b(?:0x[0-9a-f]+|\d+)\b/gi, '#');
        const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256').update(JSON.stringify([rule, target, lasting]));
        const digest = hash.digest('hex').slice(0, 16);
        const times = (met.get(digest) ?? 0) + 1;
        met.set(digest, times);
        return `${digest}:${times}`;
    };
}
function notifications({ kernels, problems }, left) {
    const unchecked = kernels.filter((kernel) => !wasChecked(kernel));
    const say = (level, text) => ({
        level,
        message: { text: clip(text, MAX_MESSAGE) },
    });
    return [
        ...problems.map(({ path, message }) => say('error', `${forSarif(path)}: ${forSarif(message)}`)),
        ...unchecked.map(({ path }) => say('error', `${forSarif(path)}: ${UNCHECKED}`)),
        ...(left > 0 ? [say('warning', `${left} more results than GitHub shows were left out.`)] : []),
    ];
}
/** A path as a URI; one that lies in the workspace is relative to it. */
function uriMaker(workspace) {
    if (workspace === undefined)
        return uriOf;
    return (path) => uriOf(fileInside(workspace, path) ?? path);
}
/** A relative path stays relative: GitHub looks for it in the repository. */
function uriOf(path) {
    const wellFormed = external_node_path_.posix.normalize(path).replace(/\p{Cs}/gu, '\ufffd');
    const encoded = wellFormed.split('/').map(encodeURIComponent).join('/');
    return path.startsWith('/') ? `file://${encoded}` : encoded;
}

;// CONCATENATED MODULE: ./build/report/wrap.js
/**
 * Breaks text at spaces into lines of at most `width` characters; a word that is longer is cut.
 * One empty line for text without words.
 */
function wrap_wrap(text, width) {
    const words = text.split(' ').filter((word) => word !== '');
    const pieces = words.flatMap((word) => cut(word, width));
    return pieces.length === 0 ? [''] : wrap_fill(pieces, 1, width).map((line) => line.join(' '));
}
/**
 * Distributes pieces over lines of at most `width` characters, `gap` characters between two; a
 * longer piece has a line to itself.
 */
function wrap_fill(pieces, gap, width) {
    const lines = [];
    let used = Number.POSITIVE_INFINITY;
    for (const piece of pieces) {
        if (used + gap + piece.length <= width) {
            lines.at(-1)?.push(piece);
            used += gap + piece.length;
        }
        else {
            lines.push([piece]);
            used = piece.length;
        }
    }
    return lines;
}
/** Wrapped text behind a label, its lines aligned: `Fix   enable …`. */
function labelled(label, text, indent, width) {
    const lines = wrap_wrap(text, Math.max(width - indent, MIN_WIDTH));
    return lines.map((line, i) => (i === 0 ? label : '').padEnd(indent) + line);
}
/** Narrower than this nothing can be read, so a narrower terminal wraps lines itself. */
const MIN_WIDTH = 20;
/** By code points, so that no pair of surrogates is torn. */
function cut(word, width) {
    if (word.length <= width)
        return [word];
    const chars = Array.from(word);
    const pieces = [];
    for (let at = 0; at < chars.length; at += width) {
        pieces.push(chars.slice(at, at + width).join(''));
    }
    return pieces;
}

;// CONCATENATED MODULE: ./build/report/text.js









/** Columns of the labels before a cause's text and of the names of boot paths. */
const LABEL = 12;
/**
 * A report as people read it: the decision, then who boots where, then each reason once, with what
 * Xen would print and what to do. Problems are told by whoever prints this.
 */
function renderText(report, options) {
    const { colors, width } = options;
    const paint = report.gate.passed ? colors.green : colors.red;
    const severalKernels = report.kernels.length > 1;
    const blocks = [
        wrap_wrap(headline(report), width).map((line) => colors.bold(paint(line))),
        ...report.kernels.map((kernel) => text_renderKernel(kernel, report, options)),
        ...causesOf(report).map((cause) => text_renderCause(cause, severalKernels, options)),
    ];
    return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
function text_renderKernel(kernel, { kernels }, { width, colors }) {
    const title = wrap_wrap(forTerminal(kernel.path), width).map((line) => colors.bold(line));
    const facts = wrap_wrap(forTerminal(kernelFacts(kernel, kernels).join(' · ')), width - 2);
    const rows = matrixOf(kernel).flatMap((row) => text_renderRow(row, width, colors));
    const unchecked = wasChecked(kernel) ? [] : [`  ${colors.red(UNCHECKED)}`];
    return [...title, ...facts.map((line) => `  ${colors.dim(line)}`), ...rows, ...unchecked];
}
function text_renderRow({ boot, cells }, width, colors) {
    const paints = new Map(cells.map(({ releases, status }) => [
        `${releases} ${SYMBOLS[status]}`,
        paintOf(status, colors),
    ]));
    return wrap_fill([...paints.keys()], 3, width - LABEL).map((line, i) => {
        const painted = line.map((cell) => paints.get(cell)?.(cell));
        return (i === 0 ? `  ${boot}` : '').padEnd(LABEL) + painted.join('   ');
    });
}
function paintOf(status, colors) {
    const { green, yellow, red, dim } = colors;
    return { boots: green, warns: yellow, fails: red, unsupported: dim }[status];
}
function text_renderCause(cause, severalKernels, options) {
    const { width, colors } = options;
    const paint = cause.level === 'error' ? colors.red : colors.yellow;
    const symbol = SYMBOLS[cause.level === 'error' ? 'fails' : 'warns'];
    const fields = [
        ...describePlaces(cause).map(({ kernels, where }) => [
            '  where',
            severalKernels ? `${kernels.join(', ')}: ${where}` : where,
        ]),
        ['  why', cause.message],
        ...renderWordings(wordings_wordingsOf(cause)),
        ['  fix', cause.fix],
    ];
    return [
        colors.bold(paint(`${symbol} ${cause.rule}`)),
        ...fields.flatMap(([label, text]) => {
            return labelled(label, forTerminal(text), Math.max(label.length, LABEL), width);
        }),
        // Not wrapped: it may be a command to copy.
        '  more'.padEnd(LABEL) + forTerminal(options.more(cause.rule)),
    ];
}
/** One wording stands behind the label, alternatives below it, each behind a dash. */
function renderWordings({ depending, shown, more }) {
    const says = '  Xen says';
    const texts = shown.map((lines) => (lines.length === 0 ? ['nothing'] : lines));
    if (depending === null)
        return texts.flat().map((text, i) => [i === 0 ? says : '', text]);
    const item = (text, i) => [
        `${' '.repeat(LABEL)}${i === 0 ? '- ' : '  '}`,
        text,
    ];
    return [
        [says, `${depending}:`],
        ...texts.flatMap((lines) => lines.map(item)),
        ...(more === null ? [] : [item(more, 0)]),
    ];
}

;// CONCATENATED MODULE: ./build/xen/differences.js



/**
 * Somebody's builds of releases: `4.17.7+no-domu-lzo`. Each release gets those of the differences
 * that change it, and one that none of them changes stays as it is.
 *
 * @param list how the user called the releases: `4.17.7`, `all`.
 * @throws {UsageError} on a name that means nothing, with the nearest one that does; on two that are
 * about the same; on one that changes none of the releases.
 */
function withDifferences(releases, list, names) {
    const differences = names.map((name) => ({ name, ...find(name, list) }));
    requireDistinct(differences);
    for (const difference of differences) {
        if (!releases.some((release) => changes(difference, release)))
            throw idle(difference, list);
    }
    return releases.map((release) => {
        const own = differences.filter((difference) => changes(difference, release));
        return { ...release, version: [release.version, ...own.map(({ name }) => name)].join(PLUS) };
    });
}
function find(name, list) {
    const found = differenceOf(name);
    if (found)
        return found;
    if (name === '') {
        throw new UsageError(`a difference from ${list} is empty: write +NAME, or +${NO}NAME`);
    }
    const valid = [...DIFFERENCE_NAMES.keys()].flatMap((one) => [one, NO + one]);
    const near = nearest(name, valid);
    throw new UsageError(`unknown difference '${name}' from ${list}: did you mean ${near}?`);
}
function requireDistinct(differences) {
    const met = new Map();
    for (const difference of differences) {
        const other = met.get(difference.behaviour);
        met.set(difference.behaviour, difference);
        if (other === undefined)
            continue;
        const fault = other.present === difference.present ? 'are the same' : 'contradict each other';
        throw new UsageError(`the differences '${other.name}' and '${difference.name}' ${fault}`);
    }
}
function changes({ behaviour, present }, { version }) {
    return behavioursOf(version)(behaviour) !== present;
}
function idle({ name, present }, list) {
    const why = present ? 'it is there already' : `there is no ${name.slice(NO.length)} to leave out`;
    return new UsageError(`the difference '${name}' changes nothing in ${list}: ${why}`);
}

;// CONCATENATED MODULE: ./build/xen/targets.js





/** The words of the grammar that stand for a set of releases. */
const SETS = ['supported', 'all', 'every'];
/**
 * The releases that `--xen` lists stand for, each once, oldest first:
 *
 * - `4.17.3` that release, `4.17` the newest of its series, `4.17.x` every one of its series
 * - `4.14..4.20`, `>=4.17`, `<=4.3` the newest of each series within the range
 * - `all` the newest of each series, `every` every release
 * - `supported` the newest of each series that has security support today
 * - `4.1.6.1+hvm_callback_vector`, `all+no-domu-lzo` any of these with differences: backports, or
 *   `no-` parts left out
 *
 * @param lists each a comma-separated list, as users write them.
 * @param releases every release there is, oldest first.
 * @param today `YYYY-MM-DD`.
 * @throws {UsageError} on a name that means nothing, with the nearest one that does.
 */
function parseXenList(lists, releases, today) {
    const items = lists.flatMap((list) => list.split(',')).map((item) => item.trim());
    const wanted = items.flatMap((item) => parseItem(item, releases, today));
    return [...new Map(wanted.map((release) => [release.version, release])).values()].sort((a, b) => compareVersions(a.version, b.version));
}
function parseItem(item, releases, today) {
    if (item === '')
        throw new UsageError('an entry in the list of Xen releases is empty');
    const [name = '', ...differences] = item.split(PLUS).map((part) => part.trim());
    if (name === '')
        throw new UsageError(`'${item}' lacks the release that it differs from`);
    const found = parseName(name, releases, today);
    return differences.length === 0 ? found : withDifferences(found, name, differences);
}
function parseName(name, releases, today) {
    if (name === 'every')
        return [...releases];
    if (name === 'all')
        return newestOfEach(releases);
    if (name === 'supported')
        return supported(releases, today);
    if (name.startsWith('>='))
        return range(name.slice(2).trim(), null, releases);
    if (name.startsWith('<='))
        return range(null, name.slice(2).trim(), releases);
    if (/^[<>]/.test(name))
        throw boundLeftOut(name, releases);
    const [from, to, ...rest] = name.split('..').map((bound) => bound.trim());
    if (from !== undefined && to !== undefined && rest.length === 0)
        return range(from, to, releases);
    if (name.endsWith('.x'))
        return series(name, releases);
    return newestOfEach(named(name, releases));
}
function supported(releases, today) {
    const minors = supportedMinors(today);
    const found = newestOfEach(releases.filter(({ minor }) => minors.includes(minor)));
    if (found.length > 0)
        return found;
    throw new UsageError(`none of the Xen releases known here has security support on ${today}: name some with --xen`);
}
/** The newest of each series between two bounds, both included; `null` for no bound. */
function range(from, to, releases) {
    const first = from === null ? 0 : releases.indexOf(edge(named(from, releases), 'first'));
    const last = to === null ? releases.length - 1 : releases.indexOf(edge(named(to, releases), 'last'));
    if (first > last) {
        throw new UsageError(`the range '${from}..${to}' is backwards: did you mean ${to}..${from}?`);
    }
    return newestOfEach(releases.slice(first, last + 1));
}
/** Answers `<4.3` with `<=4.2`. */
function boundLeftOut(name, releases) {
    const older = name.startsWith('<');
    const bound = name.slice(1).trim();
    const beside = edge(named(bound, releases), older ? 'first' : 'last');
    const next = releases[releases.indexOf(beside) + (older ? -1 : 1)];
    if (next === undefined) {
        return new UsageError(`no Xen release ${older ? 'older' : 'newer'} than ${bound} is known here`);
    }
    const wanted = bound === beside.minor ? next.minor : next.version;
    return new UsageError(`a range includes its bound: in place of '${name}' write '${name.slice(0, 1)}=${wanted}'`);
}
function edge(releases, end) {
    return releases.at(end === 'first' ? 0 : -1);
}
/** `4.17.x`: all point releases of a series. */
function series(item, releases) {
    const minor = item.slice(0, -'.x'.length);
    const found = releases.filter((release) => release.minor === minor);
    if (found.length > 0)
        return found;
    const valid = minorsNewestFirst(releases).map((one) => `${one}.x`);
    throw new UsageError(`unknown series '${item}': did you mean ${nearest(item, valid)}?`);
}
/** One release by its number, or all of a series by its minor; never none. */
function named(name, releases) {
    if (name === '')
        throw new UsageError('a range of Xen releases lacks a bound');
    const found = releases.filter(({ version, minor }) => version === name || minor === name);
    if (found.length > 0)
        return found;
    // Of equally near names the first is suggested: of the same series, then with as many numbers.
    const versions = releases.map(({ version }) => version).reverse();
    const minors = minorsNewestFirst(releases);
    const siblings = versions.filter((version) => version.startsWith(name.replace(/\d+$/, '')));
    const numbers = name.split('.').length > 2 ? [...siblings, ...versions] : [...minors, ...versions];
    const valid = [...numbers, ...SETS];
    throw new UsageError(`unknown release '${name}': did you mean ${nearest(name, valid)}?`);
}
/** Newest first, so that of equally near names the newest is suggested. */
function minorsNewestFirst(releases) {
    return [...new Set(releases.map(({ minor }) => minor))].reverse();
}
function newestOfEach(releases) {
    return [...new Map(releases.map((release) => [release.minor, release])).values()];
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
var external_fs_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_fs_namespaceObject, 2);
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: external "url"
const external_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");
;// CONCATENATED MODULE: external "module"
const external_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");
;// CONCATENATED MODULE: ./node_modules/fdir/dist/index.mjs




//#region rolldown:runtime
var __require = /* @__PURE__ */ (0,external_module_namespaceObject.createRequire)(import.meta.url);

//#endregion
//#region src/utils.ts
function cleanPath(path) {
	let normalized = (0,external_path_namespaceObject.normalize)(path);
	if (normalized.length > 1 && normalized[normalized.length - 1] === external_path_namespaceObject.sep) normalized = normalized.substring(0, normalized.length - 1);
	return normalized;
}
const SLASHES_REGEX = /[\\/]/g;
function convertSlashes(path, separator) {
	return path.replace(SLASHES_REGEX, separator);
}
const WINDOWS_ROOT_DIR_REGEX = /^[a-z]:[\\/]$/i;
function isRootDirectory(path) {
	return path === "/" || WINDOWS_ROOT_DIR_REGEX.test(path);
}
function normalizePath(path, options) {
	const { resolvePaths, normalizePath: normalizePath$1, pathSeparator } = options;
	const pathNeedsCleaning = process.platform === "win32" && path.includes("/") || path.startsWith(".");
	if (resolvePaths) path = (0,external_path_namespaceObject.resolve)(path);
	if (normalizePath$1 || pathNeedsCleaning) path = cleanPath(path);
	if (path === ".") return "";
	const needsSeperator = path[path.length - 1] !== pathSeparator;
	return convertSlashes(needsSeperator ? path + pathSeparator : path, pathSeparator);
}

//#endregion
//#region src/api/functions/join-path.ts
function joinPathWithBasePath(filename, directoryPath) {
	return directoryPath + filename;
}
function joinPathWithRelativePath(root, options) {
	return function(filename, directoryPath) {
		const sameRoot = directoryPath.startsWith(root);
		if (sameRoot) return directoryPath.slice(root.length) + filename;
		else return convertSlashes((0,external_path_namespaceObject.relative)(root, directoryPath), options.pathSeparator) + options.pathSeparator + filename;
	};
}
function joinPath(filename) {
	return filename;
}
function joinDirectoryPath(filename, directoryPath, separator) {
	return directoryPath + filename + separator;
}
function build$7(root, options) {
	const { relativePaths, includeBasePath } = options;
	return relativePaths && root ? joinPathWithRelativePath(root, options) : includeBasePath ? joinPathWithBasePath : joinPath;
}

//#endregion
//#region src/api/functions/push-directory.ts
function pushDirectoryWithRelativePath(root) {
	return function(directoryPath, paths) {
		paths.push(directoryPath.substring(root.length) || ".");
	};
}
function pushDirectoryFilterWithRelativePath(root) {
	return function(directoryPath, paths, filters) {
		const relativePath = directoryPath.substring(root.length) || ".";
		if (filters.every((filter) => filter(relativePath, true))) paths.push(relativePath);
	};
}
const pushDirectory = (directoryPath, paths) => {
	paths.push(directoryPath || ".");
};
const pushDirectoryFilter = (directoryPath, paths, filters) => {
	const path = directoryPath || ".";
	if (filters.every((filter) => filter(path, true))) paths.push(path);
};
const empty$2 = () => {};
function build$6(root, options) {
	const { includeDirs, filters, relativePaths } = options;
	if (!includeDirs) return empty$2;
	if (relativePaths) return filters && filters.length ? pushDirectoryFilterWithRelativePath(root) : pushDirectoryWithRelativePath(root);
	return filters && filters.length ? pushDirectoryFilter : pushDirectory;
}

//#endregion
//#region src/api/functions/push-file.ts
const pushFileFilterAndCount = (filename, _paths, counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) counts.files++;
};
const pushFileFilter = (filename, paths, _counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) paths.push(filename);
};
const pushFileCount = (_filename, _paths, counts, _filters) => {
	counts.files++;
};
const pushFile = (filename, paths) => {
	paths.push(filename);
};
const empty$1 = () => {};
function build$5(options) {
	const { excludeFiles, filters, onlyCounts } = options;
	if (excludeFiles) return empty$1;
	if (filters && filters.length) return onlyCounts ? pushFileFilterAndCount : pushFileFilter;
	else if (onlyCounts) return pushFileCount;
	else return pushFile;
}

//#endregion
//#region src/api/functions/get-array.ts
const getArray = (paths) => {
	return paths;
};
const getArrayGroup = () => {
	return [""].slice(0, 0);
};
function build$4(options) {
	return options.group ? getArrayGroup : getArray;
}

//#endregion
//#region src/api/functions/group-files.ts
const groupFiles = (groups, directory, files) => {
	groups.push({
		directory,
		files,
		dir: directory
	});
};
const empty = () => {};
function build$3(options) {
	return options.group ? groupFiles : empty;
}

//#endregion
//#region src/api/functions/resolve-symlink.ts
const resolveSymlinksAsync = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	fs.realpath(path, (error, resolvedPath) => {
		if (error) return queue.dequeue(suppressErrors ? null : error, state);
		fs.stat(resolvedPath, (error$1, stat) => {
			if (error$1) return queue.dequeue(suppressErrors ? null : error$1, state);
			if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return queue.dequeue(null, state);
			callback$1(stat, resolvedPath);
			queue.dequeue(null, state);
		});
	});
};
const resolveSymlinks = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	try {
		const resolvedPath = fs.realpathSync(path);
		const stat = fs.statSync(resolvedPath);
		if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return;
		callback$1(stat, resolvedPath);
	} catch (e) {
		if (!suppressErrors) throw e;
	}
};
function build$2(options, isSynchronous) {
	if (!options.resolveSymlinks || options.excludeSymlinks) return null;
	return isSynchronous ? resolveSymlinks : resolveSymlinksAsync;
}
function isRecursive(path, resolved, state) {
	if (state.options.useRealPaths) return isRecursiveUsingRealPaths(resolved, state);
	let parent = (0,external_path_namespaceObject.dirname)(path);
	let depth = 1;
	while (parent !== state.root && depth < 2) {
		const resolvedPath = state.symlinks.get(parent);
		const isSameRoot = !!resolvedPath && (resolvedPath === resolved || resolvedPath.startsWith(resolved) || resolved.startsWith(resolvedPath));
		if (isSameRoot) depth++;
		else parent = (0,external_path_namespaceObject.dirname)(parent);
	}
	state.symlinks.set(path, resolved);
	return depth > 1;
}
function isRecursiveUsingRealPaths(resolved, state) {
	return state.visited.includes(resolved + state.options.pathSeparator);
}

//#endregion
//#region src/api/functions/invoke-callback.ts
const onlyCountsSync = (state) => {
	return state.counts;
};
const groupsSync = (state) => {
	return state.groups;
};
const defaultSync = (state) => {
	return state.paths;
};
const limitFilesSync = (state) => {
	return state.paths.slice(0, state.options.maxFiles);
};
const onlyCountsAsync = (state, error, callback$1) => {
	dist_report(error, callback$1, state.counts, state.options.suppressErrors);
	return null;
};
const defaultAsync = (state, error, callback$1) => {
	dist_report(error, callback$1, state.paths, state.options.suppressErrors);
	return null;
};
const limitFilesAsync = (state, error, callback$1) => {
	dist_report(error, callback$1, state.paths.slice(0, state.options.maxFiles), state.options.suppressErrors);
	return null;
};
const groupsAsync = (state, error, callback$1) => {
	dist_report(error, callback$1, state.groups, state.options.suppressErrors);
	return null;
};
function dist_report(error, callback$1, output, suppressErrors) {
	if (error && !suppressErrors) callback$1(error, output);
	else callback$1(null, output);
}
function build$1(options, isSynchronous) {
	const { onlyCounts, group, maxFiles } = options;
	if (onlyCounts) return isSynchronous ? onlyCountsSync : onlyCountsAsync;
	else if (group) return isSynchronous ? groupsSync : groupsAsync;
	else if (maxFiles) return isSynchronous ? limitFilesSync : limitFilesAsync;
	else return isSynchronous ? defaultSync : defaultAsync;
}

//#endregion
//#region src/api/functions/walk-directory.ts
const readdirOpts = { withFileTypes: true };
const walkAsync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	state.queue.enqueue();
	if (currentDepth < 0) return state.queue.dequeue(null, state);
	const { fs } = state;
	state.visited.push(crawlPath);
	state.counts.directories++;
	fs.readdir(crawlPath || ".", readdirOpts, (error, entries = []) => {
		callback$1(entries, directoryPath, currentDepth);
		state.queue.dequeue(state.options.suppressErrors ? null : error, state);
	});
};
const walkSync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	const { fs } = state;
	if (currentDepth < 0) return;
	state.visited.push(crawlPath);
	state.counts.directories++;
	let entries = [];
	try {
		entries = fs.readdirSync(crawlPath || ".", readdirOpts);
	} catch (e) {
		if (!state.options.suppressErrors) throw e;
	}
	callback$1(entries, directoryPath, currentDepth);
};
function dist_build(isSynchronous) {
	return isSynchronous ? walkSync : walkAsync;
}

//#endregion
//#region src/api/queue.ts
/**
* This is a custom stateless queue to track concurrent async fs calls.
* It increments a counter whenever a call is queued and decrements it
* as soon as it completes. When the counter hits 0, it calls onQueueEmpty.
*/
var Queue = class {
	count = 0;
	constructor(onQueueEmpty) {
		this.onQueueEmpty = onQueueEmpty;
	}
	enqueue() {
		this.count++;
		return this.count;
	}
	dequeue(error, output) {
		if (this.onQueueEmpty && (--this.count <= 0 || error)) {
			this.onQueueEmpty(error, output);
			if (error) {
				output.controller.abort();
				this.onQueueEmpty = void 0;
			}
		}
	}
};

//#endregion
//#region src/api/counter.ts
var Counter = class {
	_files = 0;
	_directories = 0;
	set files(num) {
		this._files = num;
	}
	get files() {
		return this._files;
	}
	set directories(num) {
		this._directories = num;
	}
	get directories() {
		return this._directories;
	}
	/**
	* @deprecated use `directories` instead
	*/
	/* c8 ignore next 3 */
	get dirs() {
		return this._directories;
	}
};

//#endregion
//#region src/api/aborter.ts
/**
* AbortController is not supported on Node 14 so we use this until we can drop
* support for Node 14.
*/
var Aborter = class {
	aborted = false;
	abort() {
		this.aborted = true;
	}
};

//#endregion
//#region src/api/walker.ts
var Walker = class {
	root;
	isSynchronous;
	state;
	joinPath;
	pushDirectory;
	pushFile;
	getArray;
	groupFiles;
	resolveSymlink;
	walkDirectory;
	callbackInvoker;
	constructor(root, options, callback$1) {
		this.isSynchronous = !callback$1;
		this.callbackInvoker = build$1(options, this.isSynchronous);
		this.root = normalizePath(root, options);
		this.state = {
			root: isRootDirectory(this.root) ? this.root : this.root.slice(0, -1),
			paths: [""].slice(0, 0),
			groups: [],
			counts: new Counter(),
			options,
			queue: new Queue((error, state) => this.callbackInvoker(state, error, callback$1)),
			symlinks: /* @__PURE__ */ new Map(),
			visited: [""].slice(0, 0),
			controller: new Aborter(),
			fs: options.fs || external_fs_namespaceObject_0
		};
		this.joinPath = build$7(this.root, options);
		this.pushDirectory = build$6(this.root, options);
		this.pushFile = build$5(options);
		this.getArray = build$4(options);
		this.groupFiles = build$3(options);
		this.resolveSymlink = build$2(options, this.isSynchronous);
		this.walkDirectory = dist_build(this.isSynchronous);
	}
	start() {
		this.pushDirectory(this.root, this.state.paths, this.state.options.filters);
		this.walkDirectory(this.state, this.root, this.root, this.state.options.maxDepth, this.walk);
		return this.isSynchronous ? this.callbackInvoker(this.state, null) : null;
	}
	walk = (entries, directoryPath, depth) => {
		const { paths, options: { filters, resolveSymlinks: resolveSymlinks$1, excludeSymlinks, exclude, maxFiles, signal, useRealPaths, pathSeparator }, controller } = this.state;
		if (controller.aborted || signal && signal.aborted || maxFiles && paths.length > maxFiles) return;
		const files = this.getArray(this.state.paths);
		for (let i = 0; i < entries.length; ++i) {
			const entry = entries[i];
			if (entry.isFile() || entry.isSymbolicLink() && !resolveSymlinks$1 && !excludeSymlinks) {
				const filename = this.joinPath(entry.name, directoryPath);
				this.pushFile(filename, files, this.state.counts, filters);
			} else if (entry.isDirectory()) {
				let path = joinDirectoryPath(entry.name, directoryPath, this.state.options.pathSeparator);
				if (exclude && exclude(entry.name, path)) continue;
				this.pushDirectory(path, paths, filters);
				this.walkDirectory(this.state, path, path, depth - 1, this.walk);
			} else if (this.resolveSymlink && entry.isSymbolicLink()) {
				let path = joinPathWithBasePath(entry.name, directoryPath);
				this.resolveSymlink(path, this.state, (stat, resolvedPath) => {
					if (stat.isDirectory()) {
						resolvedPath = normalizePath(resolvedPath, this.state.options);
						if (exclude && exclude(entry.name, useRealPaths ? resolvedPath : path + pathSeparator)) return;
						this.walkDirectory(this.state, resolvedPath, useRealPaths ? resolvedPath : path + pathSeparator, depth - 1, this.walk);
					} else {
						resolvedPath = useRealPaths ? resolvedPath : path;
						const filename = (0,external_path_namespaceObject.basename)(resolvedPath);
						const directoryPath$1 = normalizePath((0,external_path_namespaceObject.dirname)(resolvedPath), this.state.options);
						resolvedPath = this.joinPath(filename, directoryPath$1);
						this.pushFile(resolvedPath, files, this.state.counts, filters);
					}
				});
			}
		}
		this.groupFiles(this.state.groups, directoryPath, files);
	};
};

//#endregion
//#region src/api/async.ts
function promise(root, options) {
	return new Promise((resolve$1, reject) => {
		callback(root, options, (err, output) => {
			if (err) return reject(err);
			resolve$1(output);
		});
	});
}
function callback(root, options, callback$1) {
	let walker = new Walker(root, options, callback$1);
	walker.start();
}

//#endregion
//#region src/api/sync.ts
function sync(root, options) {
	const walker = new Walker(root, options);
	return walker.start();
}

//#endregion
//#region src/builder/api-builder.ts
var APIBuilder = class {
	constructor(root, options) {
		this.root = root;
		this.options = options;
	}
	withPromise() {
		return promise(this.root, this.options);
	}
	withCallback(cb) {
		callback(this.root, this.options, cb);
	}
	sync() {
		return sync(this.root, this.options);
	}
};

//#endregion
//#region src/builder/index.ts
let pm = null;
/* c8 ignore next 6 */
try {
	__require.resolve("picomatch");
	pm = __require("picomatch");
} catch {}
var Builder = class {
	globCache = {};
	options = {
		maxDepth: Infinity,
		suppressErrors: true,
		pathSeparator: external_path_namespaceObject.sep,
		filters: []
	};
	globFunction;
	constructor(options) {
		this.options = {
			...this.options,
			...options
		};
		this.globFunction = this.options.globFunction;
	}
	group() {
		this.options.group = true;
		return this;
	}
	withPathSeparator(separator) {
		this.options.pathSeparator = separator;
		return this;
	}
	withBasePath() {
		this.options.includeBasePath = true;
		return this;
	}
	withRelativePaths() {
		this.options.relativePaths = true;
		return this;
	}
	withDirs() {
		this.options.includeDirs = true;
		return this;
	}
	withMaxDepth(depth) {
		this.options.maxDepth = depth;
		return this;
	}
	withMaxFiles(limit) {
		this.options.maxFiles = limit;
		return this;
	}
	withFullPaths() {
		this.options.resolvePaths = true;
		this.options.includeBasePath = true;
		return this;
	}
	withErrors() {
		this.options.suppressErrors = false;
		return this;
	}
	withSymlinks({ resolvePaths = true } = {}) {
		this.options.resolveSymlinks = true;
		this.options.useRealPaths = resolvePaths;
		return this.withFullPaths();
	}
	withAbortSignal(signal) {
		this.options.signal = signal;
		return this;
	}
	normalize() {
		this.options.normalizePath = true;
		return this;
	}
	filter(predicate) {
		this.options.filters.push(predicate);
		return this;
	}
	onlyDirs() {
		this.options.excludeFiles = true;
		this.options.includeDirs = true;
		return this;
	}
	exclude(predicate) {
		this.options.exclude = predicate;
		return this;
	}
	onlyCounts() {
		this.options.onlyCounts = true;
		return this;
	}
	crawl(root) {
		return new APIBuilder(root || ".", this.options);
	}
	withGlobFunction(fn) {
		this.globFunction = fn;
		return this;
	}
	/**
	* @deprecated Pass options using the constructor instead:
	* ```ts
	* new fdir(options).crawl("/path/to/root");
	* ```
	* This method will be removed in v7.0
	*/
	/* c8 ignore next 4 */
	crawlWithOptions(root, options) {
		this.options = {
			...this.options,
			...options
		};
		return new APIBuilder(root || ".", this.options);
	}
	glob(...patterns) {
		if (this.globFunction) return this.globWithOptions(patterns);
		return this.globWithOptions(patterns, ...[{ dot: true }]);
	}
	globWithOptions(patterns, ...options) {
		const globFn = this.globFunction || pm;
		/* c8 ignore next 5 */
		if (!globFn) throw new Error("Please specify a glob function to use glob matching.");
		var isMatch = this.globCache[patterns.join("\0")];
		if (!isMatch) {
			isMatch = globFn(patterns, ...options);
			this.globCache[patterns.join("\0")] = isMatch;
		}
		this.options.filters.push((path) => isMatch(path));
		return this;
	}
};

//#endregion

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __nccwpck_require__(6);
;// CONCATENATED MODULE: ./node_modules/tinyglobby/dist/index.mjs





//#region src/utils.ts
const isReadonlyArray = Array.isArray;
const BACKSLASHES = /\\/g;
const DRIVE_RELATIVE_PATH = /^[A-Za-z]:$/;
const isWin = process.platform === "win32";
const ONLY_PARENT_DIRECTORIES = /^(\/?\.\.)+$/;
function getPartialMatcher(patterns, options = {}) {
	const patternsCount = patterns.length;
	const patternsParts = Array(patternsCount);
	const matchers = Array(patternsCount);
	let i, j;
	for (i = 0; i < patternsCount; i++) {
		const parts = splitPattern(patterns[i]);
		patternsParts[i] = parts;
		const partsCount = parts.length;
		const partMatchers = Array(partsCount);
		for (j = 0; j < partsCount; j++) partMatchers[j] = picomatch(parts[j], options);
		matchers[i] = partMatchers;
	}
	return (input) => {
		const inputParts = input.split("/");
		if (inputParts[0] === ".." && ONLY_PARENT_DIRECTORIES.test(input)) return true;
		for (i = 0; i < patternsCount; i++) {
			const patternParts = patternsParts[i];
			const matcher = matchers[i];
			const inputPatternCount = inputParts.length;
			const minParts = Math.min(inputPatternCount, patternParts.length);
			j = 0;
			while (j < minParts) {
				const part = patternParts[j];
				if (part.includes("/")) return true;
				if (!matcher[j](inputParts[j])) break;
				if (!options.noglobstar && part === "**") return true;
				j++;
			}
			if (j === inputPatternCount) return true;
		}
		return false;
	};
}
/* node:coverage ignore next 2 */
const WIN32_ROOT_DIR = /^[A-Z]:\/$/i;
const isRoot = isWin ? (p) => WIN32_ROOT_DIR.test(p) : (p) => p === "/";
function buildFormat(cwd, root, absolute) {
	if (cwd === root || root.startsWith(`${cwd}/`)) {
		if (absolute) {
			const start = cwd.length + +!isRoot(cwd);
			return (p, isDir) => p.slice(start, isDir ? -1 : void 0) || ".";
		}
		const prefix = root.slice(cwd.length + 1);
		if (prefix) return (p, isDir) => {
			if (p === ".") return prefix;
			const result = `${prefix}/${p}`;
			return isDir ? result.slice(0, -1) : result;
		};
		return (p, isDir) => isDir && p !== "." ? p.slice(0, -1) : p;
	}
	if (absolute) return (p) => external_path_namespaceObject.posix.relative(cwd, p) || ".";
	return (p) => external_path_namespaceObject.posix.relative(cwd, `${root}/${p}`) || ".";
}
function buildRelative(cwd, root) {
	if (root.startsWith(`${cwd}/`)) {
		const prefix = root.slice(cwd.length + 1);
		return (p) => `${prefix}/${p}`;
	}
	return (p) => {
		const result = external_path_namespaceObject.posix.relative(cwd, `${root}/${p}`);
		return p[p.length - 1] === "/" && result !== "" ? `${result}/` : result || ".";
	};
}
function ensureNonDriveRelativePath(path) {
	return path.replace(DRIVE_RELATIVE_PATH, (match) => `${match}/`);
}
const splitPatternOptions = { parts: true };
function splitPattern(path) {
	var _result$parts;
	const result = picomatch.scan(path, splitPatternOptions);
	return ((_result$parts = result.parts) === null || _result$parts === void 0 ? void 0 : _result$parts.length) ? result.parts : [path];
}
const ESCAPED_WIN32_BACKSLASHES = /\\(?![()[\]{}!+@])/g;
function convertPosixPathToPattern(path) {
	return escapePosixPath(path);
}
function convertWin32PathToPattern(path) {
	return escapeWin32Path(path).replace(ESCAPED_WIN32_BACKSLASHES, "/");
}
/**
* Converts a path to a pattern depending on the platform.
* Identical to {@link escapePath} on POSIX systems.
* @see {@link https://superchupu.dev/tinyglobby/documentation#convertPathToPattern}
*/
/* node:coverage ignore next 3 */
const convertPathToPattern = (/* unused pure expression or super */ null && (isWin ? convertWin32PathToPattern : convertPosixPathToPattern));
const POSIX_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}*?|]|^!|[!+@](?=\()|\\(?![()[\]{}!*+?@|]))/g;
const WIN32_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}]|^!|[!+@](?=\())/g;
const escapePosixPath = (path) => path.replace(POSIX_UNESCAPED_GLOB_SYMBOLS, "\\$&");
const escapeWin32Path = (path) => path.replace(WIN32_UNESCAPED_GLOB_SYMBOLS, "\\$&");
/**
* Escapes a path's special characters depending on the platform.
* @see {@link https://superchupu.dev/tinyglobby/documentation#escapePath}
*/
/* node:coverage ignore next */
const escapePath = isWin ? escapeWin32Path : escapePosixPath;
/**
* Checks if a pattern has dynamic parts.
*
* Has a few minor differences with [`fast-glob`](https://github.com/mrmlnc/fast-glob) for better accuracy:
*
* - Doesn't necessarily return `false` on patterns that include `\`.
* - Returns `true` if the pattern includes parentheses, regardless of them representing one single pattern or not.
* - Returns `true` for unfinished glob extensions i.e. `(h`, `+(h`.
* - Returns `true` for unfinished brace expansions as long as they include `,` or `..`.
*
* @see {@link https://superchupu.dev/tinyglobby/documentation#isDynamicPattern}
*/
function isDynamicPattern(pattern, options) {
	if ((options === null || options === void 0 ? void 0 : options.caseSensitiveMatch) === false) return true;
	const scan = picomatch.scan(pattern);
	return scan.isGlob || scan.negated;
}
function log(...tasks) {
	console.log(`[tinyglobby ${(/* @__PURE__ */ new Date()).toLocaleTimeString("es")}]`, ...tasks);
}
function ensureStringArray(value) {
	return typeof value === "string" ? [value] : value !== null && value !== void 0 ? value : [];
}
//#endregion
//#region src/patterns.ts
const PARENT_DIRECTORY = /^(\/?\.\.)+/;
const ESCAPING_BACKSLASHES = /\\(?=[()[\]{}!*+?@|])/g;
function normalizePattern(pattern, opts, props, isIgnore) {
	var _PARENT_DIRECTORY$exe;
	const cwd = opts.cwd;
	let result = pattern;
	if (pattern[pattern.length - 1] === "/") result = pattern.slice(0, -1);
	if (result[result.length - 1] !== "*" && opts.expandDirectories) result += "/**";
	const escapedCwd = escapePath(cwd);
	result = (0,external_path_namespaceObject.isAbsolute)(result.replace(ESCAPING_BACKSLASHES, "")) ? external_path_namespaceObject.posix.relative(escapedCwd, result) : external_path_namespaceObject.posix.normalize(result);
	const parentDir = (_PARENT_DIRECTORY$exe = PARENT_DIRECTORY.exec(result)) === null || _PARENT_DIRECTORY$exe === void 0 ? void 0 : _PARENT_DIRECTORY$exe[0];
	const parts = splitPattern(result);
	if (parentDir) {
		const n = (parentDir.length + 1) / 3;
		let i = 0;
		const cwdParts = escapedCwd.split("/");
		while (i < n && parts[i + n] === cwdParts[cwdParts.length + i - n]) {
			result = result.slice(0, (n - i - 1) * 3) + result.slice((n - i) * 3 + parts[i + n].length + 1) || ".";
			i++;
		}
		const potentialRoot = external_path_namespaceObject.posix.join(cwd, parentDir.slice(i * 3));
		if (potentialRoot[0] !== "." && props.root.length > potentialRoot.length) {
			props.root = ensureNonDriveRelativePath(potentialRoot);
			props.depthOffset = -n + i;
		}
	}
	if (!isIgnore && props.depthOffset >= 0) {
		var _props$commonPath;
		(_props$commonPath = props.commonPath) !== null && _props$commonPath !== void 0 || (props.commonPath = parts);
		const newCommonPath = [];
		const length = Math.min(props.commonPath.length, parts.length);
		for (let i = 0; i < length; i++) {
			const part = parts[i];
			if (part === "**" && !parts[i + 1]) {
				newCommonPath.pop();
				break;
			}
			if (i === parts.length - 1 || part !== props.commonPath[i] || isDynamicPattern(part)) break;
			newCommonPath.push(part);
		}
		props.depthOffset = newCommonPath.length;
		props.commonPath = newCommonPath;
		props.root = ensureNonDriveRelativePath(newCommonPath.length > 0 ? external_path_namespaceObject.posix.join(cwd, ...newCommonPath) : cwd);
	}
	return result;
}
function processPatterns(options, patterns, props) {
	const matchPatterns = [];
	const ignorePatterns = [];
	for (const pattern of options.ignore) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") ignorePatterns.push(normalizePattern(pattern, options, props, true));
	}
	for (const pattern of patterns) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") matchPatterns.push(normalizePattern(pattern, options, props, false));
		else if (pattern[1] !== "!" || pattern[2] === "(") ignorePatterns.push(normalizePattern(pattern.slice(1), options, props, true));
	}
	return {
		match: matchPatterns,
		ignore: ignorePatterns
	};
}
//#endregion
//#region src/crawler.ts
function buildCrawler(options, patterns) {
	const cwd = options.cwd;
	const props = {
		root: cwd,
		depthOffset: 0
	};
	const processed = processPatterns(options, patterns, props);
	if (options.debug) log("internal processing patterns:", processed);
	const { absolute, caseSensitiveMatch, debug, dot, followSymbolicLinks, onlyDirectories } = options;
	const root = props.root.replace(BACKSLASHES, "");
	const matchOptions = {
		dot,
		nobrace: options.braceExpansion === false,
		nocase: !caseSensitiveMatch,
		noextglob: options.extglob === false,
		noglobstar: options.globstar === false,
		posix: true
	};
	const matcher = picomatch(processed.match, matchOptions);
	const ignore = picomatch(processed.ignore, matchOptions);
	const partialMatcher = getPartialMatcher(processed.match, matchOptions);
	const format = buildFormat(cwd, root, absolute);
	const excludeFormatter = absolute ? format : buildFormat(cwd, root, true);
	const excludePredicate = (_, p) => {
		const relativePath = excludeFormatter(p, true);
		return relativePath !== "." && !partialMatcher(relativePath) || ignore(relativePath);
	};
	let maxDepth;
	if (options.deep !== void 0) maxDepth = Math.round(options.deep - props.depthOffset);
	const crawler = new Builder({
		filters: [debug ? (p, isDirectory) => {
			const path = format(p, isDirectory);
			const matches = matcher(path) && !ignore(path);
			if (matches) log(`matched ${path}`);
			return matches;
		} : (p, isDirectory) => {
			const path = format(p, isDirectory);
			return matcher(path) && !ignore(path);
		}],
		exclude: debug ? (_, p) => {
			const skipped = excludePredicate(_, p);
			log(`${skipped ? "skipped" : "crawling"} ${p}`);
			return skipped;
		} : excludePredicate,
		fs: options.fs,
		pathSeparator: "/",
		relativePaths: !absolute,
		resolvePaths: absolute,
		includeBasePath: absolute,
		resolveSymlinks: followSymbolicLinks,
		excludeSymlinks: !followSymbolicLinks,
		excludeFiles: onlyDirectories,
		includeDirs: onlyDirectories || !options.onlyFiles,
		maxDepth,
		signal: options.signal
	}).crawl(root);
	if (options.debug) log("internal properties:", {
		...props,
		root
	});
	return [crawler, cwd !== root && !absolute && buildRelative(cwd, root)];
}
//#endregion
//#region src/index.ts
function formatPaths(paths, mapper) {
	if (mapper) for (let i = paths.length - 1; i >= 0; i--) paths[i] = mapper(paths[i]);
	return paths;
}
const defaultOptions = {
	caseSensitiveMatch: true,
	debug: !!process.env.TINYGLOBBY_DEBUG,
	expandDirectories: true,
	followSymbolicLinks: true,
	onlyFiles: true
};
function getOptions(options) {
	const opts = Object.assign({}, options);
	for (const key in defaultOptions) if (opts[key] === void 0) Object.assign(opts, { [key]: defaultOptions[key] });
	opts.cwd = (opts.cwd instanceof URL ? (0,external_url_namespaceObject.fileURLToPath)(opts.cwd) : (0,external_path_namespaceObject.resolve)(opts.cwd || process.cwd())).replace(BACKSLASHES, "/");
	opts.ignore = ensureStringArray(opts.ignore);
	opts.fs && (opts.fs = {
		readdir: opts.fs.readdir || external_fs_namespaceObject.readdir,
		readdirSync: opts.fs.readdirSync || external_fs_namespaceObject.readdirSync,
		realpath: opts.fs.realpath || external_fs_namespaceObject.realpath,
		realpathSync: opts.fs.realpathSync || external_fs_namespaceObject.realpathSync,
		stat: opts.fs.stat || external_fs_namespaceObject.stat,
		statSync: opts.fs.statSync || external_fs_namespaceObject.statSync
	});
	if (opts.debug) log("globbing with options:", opts);
	return opts;
}
function getCrawler(globInput, inputOptions = {}) {
	var _ref;
	if (globInput && (inputOptions === null || inputOptions === void 0 ? void 0 : inputOptions.patterns)) throw new Error("Cannot pass patterns as both an argument and an option");
	const isModern = isReadonlyArray(globInput) || typeof globInput === "string";
	const patterns = ensureStringArray((_ref = isModern ? globInput : globInput.patterns) !== null && _ref !== void 0 ? _ref : "**/*");
	const options = getOptions(isModern ? inputOptions : globInput);
	return patterns.length > 0 ? buildCrawler(options, patterns) : [];
}
async function glob(globInput, options) {
	const [crawler, relative] = getCrawler(globInput, options);
	return crawler ? formatPaths(await crawler.withPromise(), relative) : [];
}
function globSync(globInput, options) {
	const [crawler, relative] = getCrawler(globInput, options);
	return crawler ? formatPaths(crawler.sync(), relative) : [];
}
//#endregion


;// CONCATENATED MODULE: ./build/artifacts/sniff.js





/** `boot_flag` and `header` of the Linux/x86 boot protocol lie next to each other but for a jump. */
const BOOT_FLAG = 0x1fe;
const HEADER = 0x202;
/**
 * Whether a file that nobody named is a kernel to judge: a bzImage, or an ELF file with Xen notes.
 * Only its contents count. Objects and programs among the results of a build are ELF files too, so
 * the notes are looked for; a compressed kernel is not unpacked for the question.
 *
 * @returns why it is none, or `null` where nobody would expect it to be one.
 */
async function sniff(path) {
    const file = openFile(path);
    try {
        if (isBzImage(file))
            return 'kernel';
        if (isElf(file)) {
            // The objects that a kernel is linked from have its notes already.
            if (isObjectFile(file))
                return 'object';
            return (await hasXenNotes(file)) ? 'kernel' : 'no-xen-notes';
        }
        return isCompressed(file) ? 'compressed' : null;
    }
    finally {
        file.close();
    }
}
function isBzImage(source) {
    return sniff_startsWith(source, BOOT_FLAG, '\x55\xaa') && sniff_startsWith(source, HEADER, 'HdrS');
}
function sniff_startsWith(source, offset, magic) {
    return Buffer.from(source.read(offset, magic.length)).toString('latin1') === magic;
}
async function hasXenNotes(source) {
    const kernel = await openKernel(source);
    return kernel.examine(() => kernel.elf !== null && xenNotes(kernel).length > 0);
}
/** Two bytes of lz4 and of lzma start too many other files. */
function isCompressed(source) {
    const codec = codecOf(source.read(0, 8));
    if (codec === null || codec === 'none')
        return false;
    return codec === 'gzip' || CODECS[codec].magic.length > 2;
}

;// CONCATENATED MODULE: ./build/artifacts/walk.js




/** Directories that hold nothing that was built here. */
const IGNORED_DIRECTORIES = ['.git', 'node_modules'];
/** What Linux links on its way to `vmlinux`: kernels that nobody boots. */
const INTERMEDIATE = '.tmp_';
/**
 * The kernels in a directory and below it, in the order of their names. Symbolic links are followed
 * to files inside the directory, and not out of it; links to directories never.
 */
async function walk(root) {
    const found = { files: [], problems: [], skipped: [] };
    const realRoot = await (0,promises_namespaceObject.realpath)(root);
    const pending = [root];
    for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
        try {
            const entries = await (0,promises_namespaceObject.readdir)(directory, { withFileTypes: true });
            entries.sort((a, b) => (a.name < b.name ? -1 : 1));
            for (const entry of entries) {
                const path = (0,external_node_path_.join)(directory, entry.name);
                if (!entry.isDirectory())
                    await collect(path, entry, realRoot, found);
                else if (!IGNORED_DIRECTORIES.includes(entry.name))
                    pending.push(path);
            }
        }
        catch (error) {
            found.problems.push({ path: directory, message: describeError(error) });
        }
    }
    return { ...found, files: found.files.sort() };
}
async function collect(path, entry, realRoot, found) {
    const { files, problems, skipped } = found;
    const leads = entry.isSymbolicLink() ? await targetOf(path, realRoot) : 'inside';
    if (leads === 'outside')
        skipped.push({ path, reason: 'link-out' });
    if (leads !== 'inside' || (!entry.isFile() && !entry.isSymbolicLink()))
        return;
    try {
        const result = await sniff(path);
        if (result === null)
            return;
        if (result !== 'kernel')
            skipped.push({ path, reason: result });
        else if (entry.name.startsWith(INTERMEDIATE))
            skipped.push({ path, reason: 'intermediate' });
        else
            files.push(path);
    }
    catch (error) {
        problems.push({ path, message: describeError(error) });
    }
}
/** Where a link leads: only to a file inside is it followed. */
async function targetOf(path, realRoot) {
    try {
        const target = await (0,promises_namespaceObject.realpath)(path);
        if (!(await (0,promises_namespaceObject.stat)(target)).isFile())
            return null;
        return target.startsWith(realRoot + external_node_path_.sep) ? 'inside' : 'outside';
    }
    catch {
        // A link to nowhere leads to no kernel.
        return null;
    }
}

;// CONCATENATED MODULE: ./build/artifacts/discover.js





/** A PATH that gave nothing, as a problem: a kernel that is gone must not go unnoticed. */
function barrenProblem(path) {
    return { path, message: 'there is no kernel' };
}
/**
 * Finds the files that PATHs stand for. A file that is named, by its path or by a glob, is taken
 * whatever it holds; in a directory only kernels are. A file that is found twice counts once.
 * Only regular files are ever opened, so that no pipe or device can hold the run up.
 */
async function discover(paths) {
    const files = new Map();
    const problems = [];
    const barren = [];
    const skipped = [];
    for (const path of paths) {
        const found = await discover_find(path);
        problems.push(...found.problems);
        for (const one of found.skipped)
            skipped.push(one);
        if (found.files.length === 0 && found.problems.length === 0)
            barren.push(path);
        for (const file of found.files) {
            const real = await (0,promises_namespaceObject.realpath)(file).catch(() => file);
            const known = files.get(real);
            if (known === undefined || ((await isLink(known)) && !(await isLink(file)))) {
                files.delete(real);
                files.set(real, file);
            }
        }
    }
    return { files: [...files.values()], problems, skipped, barren };
}
async function discover_find(path) {
    const status = await lookUp(path);
    if (status instanceof Error) {
        const mayBeGlob = status.code === 'ENOENT' && isDynamicPattern(path);
        return mayBeGlob ? match(path) : problem(path, describeError(status));
    }
    return status.isDirectory() ? walk(path) : discover_named(path, status);
}
async function match(pattern) {
    const [base, rest] = discover_splitPattern(pattern);
    const matches = await glob(rest, {
        // From where the pattern starts to vary, or what is to be ignored is not, in other places.
        cwd: base,
        dot: true,
        expandDirectories: false,
        followSymbolicLinks: false,
        ignore: IGNORED_DIRECTORIES.map((name) => `**/${name}/**`),
    });
    const found = [];
    for (const path of matches.sort().map((name) => (0,external_node_path_.join)(base, name))) {
        const status = await lookUp(path);
        if (status instanceof Error)
            found.push(problem(path, describeError(status)));
        else if (!status.isDirectory())
            found.push(discover_named(path, status));
    }
    return {
        files: found.flatMap(({ files }) => files),
        problems: found.flatMap(({ problems }) => problems),
        skipped: [],
    };
}
/** The directory before the first part of a pattern that may vary, and the pattern from there. */
function discover_splitPattern(pattern) {
    const cut = pattern.slice(0, pattern.search(/[*?[{(!+@\\]/)).lastIndexOf('/') + 1;
    return [pattern.slice(0, cut) || '.', pattern.slice(cut)];
}
function discover_named(path, status) {
    if (!status.isFile())
        return problem(path, 'is not a regular file');
    return { files: [path], problems: [], skipped: [] };
}
function problem(path, message) {
    return { files: [], problems: [{ path, message }], skipped: [] };
}
async function isLink(path) {
    return (0,promises_namespaceObject.lstat)(path).then((status) => status.isSymbolicLink(), () => false);
}
async function lookUp(path) {
    return (0,promises_namespaceObject.stat)(path).catch((error) => error);
}

;// CONCATENATED MODULE: ./build/artifacts/skipped.js

/** Each as what several of them are called. */
const NAMES = {
    object: (count) => `${plural(count, 'object file')} that no linker has seen`,
    'no-xen-notes': (count) => `${plural(count, 'ELF file')} without Xen notes`,
    compressed: (count) => `${plural(count, 'compressed file')}, judged only when named`,
    'link-out': (count) => `${plural(count, 'link')} out of the directory`,
    intermediate: (count) => `${plural(count, 'intermediate result')} of a build (.tmp_*)`,
};
/** How many files of a kind are named. */
const skipped_MOST_NAMED = 3;
/** What was passed over and why, a line for each reason; paths are as the file system has them. */
function describeSkipped(skipped) {
    const reasons = Object.keys(NAMES);
    return reasons.flatMap((reason) => {
        const paths = skipped.filter((one) => one.reason === reason).map(({ path }) => path);
        if (paths.length === 0)
            return [];
        const more = paths.length > skipped_MOST_NAMED ? ', …' : '';
        const named = paths.slice(0, skipped_MOST_NAMED).join(', ');
        return [`${NAMES[reason](paths.length)}: ${named}${more}`];
    });
}

;// CONCATENATED MODULE: ./build/cli/inputs.js




/**
 * The files that the user's PATHs stand for; one that gave nothing is a problem.
 *
 * @throws {UsageError} where there is nothing to judge at all.
 */
async function findKernels(paths) {
    if (paths.length === 0) {
        throw new UsageError('no kernel is named: give a file, a directory or a glob');
    }
    const { files, problems, barren, skipped } = await discover(paths);
    if (files.length === 0 && problems.length === 0) {
        const where = barren.map((path) => `'${path}'`).join(', ');
        const others = describeSkipped(skipped).map((line) => ` (not judged: ${line})`);
        throw new UsageError(`there is no kernel in ${where}${others.join('')}`);
    }
    return { files, problems: [...problems, ...barren.map(barrenProblem)] };
}
/**
 * Keeps the result from being written over a kernel.
 *
 * @throws {UsageError} where the output is one of the inputs, by whatever name.
 */
function requireOther(output, files) {
    if (output === undefined)
        return;
    const target = realPath(output);
    if (target === null || !files.some((file) => realPath(file) === target))
        return;
    throw new UsageError(`--output '${output}' would overwrite a kernel that is to be read`);
}
/** Null for a file that does not exist, or that nobody may look for. */
function realPath(path) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(path);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __nccwpck_require__(336);
;// CONCATENATED MODULE: ./build/cli/io.js





/** Exit code for a usage error, or an input that could not be judged. */
const EXIT_USAGE = 2;
const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, and a narrow terminal wraps by itself what does not fit. */
const WIDTHS = { least: 40, most: 120 };
/** To a file plain and 80 wide, to standard output as that can take it. */
function layoutOf(io, output) {
    const { stdout, env, program } = io;
    const more = (rule) => `${program} explain ${rule}`;
    if (output !== undefined) {
        return { width: DEFAULT_WIDTH, colors: picocolors.createColors(false), more };
    }
    const width = Math.min(Math.max(stdout.columns ?? DEFAULT_WIDTH, WIDTHS.least), WIDTHS.most);
    return { width, colors: picocolors.createColors(wantsColor(stdout, env)), more };
}
/** `NO_COLOR` (no-color.org) wins over `FORCE_COLOR`, and both over what the stream is. */
function wantsColor(stream, env) {
    if (env.NO_COLOR)
        return false;
    const force = env.FORCE_COLOR;
    if (force !== undefined)
        return force !== '0' && force !== 'false';
    return stream.isTTY === true && env.TERM !== 'dumb';
}
/**
 * Writes a result to a file, or to standard output.
 *
 * @throws {UsageError} where the file cannot be written.
 */
async function emit(text, io, output) {
    if (output === undefined) {
        io.stdout.write(text);
        return;
    }
    try {
        await (0,promises_namespaceObject.writeFile)(output, text);
    }
    catch (error) {
        throw new UsageError(`cannot write '${output}': ${describeError(error)}`);
    }
}
/** Tells the user, in one line, what is wrong. */
function complain(io, message) {
    io.stderr.write(`xen-boot-gate: ${forTerminal(message)}\n`);
}

;// CONCATENATED MODULE: ./build/size.js
const UNITS = { '': 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
/** A size as users write it, `256MiB` or a number of bytes, in bytes; `null` for anything else. */
function parseSize(text) {
    const [, digits, unit = ''] = /^(\d{1,12})(KiB|MiB|GiB)?$/.exec(text) ?? [];
    return digits === undefined ? null : Number(digits) * (UNITS[unit] ?? 1);
}

;// CONCATENATED MODULE: ./build/cli/options.js





/** Options that several commands have. */
const OUTPUT = {
    value: 'FILE',
    help: 'write the result to FILE instead of standard output',
};
const MAX_DICTIONARY = {
    value: 'SIZE',
    help: 'allow decompressors a dictionary of SIZE, for example 256MiB (default 128MiB)',
};
/**
 * The boot paths of `--boot` lists, in the order of the table.
 *
 * @throws {UsageError} on an unknown one, with the nearest that exists.
 */
function parseBoot(args) {
    const names = splitLists(args.all('boot')).map((name) => choose('boot path', name, [...BOOT_PATHS, 'auto']));
    if (!names.includes('auto')) {
        return names.length === 0 ? 'auto' : BOOT_PATHS.filter((path) => names.includes(path));
    }
    if (names.some((name) => name !== 'auto')) {
        throw new UsageError("--boot is 'auto' or a list of boot paths, not both");
    }
    return 'auto';
}
/**
 * How far decompressors may go.
 *
 * @throws {UsageError} on what is no size.
 */
function parseLimits(args) {
    const text = args.last('max-dictionary');
    if (text === undefined)
        return {};
    const maxDictionary = parseSize(text);
    if (maxDictionary !== null)
        return { maxDictionary };
    throw new UsageError(`--max-dictionary cannot be '${text}': write a size such as 256MiB`);
}

;// CONCATENATED MODULE: ./build/cli/progress.js

const ERASE_LINE = '\r\x1b[K';
/** Tells people at a terminal which file is being read; silent in a pipe or a log. */
function progress({ stderr }, total) {
    if (stderr.isTTY !== true)
        return { onFile: () => { }, done: () => { } };
    const width = (stderr.columns ?? 80) - 1;
    return {
        onFile: (path, index) => {
            const line = `[${index + 1}/${total}] ${forTerminal(path)}`;
            stderr.write(ERASE_LINE + Array.from(line).slice(0, width).join(''));
        },
        done: () => stderr.write(ERASE_LINE),
    };
}

;// CONCATENATED MODULE: ./build/cli/check.js













const FORMATS = {
    text: renderText,
    json: renderJson,
    markdown: renderMarkdown,
    sarif: (report) => renderSarif(report, { category: report.tool.name }),
    html: (report, _layout, today) => renderHtml(report, today),
};
/** `check PATH…`: judges kernels, prints the report, and answers whether the gate passes. */
async function check(args, io) {
    const formats = Object.keys(FORMATS);
    const format = choose('format', args.last('format') ?? 'text', formats);
    const failOn = choose('level for --fail-on', args.last('fail-on') ?? 'fails', FAIL_ON);
    const boot = parseBoot(args);
    const xen = args.all('xen');
    const releases = parseXenList(xen.length === 0 ? ['supported'] : xen, RELEASES, io.today);
    const output = args.last('output');
    const limits = parseLimits(args);
    const { files, problems } = await findKernels(args.positionals);
    requireOther(output, files);
    const tracker = progress(io, files.length);
    const report = await runGate({ files, problems, releases, boot, failOn, ...limits }, tracker.onFile);
    tracker.done();
    await emit(FORMATS[format](report, layoutOf(io, output), io.today), io, output);
    for (const { path, message } of report.problems)
        complain(io, `${path}: ${message}`);
    if (report.problems.length > 0)
        return EXIT_USAGE;
    return report.gate.passed ? 0 : 1;
}

;// CONCATENATED MODULE: ./build/demo/sample.js
/**
 * The kernel of "Xen 4.1 + Linux compiled with PVH == BOOM", xen-devel, 20 December 2013, as small
 * as a kernel can be: the notes of that report and one segment that covers what they point at.
 */
const sample_NOTES = [
    [6, 'linux'],
    [7, '2.6'],
    [5, 'xen-3.0'],
    [3, 0xffffffff80000000n],
    [1, 0xffffffff81cd51e0n],
    [2, 0xffffffff81001000n],
    [
        10,
        '!writable_page_tables|pae_pgdir_above_4gb|writable_descriptor_tables|' +
            'auto_translated_physmap|supervisor_mode_kernel|hvm_callback_vector',
    ],
];
const EHDR_SIZE = 64;
const PHDR_SIZE = 56;
const SHDR_SIZE = 64;
const sample_PT_LOAD = 1;
const sample_PT_NOTE = 4;
const sample_SHT_STRTAB = 3;
/** Where Linux loads itself by default, and enough memory after it for the entry point. */
const LOAD_ADDRESS = 0x1000000n;
const LOAD_SIZE = 0xe00000n;
const VIRTUAL_OFFSET = 0xffffffff80000000n;
/** `hlt; jmp` back to it: all that this kernel does. */
const CODE = Uint8Array.of(0xf4, 0xeb, 0xfd, 0x90);
/** An x86-64 ELF file (System V gABI, chapters 4 and 5). */
function sampleKernel() {
    const notes = concat(sample_NOTES.map(([type, desc]) => note(type, desc)));
    const notesOffset = BigInt(EHDR_SIZE + 2 * PHDR_SIZE);
    const codeOffset = notesOffset + BigInt(notes.length);
    const load = {
        type: sample_PT_LOAD,
        flags: 7,
        offset: codeOffset,
        vaddr: VIRTUAL_OFFSET + LOAD_ADDRESS,
        paddr: LOAD_ADDRESS,
        filesz: BigInt(CODE.length),
        memsz: LOAD_SIZE,
        align: 1n,
    };
    const noted = {
        type: sample_PT_NOTE,
        flags: 4,
        offset: notesOffset,
        vaddr: 0n,
        paddr: 0n,
        filesz: BigInt(notes.length),
        memsz: BigInt(notes.length),
        align: 4n,
    };
    const namesOffset = codeOffset + BigInt(CODE.length);
    const sectionsOffset = namesOffset + BigInt(SECTION_NAMES.length);
    return concat([
        header(sectionsOffset),
        segment(load),
        segment(noted),
        notes,
        CODE,
        SECTION_NAMES,
        new Uint8Array(SHDR_SIZE),
        sectionNames(namesOffset),
    ]);
}
/** `sh_name` 1 is `.shstrtab`; padded so that the headers behind it are aligned. */
const SECTION_NAMES = new TextEncoder().encode('\0.shstrtab'.padEnd(16, '\0'));
/** The section of section names, which Xen's toolstack wanted to see until 4.13. */
function sectionNames(offset) {
    const bytes = new Uint8Array(SHDR_SIZE);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 1, true); // sh_name
    view.setUint32(4, sample_SHT_STRTAB, true); // sh_type
    view.setBigUint64(24, offset, true); // sh_offset
    view.setBigUint64(32, BigInt(SECTION_NAMES.length), true); // sh_size
    return bytes;
}
function header(sectionsOffset) {
    const bytes = new Uint8Array(EHDR_SIZE);
    // EI_MAG, ELFCLASS64, ELFDATA2LSB, EV_CURRENT
    bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
    const view = new DataView(bytes.buffer);
    view.setUint16(16, 2, true); // e_type: ET_EXEC
    view.setUint16(18, 62, true); // e_machine: EM_X86_64
    view.setUint32(20, 1, true); // e_version
    view.setBigUint64(24, LOAD_ADDRESS, true); // e_entry
    view.setBigUint64(32, BigInt(EHDR_SIZE), true); // e_phoff
    view.setBigUint64(40, sectionsOffset, true); // e_shoff
    view.setUint16(52, EHDR_SIZE, true); // e_ehsize
    view.setUint16(54, PHDR_SIZE, true); // e_phentsize
    view.setUint16(56, 2, true); // e_phnum
    view.setUint16(58, SHDR_SIZE, true); // e_shentsize
    view.setUint16(60, 2, true); // e_shnum
    view.setUint16(62, 1, true); // e_shstrndx
    return bytes;
}
function segment({ type, flags, offset, vaddr, paddr, filesz, memsz, align }) {
    const bytes = new Uint8Array(PHDR_SIZE);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, type, true);
    view.setUint32(4, flags, true);
    for (const [index, word] of [offset, vaddr, paddr, filesz, memsz, align].entries()) {
        view.setBigUint64(8 + 8 * index, word, true);
    }
    return bytes;
}
/** A note of owner `Xen`; strings end with NUL, numbers have eight bytes. */
function note(type, desc) {
    const value = typeof desc === 'string' ? new TextEncoder().encode(`${desc}\0`) : sample_word(desc);
    const name = new TextEncoder().encode('Xen\0');
    const bytes = new Uint8Array(12 + name.length + Math.ceil(value.length / 4) * 4);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, name.length, true);
    view.setUint32(4, value.length, true);
    view.setUint32(8, type, true);
    bytes.set(name, 12);
    bytes.set(value, 12 + name.length);
    return bytes;
}
function sample_word(value) {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, value, true);
    return bytes;
}
function concat(parts) {
    return Uint8Array.from(parts.flatMap((part) => [...part]));
}

;// CONCATENATED MODULE: ./build/cli/demo.js








const BEFORE = [
    'On 20 December 2013 xen-devel read "Xen 4.1 + Linux compiled with PVH == BOOM": a Linux with ' +
        'support for the new PVH mode no longer booted on Xen 4.1, neither as dom0 nor as domU. Here ' +
        'is the check of that kernel on every Xen release since 4.0.',
];
const after = (program) => [
    'Why it broke: FEATURES is a list of names, and the new kernel had a new one in it, ' +
        'hvm_callback_vector. It was optional, but Xen 4.0 and 4.1 give up at any name that they do ' +
        'not know, and libelf does not print a word about it. That the kernel is no bzImage the ' +
        'toolstack of those days said of every ELF file.',
    'What ended it: ec029aaa9a79, in 4.2.0, made Xen pass over optional names that it does not ' +
        'know; 30832c06a8d1, in 4.4.0, taught it this one.',
    'The two ways out that were discussed for 4.1: tolerate unknown optional names there too, or ' +
        'backport the name. Neither was released. Mainline Linux kept the name out of FEATURES and ' +
        'announces it in SUPPORTED_FEATURES, a note that old releases pass over.',
    `Try it on a kernel of yours: ${program} check --xen every /boot/vmlinuz`,
];
/** `demo`: the check on a bundled sample. It shows a failure, and does not fail. */
async function demo(_args, io) {
    const layout = layoutOf(io);
    const kernel = await judgeSource(bytesSource(sampleKernel()), 'vmlinux-2013-12-20', {
        releases: RELEASES,
        boot: ['pv-dom0', 'pv-domu'],
    });
    const prose = (paragraphs) => paragraphs.map((text) => `${wrap_wrap(text, layout.width).join('\n')}\n`).join('\n');
    const report = renderText(makeReport([kernel], [], 'fails'), layout);
    io.stdout.write([prose(BEFORE), report, prose(after(io.program))].join('\n'));
    return 0;
}

;// CONCATENATED MODULE: ./build/cli/explain.js






/** `explain [RULE]`: the page of a rule, or the list of rules. */
async function explain_explain(args, io) {
    const [name, ...others] = args.positionals;
    if (others.length > 0)
        throw new UsageError('explain takes one rule at a time');
    const layout = layoutOf(io);
    const text = name === undefined ? list(layout) : page(choose('rule', name, ruleIds), layout);
    io.stdout.write(text);
    return 0;
}
function list({ colors }) {
    const width = Math.max(...ruleIds.map((id) => id.length));
    const rows = ruleIds.map((id) => `${colors.bold(id.padEnd(width))}  ${RULES[id].title}`);
    return `${rows.join('\n')}\n`;
}
/** The same page as under docs/rules, as wide as the terminal. */
function page(id, { width, colors }) {
    const lines = rulePage(RULES[id])
        .split('\n')
        .flatMap((line) => {
        const heading = /^#+ (.*)$/.exec(line)?.[1];
        if (heading !== undefined)
            return wrap_wrap(heading, width).map((part) => colors.bold(part));
        const url = /^\* <(.*)>$/.exec(line)?.[1];
        return url === undefined ? wrap_wrap(line, width) : [`  ${url}`];
    });
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./build/report/feature-text.js




/** Explains a FEATURES string, name by name, as Xen cuts it. */
function explainFeatures(features) {
    return featureTokens(features).map((token) => ({
        token: spell(token),
        meaning: [
            token.required ? 'required' : 'optional',
            describeKnown(token.name),
            describeRefusals(token),
        ].join(', '),
    }));
}
function spell({ name, required }) {
    return required ? `!${name}` : name;
}
function describeKnown(name) {
    const [first] = RELEASES.filter(({ version }) => knownFeature(name, behavioursOf(version)));
    if (first === undefined)
        return 'known to no release';
    return first === RELEASES[0] ? 'known to every release' : `known since ${first.version}`;
}
function describeRefusals(token) {
    const refuses = ({ version }) => parseFeatures(spell(token), behavioursOf(version)).refused !== null;
    const refusing = RELEASES.filter(refuses).map(({ version }) => version);
    if (refusing.length === 0)
        return 'never a reason to refuse';
    const all = RELEASES.map(({ version }) => version);
    return `a reason to refuse the kernel, without a word, for ${foldReleases(refusing, all)}`;
}

;// CONCATENATED MODULE: ./build/report/notes-text.js






/** Columns of a note's offset and type, and of its name. */
const notes_text_NUMBERS = 18;
const NAME = 20;
/** The notes of kernels as people read them: each note, each feature, and what Xen makes of it. */
function renderNotes(kernels, options) {
    return kernels.map((kernel) => `${notes_text_renderKernel(kernel, options).join('\n')}\n`).join('\n');
}
function notes_text_renderKernel({ path, notes, parse }, options) {
    const { width, colors } = options;
    const head = (text) => ['', colors.bold(text)];
    const features = notes.filter(({ type, unread }) => type === NOTE.FEATURES && !unread);
    return [
        ...wrap_wrap(forTerminal(path), width).map(colors.bold),
        ...(notes.length === 0
            ? ['  no Xen notes']
            : [
                colors.dim('  offset      type  name                value'),
                ...notes.flatMap(row(width)),
            ]),
        ...features.flatMap(({ value }) => [
            ...head('FEATURES, name by name'),
            ...explainFeatures(value).flatMap(({ token, meaning }) => [
                `  ${forTerminal(token) || '(an empty name)'}`,
                ...wrap_wrap(meaning, width - 6).map((line) => `      ${line}`),
            ]),
        ]),
        ...head('What Xen reads'),
        ...['pv', 'pvh'].flatMap((container) => {
            const groups = parse.filter((group) => group.container === container);
            return renderContainer(container, groups, options);
        }),
    ];
}
function row(width) {
    return ({ type, name, value, offset, unread }) => {
        const numbers = `  ${`0x${offset.toString(16)}`.padEnd(12)}${String(type).padStart(4)}`;
        const label = `${numbers.padEnd(notes_text_NUMBERS + 2)}${name.padEnd(NAME)}`;
        const text = unread
            ? `${unread.start}… (${unread.length} bytes: too long or without an end, so Xen skips it today)`
            : value;
        return labelled(label, forTerminal(text), label.length, width);
    };
}
/** libelf parses for a container that nobody can have yet; that is nothing to tell its users. */
function renderContainer(container, groups, options) {
    const { width, colors } = options;
    const asked = groups.flatMap(({ releases }) => releases).sort(compareVersions);
    const offered = new Set(asked.filter((release) => container === 'pv' || hasPvh(release)));
    const label = `  ${container.padEnd(5)}`;
    const line = (releases, text) => labelled(label, `Xen ${foldReleases(releases, asked)}: ${text}`, label.length, width);
    const without = asked.filter((release) => !offered.has(release));
    return [
        ...(without.length === 0 ? [] : line(without, 'n/a, no PVH yet').map(colors.dim)),
        ...groups.flatMap(({ releases, accepted, stage, xenSays, parameters }) => {
            const own = releases.filter((release) => offered.has(release));
            if (own.length === 0)
                return [];
            const says = xenSays === null ? 'Xen says nothing' : `Xen says: ${forTerminal(xenSays)}`;
            const outcome = accepted ? '✓ accepted' : `✗ refused at ${stage}, ${says}`;
            return [
                ...line(own, outcome).map(accepted ? colors.green : colors.red),
                ...(parameters === null ? [] : renderParameters(parameters, width)),
            ];
        }),
    ];
}
function hasPvh(release) {
    const has = behavioursOf(release);
    return has('pvh-domu') || has('pvh-dom0');
}
function renderParameters(parameters, width) {
    const pieces = Object.entries(parameters).flatMap(([name, value]) => {
        if (value === null || value === '')
            return [];
        if (typeof value === 'string')
            return [`${name}=${forTerminal(value)}`];
        return Object.entries(value).map(([part, number]) => `${name}.${part}=${number ?? 'unset'}`);
    });
    return wrap_fill(pieces, 2, width - 8).map((line) => `        ${line.join('  ')}`);
}

;// CONCATENATED MODULE: ./build/cli/notes.js












const notes_FORMATS = {
    text: renderNotes,
    json: renderJson,
};
/** `notes PATH…`: the Xen notes of kernels, and what each release reads from them. */
async function notes(args, io) {
    const formats = Object.keys(notes_FORMATS);
    const format = choose('format', args.last('format') ?? 'text', formats);
    const xen = args.all('xen');
    const releases = parseXenList(xen.length === 0 ? ['every'] : xen, RELEASES, io.today);
    const output = args.last('output');
    const limits = parseLimits(args);
    const found = await findKernels(args.positionals);
    requireOther(output, found.files);
    const kernels = [];
    const problems = [...found.problems];
    for (const path of found.files) {
        try {
            kernels.push(await readNotes(path, releases, limits, io));
        }
        catch (error) {
            problems.push({ path, message: describeError(error) });
        }
    }
    await emit(notes_FORMATS[format](kernels, layoutOf(io, output)), io, output);
    for (const { path, message } of problems)
        complain(io, `${path}: ${message}`);
    return problems.length > 0 ? EXIT_USAGE : 0;
}
async function readNotes(path, releases, limits, io) {
    const file = openFile(path);
    try {
        const kernel = await openKernel(file, limits);
        if (kernel.elf === null)
            complain(io, `${path}: ${describeUnreached(kernel)}`);
        return { path, ...(await kernel.examine(() => notesReport(kernel, releases))) };
    }
    finally {
        file.close();
    }
}
/** Why there are no notes to read, as a clause that follows the path. */
function describeUnreached({ format, wrapper, payload }) {
    const fault = wrapper?.fault ?? payload?.fault;
    if (fault)
        return `cannot be unpacked: ${fault.detail}`;
    if (format === null)
        return 'is neither a bzImage nor an ELF file';
    return 'its payload holds no ELF file';
}

;// CONCATENATED MODULE: ./build/cli/targets.js








/** `targets [--xen LIST]`: every series and difference, or the releases that a list stands for. */
async function targets(args, io) {
    const lists = args.all('xen');
    const layout = layoutOf(io);
    io.stdout.write(lists.length > 0
        ? releaseTable(parseXenList(lists, RELEASES, io.today), layout)
        : `${seriesTable(io.today, layout)}\n${COMMANDS.targets.details}\n\n${differenceTable(layout)}`);
    return 0;
}
function releaseTable(releases, { colors }) {
    const rows = releases.map(({ version, date }) => [version, date]);
    return targets_table([['release', 'date'], ...rows], colors.bold);
}
function seriesTable(today, { colors }) {
    const head = ['series', 'newest', 'of', 'bug fixes', 'security', 'boot paths'];
    const rows = SUPPORT_WINDOWS.map(({ minor, bugfixUntil, securityUntil }) => {
        const newest = RELEASES.findLast((release) => release.minor === minor);
        const paths = BOOT_PATHS.filter((path) => newest && offers(path, newest));
        const until = (day) => (day === null ? '-' : day < today ? `ended ${day}` : day);
        return [
            minor,
            newest?.version ?? '',
            newest?.date ?? '',
            until(bugfixUntil),
            until(securityUntil),
            paths.join(' '),
        ];
    });
    return targets_table([head, ...rows], colors.bold);
}
/** Every name that may follow a `+`; what every release has can only be left out. */
function differenceTable({ colors }) {
    const rows = [...DIFFERENCE_NAMES].map(([name, behaviour]) => {
        const { since, what } = BEHAVIOURS[behaviour];
        const spelling = `${since === RELEASES[0]?.version ? NO : `[${NO}]`}${name}`;
        return [spelling, since, name === behaviour ? what : `the same as ${behaviour}`];
    });
    return targets_table([['difference', 'since', 'what it is'], ...rows], colors.bold);
}
/** Columns two spaces apart, the first row being their names. */
function targets_table(rows, paintHead) {
    const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
    const lines = rows.map((row) => row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd());
    return `${lines.map((line, i) => (i === 0 ? paintHead(line) : line)).join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/cli/commands.js






const RELEASE_LIST = `A LIST of releases is separated by commas:
  4.17.3                    that release
  4.17                      the newest point release of 4.17
  4.17.x                    all point releases of 4.17
  4.14..4.20 >=4.17 <=4.3   the newest of each series in the range
  supported                 the newest of each series that has security support
  all                       the newest of each series
  every                     every release
  4.17.7+no-domu-lzo        a release that differs: +NAME for a backport,
                            +no-NAME for what was left out (see targets)
  all+no-domu-lzo           a set of releases, each with the difference, or as
                            it is where that changes nothing`;
const COMMANDS = {
    check: {
        operands: 'PATH…',
        summary: 'may these kernels ship?',
        details: `A PATH is a file, a directory or a glob. A file is judged whatever is in it; in
a directory only kernels are.

Boot paths are pv-dom0, pvh-dom0, pv-domu and pvh-domu.

${RELEASE_LIST}

Exit code: 0 the gate passes, 1 it fails, 2 usage error or an input that cannot
be read.`,
        options: {
            xen: { value: 'LIST', help: 'Xen releases to boot on (default supported)' },
            boot: {
                value: 'LIST',
                help: 'boot paths, or auto: those that the notes of a kernel claim (default auto)',
            },
            format: { value: 'FORMAT', help: 'text, json, markdown, sarif or html (default text)' },
            output: OUTPUT,
            'fail-on': { value: 'LEVEL', help: 'fails, warns or never (default fails)' },
            'max-dictionary': MAX_DICTIONARY,
        },
        run: check,
    },
    notes: {
        operands: 'PATH…',
        summary: 'what does Xen read from them, release by release?',
        details: `Prints the Xen notes of kernels, decoded, and which releases accept them.

${RELEASE_LIST}`,
        options: {
            xen: { value: 'LIST', help: 'Xen releases to read with (default every)' },
            format: { value: 'FORMAT', help: 'text or json (default text)' },
            output: OUTPUT,
            'max-dictionary': MAX_DICTIONARY,
        },
        run: notes,
    },
    explain: {
        operands: '[RULE]',
        summary: 'what a finding means and how to fix it',
        details: 'Prints the page of a rule; without one, the list of rules.',
        options: {},
        run: explain_explain,
    },
    targets: {
        operands: '',
        summary: 'the releases, their support, and the boot paths of each',
        details: RELEASE_LIST,
        options: { xen: { value: 'LIST', help: 'print the releases that LIST stands for' } },
        run: targets,
    },
    demo: {
        operands: '',
        summary: 'the check on the kernel of the report that started this project',
        details: 'Checks a bundled sample on every release, and tells its story.',
        options: {},
        run: demo,
    },
};
const COMMAND_NAMES = Object.keys(COMMANDS);

;// CONCATENATED MODULE: ./build/cli/help.js


/** Help is as wide as any terminal. */
const WIDTH = 80;
/**
 * What `--help` prints.
 *
 * @param program how the user calls it.
 */
function mainHelp(program) {
    return `Will the kernel you just built boot on the Xen your users run?

Usage: ${program} COMMAND [OPTION…] [PATH…]

Commands:
${help_table(COMMAND_NAMES.map((name) => [name, COMMANDS[name].summary]))}

Options:
${help_table([
        ['--help', 'this help; after a command, the help of that command'],
        ['--version', 'the version of this program'],
    ])}
`;
}
/** What `COMMAND --help` prints. */
function commandHelp(name, program) {
    const command = COMMANDS[name];
    const usage = [program, name, '[OPTION…]', command.operands].join(' ').trimEnd();
    return `Usage: ${usage}

${command.summary}

${command.details}

Options:
${help_table([...optionRows(command.options), ['--help', 'this help']])}
`;
}
function optionRows(options) {
    return Object.entries(options).map(([name, { value, help }]) => [
        `--${name}${value === undefined ? '' : ` ${value}`}`,
        help,
    ]);
}
function help_table(rows) {
    const indent = Math.max(...rows.map(([name]) => name.length)) + 4;
    return rows.flatMap(([name, text]) => labelled(`  ${name}`, text, indent, WIDTH)).join('\n');
}

;// CONCATENATED MODULE: ./build/cli/main.js







/**
 * Runs the command line and returns its exit code: 0 pass, 1 the gate fails, 2 usage or input error.
 * Results go to `stdout`, everything else to `stderr`. Never throws.
 *
 * @param argv what follows the name of the program.
 */
async function main(argv, io) {
    try {
        return await run(argv, io);
    }
    catch (error) {
        const message = error instanceof UsageError ? error.message : `internal error, please report it: ${error}`;
        complain(io, message);
        return EXIT_USAGE;
    }
}
async function run(argv, io) {
    const [first, ...rest] = argv;
    if (first === undefined) {
        io.stderr.write(mainHelp(io.program));
        return EXIT_USAGE;
    }
    if (first.startsWith('-')) {
        const option = choose('option', first === '-h' ? '--help' : first, ['--help', '--version']);
        io.stdout.write(option === '--help' ? mainHelp(io.program) : `${VERSION}\n`);
        return 0;
    }
    const name = choose('command', first, COMMAND_NAMES);
    if (wantsHelp(rest)) {
        io.stdout.write(commandHelp(name, io.program));
        return 0;
    }
    const command = COMMANDS[name];
    const args = parseCommandLine(rest, command.options);
    if (command.operands === '' && args.positionals.length > 0) {
        throw new UsageError(`${name} takes no operands, but '${args.positionals[0]}' was given`);
    }
    return await command.run(args, io);
}
/** Whether `--help` stands among the options, not behind the `--` that ends them. */
function wantsHelp(args) {
    const end = args.indexOf('--');
    return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}


/***/ }),

/***/ 205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ programName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(760);

/** What the program is called where a package manager installed it. */
const NAME = 'xen-boot-gate';
/**
 * How the user calls this program once more, for commands that a text shows: by its name where it
 * was called so, else as a script of Node.
 *
 * @param script the file that Node runs, an absolute path.
 * @param directory where the user is.
 */
function programName(script, directory) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(script) === NAME)
        return NAME;
    const near = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(directory, script);
    const path = near.length < script.length ? near : script;
    return `node ${/[^\w./@+-]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path}`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(986);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
