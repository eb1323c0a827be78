import { gzipSync } from 'node:zlib';
import { concat } from './elf-builder.ts';

/** A member of an archive that a test makes; any field of it may be wrong. */
export interface Entry {
  readonly name: string;
  readonly content?: Uint8Array | string;
  /** Default: `0`, a file. */
  readonly type?: string;
  readonly target?: string;
  /** Default: that of the content. */
  readonly size?: number;
}

const BLOCK = 512;

/** A tar archive (ustar) with its end mark. */
export function buildTar(entries: readonly Entry[]): Uint8Array {
  return concat([...entries.map(tarEntry), new Uint8Array(2 * BLOCK)]);
}

export function tarEntry({ name, content = '', type = '0', target = '', size }: Entry): Uint8Array {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${(size ?? bytes.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(target, 157, 100);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return concat([header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

/** An ar archive, as dpkg writes it. */
export function buildAr(entries: readonly Entry[]): Uint8Array {
  const parts = entries.map(({ name, content = '', size }) => {
    const bytes = Buffer.from(content);
    const length = String(size ?? bytes.length).padEnd(10);
    const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${length}\`\n`;
    return concat([Buffer.from(header), bytes, Buffer.alloc(bytes.length % 2, '\n')]);
  });
  return concat([Buffer.from('!<arch>\n'), ...parts]);
}

export interface DebSpec {
  readonly files: readonly Entry[];
  /** Default: a package that depends on nothing. */
  readonly control?: string;
  /** Names for `md5sums`; `null` for none. Default: those of the files. */
  readonly listed?: readonly string[] | null;
  /** Packs `data.tar`. Default: gzip. */
  readonly pack?: (tar: Uint8Array) => { readonly suffix: string; readonly bytes: Uint8Array };
}

const packGzip = (tar: Uint8Array) => ({ suffix: '.gz', bytes: gzipSync(tar) });

/** A Debian package. */
export function buildDeb({ files, listed, control, pack = packGzip }: DebSpec): Uint8Array {
  const names = listed === undefined ? files.map(({ name }) => name) : listed;
  const md5sums = names?.map((name) => `${'0'.repeat(32)}  ${name}\n`).join('');
  const data = pack(buildTar(files.map((file) => ({ ...file, name: `./${file.name}` }))));
  return buildAr([
    { name: 'debian-binary', content: '2.0\n' },
    {
      name: 'control.tar.gz',
      content: gzipSync(
        buildTar([
          { name: './control', content: control ?? 'Package: linux\n' },
          ...(md5sums === undefined ? [] : [{ name: './md5sums', content: md5sums }]),
        ]),
      ),
    },
    { name: `data.tar${data.suffix}`, content: data.bytes },
  ]);
}
