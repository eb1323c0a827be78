import { expect, it } from 'vitest';
import { readDom0Options } from '../../src/xen-binary/efi-config.ts';

const MIB = 2 ** 20;

it.each([
  ['', null, null],
  ['options=console=vga', null, null],
  ['options=dom0=pvh', 'pvh', null],
  ['options=dom0=pvh,shadow dom0=pv', 'pv', null],
  ['options=dom0-iommu=strict xdom0=pvh', null, null],
  ['options=dom0_mem=512M', null, 512 * MIB],
  ['options=dom0_mem=min:1G,max:4G,2g', null, 2048 * MIB],
  ['options=dom0_mem=524288', null, 512 * MIB],
  ['options=dom0_mem=max:1G', null, null],
  ['options=dom0_mem=10% dom0_mem=-1G', null, null],
  ['options= dom0=pvh # dom0_mem=1G', 'pvh', null],
  ['; options=dom0=pvh\n#options=dom0=pvh\n', null, null],
  ['[a]\noptions=dom0=pv\n[b]\noptions=dom0=pvh', 'pv', null],
  ['[global]\ndefault=b\n[a]\noptions=dom0=pv\n[b]\r\n  options=dom0=pvh\r\n[c]\n', 'pvh', null],
  ['[global]\ndefault=b\n[b]\nkernel=x\n[a]\noptions=dom0=pvh', null, null],
  ['[global]\ndefault=lost\n[a]\noptions=dom0=pvh', null, null],
])('the options of dom0 in %j', (text, type, memory) => {
  expect(readDom0Options(text)).toEqual({ type, memory });
});
